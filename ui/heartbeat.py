"""The one timer that keeps the program going: every 15 s, and sooner when something is due.

What is due is never kept here: whoever hears the beat asks the clock and the database again, so a
timer that is late, or a computer that slept, changes nothing but the hour.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from services.clock import Clock

EVERY_SECONDS = 15
SLEPT_SECONDS = 90
"""Two beats further apart than this: the computer slept, or its clock was moved."""


class Heartbeat(QObject):
    beat = Signal(bool)
    """True when the computer slept since the beat before."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock.now()
        self._steady = QTimer(self)
        self._steady.setInterval(EVERY_SECONDS * 1000)
        self._steady.timeout.connect(self._on_timeout)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_timeout)

    def start(self) -> None:
        self._last = self._clock.now()
        self._steady.start()

    def stop(self) -> None:
        self._steady.stop()
        self._soon.stop()

    @property
    def is_beating(self) -> bool:
        return self._steady.isActive()

    def arm(self, due_at: int | None) -> None:
        """Beats at `due_at` if that is sooner than the next steady beat; None: nothing is due.

        A heart that was stopped stays still.
        """
        self._soon.stop()
        if due_at is None or not self.is_beating:
            return
        seconds = min(max(due_at - self._clock.now(), 0), EVERY_SECONDS)
        # Half a second late rather than early, for the clock counts whole seconds; and never at
        # once, for what is due may be held back by another process again and again.
        self._soon.start(seconds * 1000 + 500)

    def _on_timeout(self) -> None:
        now = self._clock.now()
        slept = abs(now - self._last) > SLEPT_SECONDS
        self._last = now
        self.beat.emit(slept)
