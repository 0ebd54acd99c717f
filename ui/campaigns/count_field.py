"""A field for a small number that begins where the reading begins, as the fields of words do."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from ui.fields import padded
from widgets.start_edit import start_of


class CountField(QSpinBox):
    """Qt aligns a number by its digits, which have no side of their own."""

    def __init__(self, *, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        padded(self)
        self.setRange(1, most)
        self._align()

    def set_name(self, name: str) -> None:
        """What a screen reader says; some meet the line in the field, not the field."""
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        self.setAlignment(start_of(self))
