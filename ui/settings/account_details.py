"""The account that is chosen in the settings: its colour, its connection, its money, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from services.accounts.accounts import SignedIn, Way
from ui import status
from ui.account_names import proof_words
from ui.build import button, column, label, line, row, set_kind
from ui.settings import account_words
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.segmented import Segmented
from widgets.swatches import Swatches

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop


_YES, _NO = "yes", "no"


class AccountDetails(QWidget):
    """`show_account` first. The signals are of the account that is shown."""

    shown_asked = Signal()
    """It is to be the one in view."""
    colour_chosen = Signal(str)
    connect_asked = Signal()
    sign_out_asked = Signal()
    owner_chosen = Signal(bool)
    """Whether the account made the app on X."""
    spending_asked = Signal()
    remove_asked = Signal()

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.head = ElidedLabel()
        set_kind(self.head, "strong")
        self.show_button = button(self.tr("Show this account"), in_row=True)
        self.show_button.clicked.connect(self.shown_asked)
        self.colour = Swatches(self.tr("Colour"), account_words.colours())
        self.colour.chosen.connect(self.colour_chosen)
        self.connect_button = button("", in_row=True)
        self.connect_button.clicked.connect(self.connect_asked)
        self.sign_out = button(self.tr("Sign out…"), in_row=True)
        self.sign_out.clicked.connect(self.sign_out_asked)
        self.owner = Segmented(name=self._owner_name())
        self.owner.add(_YES, self.tr("Yes"))
        self.owner.add(_NO, self.tr("No"))
        self.owner.chosen.connect(self._on_owner)
        self.spending = button(self.tr("Spending and budget"), in_row=True)
        self.spending.clicked.connect(self.spending_asked)
        self.remove = button(self.tr("Remove…"), kind="danger", in_row=True)
        self.remove.clicked.connect(self.remove_asked)
        self.connection = label(kind="caption", wrap=True)
        self.owner_note = label(kind="caption", wrap=True)
        self.spent = label(kind="caption", wrap=True)
        self._build()

    def show_account(self, account: Account, *, in_view: bool) -> None:
        name = account_words.title(self._shop, account)
        own = account.way is not Way.PRACTICE
        connected = account.way is Way.CONNECTED
        waits = account.waits_for_sign_in or account.waits_for_proof
        self.head.setText(name)
        self.show_button.setVisible(not in_view)
        self.colour.choose(account.colour)
        self.connection.setText(account_words.connection(account) if own else "")
        self.connect_button.setText(
            self._connect_words(account) if connected else self.tr("Connect to X")
        )
        self.connect_button.setVisible(not connected or waits)
        self.sign_out.setVisible(connected)
        spent = self._shop.ledger.spent_this_month(account.id) if connected else 0
        self.spent.setText(status.spend(spent, account.budget) if connected else "")
        self.owner.choose("" if account.owns_app is None else _YES if account.owns_app else _NO)
        if connected:
            self.owner_note.setText(account_words.owner_note(self._shop, account))
        for part in self._of_own:
            part.setVisible(own)
        for part in self._of_connected:
            part.setVisible(connected)
        for pressed in self._pressed:
            _name_with(pressed, name)

    def fit(self, width: int) -> None:
        for each in self.findChildren(SettingRow):
            each.fit(width)

    def _build(self) -> None:
        ways = QWidget()
        ways.setLayout(row(self.sign_out, self.connect_button))
        x_row = SettingRow(self.tr("Connection to X"), ways, below=self.connection)
        owner = SettingRow(self._owner_name(), self.owner, below=self.owner_note)
        money = SettingRow(self.tr("Money"), self.spending, below=self.spent)
        end = SettingRow(
            self.tr("Remove this account"),
            self.remove,
            note=self.tr("From every list at once, and a day later for good."),
        )
        lines = [line() for _ in range(4)]
        self._of_own: tuple[QWidget, ...] = (lines[0], x_row, lines[2], end)
        self._pressed = (
            *(self.show_button, self.connect_button, self.sign_out),
            *(self.spending, self.remove),
        )
        self._of_connected: tuple[QWidget, ...] = (lines[1], owner, lines[3], money)
        self.setLayout(
            column(
                row(self.head, self.show_button),
                SettingRow(self.tr("Colour"), self.colour),
                *(lines[0], x_row),
                *(lines[1], owner),
                *(lines[3], money),
                *(lines[2], end),
                gap=MEASURES.s12,
            )
        )

    def _owner_name(self) -> str:
        return self.tr("Made the app on X with this account")

    def _on_owner(self, choice: str) -> None:
        self.owner_chosen.emit(choice == _YES)

    def _connect_words(self, account: Account) -> str:
        if account.waits_for_proof:
            return proof_words(self._shop, account)
        never = account.signed_in is SignedIn.NONE
        return self.tr("Sign in") if never else self.tr("Sign in again")


def _name_with(pressed: QPushButton, account: str) -> None:
    """For a screen reader: which of the accounts it is about."""
    pressed.setAccessibleName(f"{pressed.text().rstrip('…')}: {account}")
