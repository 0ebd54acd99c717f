"""One line of the settings: its name and what it means at the start, its choice at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.build import column, label, row
from ui.theme import MEASURES


class SettingRow(QWidget):
    def __init__(
        self, name: str, choice: QWidget, *, note: str = "", below: QWidget | None = None
    ) -> None:
        """`note` says what it means; `below` stands in its place where that is no sentence."""
        super().__init__()
        said: list[QWidget] = [label(name)]
        if note:
            said.append(label(note, kind="caption", wrap=True))
        if below is not None:
            said.append(below)
        start = column(*said, gap=2)
        layout = row(start, choice, gap=MEASURES.s16)
        layout.setStretchFactor(start, 1)
        self.setLayout(layout)
