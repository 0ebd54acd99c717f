"""A thin line that fills: how far long work is. Without a whole it only says that it works."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget


class LineProgress(QProgressBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("How far it is"))
        self.set(0, 0)

    def set(self, done: int, whole: int) -> None:
        # Qt lets a bar without a range run to and fro.
        self.setRange(0, max(whole, 1))
        self.setValue(min(done, max(whole, 1)))
