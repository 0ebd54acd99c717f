"""What tags and names are offered from, read once for all the sheets of a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError
from services.publishing.suggestions import Known
from services.shop import Shop
from ui.tasks import Lane, Tasks

_CALM_MS = 400
"""What has changed is read when nobody types."""


class Knowing(QObject):
    came = Signal()
    """`known` is another: it was read in the work lane."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._suggestions = shop.suggestions
        self._tasks = tasks
        self._account_id = ""
        self._is_known = False
        self._reading = ""
        self.known = Known()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read)

    def show_account(self, account_id: str) -> None:
        """Nothing where it is the account already."""
        if account_id != self._account_id:
            self._account_id = account_id
            self.known, self._is_known = Known(), False

    def look(self) -> None:
        """Reads again soon, if there is anything new: to find that out is quick."""
        if not self._account_id or self._reading == self._account_id:
            return
        if not self._is_known:
            self.read()
        elif self._suggestions.has_changed(self._account_id, self.known):
            self._timer.start(_CALM_MS)

    def read(self) -> None:
        self._reading = self._account_id
        self._tasks.run(
            partial(self._suggestions.read, self._account_id),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_read, self._account_id),
            failed=self._on_failed,
        )

    def _on_read(self, account_id: str, known: Known) -> None:
        self._reading = ""
        if account_id == self._account_id:
            self.known, self._is_known = known, True
            self.came.emit()

    def _on_failed(self, _error: AppError) -> None:
        """The next word asks again."""
        self._reading = ""
