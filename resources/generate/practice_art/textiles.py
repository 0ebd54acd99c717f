"""Folded cloths, and parcels in brown paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, across, box, colour, mix


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
    _stripes(canvas, face, (x, top), (x + width, top), (x + width * 0.10, top - deep), width * 0.80)
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


def _stripes(
    canvas: Canvas,
    clip: QPainterPath,
    left: tuple[float, float],
    right: tuple[float, float],
    far_left: tuple[float, float],
    far_width: float,
) -> None:
    """The coloured stripes of a tea towel, running away from us."""
    width = right[0] - left[0]

    def draw(p: QPainter) -> None:
        for first, last in ((0.07, 0.10), (0.115, 0.125), (0.875, 0.885), (0.90, 0.93)):
            path = QPainterPath(QPointF(left[0] + first * width, left[1]))
            path.lineTo(left[0] + last * width, left[1])
            path.lineTo(far_left[0] + last * far_width, far_left[1] - 8)
            path.lineTo(far_left[0] + first * far_width, far_left[1] - 8)
            p.fillPath(path, colour("#fbf4e6", 0.62))

    canvas.layer(draw, blur=0.8, clip=clip)


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
