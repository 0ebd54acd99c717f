"""One line of the settings: its name and what it means at the start, its choice at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from ui.build import column, label
from ui.theme import MEASURES
from widgets.segmented import Segmented

_FEWEST = 24
"""Letters in a line of the note: less is no sentence any more."""


class SettingRow(QWidget):
    def __init__(
        self,
        name: str,
        choice: QWidget,
        *,
        note: str = "",
        below: QLabel | QWidget | None = None,
        wide: bool = False,
    ) -> None:
        """`note` says what it means; `below` stands in its place where that is no sentence.

        A `wide` choice leaves no room beside it for the note, which goes under both.
        """
        super().__init__()
        if below is None and note:
            below = label(note, kind="caption", wrap=True)
        self._choice = choice
        self._name = label(name)
        said: list[QWidget] = [self._name]
        if below is not None and not wide:
            said.append(below)
        self._noted = len(said) > 1
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addLayout(column(*said, gap=2), 1)
        self._beside.addWidget(choice)
        whole = column(self._beside, gap=MEASURES.s4)
        if below is not None and wide:
            whole.addWidget(below)
        self.setLayout(whole)
        self.fit(0)

    def fit(self, width: int) -> None:
        """Puts the choice under its name where large words leave too little room beside it.

        `width` is the row's own; 0 is as wide as it likes.
        """
        words = self._name.sizeHint().width()
        if self._noted:
            words = max(words, self._name.fontMetrics().averageCharWidth() * _FEWEST)
        below = 0 < width < words + MEASURES.s16 + self._choice.sizeHint().width()
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._beside.setSpacing(MEASURES.s8 if below else MEASURES.s16)
        # Below, segments take the row's whole width; a button or a list keeps its own.
        aside = Qt.AlignmentFlag.AlignVCenter
        if below:
            fills = isinstance(self._choice, Segmented)
            aside = Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignLeft
        self._beside.setAlignment(self._choice, aside)
