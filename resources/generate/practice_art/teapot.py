"""A teapot: body, spout, handle, lid and knob."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, colour, mix, oval
from .pottery import body, cast, vessel
from .shapes import BELLY, TILT, Glaze, Vessel

_LID = ((0.285, 0.0), (0.275, 0.035), (0.20, 0.10), (0.10, 0.135), (0.04, 0.142))


def teapot(canvas: Canvas, x: float, y: float, size: float, glaze: Glaze) -> None:
    """`x`, `y` is the middle of its foot; it is about twice as wide as `size`."""
    at = Vessel(x, y, size, BELLY)
    cast(canvas, at)
    _handle(canvas, at, glaze)
    _spout(canvas, at, glaze)
    vessel(canvas, at, glaze, shadow=False)
    _lid(canvas, at, glaze)


def tube(
    canvas: Canvas,
    line: QPainterPath,
    widths: Sequence[float],
    glaze: Glaze,
    *,
    size: float,
    lit_side: int = 1,
) -> None:
    """A bent rod along `line`, as thick as `widths` say from its start to its end.

    `lit_side` 1 lights the left side of someone walking along the line, -1 the right.
    """
    steps = 60
    one: list[QPointF] = []
    other: list[QPointF] = []
    for step in range(steps + 1):
        share = step / steps
        point = line.pointAtPercent(share)
        angle = math.radians(line.angleAtPercent(share))
        place = share * (len(widths) - 1)
        low = min(int(place), len(widths) - 2)
        half = (widths[low] + (widths[low + 1] - widths[low]) * (place - low)) / 2
        half *= lit_side
        away = QPointF(math.sin(angle) * half, math.cos(angle) * half)
        one.append(point - away)
        other.append(point + away)
    path = QPainterPath(one[0])
    for point in [*one[1:], *reversed(other)]:
        path.lineTo(point)
    path.closeSubpath()
    painter = canvas.painter
    painter.fillPath(path, mix(glaze.base, glaze.pool, 0.4))
    edge = QPainterPath(other[0])
    lit = QPainterPath(one[0])
    for low_point, high_point in zip(other[1:], one[1:], strict=True):
        edge.lineTo(low_point)
        lit.lineTo(high_point)
    thick = max(widths)
    highlight = QPen(colour("#fff6e2", 0.9), thick * 0.16)
    canvas.layer(
        lambda p: p.strokePath(edge, QPen(colour("#140c06", 0.85), thick * 0.75)),
        blur=thick * 0.17,
        opacity=0.55,
        clip=path,
        mode=Mode.CompositionMode_Multiply,
    )
    canvas.layer(
        lambda p: p.strokePath(lit.translated(thick * 0.05, thick * 0.05), highlight),
        blur=thick * 0.07,
        opacity=0.42 * glaze.gloss + 0.1,
        clip=path,
    )
    canvas.layer(
        lambda p: p.strokePath(path, QPen(colour(glaze.rim, 0.6), size * 0.008)),
        blur=size * 0.004,
        opacity=0.6,
        clip=path,
    )


def _handle(canvas: Canvas, at: Vessel, glaze: Glaze) -> None:
    s = at.size
    line = QPainterPath(QPointF(at.x - 0.46 * s, at.y - 0.60 * s))
    line.cubicTo(
        QPointF(at.x - 0.78 * s, at.y - 0.80 * s),
        QPointF(at.x - 1.10 * s, at.y - 0.42 * s),
        QPointF(at.x - 0.42 * s, at.y - 0.17 * s),
    )
    widths = (0.13 * s, 0.10 * s, 0.085 * s, 0.09 * s, 0.11 * s)
    tube(canvas, line, widths, glaze, size=s, lit_side=-1)


def _spout(canvas: Canvas, at: Vessel, glaze: Glaze) -> None:
    s = at.size
    line = QPainterPath(QPointF(at.x + 0.42 * s, at.y - 0.30 * s))
    line.cubicTo(
        QPointF(at.x + 0.78 * s, at.y - 0.30 * s),
        QPointF(at.x + 0.72 * s, at.y - 0.58 * s),
        QPointF(at.x + 0.96 * s, at.y - 0.73 * s),
    )
    tube(canvas, line, (0.34 * s, 0.24 * s, 0.16 * s, 0.125 * s, 0.12 * s), glaze, size=s)
    mouth = oval(0, 0, 0.062 * s, 0.030 * s)
    painter = canvas.painter
    painter.save()
    painter.translate(at.x + 0.955 * s, at.y - 0.728 * s)
    painter.rotate(47)
    painter.fillPath(mouth, mix(glaze.rim, "#ffffff", 0.2))
    painter.fillPath(
        oval(0, 0, 0.046 * s, 0.019 * s), mix(glaze.inside or glaze.base, "#0c0704", 0.7)
    )
    painter.restore()


def _lid(canvas: Canvas, at: Vessel, glaze: Glaze) -> None:
    x, y, radius = at.rim
    s = at.size
    canvas.shadow(
        oval(x, y + 0.02 * s, radius * 1.1, radius * 1.1 * TILT), blur=s * 0.012, opacity=0.6
    )
    lid = Vessel(x, y + 0.005 * s, s, _LID)
    body(canvas, lid, glaze)
    top = lid.y - lid.height
    canvas.shadow(oval(x, top + 0.004 * s, 0.075 * s, 0.02 * s), blur=s * 0.008, opacity=0.6)
    canvas.painter.fillPath(
        oval(x, top - 0.008 * s, 0.04 * s, 0.03 * s),
        across(
            x - 0.04 * s,
            0,
            x + 0.04 * s,
            0,
            (0, QColor(glaze.pool)),
            (1, mix(glaze.pool, "#140c06", 0.5)),
        ),
    )
    knob = oval(x, top - 0.05 * s, 0.066 * s, 0.055 * s)
    canvas.painter.fillPath(
        knob,
        around(
            x - 0.025 * s,
            top - 0.072 * s,
            0.11 * s,
            (0, mix(glaze.rim, "#ffffff", 0.35)),
            (0.35, QColor(glaze.base)),
            (1, mix(glaze.pool, "#0f0904", 0.45)),
        ),
    )
    canvas.layer(
        lambda p: p.fillPath(
            oval(x - 0.024 * s, top - 0.068 * s, 0.016 * s, 0.012 * s), colour("#ffffff", 0.9)
        ),
        blur=s * 0.006,
        opacity=glaze.gloss,
    )
