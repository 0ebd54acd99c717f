"""What things stand on and before: walls with a window's light, wood, linen, plaster."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from .canvas import Canvas, Mode, across, around, box, colour, mix


def wall(canvas: Canvas, light: str, dark: str, *, until: float) -> None:
    """Plaster from the top down to `until`, lit from the left."""
    painter = canvas.painter
    width, bottom = canvas.width, int(until) + 2
    painter.fillRect(
        0,
        0,
        width,
        bottom,
        across(0, 0, width, until, (0, QColor(light)), (1, QColor(dark))),
    )

    def clouds(p: QPainter) -> None:
        for _ in range(46):
            x, y = canvas.chance.uniform(0, width), canvas.chance.uniform(0, until)
            tone = light if canvas.chance.random() < 0.5 else dark
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(colour(tone, 0.30))
            p.drawEllipse(
                QPointF(x, y), canvas.chance.uniform(40, 190), canvas.chance.uniform(20, 90)
            )

    canvas.layer(clouds, blur=46, clip=box(0, 0, width, until))


def window_light(
    canvas: Canvas, x: float, y: float, width: float, height: float, *, opacity: float = 0.5
) -> None:
    """Sun through a window of two by three panes, slanting over the wall."""
    slant = height * 0.34

    def panes(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(QColor("#fff3d6"))
        for column in range(2):
            for row in range(3):
                left = x + column * width / 2 + 9
                top = y + row * height / 3 + 9
                w, h = width / 2 - 18, height / 3 - 18
                lean = slant / height
                p.drawPolygon(
                    QPolygonF(
                        [
                            QPointF(left, top + (left - x) * lean),
                            QPointF(left + w, top + (left + w - x) * lean),
                            QPointF(left + w, top + h + (left + w - x) * lean),
                            QPointF(left, top + h + (left - x) * lean),
                        ]
                    )
                )

    canvas.layer(panes, blur=13, opacity=opacity, mode=Mode.CompositionMode_SoftLight)
    canvas.layer(panes, blur=30, opacity=opacity * 0.35, mode=Mode.CompositionMode_Screen)


def wood(canvas: Canvas, top: float, base: str, *, planks: int = 0) -> None:
    """A table from `top` to the lower edge, its grain running across."""
    painter, width, height = canvas.painter, canvas.width, canvas.height
    dark = mix(base, "#2b170a", 0.45)
    lit = mix(base, "#ffe9c9", 0.30)
    brush = across(0, top, width, height, (0, lit), (0.5, QColor(base)), (1, mix(base, dark, 0.5)))
    painter.fillRect(0, int(top), width, height - int(top), brush)

    def grain(p: QPainter) -> None:
        for _ in range(150):
            depth = canvas.chance.random() ** 1.6
            y = top + depth * (height - top)
            tone = dark if canvas.chance.random() < 0.7 else lit
            pen = QPen(colour(tone.name(), canvas.chance.uniform(0.05, 0.22)))
            pen.setWidthF(0.7 + 3.4 * depth)
            p.setPen(pen)
            path = QPainterPath(QPointF(-20, y))
            step = width / 4
            for piece in range(5):
                wave = canvas.chance.uniform(-6, 6) * (0.4 + depth)
                x = piece * step
                path.quadTo(QPointF(x + step / 2, y + wave), QPointF(x + step, y + wave / 3))
            p.drawPath(path)

    canvas.layer(grain, blur=0.8, clip=box(0, top, width, height - top))

    def seams(p: QPainter) -> None:
        for number in range(1, planks):
            y = top + (height - top) * (number / planks) ** 1.35
            p.setPen(QPen(colour("#1d0f06", 0.5), 2 + number))
            p.drawLine(QPointF(0, y), QPointF(width, y))

    if planks:
        canvas.layer(seams, blur=1.2)
    _edge(canvas, top)


def linen(canvas: Canvas, top: float, base: str) -> None:
    """A cloth lying flat from `top` down, woven of light and dark threads."""
    painter, width, height = canvas.painter, canvas.width, canvas.height
    lit, dark = mix(base, "#ffffff", 0.25), mix(base, "#3d2d20", 0.22)
    brush = across(0, top, width, height, (0, lit), (0.6, QColor(base)), (1, dark))
    painter.fillRect(0, int(top), width, height - int(top), brush)

    def threads(p: QPainter) -> None:
        for y in range(int(top), height, 4):
            p.setPen(QPen(colour("#ffffff", canvas.chance.uniform(0.02, 0.13)), 1.4))
            p.drawLine(0, y, width, y + canvas.chance.randint(-1, 1))
        for x in range(0, width, 4):
            p.setPen(QPen(colour("#5b4634", canvas.chance.uniform(0.02, 0.10)), 1.4))
            p.drawLine(x, int(top), x + canvas.chance.randint(-1, 1), height)

    canvas.layer(threads, clip=box(0, top, width, height - top))

    def folds(p: QPainter) -> None:
        for _ in range(4):
            y = canvas.chance.uniform(top + 40, height)
            path = QPainterPath(QPointF(-40, y))
            path.cubicTo(
                QPointF(width * 0.3, y - canvas.chance.uniform(-40, 60)),
                QPointF(width * 0.6, y + canvas.chance.uniform(-60, 60)),
                QPointF(width + 40, y + canvas.chance.uniform(-70, 70)),
            )
            p.setPen(QPen(colour(dark.name(), 0.35), 12))
            p.drawPath(path)
            p.setPen(QPen(colour("#ffffff", 0.35), 9))
            p.drawPath(path.translated(0, -11))

    canvas.layer(folds, blur=12, clip=box(0, top, width, height - top))
    if top > 0:
        _edge(canvas, top)


def plaster(canvas: Canvas, base: str) -> None:
    """A whole sheet seen from above: a worktop of pale plaster."""
    width, height = canvas.width, canvas.height
    lit, dark = mix(base, "#ffffff", 0.3), mix(base, "#4a3526", 0.22)
    brush = around(
        width * 0.3, height * 0.22, width * 1.1, (0, lit), (0.5, QColor(base)), (1, dark)
    )
    canvas.painter.fillRect(0, 0, width, height, brush)

    def stains(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(90):
            tone = lit if canvas.chance.random() < 0.5 else dark
            p.setBrush(colour(tone.name(), 0.16))
            p.drawEllipse(
                QPointF(canvas.chance.uniform(0, width), canvas.chance.uniform(0, height)),
                canvas.chance.uniform(10, 150),
                canvas.chance.uniform(8, 60),
            )

    canvas.layer(stains, blur=26)


def _edge(canvas: Canvas, top: float) -> None:
    """Where wall and table meet: a soft dark line, and light on the edge below it."""
    canvas.layer(
        lambda p: p.fillRect(0, int(top) - 26, canvas.width, 26, colour("#2a1a10", 0.30)),
        blur=14,
        mode=Mode.CompositionMode_Multiply,
    )
    canvas.layer(
        lambda p: p.fillRect(0, int(top), canvas.width, 5, colour("#fff2dc", 0.5)), blur=2.2
    )
