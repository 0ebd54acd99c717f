"""The Client ID's two checks: by its shape with each key, then at X when the hand rests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.accounts.client_id import problem_of, tidy
from ui.tasks import Lane

if TYPE_CHECKING:
    from services.accounts.client_id import ClientIdProblem
    from services.accounts.token_calls import ClientCheck
    from services.errors import AppError
    from services.shop import Shop
    from ui.tasks import Tasks

_RESTS_MS = 400


class Checking(QObject):
    problem = Signal(object)
    """`ClientIdProblem`: this is none."""
    looking = Signal(str)
    """The Client ID that X is asked about now."""
    checked = Signal(str, object)
    """The Client ID and X's `ClientCheck`."""
    failed = Signal(str, object)
    """The Client ID and the `AppError` for which X could not be asked."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._text = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_MS)
        self._rest.timeout.connect(self._on_rest)

    @property
    def client_id(self) -> str:
        """What was looked at last, if it can be one; else empty."""
        return self._text

    def look_at(self, text: str, *, at_once: bool = False) -> ClientIdProblem | None:
        """By its shape now, at X in a moment."""
        found = problem_of(text)
        self._text = "" if found else tidy(text)
        self._rest.stop()
        if found is not None:
            self.problem.emit(found)
        elif at_once:
            self._on_rest()
        else:
            self.looking.emit(self._text)
            self._rest.start()
        return found

    def _on_rest(self) -> None:
        asked = self._text
        self.looking.emit(asked)
        sign_ins = self._shop.sign_ins
        self._tasks.run(
            lambda: sign_ins.check_client(asked),
            lane=Lane.FETCH,
            owner=self,
            done=partial(self._on_checked, asked),
            failed=partial(self._on_failed, asked),
        )

    def _on_checked(self, asked: str, check: ClientCheck) -> None:
        if asked == self._text:
            self.checked.emit(asked, check)

    def _on_failed(self, asked: str, error: AppError) -> None:
        if asked == self._text:
            self.failed.emit(asked, error)
