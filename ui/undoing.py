"""The window's one offer to take something back: the newest, until its seconds are over."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.main_window import MainWindow
from ui.page import Undo


class Undoing(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._undo: Undo | None = None
        window.undo_pressed.connect(self._on_pressed)
        window.second_pressed.connect(self._on_second_pressed)

    def offer(self, undo: Undo) -> None:
        self._undo = undo
        self._window.offer_undo(undo.sentence, undo.seconds, second=undo.second)

    def offer_again(self) -> None:
        """With all its seconds, where there still is one."""
        if self._undo is not None:
            self.offer(self._undo)

    def end(self, undo: Undo) -> None:
        """It is of no use any more; a newer one stays."""
        if undo is self._undo:
            self._undo = None
            self._window.undo_bar.settle()

    def _on_pressed(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo.undo()

    def _on_second_pressed(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None and undo.choose is not None:
            undo.choose()
