"""Asks for a colour by Qt's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget


class OwnColour(QObject):
    chosen = Signal(str)
    """`#rrggbb`"""
    left = Signal()
    """Without one."""

    def __init__(self, title: str, over: QWidget) -> None:
        super().__init__(over)
        self._title = title
        self._over = over
        self._dialog: QColorDialog | None = None

    def ask(self, now: str) -> None:
        if self._dialog is None:
            self._dialog = QColorDialog(self._over)
            self._dialog.setWindowTitle(self._title)
            self._dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
            self._dialog.colorSelected.connect(self._on_chosen)
            self._dialog.rejected.connect(self.left)
        self._dialog.setCurrentColor(QColor(now))
        self._dialog.open()

    @property
    def dialog(self) -> QColorDialog | None:
        return self._dialog

    def _on_chosen(self, colour: QColor) -> None:
        self.chosen.emit(colour.name())
