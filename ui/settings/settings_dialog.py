"""What the owner can choose about Shoplark itself. Each choice is kept when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.errors import StorageTrouble
from ui.build import button, column, label, row, scroll
from ui.fitting import SCROLL_BAR, FittedDialog, fit_height, room_for
from ui.messages import words
from ui.settings.general_section import GeneralSection
from ui.settings.section import Section
from ui.settings.sending_section import SendingSection
from ui.theme import MEASURES
from widgets.segmented import Segmented
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop
    from ui.settings.spending_section import SpendingSection
    from ui.tasks import Tasks

GENERAL, SENDING, SPENDING, ACCOUNTS = "general", "sending", "spending", "accounts"
WIDE = 600


class SettingsDialog(FittedDialog):
    theme_chosen = Signal(str)
    """ "system", "light" or "dark"; whoever puts it on keeps it, too."""
    text_chosen = Signal(int)
    """Percent, when it is kept; 0 is as the system."""
    single_keys_chosen = Signal(bool)
    long_posts_chosen = Signal(bool)
    budget_changed = Signal()
    prices_changed = Signal()
    ledger_asked = Signal()
    health_asked = Signal()
    account_asked = Signal(object)
    """`Account` to show from now on."""
    again_asked = Signal()
    """It has closed, and is to be opened at the accounts: another account is in view, or another
    way has other choices."""
    accounts_changed = Signal(object)
    """`Account` that is another one now, came, or went."""
    account_added = Signal(object)
    """`Account`; the dialog has closed."""
    spending_asked = Signal()
    """Of the account that has come into view; the dialog has closed."""
    connect_asked = Signal(str, bool)
    """The account's id, and whether it was signed in before; the dialog has closed."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Settings"))
        self.general = GeneralSection(shop.settings, shop.paths)
        self.sending = SendingSection(shop, tasks)
        self._sections: dict[str, Section] = {GENERAL: self.general, SENDING: self.sending}
        self._shop = shop
        self._account = shop.accounts.active()
        self.spending: SpendingSection | None = None
        if self._account.way is Way.CONNECTED:
            from ui.settings.spending_section import SpendingSection

            self.spending = SpendingSection(shop)
            self._sections[SPENDING] = self.spending
        from ui.settings.accounts_section import AccountsSection

        self.accounts = self._sections[ACCOUNTS] = AccountsSection(shop, tasks)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        self.parts = self._parts()
        self._build()
        self._connect()

    def show_section(self, name: str) -> None:
        self.parts.choose(name)
        self._show(name)

    def _parts(self) -> Segmented:
        names = {
            GENERAL: self.tr("General"),
            SENDING: self.tr("Sending"),
            SPENDING: self.tr("Spending"),
            ACCOUNTS: self.tr("Accounts"),
        }
        result = Segmented(name=self.tr("Parts of the settings"), stacks=True)
        for key in self._sections:
            result.add(key, names[key])
        result.chosen.connect(self._show)
        return result

    def _build(self) -> None:
        pad = MEASURES.s24
        self._inner = QWidget()
        self._inner.setLayout(column(*self._sections.values()))
        for name, section in self._sections.items():
            section.setVisible(name == GENERAL)
        self._area = scroll(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addLayout(row(label(self.tr("Settings"), kind="title"), None, self.parts))
        layout.addSpacing(MEASURES.s8)
        layout.addWidget(self._area)
        layout.addWidget(self.trouble)
        kept = label(self.tr("Saved as you choose."), kind="caption")
        layout.addLayout(row(kept, None, self.done_button))
        self._fit()

    def _connect(self) -> None:
        self.general.theme_chosen.connect(self.theme_chosen)
        self.general.text_chosen.connect(self.text_chosen)
        self.general.single_keys_chosen.connect(self.single_keys_chosen)
        self.general.health_asked.connect(self._on_health)
        self.sending.long_posts_chosen.connect(self.long_posts_chosen)
        if self.spending is not None:
            self.spending.budget_changed.connect(self.budget_changed)
            self.spending.prices_changed.connect(self.prices_changed)
            self.spending.ledger_asked.connect(self._on_ledger)
        self.accounts.shown_asked.connect(self._on_shown)
        self.accounts.added.connect(self._on_added)
        self.accounts.turn_asked.connect(self.account_asked)
        self.accounts.prices_changed.connect(self.prices_changed)
        self.accounts.changed.connect(self._on_changed)
        self.accounts.connect_asked.connect(self._on_connect)
        self.accounts.spending_asked.connect(self._on_spending)
        for section in self._sections.values():
            section.trouble.connect(self._on_trouble)
            section.resized.connect(self._refit)

    def _show(self, name: str) -> None:
        for key, section in self._sections.items():
            section.setVisible(key == name)
        self.trouble.hide()
        self._refit()
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """As wide as its words ask, and as high as its rows are, within its window."""
        self.ensurePolished()
        wide = min(round(WIDE * grown(self.font())), max(WIDE, room_for(self).width()))
        self.setFixedWidth(wide)
        inside = wide - MEASURES.s24 * 2
        for section in self._sections.values():
            section.fit(inside)
        if fit_height(self, self._area, wide):
            for section in self._sections.values():
                section.fit(inside - SCROLL_BAR)

    def _on_health(self) -> None:
        self.accept()
        self.health_asked.emit()

    def _on_ledger(self) -> None:
        self.accept()
        self.ledger_asked.emit()

    def _on_spending(self, account: Account) -> None:
        """Here it is the spending of the account in view: another one comes into view first."""
        if account.id == self._account.id:
            self.show_section(SPENDING)
            return
        self.accept()
        self.account_asked.emit(account)
        there = account.id == self._shop.accounts.active().id
        (self.spending_asked if there else self.again_asked).emit()

    def _on_added(self, account: Account) -> None:
        self.accept()
        self.account_added.emit(account)

    def _on_shown(self, account: Account) -> None:
        self.accept()
        self.account_asked.emit(account)
        self.again_asked.emit()

    def _on_changed(self, account: Account) -> None:
        self.accounts_changed.emit(account)
        active = self._shop.accounts.active()
        if (active.id, active.way) != (self._account.id, self._account.way):
            self.accept()
            self.again_asked.emit()

    def _on_connect(self, account_id: str, again: bool) -> None:
        self.accept()
        self.connect_asked.emit(account_id, again)

    def _on_trouble(self, error: StorageTrouble | None) -> None:
        """What the disk refuses is told here, before the window's own strip can be seen."""
        if error is not None:
            self.trouble.setText(words(error).sentence)
        self.trouble.setVisible(error is not None)
