"""The account that is chosen in the settings: its colour, its connection, its money, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from services.accounts.accounts import SignedIn, Way
from ui import status
from ui.build import button, column, label, line, row, set_kind
from ui.settings import account_words
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.swatches import Swatches

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop


class AccountDetails(QWidget):
    """`show_account` first. The signals are of the account that is shown."""

    shown_asked = Signal()
    """It is to be the one in view."""
    colour_chosen = Signal(str)
    connect_asked = Signal()
    sign_out_asked = Signal()
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
        self.spending = button(self.tr("Spending and budget"), in_row=True)
        self.spending.clicked.connect(self.spending_asked)
        self.remove = button(self.tr("Remove…"), kind="danger", in_row=True)
        self.remove.clicked.connect(self.remove_asked)
        self.connection = label(kind="caption", wrap=True)
        self.spent = label(kind="caption", wrap=True)
        self._build()

    def show_account(self, account: Account, *, in_view: bool) -> None:
        name = account_words.title(self._shop, account)
        own = account.way is not Way.PRACTICE
        connected = account.way is Way.CONNECTED
        ended = connected and account.signed_in is not SignedIn.YES
        self.head.setText(name)
        self.show_button.setVisible(not in_view)
        self.colour.choose(account.colour)
        self.connection.setText(account_words.connection(account) if own else "")
        self.connect_button.setText(
            self._connect_words(account.signed_in) if connected else self.tr("Connect to X")
        )
        self.connect_button.setVisible(not connected or ended)
        self.sign_out.setVisible(connected)
        spent = self._shop.ledger.spent_this_month(account.id) if connected else 0
        self.spent.setText(status.spend(spent, account.budget) if connected else "")
        self.spending.setVisible(in_view)
        for part in self._of_own:
            part.setVisible(own)
        for part in self._of_connected:
            part.setVisible(connected)
        for pressed in (self.show_button, self.connect_button, self.sign_out, self.remove):
            _name_with(pressed, name)

    def fit(self, width: int) -> None:
        for each in self.findChildren(SettingRow):
            each.fit(width)

    def _build(self) -> None:
        ways = QWidget()
        ways.setLayout(row(self.sign_out, self.connect_button))
        x_row = SettingRow(self.tr("Connection to X"), ways, below=self.connection)
        money = SettingRow(self.tr("Money"), self.spending, below=self.spent)
        end = SettingRow(
            self.tr("Remove this account"),
            self.remove,
            note=self.tr("From every list at once, and a day later for good."),
        )
        lines = [line() for _ in range(3)]
        self._of_own: tuple[QWidget, ...] = (lines[0], x_row, lines[2], end)
        self._of_connected: tuple[QWidget, ...] = (lines[1], money)
        self.setLayout(
            column(
                row(self.head, self.show_button),
                SettingRow(self.tr("Colour"), self.colour),
                *(lines[0], x_row),
                *(lines[1], money),
                *(lines[2], end),
                gap=MEASURES.s12,
            )
        )

    def _connect_words(self, signed_in: SignedIn) -> str:
        return self.tr("Sign in") if signed_in is SignedIn.NONE else self.tr("Sign in again")


def _name_with(pressed: QPushButton, account: str) -> None:
    """For a screen reader: which of the accounts it is about."""
    pressed.setAccessibleName(f"{pressed.text().rstrip('…')}: {account}")
