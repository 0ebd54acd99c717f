"""One account on X: how it stands, and under a fold what X last answered to each kind of call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.health.account_values import AccountHealth, SignInTrouble
from services.health.values import State
from ui.build import card, column, label
from ui.health.account_words import At, account_rows
from ui.health.call_words import call_rows
from ui.health.health_group import HealthGroup
from ui.health.row_words import Press, RowWords
from ui.theme import MEASURES
from widgets.fold_section import FoldSection


class AccountPart(QWidget):
    pressed = Signal(str, object)
    """The account's id, and the `Press` of a row's button."""
    resized = Signal()

    def __init__(self, account_id: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = account_id
        self._health: AccountHealth | None = None
        self._kept = True
        self._now = 0
        self._in_view = False
        self.group = HealthGroup()
        self.group.pressed.connect(self._on_pressed)
        self.calls = HealthGroup()
        self.fold = FoldSection(self.tr("What X last answered"))
        self.fold.set_content(self.calls)
        self.fold.turned.connect(self.resized)
        self.fold.hide()
        self.empty = label(self.tr("Looking…"), kind="quiet")
        body = card(
            label(title, kind="strong"), self.empty, self.group, self.fold, gap=MEASURES.s12
        )
        self.setLayout(column(body))

    @property
    def health(self) -> AccountHealth | None:
        """As it was found, and as the keyring knows it."""
        health = self._health
        if health is None or self._kept or health.sign_in.trouble is not None:
            return health
        return replace(health, sign_in=replace(health.sign_in, trouble=SignInTrouble.NOT_KEPT))

    @property
    def rows(self) -> Iterable[RowWords]:
        return (row.words for row in self.group.rows.values())

    def set(self, health: AccountHealth | None, now: int, *, in_view: bool) -> None:
        """None where the store could not be read."""
        self._health, self._now, self._in_view = health, now, in_view
        self._show()

    def set_kept(self, kept: bool) -> None:
        """Whether this computer keeps what signs the account in."""
        self._kept = kept
        if self._health is not None:
            self._show()

    def _show(self) -> None:
        health = self.health
        self.empty.setVisible(health is None)
        if health is None:
            self.empty.setText(self.tr("It could not be looked at: the data file cannot be read."))
            self.group.set_rows(())
            self.fold.hide()
            return
        self.group.set_rows(account_rows(health, self._now, in_view=self._in_view))
        self.calls.set_rows(call_rows(health.calls, At(self._now, health.account.zone)))
        waits = sum(call.state is not State.GOOD for call in health.calls)
        self.fold.set_note(self.tr("%Ln to note", "", waits) if waits else self.tr("All taken"))
        self.fold.setVisible(bool(health.calls))

    def fit(self, width: int) -> None:
        inside = width - 2 * MEASURES.card_padding
        self.group.fit(inside)
        self.calls.fit(inside)

    def _on_pressed(self, press: Press) -> None:
        self.pressed.emit(self._id, press)
