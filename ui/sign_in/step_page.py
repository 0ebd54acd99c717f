"""What the six steps have in common: words at the start, a picture at the end, buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.build import Part, button, column, label, line, row, scroll
from ui.fitting import SCROLL_BAR
from ui.theme import MEASURES
from widgets.fold_section import fold_start
from widgets.number_disc import NumberDisc
from widgets.page_sketch import PageSketch
from widgets.sketch_values import Sketch
from widgets.type_scale import grown

_BESIDE = 600
"""From this width on the picture stands beside the words, at their usual size."""
_BACK_PAD = 14
"""From the edge of "Back" to its arrow, which stands under the words above."""


class StepPage(QWidget):
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, title: str, lead: str, sketch: Sketch) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = label(title, kind="section", wrap=True)
        self.lead = label(lead, kind="quiet", wrap=True)
        self.picture = PageSketch(sketch)
        self.back_button = button(self.tr("Back"), kind="quiet", icon="arrow-left")
        self.back_button.clicked.connect(self.back_asked)
        self._sides = QHBoxLayout()
        self._bar = QHBoxLayout()
        self._bar_place = QWidget()
        self._foot: tuple[QWidget, ...] = ()

    def lay(self, parts: Sequence[Part], foot: Sequence[QWidget]) -> None:
        """`parts` under the title, `foot` at the end of the bar below."""
        pad = MEASURES.s32
        words = column(self.title, self.lead, MEASURES.s4, *parts, None, gap=MEASURES.s12)
        self._sides.setContentsMargins(pad, MEASURES.s24, pad, MEASURES.s24)
        self._sides.setSpacing(pad)
        self._sides.addLayout(words, 1)
        self._sides.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setLayout(self._sides)
        self.area = scroll(inner)
        self._foot = tuple(foot)
        self._bar = row(self.back_button, None, *foot)
        self._bar_place.setLayout(
            row(pad - _BACK_PAD, self._bar, MEASURES.s24, gap=0, margins=(0, 12, 0, 12))
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(line())
        whole.addWidget(self._bar_place)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE * grown(self.font())
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() is not way:
            self._sides.setDirection(way)
        self._fit_bar()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_bar()
        return super().event(event)

    def _fit_bar(self) -> None:
        """Large words: the buttons stand one over the other where they would not stand in a row."""
        shown = [each for each in (self.back_button, *self._foot) if not each.isHidden()]
        needed = sum(each.sizeHint().width() + MEASURES.s8 for each in shown)
        fits = needed <= self.width() - 2 * MEASURES.s24
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._bar.direction() is not way:
            self._bar.setDirection(way)
        # As high with a main button as without: it stands where it stood on the page before.
        high = max(each.sizeHint().height() for each in (self.back_button, *self._foot))
        self._bar_place.setMinimumHeight(high + 24)

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the margin beside it: no word moves."""
        pad = MEASURES.s32
        end = pad - SCROLL_BAR if most else pad
        start, end = (end, pad) if self.isRightToLeft() else (pad, end)
        self._sides.setContentsMargins(start, MEASURES.s24, end, MEASURES.s24)

    def take_focus(self) -> None:
        """What is to be done first gets the keyboard."""


def to_do(number: int, words: str | QWidget, *below: Part) -> QHBoxLayout:
    """One thing to do, with the number that stands in the picture beside it."""
    said = label(words, wrap=True) if isinstance(words, str) else words
    disc = NumberDisc(number)
    under = column(said, *below, gap=MEASURES.s8)
    line_up = row(disc, under, gap=MEASURES.s12)
    line_up.setAlignment(disc, Qt.AlignmentFlag.AlignTop)
    line_up.setStretch(1, 1)
    return line_up


def indented(*parts: Part) -> QWidget:
    """What unfolds under a title, where its words begin."""
    result = QWidget()
    inside = column(*parts, gap=MEASURES.s8)
    result.setLayout(row(inside, margins=(fold_start(), 0, 0, MEASURES.s8)))
    return result


def caption(words: str) -> QLabel:
    return label(words, kind="caption", wrap=True)
