"""A post or another thing of the shop as one row: picture, two lines, when, and a figure."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.post_card import StateTone
from widgets.pressable import Pressable
from widgets.text_block import direction_of, draw_lines, fit_lines, line_height, one_line
from widgets.thumbnail import SIDE as _PICTURE
from widgets.thumbnail import draw_thumbnail
from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import BASE, CAPTION, icon_times, sized

_PADDING = 8
_ICON = 14
"""Beside words of 100 %."""
_GAP = 12


@dataclass(frozen=True, slots=True)
class RowValue:
    """`figure` stands at the end; `caption` under the words, with the state before it.

    `pictured` keeps the place of a picture that is not at hand. `over` draws the row quietly.
    """

    id: str
    text: str
    caption: str = ""
    figure: str = ""
    spoken: str = ""
    state: str = ""
    tone: StateTone = StateTone.QUIET
    icon: QIcon = field(default_factory=QIcon, compare=False)
    picture: QImage | None = None
    pictured: bool = False
    over: bool = False
    lines: int = 2

    @property
    def has_picture(self) -> bool:
        return self.pictured or self.picture is not None


class PostRow(Pressable):
    """`clicked` opens the thing. A row that opens nothing is switched off and still readable."""

    def __init__(self, value: RowValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._heights: dict[tuple[int, str], int] = {}
        self.setText(one_line(value.text)[:40])
        said = ", ".join(p for p in (value.state, value.text, value.caption, value.figure) if p)
        self.setAccessibleName(value.spoken or said)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> RowValue:
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * _PADDING + round(self._caption_height()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Kept: a layout asks for it again and again, and breaking words into lines is slow."""
        key = width, self.font().key()
        if key not in self._heights:
            self._heights[key] = self._height_at(width)
        return self._heights[key]

    def _height_at(self, width: int) -> int:
        font = self._words_font()
        room = float(width - 2 * _PADDING)
        if self._value.has_picture:
            room -= _PICTURE + _GAP
        if self._value.figure:
            room -= self._figure_width() + _GAP
        lines = len(fit_lines(self._value.text, font, room, self._value.lines))
        words = lines * line_height(self._value.text, font)
        if self._value.caption or self._value.state:
            words += self._caption_height()
        tall = max(words, _PICTURE if self._value.has_picture else 0)
        return round(tall) + 2 * _PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tones)
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        if self._value.has_picture:
            inner = self._paint_picture(painter, inner, tones)
        if self._value.figure:
            inner = self._paint_figure(painter, inner, tones)
        painter.setPen(tones.quiet if self._value.over else tones.text)
        used = draw_lines(
            painter,
            inner,
            self._value.text,
            font=self._words_font(),
            most=self._value.lines,
            direction=direction_of(self._value.text, self.layoutDirection()),
        )
        self._paint_caption(painter, inner.adjusted(0, used, 0, 0), tones)
        painter.end()

    def _icon_side(self) -> float:
        return _ICON * icon_times(self.font())

    def _words_font(self) -> QFont:
        return sized(self.font(), BASE)

    def _figure_width(self) -> float:
        font = sized(self.font(), BASE, strong=True)
        return QFontMetricsF(font).horizontalAdvance(self._value.figure) + 2

    def _caption_height(self) -> float:
        return sized(self.font(), CAPTION).pixelSize() * 1.6

    def _paint_ground(self, painter: QPainter, tones: Tones) -> None:
        edge = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setBrush(mix(tones.surface, tones.text, 0.05))
            painter.drawRoundedRect(edge, 8, 8)

    def _paint_picture(self, painter: QPainter, inner: QRectF, tones: Tones) -> QRectF:
        shift = _PICTURE + _GAP
        if self.isRightToLeft():
            place = QRectF(inner.right() - _PICTURE, inner.top(), _PICTURE, _PICTURE)
            rest = inner.adjusted(0, 0, -shift, 0)
        else:
            place = QRectF(inner.left(), inner.top(), _PICTURE, _PICTURE)
            rest = inner.adjusted(shift, 0, 0, 0)
        draw_thumbnail(painter, place, self._value.picture, tones, faint=self._value.over)
        return rest

    def _paint_figure(self, painter: QPainter, inner: QRectF, tones: Tones) -> QRectF:
        font = sized(self.font(), BASE, strong=True)
        width = self._figure_width()
        painter.setFont(font)
        painter.setPen(tones.quiet if self._value.over else tones.text)
        left = inner.left() if self.isRightToLeft() else inner.right() - width
        box = QRectF(left, inner.top(), width, font.pixelSize() * 1.4)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._value.figure)
        shift = width + _GAP
        if self.isRightToLeft():
            return inner.adjusted(shift, 0, 0, 0)
        return inner.adjusted(0, 0, -shift, 0)

    def _paint_caption(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        height = self._caption_height()
        area = QRectF(area.left(), area.top(), area.width(), height)
        mirrored = self.isRightToLeft()
        if self._value.state:
            if not self._value.icon.isNull():
                side = self._icon_side()
                left = area.right() - side if mirrored else area.left()
                box = QRectF(left, area.top() + (height - side) / 2, side, side)
                self._value.icon.paint(painter, box.toRect())
                area = area.adjusted(*((0, 0, -side - 4, 0) if mirrored else (side + 4, 0, 0, 0)))
            used = self._paint_word(
                painter, area, self._value.state, self._value.tone.colour(tones)
            )
            shift = used + 8
            area = area.adjusted(*((0, 0, -shift, 0) if mirrored else (shift, 0, 0, 0)))
        self._paint_word(painter, area, self._value.caption, tones.quiet)

    def _paint_word(self, painter: QPainter, area: QRectF, text: str, colour: QColor) -> float:
        painter.setFont(sized(self.font(), CAPTION))
        painter.setPen(colour)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(flags), shown)
        return metrics.horizontalAdvance(shown)
