"""One line of the settings: its name and what it means at the start, its choice at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.build import column, label, row
from ui.theme import MEASURES


class SettingRow(QWidget):
    def __init__(
        self,
        name: str,
        choice: QWidget,
        *,
        note: str = "",
        below: QWidget | None = None,
        wide: bool = False,
    ) -> None:
        """`note` says what it means; `below` stands in its place where that is no sentence.

        A `wide` choice leaves no room beside it for the note, which goes under both.
        """
        super().__init__()
        if below is None and note:
            below = label(note, kind="caption", wrap=True)
        said: list[QWidget] = [label(name)]
        if below is not None and not wide:
            said.append(below)
        start = column(*said, gap=2)
        beside = row(start, choice, gap=MEASURES.s16)
        beside.setStretchFactor(start, 1)
        beside.setAlignment(choice, Qt.AlignmentFlag.AlignVCenter)
        parts = [beside, below] if wide and below is not None else [beside]
        self.setLayout(column(*parts, gap=MEASURES.s4))
