"""Who we are at the start, what we sell at the end; beside both a drawer, where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.build import column, row, scroll
from ui.theme import MEASURES
from widgets.product_card import WIDE
from widgets.type_scale import grown

_COLUMN = 640
_FORMS_BESIDE = 440
"""What the forms need to stand beside the products and an open drawer."""


class TwoColumns(QWidget):
    def __init__(self, start: QWidget, end: QWidget) -> None:
        """In a wide window they stand in its middle, no wider than they may be."""
        super().__init__()
        pad, gap = MEASURES.page_margin, MEASURES.s24
        start.setMaximumWidth(_COLUMN)
        end.setMaximumWidth(_COLUMN)
        self._both = row(start, end, gap=gap)
        both = QWidget()
        both.setMaximumWidth(2 * _COLUMN + gap + 2 * pad)
        both.setLayout(column(self._both, None, margins=(pad, pad, pad, pad)))
        ground = QWidget()
        ground.setLayout(row(both, gap=0))
        self._beside = QWidget()
        whole = row(scroll(ground), self._beside, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def make_room(self, width: int, drawer: int) -> None:
        """`drawer`: how wide it is, 0 while none is open. Beside an open one two cards still stand
        in a line; in a small window it covers.
        """
        least = _FORMS_BESIDE * grown(self.font()) + 2 * WIDE + drawer
        least += MEASURES.gap + MEASURES.s24 + 2 * MEASURES.page_margin
        beside = drawer > 0 and width >= least
        self._beside.setFixedWidth(drawer)
        # So that both have at least what is asked for above.
        self._both.setStretch(0, 13 if beside else 1)
        self._both.setStretch(1, 10 if beside else 1)
        self._beside.setVisible(beside)
