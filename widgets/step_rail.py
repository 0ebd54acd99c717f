"""The steps of something longer, one under the other: done or not, now, and later."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.pressable import Pressable
from widgets.strokes import draw_tick
from widgets.text_block import direction_of_ours
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, CAPTION, icon_times, sized

_DISC = 26
_PAD = 10
_GAP = 12
_HIGH = 52


class StepState(Enum):
    DONE = "done"
    PASSED = "passed"
    """Gone through, and nobody has said yet that it is right."""
    AGAIN = "again"
    """Came to nothing, or to something wrong."""
    NOW = "now"
    LATER = "later"


class StepRail(QWidget):
    """A step gone through can be gone back to; one that comes later cannot be pressed."""

    chosen = Signal(int)
    """The place of the step, from 0."""

    def __init__(self, names: Sequence[str], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.steps = [_Step(place, len(names), each) for place, each in enumerate(names)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, step in enumerate(self.steps):
            step.clicked.connect(partial(self.chosen.emit, place))
            column.addWidget(step)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, states: Sequence[StepState]) -> None:
        for step, state in zip(self.steps, states, strict=True):
            step.set_state(state)

    def set_narrow(self, narrow: bool) -> None:
        """Numbers alone, where large words need the room; the names stay for screen readers."""
        for step in self.steps:
            step.set_narrow(narrow)
        self.updateGeometry()


class _Step(Pressable):
    def __init__(self, place: int, count: int, name: str) -> None:
        super().__init__()
        self._place = place
        self._count = count
        self._state = StepState.LATER
        self._narrow = False
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state(StepState.LATER)

    @property
    def state(self) -> StepState:
        return self._state

    def set_state(self, state: StepState) -> None:
        self._state = state
        self.setEnabled(state is not StepState.LATER)
        self.setAccessibleName(
            self.tr("Step {number} of {count}, {name}").format(
                number=self._place + 1, count=self._count, name=self.text()
            )
        )
        self.setAccessibleDescription(self.words)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What is said of it beside its name."""
        return self._state_words()[self._state]

    def _state_words(self) -> dict[StepState, str]:
        return {
            StepState.DONE: self.tr("Done"),
            StepState.PASSED: self.tr("Not checked yet"),
            StepState.AGAIN: self.tr("Once more"),
            StepState.NOW: self.tr("Now"),
            StepState.LATER: self.tr("Later"),
        }

    def sizeHint(self) -> QSize:
        disc = self._disc()
        if self._narrow:
            return QSize(disc + 2 * _PAD, disc + 2 * _PAD)
        strong = QFontMetricsF(sized(self.font(), BASE, strong=True))
        caption = QFontMetricsF(sized(self.font(), CAPTION))
        wide = max(
            strong.horizontalAdvance(self.text()),
            *(caption.horizontalAdvance(each) for each in self._state_words().values()),
        )
        high = max(_HIGH, ceil(strong.height() + caption.height()) + _PAD)
        return QSize(ceil(wide) + disc + _GAP + 2 * _PAD + 2, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.surface, tones.text, 0.05))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 2, 0, -2), 8, 8)
        self._paint_line(painter)
        self._paint_disc(painter)
        if not self._narrow:
            self._paint_words(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        """From disc to disc."""
        x, middle, half = self._centre().x(), self.height() / 2, self._disc() / 2 + 3
        painter.setPen(QPen(tones_of(self).line, 2))
        if self._place > 0:
            painter.drawLine(QPointF(x, 0), QPointF(x, middle - half))
        if self._place < self._count - 1:
            painter.drawLine(QPointF(x, middle + half), QPointF(x, self.height()))

    def _paint_disc(self, painter: QPainter) -> None:
        tones = tones_of(self)
        side = self._disc()
        box = QRectF(0, 0, side, side)
        box.moveCenter(self._centre())
        now = self._state is StepState.NOW
        done = self._state is StepState.DONE
        edge = self._inks().get(self._state, tones.border)
        painter.setPen(Qt.PenStyle.NoPen if now else QPen(edge, 1))
        painter.setBrush(tones.accent if now else tones.surface)
        painter.drawEllipse(box if now else box.adjusted(0.5, 0.5, -0.5, -0.5))
        if done:
            draw_tick(painter, box.center(), tones.green, size=side * 0.36)
            return
        painter.setFont(sized(self.font(), CAPTION, strong=True))
        painter.setPen(tones.on_accent if now else tones.quiet)
        number = self.locale().toString(self._place + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_words(self, painter: QPainter) -> None:
        tones = tones_of(self)
        now = self._state is StepState.NOW
        strong = sized(self.font(), BASE, strong=now)
        caption = sized(self.font(), CAPTION)
        high, small = QFontMetricsF(strong).height(), QFontMetricsF(caption).height()
        top = (self.height() - high - small) / 2
        painter.setFont(strong)
        painter.setPen(tones.quiet if self._state is StepState.LATER else tones.text)
        self._words(painter, self.text(), top=top, high=high)
        painter.setFont(caption)
        painter.setPen(self._inks().get(self._state, tones.quiet))
        self._words(painter, self.words, top=top + high, high=small)

    def _inks(self) -> dict[StepState, QColor]:
        tones = tones_of(self)
        return {
            StepState.DONE: tones.green,
            StepState.AGAIN: tones.amber,
            StepState.NOW: tones.accent,
        }

    def _words(self, painter: QPainter, words: str, *, top: float, high: float) -> None:
        mirrored = self.isRightToLeft()
        start = _PAD + self._disc() + _GAP
        wide = self.width() - start
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(direction_of_ours(words, self.layoutDirection()))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.drawText(QRectF(0 if mirrored else start, top, wide, high), words, option)

    def _centre(self) -> QPointF:
        x = _PAD + self._disc() / 2
        return QPointF(self.width() - x if self.isRightToLeft() else x, self.height() / 2)

    def _disc(self) -> int:
        return round(_DISC * icon_times(self.font()))
