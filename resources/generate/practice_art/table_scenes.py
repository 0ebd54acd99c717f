"""Things on a table by a window: one picture a product, seen from a chair."""

from __future__ import annotations

from .canvas import Canvas
from .goods import blossom, loose_leaves, pearls, tin
from .pottery import vessel
from .shapes import ASH, BOWL, CELADON, COBALT, CREAM, CUP, MOSS, RAW, Vessel
from .surfaces import linen, wall, window_light, wood
from .teapot import teapot
from .textiles import cloth, parcel
from .things import whisk

SIDE = 1200
BLACK_TEA = ("#2a1d16", "#3a2a1f", "#1e1510", "#4a3527")
GREEN_TEA = ("#3d5334", "#2f4429", "#526b40", "#24361f")


def moss_teapot() -> Canvas:
    canvas = _room("moss", "#ead9c0", "#c9b296", "#a97c50")
    cloth(canvas, 760, 860, 360, 74, "#d8c7ad")
    teapot(canvas, 520, 990, 470, MOSS)
    vessel(canvas, Vessel(960, 1080, 250, CUP), CELADON, filled="#a97a2c")
    return canvas


def celadon_cups() -> Canvas:
    canvas = _room("celadon", "#dfe4da", "#b7c0b2", "#d9cfbd", cloth_table=True)
    vessel(canvas, Vessel(760, 900, 430, CUP), CELADON, filled="#b58a36")
    vessel(canvas, Vessel(420, 1010, 470, CUP), CELADON)
    return canvas


def blue_cups() -> Canvas:
    canvas = _room("blue", "#e9e2d6", "#c2b7a6", "#e3d9c8", cloth_table=True)
    vessel(canvas, Vessel(770, 910, 430, CUP), COBALT)
    vessel(canvas, Vessel(420, 1010, 470, CUP), COBALT, filled="#b98d3c")
    return canvas


def ash_bowl() -> Canvas:
    canvas = _room("ash bowl", "#e3ddcf", "#b9ad98", "#8f6a48")
    vessel(canvas, Vessel(590, 990, 590, BOWL), ASH)
    return canvas


def matcha() -> Canvas:
    canvas = _room("matcha", "#e6e3cf", "#bfc0a0", "#b58a5c")
    vessel(canvas, Vessel(440, 1010, 510, BOWL), CREAM, filled="#86a544")
    whisk(canvas, 905, 1000, 520)
    return canvas


def sencha_tin() -> Canvas:
    canvas = _room("sencha", "#e2e4d4", "#b3bb9f", "#b08354")
    tin(canvas, 520, 980, 400, 520, "#2f4a3b", ("First Rain", "sencha · 80 g"))
    loose_leaves(canvas, 860, 1030, 200, 62, GREEN_TEA, count=360)
    return canvas


def smoked_tin() -> Canvas:
    canvas = _room("smoked", "#d9c9b8", "#9c8570", "#6f4a30")
    tin(canvas, 540, 970, 400, 520, "#3a3838", ("Kiln Smoke", "black tea · 80 g"))
    loose_leaves(canvas, 870, 1040, 215, 62, BLACK_TEA, count=380)
    return canvas


def jasmine_tin() -> Canvas:
    canvas = _room("jasmine", "#efe6d3", "#cfc0a4", "#e2d6c2", cloth_table=True)
    tin(canvas, 480, 960, 390, 500, "#a3b08c", ("Jasmine", "pearls · 60 g"))
    pearls(canvas, 830, 1030, 190, 58, count=70)
    for x, y, size, turn in ((700, 1065, 46, 10), (985, 985, 40, 35), (905, 1100, 52, 50)):
        blossom(canvas, x, y, size, turn)
    return canvas


def linen_cloths() -> Canvas:
    canvas = _room("cloths", "#eee6da", "#cdbfae", "#9c7048")
    cloth(canvas, 230, 1040, 740, 78, "#cdb892", layers=2)
    cloth(canvas, 262, 958, 690, 76, "#b5654a", layers=2)
    cloth(canvas, 240, 878, 715, 78, "#8ba08c", layers=2)
    vessel(canvas, Vessel(470, 745, 215, CUP), CREAM, filled="#a9742c")
    loose_leaves(canvas, 730, 755, 82, 26, GREEN_TEA, count=110, length=20)
    return canvas


def parcels() -> Canvas:
    canvas = _room("parcels", "#e8ddcc", "#c4b095", "#a67a4e")
    parcel(canvas, 620, 890, 400, 250, tone="#c29a6c")
    parcel(canvas, 210, 1010, 470, 280)
    parcel(canvas, 300, 700, 330, 180, tone="#c7a377")
    return canvas


def drying_bowls() -> Canvas:
    canvas = _room("drying", "#ded6ca", "#b2a493", "#8c6a4b")
    for x in (250, 600, 950):
        vessel(canvas, Vessel(x, 790, 225, BOWL), RAW)
    for x, y in ((420, 1030), (820, 1040)):
        vessel(canvas, Vessel(x, y, 290, BOWL), RAW)
    return canvas


def _room(seed: str, light: str, dark: str, table: str, *, cloth_table: bool = False) -> Canvas:
    """A wall with the window's light on it, and a table before it."""
    canvas = Canvas(SIDE, SIDE, seed)
    edge = 640
    wall(canvas, light, dark, until=edge)
    window_light(canvas, 110, -70, 520, 560)
    if cloth_table:
        linen(canvas, edge, table)
    else:
        wood(canvas, edge, table)
    return canvas
