"""Whisk, cloths, parcels, biscuits, dishes from above, and a plant."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, box, colour, mix, oval
from .pottery import TILT, Glaze

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


def cloth(
    canvas: Canvas, x: float, y: float, width: float, height: float, tone: str, *, layers: int = 3
) -> None:
    """A folded cloth lying flat, its front edge towards us; `y` is its lower edge."""
    deep = width * 0.20
    top = y - height
    canvas.shadow(
        box(x - width * 0.02, y - height * 0.5, width * 1.08, height * 0.62, 20),
        dx=14,
        blur=20,
        opacity=0.5,
    )
    face = QPainterPath(QPointF(x + 10, top))
    face.lineTo(x + width * 0.10, top - deep)
    face.quadTo(QPointF(x + width * 0.5, top - deep - 6), QPointF(x + width * 0.90, top - deep))
    face.lineTo(x + width - 10, top)
    face.closeSubpath()
    canvas.painter.fillPath(
        face,
        across(
            x,
            top - deep,
            x + width,
            top,
            (0, mix(tone, "#ffffff", 0.38)),
            (1, mix(tone, "#2a1d12", 0.10)),
        ),
    )
    _weave(canvas, face, tone)
    each = height / layers
    for layer in range(layers):
        slab = box(x, top + layer * each, width, each * 1.04, each * 0.5)
        canvas.painter.fillPath(
            slab,
            across(
                0,
                top + layer * each,
                0,
                top + (layer + 1) * each,
                (0, mix(tone, "#ffffff", 0.26)),
                (0.4, QColor(tone)),
                (1, mix(tone, "#24170d", 0.45)),
            ),
        )
        _weave(canvas, slab, tone)
        side = across(x, 0, x + width, 0, (0.5, colour("#1c120a", 0)), (1, colour("#1c120a", 0.35)))
        canvas.layer(lambda p, slab=slab, side=side: p.fillPath(slab, side))


def _weave(canvas: Canvas, path: QPainterPath, tone: str) -> None:
    area = path.boundingRect()

    def threads(p: QPainter) -> None:
        for y in range(int(area.top()), int(area.bottom()), 3):
            p.setPen(QPen(colour("#ffffff", canvas.chance.uniform(0.02, 0.16)), 1.1))
            p.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        for x in range(int(area.left()), int(area.right()), 3):
            shade = mix(tone, "#2a1c10", 0.6).name()
            p.setPen(QPen(colour(shade, canvas.chance.uniform(0.02, 0.14)), 1.1))
            p.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    canvas.layer(threads, clip=path)


def parcel(
    canvas: Canvas, x: float, y: float, width: float, height: float, *, tone: str = "#b98d5f"
) -> None:
    """A box in brown paper with a green string; `x`, `y` its lower left corner."""
    deep = width * 0.26
    top = y - height
    lean = deep * 0.42
    canvas.shadow(
        box(x + 10, y - height * 0.5, width * 1.15, height * 0.55, 10), dx=10, blur=26, opacity=0.5
    )
    front = box(x, top, width, height, 3)
    lid = QPainterPath(QPointF(x, top))
    lid.lineTo(x + lean, top - deep * 0.55)
    lid.lineTo(x + width + lean, top - deep * 0.55)
    lid.lineTo(x + width, top)
    lid.closeSubpath()
    side = QPainterPath(QPointF(x + width, top))
    side.lineTo(x + width + lean, top - deep * 0.55)
    side.lineTo(x + width + lean, y - deep * 0.55)
    side.lineTo(x + width, y)
    side.closeSubpath()
    painter = canvas.painter
    painter.fillPath(
        front,
        across(
            x, top, x + width, y, (0, mix(tone, "#fff0d8", 0.22)), (1, mix(tone, "#2b190b", 0.20))
        ),
    )
    painter.fillPath(
        lid,
        across(
            x, 0, x + width, 0, (0, mix(tone, "#fff6e4", 0.42)), (1, mix(tone, "#fff0d8", 0.12))
        ),
    )
    painter.fillPath(side, mix(tone, "#221308", 0.48))
    _creases(canvas, front.united(lid))
    _string(canvas, x, y, width, height, lean, deep)


def _creases(canvas: Canvas, path: QPainterPath) -> None:
    area = path.boundingRect()

    def lines(p: QPainter) -> None:
        for _ in range(16):
            start = QPointF(
                canvas.chance.uniform(area.left(), area.right()),
                canvas.chance.uniform(area.top(), area.bottom()),
            )
            end = start + QPointF(canvas.chance.uniform(-90, 90), canvas.chance.uniform(-50, 50))
            p.setPen(QPen(colour("#fff4de", 0.30), 2))
            p.drawLine(start, end)
            p.setPen(QPen(colour("#4a2f18", 0.25), 2))
            p.drawLine(start + QPointF(1, 3), end + QPointF(1, 3))

    canvas.layer(lines, blur=1.6, clip=path)


def _string(
    canvas: Canvas, x: float, y: float, width: float, height: float, lean: float, deep: float
) -> None:
    top, middle, back = y - height, x + width * 0.5, deep * 0.55
    lines = QPainterPath(QPointF(middle, y))
    lines.lineTo(middle, top)
    lines.lineTo(middle + lean, top - back)
    lines.moveTo(x, top + height * 0.5)
    lines.lineTo(x + width, top + height * 0.5)
    lines.lineTo(x + width + lean, top + height * 0.5 - back)
    lines.moveTo(x + lean * 0.5, top - back * 0.5)
    lines.lineTo(x + width + lean * 0.5, top - back * 0.5)
    knot = QPointF(middle + lean * 0.5, top - back * 0.5)
    bow = QPainterPath(knot)
    r = width * 0.16
    for side in (-1, 1):
        bow.cubicTo(
            knot + QPointF(side * r, -r * 0.9), knot + QPointF(side * r * 1.5, -r * 0.1), knot
        )
        bow.moveTo(knot)
        bow.quadTo(
            knot + QPointF(side * r * 0.5, r * 0.2), knot + QPointF(side * r * 0.9, r * 0.55)
        )
        bow.moveTo(knot)
    for path, thick in ((lines, width * 0.014), (bow, width * 0.016)):
        pen = QPen(colour("#1d120a", 0.5), thick * 1.3)
        canvas.layer(lambda p, path=path, pen=pen: p.strokePath(path.translated(3, 4), pen), blur=2)
        canvas.painter.strokePath(path, QPen(QColor("#3f6250"), thick))
        canvas.painter.strokePath(
            path.translated(-1, -1), QPen(colour("#9dbba8", 0.7), thick * 0.3)
        )


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
