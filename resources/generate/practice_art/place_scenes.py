"""Places: the kiln's shelves and the table by the window; and the sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, across, box, colour, mix, oval
from .pottery import vessel
from .shapes import ASH, BOWL, CELADON, COBALT, CREAM, CUP, IRON, MOSS, MUG, VASE, Vessel
from .surfaces import wall, wood
from .table_scenes import SIDE
from .teapot import teapot
from .things import biscuit, soft_light


def kiln_shelf() -> Canvas:
    canvas = Canvas(SIDE, SIDE, "kiln")
    painter = canvas.painter
    painter.fillRect(
        0, 0, SIDE, SIDE, across(0, 0, SIDE, SIDE, (0, QColor("#6b4a33")), (1, QColor("#3a2519")))
    )
    _bricks(canvas)
    soft_light(canvas, 380, 420, 760, "#ff9f4a", 0.30)
    rows = (
        (
            430,
            (
                (130, 190, CUP, CELADON),
                (325, 190, CUP, COBALT),
                (575, 200, BOWL, ASH),
                (830, 230, VASE, IRON),
                (1045, 205, MUG, CREAM),
            ),
        ),
        (780, ((185, 190, BOWL, CREAM), (430, 190, CUP, MOSS), (615, 190, CUP, MOSS))),
        (
            1130,
            (
                (125, 215, MUG, COBALT),
                (335, 205, MUG, CELADON),
                (605, 225, BOWL, CELADON),
                (870, 190, CUP, ASH),
                (1070, 190, CUP, IRON),
            ),
        ),
    )
    for floor, things in rows:
        _shelf(canvas, floor)
        for x, size, profile, glaze in things:
            vessel(canvas, Vessel(x, floor - 8, size, profile), glaze)
    teapot(canvas, 925, 772, 200, CREAM)
    soft_light(canvas, 260, 240, 700, "#ffb873", 0.20)
    return canvas


def _bricks(canvas: Canvas) -> None:
    def draw(p: QPainter) -> None:
        for row in range(11):
            for column in range(-1, 7):
                x = column * 210 + (105 if row % 2 else 0)
                y = row * 112
                tone = mix("#8a5a3c", "#5d3a26", canvas.chance.random())
                p.fillPath(box(x + 4, y + 4, 202, 104, 5), tone)

    canvas.layer(draw, blur=2, opacity=0.55)


def _shelf(canvas: Canvas, floor: float) -> None:
    slab = box(-10, floor - 24, SIDE + 20, 46)
    canvas.shadow(slab, dy=34, blur=26, opacity=0.7)
    canvas.painter.fillPath(
        slab,
        across(
            0,
            floor - 24,
            0,
            floor + 22,
            (0, QColor("#d9c2a4")),
            (0.42, QColor("#b99b79")),
            (0.5, QColor("#8a6a4c")),
            (1, QColor("#5e442f")),
        ),
    )


def tea_table() -> Canvas:
    canvas = Canvas(1600, SIDE, "tea table")
    _garden_window(canvas)
    wood(canvas, 740, "#a4774b", planks=3)
    teapot(canvas, 560, 1030, 400, CREAM)
    vessel(canvas, Vessel(1130, 960, 225, CUP), MOSS, filled="#a9742c")
    vessel(canvas, Vessel(1340, 1090, 250, CUP), MOSS, filled="#a9742c")
    _plate(canvas, 1010, 1085)
    return canvas


def _plate(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(oval(x + 14, y + 14, 175, 46), blur=12, opacity=0.5)
    canvas.painter.fillPath(oval(x, y + 8, 172, 48), QColor("#6f8f82"))
    canvas.painter.fillPath(
        oval(x, y, 172, 46),
        across(
            x - 172,
            0,
            x + 172,
            0,
            (0, QColor("#a9c2b2")),
            (0.4, QColor("#dbe7da")),
            (1, QColor("#8aa596")),
        ),
    )
    canvas.painter.fillPath(oval(x, y + 2, 132, 33), colour("#7f9c8d", 0.35))
    for dx, dy in ((-58, -6), (56, -4), (0, 10), (-6, -24)):
        biscuit(canvas, x + dx, y + dy, 56)


def _garden_window(canvas: Canvas) -> None:
    """A window onto a garden, out of focus, with its frame and sill."""
    wall(canvas, "#eadfcd", "#cfbea4", until=740)
    frame = box(210, -40, 1180, 640)

    def garden(p: QPainter) -> None:
        p.fillPath(frame, across(0, 0, 0, 600, (0, QColor("#f2f3dc")), (1, QColor("#c8d6a4"))))
        for _ in range(120):
            x, y = canvas.chance.uniform(180, 1420), canvas.chance.uniform(60, 640)
            tone = canvas.chance.choice(
                ("#9db079", "#7c9a63", "#c6d29c", "#f4f3d6", "#5f8257", "#e9d9a4")
            )
            p.fillPath(
                oval(x, y, canvas.chance.uniform(18, 74), canvas.chance.uniform(18, 66)),
                colour(tone, 0.75),
            )

    canvas.layer(garden, blur=22, clip=frame)
    bars = QPainterPath()
    bars.setFillRule(Qt.FillRule.WindingFill)
    bars.addRect(QRectF(190, -40, 34, 660))
    bars.addRect(QRectF(1376, -40, 34, 660))
    bars.addRect(QRectF(786, -40, 28, 640))
    bars.addRect(QRectF(210, 250, 1180, 22))
    canvas.shadow(bars, dx=8, dy=8, blur=8, opacity=0.4)
    canvas.painter.fillPath(bars, QColor("#f2ebdd"))
    canvas.layer(
        lambda p: p.fillPath(bars.translated(6, 4).intersected(bars), colour("#b9a98c", 0.35)),
        blur=3,
    )
    sill = box(150, 590, 1300, 44, 4)
    canvas.shadow(sill, dy=22, blur=18, opacity=0.5)
    canvas.painter.fillPath(
        sill,
        across(
            0, 590, 0, 634, (0, QColor("#fdf8ec")), (0.5, QColor("#e6dbc6")), (1, QColor("#b9a98c"))
        ),
    )
    soft_light(canvas, 700, 260, 820, "#fff1c9", 0.30)


def logo() -> Canvas:
    """The sign: a leaf in the mouth of a kiln."""
    canvas = Canvas(400, 400, "logo")
    painter = canvas.painter
    painter.fillRect(
        0, 0, 400, 400, across(0, 0, 400, 400, (0, QColor("#35695a")), (1, QColor("#274f44")))
    )
    arch = QPainterPath(QPointF(92, 322))
    arch.lineTo(92, 196)
    arch.arcTo(QRectF(92, 88, 216, 216), 180, -180)
    arch.lineTo(308, 322)
    arch.closeSubpath()
    painter.fillPath(arch, QColor("#f3e6c8"))
    leaf = QPainterPath(QPointF(142, 288))
    leaf.cubicTo(QPointF(126, 172), QPointF(206, 150), QPointF(270, 142))
    leaf.cubicTo(QPointF(276, 226), QPointF(246, 292), QPointF(142, 288))
    painter.fillPath(leaf, QColor("#c4694a"))
    vein = QPainterPath(QPointF(142, 288))
    vein.quadTo(QPointF(198, 244), QPointF(248, 168))
    pen = QPen(QColor("#f3e6c8"), 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(vein, pen)
    return canvas
