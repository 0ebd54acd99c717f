"""Accounts that were taken away, each with the way back for as long as there is one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.build import button, label, line
from ui.settings import account_words
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop


class RemovedAccounts(QWidget):
    put_back_asked = Signal(str)
    """The account's id."""

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.rows: list[SettingRow] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s12)

    def read(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        removed = self._shop.removal.removed()
        self.buttons = []
        self.rows = [self._row(one) for one in removed]
        if removed:
            self._column.addWidget(line())
            self._column.addWidget(label(self.tr("Removed"), kind="strong"))
        for each in self.rows:
            self._column.addWidget(each)
        self.setVisible(bool(removed))

    def fit(self, width: int) -> None:
        for each in self.rows:
            each.fit(width)

    def take_focus(self) -> None:
        """To the way back of what went last: it stands below everything else."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, account: Account) -> SettingRow:
        name = account_words.title(self._shop, account)
        back = button(self.tr("Put back"), icon="undo-2", in_row=True)
        back.setAccessibleName(self.tr("Put back: {account}").format(account=name))
        back.clicked.connect(partial(self.put_back_asked.emit, account.id))
        self.buttons.append(back)
        ends_at, now = self._shop.removal.ends_at(account), self._shop.clock.now()
        said = account_words.until(self.locale(), ends_at, now, account.zone)
        return SettingRow(name, back, note=said)
