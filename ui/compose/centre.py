"""The middle of Compose: the sheets on a ground that scrolls, with the line of advice at its foot
where they are too long for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from ui.build import column, row, scroll
from ui.compose.advice_dock import AdviceDock
from ui.compose.caret_view import CaretView
from ui.compose.composer import Composer
from ui.theme import MEASURES

_SHEET = 640


class Centre(QWidget):
    def __init__(
        self, composer: Composer, *, above: QWidget, below: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._above, self._below = above, below
        middle = QWidget()
        middle.setLayout(column(above, composer, below, None, gap=MEASURES.s16))
        middle.setMaximumWidth(_SHEET)
        ground = QWidget()
        self._centred = QHBoxLayout(ground)
        self._centred.setContentsMargins(MEASURES.s24, MEASURES.s16, MEASURES.s24, MEASURES.s8)
        self._beside_bar = QSpacerItem(0, 0)
        self._centred.addItem(self._beside_bar)
        self._centred.addStretch(1)
        self._centred.addWidget(middle, 1000)
        self._centred.addStretch(1)
        self.area = scroll(ground)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range)
        sheets = composer.parts.sheets
        self.dock = AdviceDock(composer.advice, composer, area=self.area, sheets=sheets)
        self._caret_view = CaretView(self.area, composer.parts)
        self._air = QSpacerItem(0, 0)
        self._whole = row(column(self.area, self.dock, gap=0), gap=0)
        self._whole.addItem(self._air)
        self.setLayout(self._whole)

    def set_beside_pane(self, on: bool) -> None:
        """Whether a pane stands at the end: the scroll bar does not touch it."""
        self._air.changeSize(MEASURES.s8 if on else 0, 0)
        self._whole.invalidate()

    def stops(self) -> Iterator[QWidget]:
        """What the Tab key comes by, in this order."""
        yield self._above
        for editor in self._composer.parts.editors:
            yield from editor.sheet.stops()
        yield self._composer.advice
        yield self._below

    def _on_range(self, _first: int, last: int) -> None:
        """The sheet stays in the middle when a scroll bar stands at one side."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        spare = self.area.width() - 2 * MEASURES.s24 - _SHEET
        self._beside_bar.changeSize(bar if last > 0 and spare >= 2 * bar else 0, 0)
        self._centred.invalidate()
