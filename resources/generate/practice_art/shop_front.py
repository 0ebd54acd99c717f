"""The front of the shop on a sunny morning."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, box, colour, mix, oval
from .goods import SERIF
from .pottery import vessel
from .shapes import ASH, BOWL, CELADON, CLAY, COBALT, CREAM, CUP, IRON, MOSS, MUG, VASE, Vessel
from .surfaces import wall
from .table_scenes import SIDE
from .teapot import teapot
from .things import foliage, soft_light


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
