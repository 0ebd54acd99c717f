"""How a day of the month is drawn (widgets/month_grid.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.cropped import draw_cropped
from widgets.day_paint import draw_hatch, draw_target, hatch_tone
from widgets.month_values import MonthDay, MonthLine
from widgets.strokes import draw_plus
from widgets.text_block import direction_of, direction_of_ours
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, sized

DAYS = 7
GAP = 6
_ROUND = 8
_PADDING = 8
_DOT = 7
_FACE = 16
_APART = 6
_PLUS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A day's place with its gap, and where the lines stand in it."""

    place: QRect
    font: QFont
    mirrored: bool

    @property
    def box(self) -> QRect:
        half = GAP // 2
        return self.place.adjusted(half, half, -half, -half)

    @property
    def line_high(self) -> int:
        return round(sized(self.font, CAPTION).pixelSize() * 1.7)

    @property
    def head(self) -> QRect:
        box = self.box
        high = round(sized(self.font, BASE).pixelSize() * 1.5)
        return QRect(box.left() + _PADDING, box.top() + 4, box.width() - 2 * _PADDING, high)

    def fitting(self, day: MonthDay) -> int:
        """How many lines are shown: the words for those left out take one, too."""
        room = (self.box.bottom() - self.head.bottom()) // self.line_high
        if day.count <= min(room, len(day.lines)):
            return len(day.lines)
        return max(min(room - 1, len(day.lines)), 0)

    def line(self, row: int) -> QRect:
        box = self.box
        top = self.head.bottom() + 1 + row * self.line_high
        return QRect(box.left() + 2, top, box.width() - 4, self.line_high)

    def free(self, day: MonthDay) -> QRect:
        """Where the free place of the day stands; empty where there is none, or no room."""
        shown = self.fitting(day)
        place = self.line(shown).translated(0, 2)
        fits = day.free and day.count <= shown and place.bottom() <= self.box.bottom() - 2
        return place.adjusted(2, 0, -2, 0) if fits else QRect()

    def row_at(self, at: QPoint, day: MonthDay) -> int:
        """The line there, or behind the last one the free place; -1 for neither."""
        if self.free(day).contains(at):
            return len(day.lines)
        for row in range(self.fitting(day)):
            if self.line(row).contains(at):
                return row
        return -1


def head_height(font: QFont) -> int:
    return round(sized(font, CAPTION).pixelSize() * 2)


def least_cell(font: QFont) -> QSize:
    text = sized(font, CAPTION).pixelSize()
    return QSize(round(text * 7), round(text * 6))


def paint_heads(
    painter: QPainter, places: Sequence[QRect], heads: Sequence[str], tones: Tones, by: QWidget
) -> None:
    painter.setFont(sized(by.font(), CAPTION))
    painter.setPen(tones.quiet)
    for place, head in zip(places, heads, strict=False):
        inner = place.adjusted(GAP // 2 + _PADDING, 0, -GAP // 2 - _PADDING, 0)
        box = QRect(inner.left(), 0, inner.width(), head_height(by.font()))
        painter.drawText(box, _flags(by.isRightToLeft()), head)


def paint_cell(
    painter: QPainter,
    cell: Cell,
    day: MonthDay,
    tones: Tones,
    *,
    hovered: int | None,
    focused: bool,
    landing: bool,
    marked: str = "",
) -> None:
    """`hovered`: the line under the pointer, -1 for none of the day's; None for another day.

    `marked`: the id of the post that lies open.
    """
    box = QRectF(cell.box)
    painter.setPen(Qt.PenStyle.NoPen)
    if landing:
        draw_target(painter, box, tones.accent, tones.tint)
    else:
        ground = tones.tint if day.today else tones.window if day.other else tones.surface
        painter.setPen(QPen(tones.border, 1) if hovered == -1 else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    shown = cell.fitting(day)
    if day.closed:
        lines = [cell.line(row) for row in range(shown)]
        but = [cell.head, *lines] if day.note else lines
        draw_hatch(painter, box, hatch_tone(tones), but=but, seen=cell.box, radius=_ROUND)
    _paint_head(painter, cell, day, tones)
    for row in range(shown):
        _paint_line(painter, cell, row, day, tones, lifted=hovered == row)
        if marked and day.lines[row].id == marked:
            _paint_marked(painter, cell.line(row), tones)
    if free := cell.free(day):
        lifted = hovered == len(day.lines)
        _paint_free(painter, cell, free, day, tones, lifted=lifted, plus=lifted or focused)
    if day.count > shown and shown < len(day.more):
        painter.setFont(sized(cell.font, CAPTION))
        painter.setPen(tones.quiet)
        place = cell.line(shown).adjusted(_APART, 0, -_APART, 0)
        window = Qt.LayoutDirection.RightToLeft if cell.mirrored else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(direction_of_ours(day.more[shown], window))
        painter.drawText(place, _flags(cell.mirrored), day.more[shown])
        painter.setLayoutDirection(window)
    if focused:
        painter.setPen(QPen(tones.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), _ROUND + 1, _ROUND + 1)


def paint_held(line: MonthLine, size: QSize, by: QWidget) -> QPixmap:
    """The line as it is carried to another day."""
    ratio = by.devicePixelRatioF()
    place = QRect(0, 0, size.width(), size.height() + 8)
    picture = QPixmap((place.size().toSizeF() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tones_of(by).surface)
    painter.drawRoundedRect(QRectF(place), _ROUND, _ROUND)
    _paint_words(painter, place, line, tones_of(by), by.font(), by.isRightToLeft())
    painter.end()
    return picture


def _paint_head(painter: QPainter, cell: Cell, day: MonthDay, tones: Tones) -> None:
    strong = not day.over and not day.other
    painter.setFont(sized(cell.font, BASE - 1, strong=strong))
    painter.setPen(tones.accent if day.today else tones.text if strong else tones.quiet)
    painter.drawText(cell.head, _flags(cell.mirrored), day.head)
    if not day.note:
        return
    used = painter.fontMetrics().horizontalAdvance(day.head) + _APART
    room = cell.head.adjusted(0 if cell.mirrored else used, 0, -used if cell.mirrored else 0, 0)
    painter.setFont(sized(cell.font, CAPTION))
    painter.setPen(tones.quiet)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(day.note, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _flags(not cell.mirrored), shown)


def _paint_line(
    painter: QPainter, cell: Cell, row: int, day: MonthDay, tones: Tones, *, lifted: bool
) -> None:
    place = cell.line(row)
    if lifted:
        wash = QColor(tones.text)
        wash.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(place), _APART, _APART)
    quiet = day.other or day.lines[row].over
    _paint_words(painter, place, day.lines[row], tones, cell.font, cell.mirrored, quiet=quiet)


def _paint_free(
    painter: QPainter,
    cell: Cell,
    place: QRect,
    day: MonthDay,
    tones: Tones,
    *,
    lifted: bool,
    plus: bool,
) -> None:
    """Dotted, as in the week; the plus comes with the pointer or the keyboard."""
    painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DotLine))
    painter.setBrush(tones.surface if lifted else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), _APART, _APART)
    ink = tones.text if lifted else tones.quiet
    painter.setPen(ink)
    painter.setFont(sized(cell.font, CAPTION))
    room = place.adjusted(_APART, 0, -_APART, 0)
    painter.drawText(room, _flags(cell.mirrored), day.free)
    if plus:
        x = room.left() + _PLUS if cell.mirrored else room.right() - _PLUS
        draw_plus(painter, QPointF(x, QRectF(place).center().y()), ink, arm=_PLUS, width=1.5)


def _paint_marked(painter: QPainter, place: QRect, tones: Tones) -> None:
    painter.setPen(QPen(tones.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), _APART, _APART)


def _paint_words(
    painter: QPainter,
    place: QRect,
    line: MonthLine,
    tones: Tones,
    font: QFont,
    mirrored: bool,
    *,
    quiet: bool = False,
) -> None:
    """A dot, the time, the first words, and at the end the picture."""
    room = place.adjusted(_APART, 0, -_APART, 0)
    if line.kind:
        painter.setOpacity(0.6 if quiet else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.named(line.kind))
        top = room.center().y() + 1 - _DOT / 2
        left = room.right() - _DOT if mirrored else room.left()
        painter.drawEllipse(QRectF(left, top, _DOT, _DOT))
        painter.setOpacity(1)
    room = _after(room, _DOT + _APART - 1, mirrored)
    painter.setFont(sized(font, CAPTION, strong=not quiet))
    painter.setPen(tones.named(line.tone) if line.tone else tones.quiet if quiet else tones.text)
    painter.drawText(room, _flags(mirrored), line.time)
    room = _after(room, painter.fontMetrics().horizontalAdvance(line.time) + _APART, mirrored)
    if line.picture is not None and room.width() > 3 * _FACE:
        left = room.left() if mirrored else room.right() - _FACE + 1
        face = QRectF(left, room.center().y() + 1 - _FACE / 2, _FACE, _FACE)
        draw_cropped(painter, face, line.picture, radius=4)
        room = _after(room, _FACE + _APART, not mirrored)
    painter.setFont(sized(font, CAPTION))
    painter.setPen(tones.quiet if quiet else tones.text)
    metrics = painter.fontMetrics()
    window = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(direction_of(line.text, window))
    shown = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _flags(mirrored), shown)
    painter.setLayoutDirection(window)


def _after(room: QRect, used: int, mirrored: bool) -> QRect:
    return room.adjusted(0 if mirrored else used, 0, -used if mirrored else 0, 0)


def _flags(mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    single = int(Qt.TextFlag.TextSingleLine)
    middle = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return int(side | middle) | single
