"""Draws charts: one function for the screen and for picture files, sharp at any scale.

Right-to-left mirrors the whole chart: the first day stands at the right, values at the right edge.
The own line is solid and tinted, the one before dashed and quiet, so that no one needs the colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ui.paint.chart_frame import GRID_LINES, Frame, grid_step, runs, spread
from widgets.line_chart import ChartLook, LineData


def draw_line(
    painter: QPainter, area: QRectF, data: LineData, *, look: ChartLook, marked: int | None = None
) -> QRectF:
    """Draws the chart of `data` in `area` and returns the rectangle between the outer days.

    Nothing is drawn without days. `marked` is the index of the day whose values are shown.
    """
    if not data.days:
        return QRectF()
    caption = _caption(look.font)
    frame = _measure(area, data, look, caption)
    painter.save()
    painter.setFont(caption)
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    )
    _draw_grid(painter, frame, area, look)
    _draw_days(painter, frame, area, data.days, look)
    _draw_gaps(painter, frame, data, look)
    _draw_series(painter, frame, data.before, _before_pen(look))
    _draw_fill(painter, frame, data.now, look)
    _draw_series(painter, frame, data.now, _now_pen(look))
    _draw_names(painter, frame, area, data, look)
    if marked is not None and 0 <= marked < len(data.days):
        _draw_mark(painter, frame, area, data, marked, look)
    painter.restore()
    return frame.plot


def _caption(font: QFont) -> QFont:
    caption = QFont(font)
    size = font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * 96 / 72)
    caption.setPixelSize(max(12, round(size * 12 / 14)))
    caption.setFeature(QFont.Tag("tnum"), 1)
    return caption


def _measure(area: QRectF, data: LineData, look: ChartLook, font: QFont) -> Frame:
    metrics = QFontMetricsF(font)
    known = [value for value in (*data.now, *data.before) if value is not None]
    step = grid_step(max(known, default=0))
    top_value = step * (GRID_LINES - 1)
    values_wide = metrics.horizontalAdvance(_number(top_value, look.locale)) + 12
    named = [
        name
        for name, values in ((data.now_name, data.now), (data.before_name, data.before))
        if any(value is not None for value in values)
    ]
    names_wide = max((metrics.horizontalAdvance(name) for name in named), default=0) + 12
    names_wide = min(names_wide, area.width() / 4)
    start, end = (names_wide, values_wide) if look.mirrored else (values_wide, names_wide)
    plot = area.adjusted(start, metrics.height() / 2 + 2, -end, -(metrics.height() + 10))
    return Frame(plot, len(data.days), top_value, look.mirrored)


def _number(value: float, locale: QLocale) -> str:
    return locale.toString(round(value))


def _draw_grid(painter: QPainter, frame: Frame, area: QRectF, look: ChartLook) -> None:
    height = painter.fontMetrics().height()
    for index in range(GRID_LINES):
        value = frame.top_value * index / (GRID_LINES - 1)
        # Half a pixel: a 1 px line on whole pixels is sharp, and stays so at 2x.
        y = round(frame.y(value)) + 0.5
        painter.setPen(QPen(look.tones.border if index == 0 else look.tones.line, 1))
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y))
        painter.setPen(look.tones.quiet)
        if look.mirrored:
            box = QRectF(frame.plot.right() + 8, y - height / 2, area.width(), height)
            side = Qt.AlignmentFlag.AlignLeft
        else:
            box = QRectF(area.left(), y - height / 2, frame.plot.left() - 8 - area.left(), height)
            side = Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), _number(value, look.locale))


def _draw_days(
    painter: QPainter, frame: Frame, area: QRectF, days: tuple[str, ...], look: ChartLook
) -> None:
    """As many day names as have room, always the first and the last, none cut."""
    painter.setPen(look.tones.quiet)
    metrics = QFontMetricsF(painter.font())
    widest = max(metrics.horizontalAdvance(day) for day in days)
    room = max(int(frame.plot.width() // (widest + 24)), 1)
    top = frame.plot.bottom() + 8
    for index in spread(len(days), room):
        width = metrics.horizontalAdvance(days[index]) + 2
        left = frame.x(index) - width / 2
        left = min(max(left, area.left()), area.right() - width)
        box = QRectF(left, top, width, metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), days[index])


def _draw_gaps(painter: QPainter, frame: Frame, data: LineData, look: ChartLook) -> None:
    """Hatches the days nobody counted: a missing day is not a zero. Today is not missing."""
    colour = QColor(look.tones.border)
    colour.setAlphaF(0.45)
    half = frame.plot.width() / max(frame.count - 1, 1) / 2
    over = tuple(value for index, value in enumerate(data.now) if not data.is_open(index))
    for first, last in runs(over, known=False):
        ends = sorted((frame.x(first), frame.x(last)))
        band = QRectF(frame.plot)
        band.setLeft(max(ends[0] - half, frame.plot.left()))
        band.setRight(min(ends[1] + half, frame.plot.right()))
        painter.fillRect(band, QBrush(colour, Qt.BrushStyle.BDiagPattern))


def _draw_series(
    painter: QPainter, frame: Frame, values: tuple[float | None, ...], pen: QPen
) -> None:
    for points in _pieces(frame, values):
        if len(points) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            painter.drawEllipse(points[0], 3, 3)
            continue
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))


def _draw_fill(
    painter: QPainter, frame: Frame, values: tuple[float | None, ...], look: ChartLook
) -> None:
    shade = QLinearGradient(0, frame.plot.top(), 0, frame.plot.bottom())
    for stop, alpha in ((0.0, 0.14), (1.0, 0.0)):
        colour = QColor(look.tones.accent)
        colour.setAlphaF(alpha)
        shade.setColorAt(stop, colour)
    for points in _pieces(frame, values):
        path = QPainterPath(QPointF(points[0].x(), frame.plot.bottom()))
        for point in points:
            path.lineTo(point)
        path.lineTo(points[-1].x(), frame.plot.bottom())
        painter.fillPath(path, shade)


def _draw_names(
    painter: QPainter, frame: Frame, area: QRectF, data: LineData, look: ChartLook
) -> None:
    """The two names at the ends of their lines, pushed apart where they would touch."""
    height = painter.fontMetrics().height()
    ends = [
        (frame.y(value), name, pen)
        for values, name, pen in (
            (data.now, data.now_name, _now_pen(look)),
            (data.before, data.before_name, _before_pen(look)),
        )
        if (value := next((v for v in reversed(values) if v is not None), None)) is not None
    ]
    ends.sort(key=lambda end: end[0])
    if len(ends) == 2 and ends[1][0] - ends[0][0] < height:
        middle = (ends[0][0] + ends[1][0]) / 2
        middle = min(middle, frame.plot.bottom() - height / 2)
        ends = [
            (middle - height / 2, *ends[0][1:]),
            (middle + height / 2, *ends[1][1:]),
        ]
    metrics = painter.fontMetrics()
    for y, name, pen in ends:
        painter.setPen(pen.color())
        if look.mirrored:
            box = QRectF(area.left(), y - height / 2, frame.plot.left() - 8 - area.left(), height)
            side = Qt.AlignmentFlag.AlignRight
        else:
            left = frame.plot.right() + 8
            box = QRectF(left, y - height / 2, area.right() - left, height)
            side = Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        painter.drawText(box, int(flags), shown)


def _draw_mark(
    painter: QPainter, frame: Frame, area: QRectF, data: LineData, index: int, look: ChartLook
) -> None:
    """A line at the day, a dot on each line, and a small card with the values."""
    x = round(frame.x(index)) + 0.5
    painter.setPen(QPen(look.tones.border, 1))
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))
    for values, pen in ((data.before, _before_pen(look)), (data.now, _now_pen(look))):
        value = values[index]
        if value is not None:
            painter.setPen(QPen(look.tones.surface, 2))
            painter.setBrush(pen.color())
            painter.drawEllipse(frame.point(index, value), 5, 5)
    rows = [(data.days[index], look.tones.quiet)]
    for name, said, colour in (
        (data.now_name, data.now_said(index, look.locale), look.tones.text),
        (data.before_name, data.before_said(index, look.locale), look.tones.quiet),
    ):
        rows.append((f"{name}  {said}", colour))
    _draw_card(painter, frame, area, x, rows, look)


def _draw_card(
    painter: QPainter,
    frame: Frame,
    area: QRectF,
    x: float,
    rows: list[tuple[str, QColor]],
    look: ChartLook,
) -> None:
    metrics = QFontMetricsF(painter.font())
    line = metrics.height() + 4
    width = max(metrics.horizontalAdvance(text) for text, _ in rows) + 24
    box = QRectF(x + 12, frame.plot.top() + 4, width, line * len(rows) + 12)
    if box.right() > area.right():
        box.moveRight(x - 12)
    box.moveLeft(max(box.left(), area.left()))
    painter.setPen(QPen(look.tones.line, 1))
    painter.setBrush(look.tones.surface)
    painter.drawRoundedRect(box, 8, 8)
    side = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    for number, (text, colour) in enumerate(rows):
        painter.setPen(colour)
        row = QRectF(box.left() + 12, box.top() + 6 + line * number, width - 24, line)
        painter.drawText(row, flags, text)


def _now_pen(look: ChartLook) -> QPen:
    return QPen(
        QBrush(look.tones.accent),
        2,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _before_pen(look: ChartLook) -> QPen:
    pen = QPen(QBrush(look.tones.quiet), 1.5)
    pen.setDashPattern([4, 3])
    return pen


def _pieces(frame: Frame, values: tuple[float | None, ...]) -> Iterator[list[QPointF]]:
    for first, last in runs(values, known=True):
        yield [
            frame.point(index, value)
            for index in range(first, last + 1)
            if (value := values[index]) is not None
        ]
