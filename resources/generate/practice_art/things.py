"""A whisk, biscuits, dishes from above, herbs, and a lamp's glow."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, box, colour, mix, oval
from .shapes import TILT, Glaze

BAMBOO = "#d8b878"


def whisk(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A bamboo whisk standing on its handle, tines up."""
    wide = size * 0.13
    canvas.shadow(oval(x + size * 0.24, y - 4, size * 0.34, size * 0.05), blur=size * 0.04)
    canvas.shadow(oval(x, y + 2, wide * 1.15, wide * TILT), blur=5, opacity=0.65)
    neck = y - size * 0.42
    _tines(canvas, x, neck, size, wide, back=True)
    _tines(canvas, x, neck, size, wide, back=False)
    handle = box(x - wide, neck, wide * 2, size * 0.42).united(oval(x, y, wide, wide * TILT))
    canvas.painter.fillPath(
        handle,
        across(
            x - wide,
            0,
            x + wide,
            0,
            (0, mix(BAMBOO, "#3a2410", 0.45)),
            (0.3, mix(BAMBOO, "#fff6dd", 0.45)),
            (0.6, QColor(BAMBOO)),
            (1, mix(BAMBOO, "#3a2410", 0.6)),
        ),
    )
    for share in (0.20, 0.62):
        ring = neck + size * 0.42 * share
        canvas.layer(
            lambda p, ring=ring: p.fillRect(
                QRectF(x - wide, ring, wide * 2, 4), colour("#5a3c1c", 0.5)
            ),
            blur=1.5,
        )
    band = box(x - wide * 1.06, neck - size * 0.035, wide * 2.12, size * 0.075, 6)
    canvas.painter.fillPath(
        band,
        across(
            x - wide,
            0,
            x + wide,
            0,
            (0, QColor("#241a14")),
            (0.3, QColor("#5a4838")),
            (1, QColor("#1a120d")),
        ),
    )


def _tines(canvas: Canvas, x: float, neck: float, size: float, wide: float, *, back: bool) -> None:
    count = 46
    flare, tall = size * 0.31, size * 0.56

    def draw(p: QPainter) -> None:
        for number in range(count):
            side = -1 + 2 * number / (count - 1)
            turn = math.sin(side * math.pi / 2)
            depth = math.sqrt(max(0.0, 1 - turn * turn)) * (-1 if back else 1)
            start = QPointF(x + wide * 0.95 * turn, neck + depth * wide * TILT)
            tip = QPointF(x + flare * 0.86 * turn, neck - tall + depth * flare * TILT * 0.8)
            path = QPainterPath(start)
            path.cubicTo(
                QPointF(x + flare * 0.55 * turn, neck - tall * 0.30),
                QPointF(x + flare * 1.22 * turn, neck - tall * 0.72 + depth * flare * TILT),
                tip,
            )
            light = 0.5 - 0.45 * turn
            tone = mix(mix(BAMBOO, "#3a2410", 0.55), mix(BAMBOO, "#fffaf0", 0.5), light)
            if back:
                tone = mix(tone, "#2d1c0c", 0.45)
            p.setPen(QPen(colour("#2a1a0a", 0.25), size * 0.014))
            p.drawPath(path.translated(1.5, 1))
            p.setPen(QPen(tone, size * 0.0095))
            p.drawPath(path)

    canvas.layer(draw)


def biscuit(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A round almond biscuit lying flat."""
    canvas.shadow(oval(x, y + size * 0.14, size, size * 0.42), dx=6, blur=7, opacity=0.5)
    canvas.painter.fillPath(oval(x, y + size * 0.12, size, size * 0.42), QColor("#9c6a34"))
    canvas.painter.fillPath(
        oval(x, y, size, size * 0.42),
        around(
            x - size * 0.3,
            y - size * 0.1,
            size * 1.5,
            (0, QColor("#eac88d")),
            (0.7, QColor("#d0a05c")),
            (1, QColor("#a9743a")),
        ),
    )
    for number in range(5):
        turn = number * math.tau / 5 + 0.4
        almond = oval(
            x + math.cos(turn) * size * 0.42,
            y + math.sin(turn) * size * 0.17,
            size * 0.2,
            size * 0.08,
        )
        canvas.painter.fillPath(almond, QColor("#f3e2bf"))
        canvas.painter.strokePath(almond, QPen(colour("#a57a45", 0.7), 1.4))


def dish_above(canvas: Canvas, x: float, y: float, radius: float, glaze: Glaze) -> QPainterPath:
    """A shallow dish from straight above. Returns its hollow, to fill."""
    canvas.shadow(
        oval(x, y, radius, radius),
        dx=radius * 0.10,
        dy=radius * 0.13,
        blur=radius * 0.10,
        opacity=0.5,
    )
    canvas.shadow(oval(x, y, radius, radius), dx=3, dy=4, blur=5, opacity=0.5)
    base = glaze.base
    canvas.painter.fillPath(
        oval(x, y, radius, radius),
        across(
            x - radius,
            y - radius,
            x + radius,
            y + radius,
            (0, mix(glaze.rim, "#ffffff", 0.5)),
            (0.5, QColor(base)),
            (1, mix(glaze.pool, "#170e07", 0.30)),
        ),
    )
    hollow = oval(x, y, radius * 0.90, radius * 0.90)
    canvas.painter.fillPath(
        hollow,
        across(
            x - radius,
            y - radius,
            x + radius,
            y + radius,
            (0, mix(glaze.pool, "#170e07", 0.42)),
            (0.45, QColor(base)),
            (1, mix(base, "#ffffff", 0.32)),
        ),
    )
    canvas.layer(
        lambda p: p.strokePath(hollow, QPen(colour("#fffaf0", 0.7), radius * 0.012)), blur=1.5
    )
    return oval(x, y, radius * 0.80, radius * 0.80)


def foliage(
    canvas: Canvas, x: float, y: float, width: float, height: float, *, count: int = 70
) -> None:
    """Herbs growing out of a pot at (x, y)."""

    def leaves(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for number in range(count):
            share = number / count
            px = x + canvas.chance.uniform(-0.5, 0.5) * width * (0.45 + share)
            py = y - canvas.chance.uniform(0.0, 1.0) * height * (1 - abs(px - x) / width)
            size = height * canvas.chance.uniform(0.07, 0.15)
            tone = canvas.chance.choice(("#5d7d4a", "#78955a", "#46663c", "#93a96b"))
            p.save()
            p.translate(px, py)
            p.rotate(canvas.chance.uniform(-70, 70))
            p.setBrush(QColor(tone))
            p.drawEllipse(QPointF(0, 0), size * 0.42, size)
            p.restore()

    canvas.layer(leaves)


def soft_light(
    canvas: Canvas, x: float, y: float, radius: float, tone: str, opacity: float
) -> None:
    """A glow laid over everything, as of a lamp or a fire."""
    canvas.layer(
        lambda p: p.fillPath(
            oval(x, y, radius, radius),
            around(x, y, radius, (0, colour(tone, 1)), (1, colour(tone, 0))),
        ),
        opacity=opacity,
        mode=Mode.CompositionMode_Screen,
    )
