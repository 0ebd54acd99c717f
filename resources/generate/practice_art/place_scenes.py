"""Places: the kiln's shelves, the front of the shop, the table by the window; and the sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, box, colour, mix, oval
from .goods import SERIF
from .pottery import (
    ASH,
    BOWL,
    CELADON,
    CLAY,
    COBALT,
    CREAM,
    CUP,
    IRON,
    MOSS,
    MUG,
    VASE,
    Vessel,
    vessel,
)
from .surfaces import wall, wood
from .table_scenes import SIDE
from .teapot import teapot
from .things import biscuit, foliage, soft_light


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


def shop_front() -> Canvas:
    canvas = Canvas(1600, SIDE, "shop front")
    wall(canvas, "#efe0c6", "#d6bd97", until=1000)
    _pavement(canvas)
    _shop_window(canvas)
    _door(canvas)
    _sign(canvas)
    _awning(canvas)
    _bench(canvas)
    for x, size in ((120, 150), (1490, 170)):
        _herb_pot(canvas, x, 1075, size)
    _sun(canvas)
    return canvas


def _pavement(canvas: Canvas) -> None:
    canvas.painter.fillRect(
        0, 1000, 1600, 200, across(0, 1000, 0, 1200, (0, QColor("#b9ab97")), (1, QColor("#8f806d")))
    )

    def stones(p: QPainter) -> None:
        for row, y in enumerate((1000, 1036, 1082, 1138)):
            wide = 120 + row * 40
            for column in range(-1, 16):
                x = column * wide + (wide / 2 if row % 2 else 0)
                tone = mix("#c6b8a3", "#94846f", canvas.chance.random())
                p.fillPath(box(x + 3, y + 3, wide - 6, 30 + row * 9, 7), colour(tone.name(), 0.6))

    canvas.layer(stones, blur=1.5)
    canvas.layer(lambda p: p.fillRect(0, 984, 1600, 20, colour("#3a2a1c", 0.6)), blur=10)


def _shop_window(canvas: Canvas) -> None:
    frame = box(150, 400, 760, 540, 6)
    glass = box(182, 432, 696, 476, 3)
    canvas.shadow(frame, dx=8, dy=12, blur=16, opacity=0.4)
    canvas.painter.fillPath(
        glass,
        across(
            0,
            432,
            0,
            908,
            (0, QColor("#5a4632")),
            (0.6, QColor("#8a6a48")),
            (1, QColor("#a98558")),
        ),
    )
    soft_light(canvas, 530, 600, 330, "#ffcf8a", 0.5)
    upper = (
        (250, 115, CUP, CELADON),
        (362, 115, CUP, COBALT),
        (655, 115, VASE, IRON),
        (745, 110, MUG, CREAM),
    )
    lower = ((285, 130, BOWL, ASH), (690, 135, CUP, CELADON), (800, 115, CUP, COBALT))
    for floor, row in ((650, upper), (870, lower)):
        board = box(182, floor, 696, 16)
        canvas.shadow(board, dy=10, blur=8, opacity=0.6)
        canvas.painter.fillPath(board, QColor("#c79a66"))
        for x, size, profile, glaze in row:
            vessel(canvas, Vessel(x, floor, size, profile), glaze)
    teapot(canvas, 495, 650, 82, CLAY)
    teapot(canvas, 490, 870, 112, MOSS)
    _reflections(canvas, glass)
    canvas.painter.fillPath(frame.subtracted(glass), QColor("#2f5d50"))
    canvas.painter.fillRect(QRectF(588, 432, 12, 476), QColor("#2f5d50"))
    canvas.layer(lambda p: p.strokePath(glass, QPen(colour("#0f241d", 0.8), 5)), blur=2, clip=frame)
    sill = box(130, 940, 800, 30, 3)
    canvas.shadow(sill, dy=10, blur=8, opacity=0.5)
    canvas.painter.fillPath(sill, QColor("#e9dcc4"))


def _reflections(canvas: Canvas, glass: QPainterPath) -> None:
    def shine(p: QPainter) -> None:
        for left, wide in ((240, 110), (390, 40), (690, 90)):
            path = QPainterPath(QPointF(left, 908))
            path.lineTo(left + 190, 432)
            path.lineTo(left + 190 + wide, 432)
            path.lineTo(left + wide, 908)
            p.fillPath(path, colour("#ffffff", 0.13))

    canvas.layer(shine, blur=3, clip=glass)


def _door(canvas: Canvas) -> None:
    frame = box(1050, 380, 340, 622, 6)
    canvas.shadow(frame, dx=8, dy=8, blur=16, opacity=0.4)
    canvas.painter.fillPath(frame, QColor("#24493f"))
    door = box(1074, 404, 292, 598, 3)
    canvas.painter.fillPath(
        door,
        across(
            1074,
            0,
            1366,
            0,
            (0, QColor("#3a7060")),
            (0.6, QColor("#2f5d50")),
            (1, QColor("#24493f")),
        ),
    )
    pane = box(1112, 442, 216, 300, 4)
    canvas.painter.fillPath(
        pane, across(0, 442, 0, 742, (0, QColor("#6a5138")), (1, QColor("#b48d5c")))
    )
    soft_light(canvas, 1220, 560, 170, "#ffd08c", 0.45)
    canvas.layer(lambda p: p.strokePath(pane, QPen(colour("#10241e", 0.8), 5)), blur=1)
    canvas.painter.fillRect(QRectF(1214, 442, 12, 300), QColor("#2f5d50"))
    panel = box(1112, 790, 216, 160, 4)
    canvas.layer(lambda p: p.strokePath(panel, QPen(colour("#14302a", 0.8), 6)), blur=2)
    canvas.painter.fillPath(oval(1344, 760, 9, 9), QColor("#e2c07a"))
    card = box(1150, 600, 140, 72, 4)
    canvas.painter.fillPath(card, QColor("#f6eddb"))
    font = QFont(SERIF)
    font.setPixelSize(34)
    canvas.painter.setFont(font)
    canvas.painter.setPen(QColor("#2f5d50"))
    canvas.painter.drawText(QRectF(1150, 600, 140, 72), Qt.AlignmentFlag.AlignCenter, "open")


def _sign(canvas: Canvas) -> None:
    board = box(150, 120, 1300, 130, 8)
    canvas.shadow(board, dx=6, dy=12, blur=14, opacity=0.45)
    canvas.painter.fillPath(
        board, across(0, 120, 0, 250, (0, QColor("#35695a")), (1, QColor("#274f44")))
    )
    font = QFont(SERIF)
    font.setPixelSize(84)
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4)
    canvas.painter.setFont(font)
    area = QRectF(150, 118, 1300, 130)
    canvas.painter.setPen(colour("#0c1f1a", 0.6))
    canvas.painter.drawText(area.translated(3, 4), Qt.AlignmentFlag.AlignCenter, "Leaf & Kiln")
    canvas.painter.setPen(QColor("#f3e6c8"))
    canvas.painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "Leaf & Kiln")


def _awning(canvas: Canvas) -> None:
    left, right, top, low, count = 110, 960, 290, 430, 17
    step = (right - left) / count
    outline = QPainterPath(QPointF(left + 30, top))
    outline.lineTo(right - 30, top)
    outline.lineTo(right, low + 30)
    outline.lineTo(left, low + 30)
    outline.closeSubpath()
    canvas.shadow(outline, dy=70, blur=36, opacity=0.5)
    for number in range(count):
        tone = "#f3e9d6" if number % 2 else "#c4694a"
        strip = QPainterPath(QPointF(left + 30 + number * (step - 60 / count), top))
        strip.lineTo(left + 30 + (number + 1) * (step - 60 / count), top)
        strip.lineTo(left + (number + 1) * step, low)
        strip.lineTo(left + number * step, low)
        strip.closeSubpath()
        flap = box(left + number * step, low - 2, step, 22).united(
            oval(left + (number + 0.5) * step, low + 20, step / 2, 15)
        )
        canvas.painter.fillPath(
            strip,
            across(
                0, top, 0, low, (0, mix(tone, "#ffffff", 0.15)), (1, mix(tone, "#3a2414", 0.10))
            ),
        )
        canvas.painter.fillPath(flap, mix(tone, "#3a2414", 0.24))


def _bench(canvas: Canvas) -> None:
    seat = box(300, 1010, 460, 26, 5)
    canvas.shadow(box(300, 1090, 480, 26, 12), dx=20, blur=14, opacity=0.55)
    for x in (330, 712):
        canvas.painter.fillRect(QRectF(x, 1030, 22, 74), QColor("#6f4a2c"))
    canvas.painter.fillPath(
        seat, across(0, 1010, 0, 1036, (0, QColor("#c4935c")), (1, QColor("#8a5f36")))
    )


def _herb_pot(canvas: Canvas, x: float, y: float, size: float) -> None:
    foliage(canvas, x, y - size * 0.9, size * 1.5, size * 1.5, count=120)
    vessel(canvas, Vessel(x, y, size, MUG), CLAY, filled="#3a2a1c")
    foliage(canvas, x, y - size * 0.98, size * 1.0, size * 0.9, count=60)


def _sun(canvas: Canvas) -> None:
    shade = QPainterPath(QPointF(1600, -10))
    shade.lineTo(1600, 900)
    shade.lineTo(1180, -10)
    shade.closeSubpath()
    canvas.layer(
        lambda p: p.fillPath(shade, QColor("#8a745c")),
        blur=40,
        opacity=0.35,
        mode=Mode.CompositionMode_Multiply,
    )
    soft_light(canvas, 200, 80, 900, "#fff0cc", 0.22)


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
