"""One try after the other to sign in, in its lane: begun, waited for, pasted, kept, given up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from services.errors import (
    AppError,
    KeychainTrouble,
    SignInProblem,
    SignInStopped,
    StorageTrouble,
)
from ui.tasks import Lane

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.accounts.callback_page import CallbackPage
    from services.accounts.sign_in_try import SignInTry
    from services.shop import Shop
    from ui.tasks import Tasks


T = TypeVar("T")


class Trying(QObject):
    began = Signal(object)
    """`SignInTry`: its address is for the browser."""
    kept = Signal(object)
    """`Account`, signed in."""
    stopped = Signal(object)
    """`AppError`; never that the owner stopped it."""

    def __init__(self, shop: Shop, tasks: Tasks, account_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account_id = account_id
        self._try: SignInTry | None = None
        self._number = 0
        self.this_run_only = False

    @property
    def current(self) -> SignInTry | None:
        """The try that waits, or whose sign-in is still to be kept."""
        return self._try

    def begin(self, client_id: str, *, this_run_only: bool) -> None:
        """Ends an older try. Then `began` and, some time later, `kept` or `stopped`."""
        self.give_up()
        self._number += 1
        self.this_run_only = this_run_only
        page = self._page()
        sign_ins = self._shop.sign_ins
        self._run(
            lambda: sign_ins.begin(
                self._account_id, client_id=client_id, page=page, this_run_only=this_run_only
            ),
            done=partial(self._on_began, self._number),
        )

    def take(self, pasted: str) -> None:
        """The address that the owner pasted. Raises SignInStopped."""
        if self._try is None:
            raise SignInStopped(SignInProblem.CANCELLED)
        self._try.take(pasted)

    def keep(self, *, this_run_only: bool) -> None:
        """Once more, after the password store refused what X gave."""
        made = self._try
        if made is None:
            return
        self.this_run_only = this_run_only
        self._run(
            lambda: made.keep(this_run_only=this_run_only),
            done=partial(self._on_kept, self._number),
        )

    def give_up(self) -> None:
        """Nothing more comes of what was begun. What X gave and nothing kept goes back to X."""
        made, self._try = self._try, None
        self._number += 1
        if made is None:
            return
        if made.over:
            self._tasks.run(
                made.give_back,
                lane=Lane.SIGN_IN,
                owner=self,
                done=_nothing,
                failed=_nothing,
            )
            return
        made.cancel()

    def _run(self, call: Callable[[], T], *, done: Callable[[T], None]) -> None:
        number = self._number
        self._tasks.run(
            call,
            lane=Lane.SIGN_IN,
            owner=self,
            done=done,
            failed=partial(self._on_failed, number),
        )

    def _on_began(self, number: int, made: SignInTry) -> None:
        if number != self._number:
            # The owner had left before it began.
            made.cancel()
            return
        self._try = made
        self.began.emit(made)
        if self._try is made:
            self._run(made.wait, done=partial(self._on_kept, number))

    def _on_kept(self, number: int, account: Account) -> None:
        """Kept is kept, also where the owner stopped it in the very moment."""
        if number == self._number:
            self._try = None
        self.kept.emit(account)

    def _on_failed(self, number: int, error: AppError) -> None:
        if number != self._number:
            return
        if not isinstance(error, KeychainTrouble | StorageTrouble):
            # Of these X may have given a pair: it is kept later, or goes back to X.
            self._try = None
        self.stopped.emit(error)

    def _page(self) -> CallbackPage:
        """The page comes before X's code is exchanged: it promises no more than is known."""
        from PySide6.QtGui import QGuiApplication

        from services.accounts.callback_page import CallbackPage

        return CallbackPage(
            title=self.tr("Back to Shoplark"),
            done=self.tr("X has answered. You can close this page and go on in Shoplark."),
            refused=self.tr("X says you did not allow it. Shoplark shows what you can do."),
            other=self.tr("This page belongs to no sign-in that is waiting. You can close it."),
            language=QLocale().bcp47Name(),
            right_to_left=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )


def _nothing(_outcome: object) -> None:
    """Nobody waits for it."""
