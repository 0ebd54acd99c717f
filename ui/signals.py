"""Ctrl+C and a polite end from outside (SIGTERM) quit the program as its menu does.

Python runs its signal handlers only when the interpreter is awake, and Qt's loop sleeps; the
wake-up descriptor of `signal` is therefore watched by Qt. POSIX only: Windows has no SIGTERM to
answer.
"""

from __future__ import annotations

import os
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class PoliteEnd(QObject):
    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if os.name != "posix":
            return
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno())
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _noted)

    def _on_woken(self) -> None:
        numbers = self._read.recv(64)
        if any(number in numbers for number in (signal.SIGINT, signal.SIGTERM)):
            self.asked.emit()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """The wake-up descriptor has told Qt already."""
