"""Things seen from straight above: dishes of tea, glaze tests, an open gift box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from .canvas import Canvas, across, around, box, colour, mix, oval
from .goods import blossom, loose_leaves, pearls
from .shapes import ASH, CELADON, CREAM, Glaze
from .surfaces import linen, plaster
from .table_scenes import BLACK_TEA, GREEN_TEA, SIDE
from .things import dish_above

_GLAZES = (
    ("#e9dfc9", "#cdb994"),
    ("#d9d2bb", "#a9a98c"),
    ("#bccfbb", "#8fb09c"),
    ("#9dbdb4", "#5f8f8a"),
    ("#7f9a6a", "#4c6a43"),
    ("#5f7a48", "#2f4a33"),
    ("#6f9aa8", "#3d6b82"),
    ("#4a78a6", "#25507e"),
    ("#2b4a7c", "#182c55"),
    ("#c68a4e", "#8a5326"),
    ("#a45a3c", "#6f3322"),
    ("#5a3c2e", "#2b1c16"),
)


def three_teas() -> Canvas:
    canvas = Canvas(SIDE, SIDE, "three teas")
    linen(canvas, 0, "#dccdb6")
    for x, y, glaze, tones in ((360, 380, CREAM, GREEN_TEA), (850, 470, CELADON, BLACK_TEA)):
        hollow = dish_above(canvas, x, y, 240, glaze)
        loose_leaves(canvas, x, y, 186, 180, tones, count=1_000)
    hollow = dish_above(canvas, 480, 880, 240, ASH)
    pearls(canvas, 480, 880, 178, 174, count=170, size=17, clip=hollow)
    blossom(canvas, 800, 930, 62, 15)
    blossom(canvas, 905, 1010, 48, 40)
    loose_leaves(canvas, 640, 660, 70, 44, GREEN_TEA, count=14)
    return canvas


def glaze_tiles() -> Canvas:
    canvas = Canvas(SIDE, SIDE, "glaze tiles")
    plaster(canvas, "#d8c9b4")
    columns, rows, side = 5, 5, 168
    gap = (SIDE - columns * side) / (columns + 1)
    pack = [*_GLAZES, *_GLAZES, _GLAZES[4]]
    canvas.chance.shuffle(pack)
    for row in range(rows):
        for column in range(columns):
            x = gap + column * (side + gap) + side / 2 + canvas.chance.uniform(-5, 5)
            y = gap + row * (side + gap) + side / 2 + canvas.chance.uniform(-5, 5)
            _tile(canvas, x, y, side, pack.pop(), canvas.chance.uniform(-4, 4))
    return canvas


def _tile(
    canvas: Canvas, x: float, y: float, side: float, tones: tuple[str, str], turn: float
) -> None:
    base, pool = tones
    half = side / 2
    slab = box(-half, -half, side, side, 16)
    placed = QPainterPath(slab).translated(x, y)
    canvas.shadow(placed, dx=9, dy=13, blur=12, opacity=0.45)
    canvas.shadow(placed, dx=2, dy=3, blur=3, opacity=0.5)

    def draw(p: QPainter) -> None:
        p.translate(x, y)
        p.rotate(turn)
        p.fillPath(slab, QColor("#b98f6a"))
        p.setClipPath(slab)
        glazed = QPainterPath(QPointF(-half, -half * 0.46))
        for piece in range(6):
            step = side / 6
            left = -half + piece * step
            dip = canvas.chance.uniform(-10, 10)
            glazed.quadTo(
                QPointF(left + step / 2, -half * 0.46 + dip), QPointF(left + step, -half * 0.46)
            )
        glazed.lineTo(half, half)
        glazed.lineTo(-half, half)
        glazed.closeSubpath()
        p.fillPath(
            glazed,
            across(
                -half,
                -half,
                half,
                half,
                (0, mix(base, "#ffffff", 0.25)),
                (0.5, QColor(base)),
                (1, QColor(pool)),
            ),
        )
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(9):
            p.setBrush(colour(pool, 0.20))
            p.drawEllipse(
                QPointF(canvas.chance.uniform(-half, half), canvas.chance.uniform(0, half)),
                canvas.chance.uniform(8, 34),
                canvas.chance.uniform(8, 40),
            )
        p.setBrush(colour("#ffffff", 0.5))
        p.drawRoundedRect(QRectF(-half * 0.78, -half * 0.30, side * 0.10, side * 0.42), 8, 8)
        p.setBrush(QColor("#4a3524"))
        p.drawEllipse(QPointF(0, -half * 0.74), 9, 9)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour("#fff6e6", 0.5), 3))
        p.drawPath(slab)

    canvas.layer(draw)


def gift_box() -> Canvas:
    canvas = Canvas(SIDE, SIDE, "gift box")
    plaster(canvas, "#d9cdbd")
    outer = box(170, 190, 860, 820, 14)
    canvas.shadow(outer, dx=26, dy=34, blur=34, opacity=0.5)
    canvas.painter.fillPath(
        outer, across(170, 190, 1030, 1010, (0, QColor("#c79d70")), (1, QColor("#9a6f45")))
    )
    inner = box(206, 226, 788, 748, 8)
    canvas.painter.fillPath(inner, QColor("#a5845a"))
    _shreds(canvas, inner)
    canvas.layer(
        lambda p: p.strokePath(inner, QPen(colour("#1c1008", 0.9), 46)),
        blur=16,
        opacity=0.55,
        clip=inner,
    )
    for x, y, glaze in ((425, 470, CELADON), (425, 745, CREAM)):
        _cup_above(canvas, x, y, 132, glaze)
    _tin_above(canvas, 755, 610, 190)
    _card(canvas)
    return canvas


def _shreds(canvas: Canvas, inner: QPainterPath) -> None:
    """Paper wool: hundreds of pale crinkled strips."""

    def draw(p: QPainter) -> None:
        for number in range(1500):
            x, y = canvas.chance.uniform(190, 1010), canvas.chance.uniform(210, 990)
            tone = canvas.chance.choice(("#e9ddc4", "#f3ead6", "#d9c9a8", "#cdbb98"))
            depth = 0.42 if number < 600 else 0.08
            path = QPainterPath(QPointF(x, y))
            for _ in range(3):
                path.quadTo(
                    path.currentPosition()
                    + QPointF(canvas.chance.uniform(-30, 30), canvas.chance.uniform(-30, 30)),
                    path.currentPosition()
                    + QPointF(canvas.chance.uniform(-46, 46), canvas.chance.uniform(-46, 46)),
                )
            p.setPen(QPen(colour("#4a3420", 0.30), 8))
            p.drawPath(path.translated(3, 4))
            p.setPen(QPen(mix(tone, "#5a4024", depth), 6.5))
            p.drawPath(path)

    canvas.layer(draw, clip=inner)


def _cup_above(canvas: Canvas, x: float, y: float, radius: float, glaze: Glaze) -> None:
    canvas.shadow(oval(x, y, radius, radius), dx=16, dy=20, blur=16, opacity=0.6)
    dish_above(canvas, x, y, radius, glaze)
    well = oval(x, y, radius * 0.84, radius * 0.84)
    inside = glaze.inside or glaze.base
    canvas.painter.fillPath(
        well,
        around(
            x + radius * 0.22,
            y + radius * 0.25,
            radius * 1.15,
            (0, mix(inside, "#ffffff", 0.22)),
            (0.55, QColor(inside)),
            (1, mix(inside, "#1c120a", 0.62)),
        ),
    )
    canvas.layer(
        lambda p: p.fillPath(
            oval(x - radius * 0.36, y - radius * 0.42, radius * 0.16, radius * 0.07),
            colour("#ffffff", 0.9),
        ),
        blur=5,
        opacity=0.6,
        clip=well,
    )


def _tin_above(canvas: Canvas, x: float, y: float, radius: float) -> None:
    tone = "#2f4a3b"
    lid = oval(x, y, radius, radius)
    canvas.shadow(lid, dx=20, dy=26, blur=18, opacity=0.6)
    canvas.painter.fillPath(
        lid,
        across(
            x - radius,
            y - radius,
            x + radius,
            y + radius,
            (0, mix(tone, "#ffffff", 0.42)),
            (0.5, QColor(tone)),
            (1, mix(tone, "#000000", 0.42)),
        ),
    )
    for share, alpha in ((0.97, 0.5), (0.82, 0.28)):
        ring = oval(x, y, radius * share, radius * share)
        canvas.layer(
            lambda p, ring=ring, alpha=alpha: p.strokePath(ring, QPen(colour("#eaf2e6", alpha), 4)),
            blur=1.2,
        )
    leaf = QPainterPath(QPointF(x - 70, y + 56))
    leaf.cubicTo(QPointF(x - 78, y - 66), QPointF(x + 36, y - 70), QPointF(x + 76, y - 66))
    leaf.cubicTo(QPointF(x + 78, y + 30), QPointF(x + 20, y + 76), QPointF(x - 70, y + 56))
    canvas.painter.fillPath(leaf, QColor("#cfe0c4"))
    vein = QPainterPath(QPointF(x - 70, y + 56))
    vein.quadTo(QPointF(x - 4, y + 14), QPointF(x + 62, y - 54))
    canvas.painter.strokePath(vein, QPen(QColor("#5f8263"), 4))


def _card(canvas: Canvas) -> None:
    """The handwritten card, half in the box."""
    card = box(-150, -96, 300, 192, 4)

    def draw(p: QPainter) -> None:
        p.translate(820, 905)
        p.rotate(-9)
        p.fillPath(card, QColor("#fbf6ea"))
        p.setPen(QPen(colour("#3d4b44", 0.75), 3))
        for line in range(4):
            path = QPainterPath(QPointF(-112, -44 + line * 32))
            for piece in range(9 - line):
                x = -112 + piece * 25
                path.quadTo(
                    QPointF(x + 7, -62 + line * 32 + canvas.chance.uniform(-7, 7)),
                    QPointF(x + 20, -44 + line * 32 + canvas.chance.uniform(-3, 3)),
                )
            p.drawPath(path)

    turned = QTransform().translate(820, 905).rotate(-9).map(card)
    canvas.shadow(turned, dx=12, dy=16, blur=12)
    canvas.layer(draw)
