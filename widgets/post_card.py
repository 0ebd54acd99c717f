"""A post in the week: its time, two lines of it, its first picture, and its state in a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.text_block import direction_of, draw_lines, line_height
from widgets.thumbnail import SIDE as _PICTURE
from widgets.thumbnail import draw_thumbnail
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, icon_times, sized

_PADDING = 12
_ICON = 14
"""Beside words of 100 %."""
_NARROW = 150
LEAST_HEIGHT = 88
_DOT, _DOT_AWAY = 8, 8
_FAINT = 0.35


class StateTone(Enum):
    """How much a state asks of the owner; the word and the icon beside it say the same."""

    QUIET = "quiet"
    BUSY = "busy"
    GOOD = "good"
    WARNING = "warning"
    TROUBLE = "trouble"

    def colour(self, tones: Tones) -> QColor:
        return {
            StateTone.QUIET: tones.quiet,
            StateTone.BUSY: tones.blue,
            StateTone.GOOD: tones.green,
            StateTone.WARNING: tones.amber,
            StateTone.TROUBLE: tones.red,
        }[self]


@dataclass(frozen=True, slots=True)
class PostValue:
    """`state` is empty where there is nothing to say. `over` draws the post quietly: it is past.

    `pictured` keeps the place of a picture that is not at hand. `movable`: it may be dragged.
    `kind`: the colour, of the palette, of what the post is for ("" for no dot).
    """

    id: str
    time: str
    text: str
    spoken: str = ""
    state: str = ""
    tone: StateTone = StateTone.QUIET
    icon: QIcon = field(default_factory=QIcon, compare=False)
    picture: QImage | None = None
    pictured: bool = False
    over: bool = False
    movable: bool = False
    kind: str = ""

    @property
    def has_picture(self) -> bool:
        return self.pictured or self.picture is not None


class PostCard(Pressable):
    """At least 88 high. `clicked` opens the post."""

    grabbed = Signal(QPoint)
    """Where on the card the pointer took hold, once it has moved away from there."""

    def __init__(self, value: PostValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._pressed_at: QPoint | None = None
        self._held = False
        self._chosen = False
        self._heights: dict[int, int] = {}
        self.setText(value.time)
        self.setAccessibleName(value.spoken or f"{value.time} {value.state} {value.text}")
        self.setToolTip(value.text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> PostValue:
        return self._value

    def set_held(self, on: bool) -> None:
        """A picture of it is being dragged: what stays behind is faint."""
        if on is not self._held:
            self._held = on
            self.update()

    @property
    def is_chosen(self) -> bool:
        """It lies open beside the week."""
        return self._chosen

    def set_chosen(self, on: bool) -> None:
        if on is not self._chosen:
            self._chosen = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROW, self.heightForWidth(_NARROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(88, LEAST_HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask some eight times, and the words' script has to be looked at for it."""
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        lines = 2 * line_height(self._value.text, self._text_font())
        high = 2 * _PADDING + self._head_height(width) + 4 + lines
        if self._picture_below(width):
            high += _PICTURE + 8
        return max(LEAST_HEIGHT, round(high))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if left and self._value.movable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        start = self._pressed_at
        if start is None or not self.isDown():
            return
        away = (event.position().toPoint() - start).manhattanLength()
        if away >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            self.grabbed.emit(start)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._held:
            painter.setOpacity(_FAINT)
        self._paint_ground(painter, tones)
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._paint_head(painter, inner, tones)
        painter.setPen(tones.quiet if self._value.over else tones.text)
        inner.setTop(inner.top() + self._head_height(self.width()) + 4)
        used = draw_lines(
            painter,
            inner,
            self._value.text,
            font=self._text_font(),
            most=2,
            direction=direction_of(self._value.text, self.layoutDirection()),
        )
        if self._value.has_picture and self._picture_below(self.width()):
            left = inner.right() - _PICTURE if self.isRightToLeft() else inner.left()
            place = QRectF(left, inner.top() + used + 8, _PICTURE, _PICTURE)
            draw_thumbnail(painter, place, self._value.picture, tones, faint=self._value.over)
        painter.end()

    def _picture_below(self, width: int) -> bool:
        """Where the time, or the state's word, has no room beside the picture."""
        if not self._value.has_picture:
            return False
        room = width - 2 * _PADDING - _PICTURE - 8
        time = QFontMetricsF(sized(self.font(), BASE, strong=True))
        state = QFontMetricsF(sized(self.font(), CAPTION))
        wide = time.horizontalAdvance(self._value.time)
        if self._value.state:
            icon = 0 if self._value.icon.isNull() else self._icon_side() + 4
            wide = max(wide, state.horizontalAdvance(self._value.state) + icon)
        return wide > room

    def _icon_side(self) -> float:
        return _ICON * icon_times(self.font())

    def _text_font(self) -> QFont:
        return sized(self.font(), BASE - 1)

    def _head_height(self, width: int) -> float:
        lines = 2 if self._value.state else 1
        words = lines * sized(self.font(), BASE).pixelSize() * 1.4
        if self._value.has_picture and not self._picture_below(width):
            return max(words, _PICTURE)
        return words

    def _paint_ground(self, painter: QPainter, tones: Tones) -> None:
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lifted = self.underMouse() or self.isDown()
        # A step of surface or a line, never both; the pointer brings the line out.
        resting = _faint(tones) if self._value.over else tones.surface
        painter.setPen(QPen(tones.border if lifted else resting, 1))
        if self._chosen:
            painter.setPen(QPen(tones.accent, 2))
            edge.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._value.over else tones.surface)
        painter.drawRoundedRect(edge, 12, 12)

    def _paint_head(self, painter: QPainter, inner: QRectF, tones: Tones) -> None:
        mirrored = self.isRightToLeft()
        words = QRectF(inner)
        if self._value.has_picture and not self._picture_below(self.width()):
            left = inner.left() if mirrored else inner.right() - _PICTURE
            place = QRectF(left, inner.top(), _PICTURE, _PICTURE)
            draw_thumbnail(painter, place, self._value.picture, tones, faint=self._value.over)
            shift = _PICTURE + 8
            words.adjust(*((shift, 0, 0, 0) if mirrored else (0, 0, -shift, 0)))
        line = sized(self.font(), BASE).pixelSize() * 1.4
        painter.setPen(tones.quiet if self._value.over else tones.text)
        time = QRectF(words.left(), words.top(), words.width(), line)
        self._word(painter, time, self._value.time, BASE, strong=True)
        if self._value.kind:
            self._paint_dot(painter, time, tones)
        if self._value.state:
            self._paint_state(painter, words.adjusted(0, line, 0, 0), line, tones)

    def _paint_dot(self, painter: QPainter, line: QRectF, tones: Tones) -> None:
        """Beside the time."""
        wide = painter.fontMetrics().horizontalAdvance(self._value.time) + _DOT_AWAY
        if wide + _DOT > line.width():
            return
        left = line.right() - wide - _DOT if self.isRightToLeft() else line.left() + wide
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.named(self._value.kind))
        painter.drawEllipse(QRectF(left, line.center().y() - _DOT / 2, _DOT, _DOT))

    def _paint_state(self, painter: QPainter, words: QRectF, line: float, tones: Tones) -> None:
        mirrored = self.isRightToLeft()
        if not self._value.icon.isNull():
            side = self._icon_side()
            left = words.right() - side if mirrored else words.left()
            box = QRectF(left, words.top() + (line - side) / 2, side, side)
            self._value.icon.paint(painter, box.toRect())
            words.adjust(*((0, 0, -side - 4, 0) if mirrored else (side + 4, 0, 0, 0)))
        painter.setPen(self._value.tone.colour(tones))
        box = QRectF(words.left(), words.top(), words.width(), line)
        self._word(painter, box, self._value.state, CAPTION)

    def _word(
        self, painter: QPainter, box: QRectF, text: str, size: int, *, strong: bool = False
    ) -> None:
        painter.setFont(sized(self.font(), size, strong=strong))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        painter.drawText(box, int(flags), shown)


def _faint(tones: Tones) -> QColor:
    """A line that is seen on the window and on today's tint alike."""
    line = QColor(tones.text)
    line.setAlphaF(0.16 if tones.dark else 0.12)
    return line
