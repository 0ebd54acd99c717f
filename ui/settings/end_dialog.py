"""The question before an account is signed out or removed, and what X says to it.

X is asked first, in its lane, and the question stays until it has answered. Where X cannot be
reached nothing has changed, and the owner says whether to try again, or to end it on this computer
alone. What the password store alone does not let go of holds nothing up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.accounts.sign_out import CONNECTED_APPS
from services.errors import KeychainTrouble, Offline, RateLimited, ServerTrouble
from ui import links
from ui.build import button, column, label, row, set_kind
from ui.fitting import room_for
from ui.messages import words
from ui.tasks import Lane
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.errors import AppError
    from services.shop import Shop
    from ui.tasks import Tasks

WIDE = 460


class EndDialog(QDialog):
    """A subclass says what it asks. Esc, and the first button, change nothing by themselves."""

    agreed = Signal(object)
    """The `Account` as it is now: X has been told where it had to be."""

    def __init__(self, shop: Shop, tasks: Tasks, account: Account, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._shop = shop
        self._tasks = tasks
        self._account = account
        self.yes_button = BusyButton(self.yes_words())
        self.yes_button.setAutoDefault(False)
        set_kind(self.yes_button, "danger")
        self.yes_button.clicked.connect(self._on_yes)
        self.here_button = button(self.here_words(), kind="danger")
        self.here_button.clicked.connect(self._on_here)
        self.here_button.hide()
        self.keep_button = button(self.keep_words())
        self.keep_button.clicked.connect(self.reject)
        self.trouble = label(kind="quiet", tone="red", wrap=True)
        self.here_means = label(kind="caption", wrap=True)
        self.left = label(kind="quiet", wrap=True)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        self.head = label(self.title(), kind="section", wrap=True)
        for each in (self.trouble, self.here_means, self.left, self.done_button):
            each.hide()
        self._said = QWidget()
        self._said.setLayout(column(*self.said(), gap=MEASURES.s8))
        self._build()

    def title(self) -> str:
        raise NotImplementedError

    def said(self) -> Sequence[QWidget]:
        raise NotImplementedError

    def yes_words(self) -> str:
        raise NotImplementedError

    def here_words(self) -> str:
        raise NotImplementedError

    def keep_words(self) -> str:
        raise NotImplementedError

    def _on_key_left(self, account: Account, *, x_knows: bool) -> None:
        """It is over but for the key in the password store. `x_knows`: X ended it, too."""
        raise NotImplementedError

    def _build(self) -> None:
        self.setWindowTitle(self.title())
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(self.head)
        layout.addWidget(self._said)
        layout.addWidget(self.trouble)
        layout.addWidget(self.here_means)
        layout.addWidget(self.left)
        ends = (self.here_button, self.yes_button, self.done_button)
        layout.addLayout(row(self.keep_button, None, *ends))
        self.setFixedWidth(min(round(WIDE * grown(self.font())), room_for(self).width()))

    def reject(self) -> None:
        """Not while X is asked: what it answers is done, and the owner is to see it."""
        if not self.yes_button.busy:
            super().reject()

    def _on_yes(self) -> None:
        if self._account.way is not Way.CONNECTED:
            self._over(self._account)
            return
        self.yes_button.set_busy(True, self.tr("Signing out"))
        self._run(self._everywhere, self._over, self._on_failed)

    def _on_here(self) -> None:
        self.yes_button.set_busy(True, self.tr("Signing out"))
        self._run(self._here, self._on_signed_out_here, self._on_not_forgotten)

    def _everywhere(self) -> Account:
        return self._shop.sign_out.everywhere(self._account.id)

    def _here(self) -> Account:
        return self._shop.sign_out.here(self._account.id)

    def _run(
        self,
        call: Callable[[], Account],
        done: Callable[[Account], None],
        failed: Callable[[AppError], None],
    ) -> None:
        for each in (self.keep_button, self.here_button):
            each.setEnabled(False)
        self._tasks.run(call, lane=Lane.SIGN_IN, owner=self, done=done, failed=failed)

    def _on_signed_out_here(self, account: Account) -> None:
        """X still keeps the connection: its own page ends it."""
        links.open_page(CONNECTED_APPS, over=self)
        self._over(account)

    def _over(self, account: Account) -> None:
        self.agreed.emit(account)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        """Nothing has changed, unless X has ended it and only the key could not be deleted."""
        account = self._shop.accounts.get(self._account.id)
        if account.way is not Way.CONNECTED:
            self._on_key_left(account, x_knows=True)
            return
        self._tell(self._sentence(error))
        self.here_means.setText(self._here_means(error))
        self.here_means.show()
        self.here_button.show()
        self.yes_button.setText(self.tr("Try again"))
        set_kind(self.yes_button, "primary")
        self._said.hide()
        self._fit()

    def _on_not_forgotten(self, error: AppError) -> None:
        account = self._shop.accounts.get(self._account.id)
        if account.way is not Way.CONNECTED:
            links.open_page(CONNECTED_APPS, over=self)
            self._on_key_left(account, x_knows=False)
            return
        self._tell(self._sentence(error))
        self._fit()

    def _close_with(self, title: str, sentence: str) -> None:
        """It is done, and only this is left to be read."""
        self._ready()
        self.setWindowTitle(title)
        self.head.setText(title)
        self.left.setText(sentence)
        self.left.show()
        self.done_button.show()
        self.done_button.setDefault(True)
        self.done_button.setFocus()
        asked = (self._said, self.trouble, self.here_means)
        for each in (*asked, self.keep_button, self.here_button, self.yes_button):
            each.hide()
        self._fit()

    def _here_means(self, error: AppError) -> str:
        if isinstance(error, KeychainTrouble):
            return self.tr(
                "“{button}” means: the key stays in the password store, unused, and X keeps the "
                "connection until you end it on X's page Connected apps, which opens then."
            ).format(button=self.here_words())
        return self.tr(
            "“{button}” means: Shoplark forgets its key, and X keeps the connection until you "
            "end it on X's page Connected apps, which opens then."
        ).format(button=self.here_words())

    def _sentence(self, error: AppError) -> str:
        if isinstance(error, Offline):
            return self.tr("X could not be reached, so nothing was changed.")
        if isinstance(error, ServerTrouble | RateLimited):
            return self.tr("X did not take it just now, so nothing was changed.")
        if isinstance(error, KeychainTrouble):
            return self.tr("This computer's password store does not open, so nothing was changed.")
        return words(error).sentence

    def _ready(self) -> None:
        self.yes_button.set_busy(False)
        for each in (self.keep_button, self.here_button):
            each.setEnabled(True)

    def _tell(self, sentence: str) -> None:
        self._ready()
        self.trouble.setText(sentence)
        self.trouble.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its words are, in lines of its width."""
        layout = self.layout()
        if layout is not None:
            self.ensurePolished()
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
