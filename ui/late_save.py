"""Saves a form a moment after the last key, and tries again while the disk says no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from services.errors import StorageProblem, StorageTrouble

_AFTER_KEY_MS = 400
_AT_LATEST_MS = 800
"""For whoever types without a pause."""
_AGAIN_MS = 2_000
_LOCKED_TRIES = 12
"""About five seconds: what another program needs longer for is told."""


class LateSave(QObject):
    saved = Signal()
    trouble = Signal(object)
    """A StorageTrouble, once for each stretch of failing saves; a locked file only when it stays
    locked."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._waits = False
        self._told: StorageProblem | None = None
        self._met: StorageTrouble | None = None
        self._tries = 0
        self._first_key = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def note(self) -> None:
        """Something was typed."""
        if not self._waits:
            self._first_key.start()
        self._waits = True
        if not self._tries:
            left = max(_AT_LATEST_MS - self._first_key.elapsed(), 0)
            self._timer.start(min(_AFTER_KEY_MS, left))

    @property
    def waits(self) -> bool:
        return self._waits

    @property
    def met(self) -> StorageTrouble | None:
        """Why what waits is not on disk; None when it is, or was not tried yet."""
        return self._met

    def save_now(self) -> bool:
        """True when all is on disk afterwards."""
        self._timer.stop()
        if not self._waits:
            return True
        try:
            self._save()
        except StorageTrouble as error:
            self._met = error
            locked = error.problem is StorageProblem.LOCKED
            self._tries += 1
            self._timer.start(_AFTER_KEY_MS if locked else _AGAIN_MS)
            may_pass = locked and self._tries < _LOCKED_TRIES
            if error.problem is not self._told and not may_pass:
                self._told = error.problem
                self.trouble.emit(error)
            return False
        self._waits = False
        self._met = self._told = None
        self._tries = 0
        self.saved.emit()
        return True

    def forget(self) -> None:
        """What was typed is no longer wanted."""
        self._timer.stop()
        self._waits = False
        self._tries = 0
        self._met = None

    def _on_timeout(self) -> None:
        self.save_now()
