"""Pots turned on a wheel: a profile, a glaze, and the light of a window on the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from .canvas import Canvas, Mode, across, around, colour, mix, oval

TILT = 0.23
"""How far we look down: the height of a rim's oval by its width."""


@dataclass(frozen=True, slots=True)
class Glaze:
    """`pool` is where it runs thick, `rim` where it breaks thin; `line` the bare foot's
    share. `pour` is a second glaze poured over the rim, running down in tongues."""

    base: str
    pool: str
    rim: str
    clay: str = "#a9825e"
    inside: str = ""
    gloss: float = 0.8
    specks: int = 140
    speck: str = "#3a2a1c"
    line: float = 0.14
    pour: str = ""


MOSS = Glaze("#69743f", "#39482a", "#b5a35c", gloss=0.85, inside="#6b7d55")
CELADON = Glaze("#b9cfbd", "#8fb09f", "#dfe6d2", inside="#c9dac8", specks=40, gloss=0.95)
COBALT = Glaze("#2b4a7c", "#182c55", "#8c9aa8", inside="#3a5a8c", specks=60, gloss=0.95)
ASH = Glaze(
    "#9c8f7a",
    "#6d6a5c",
    "#efe8d6",
    clay="#8a5f41",
    inside="#ddd3bd",
    specks=260,
    pour="#e9e1cd",
)
CREAM = Glaze("#e6dac2", "#cbb999", "#c69e72", inside="#efe5d1", specks=200)
CLAY = Glaze("#b9744f", "#98583a", "#d39a76", gloss=0.15, inside="#a9664a", line=0)
RAW = Glaze("#b8a593", "#97836f", "#d0c0ae", gloss=0.05, inside="#a08d7b", specks=60, line=0)
IRON = Glaze("#4a3328", "#2b1c16", "#9a6a3e", inside="#5a4033", gloss=0.9, specks=80)

Profile = Sequence[tuple[float, float]]
"""(radius, height) from the foot up, as shares of the vessel's size."""

CUP: Profile = ((0.26, 0.0), (0.33, 0.05), (0.40, 0.25), (0.43, 0.55), (0.44, 0.92))
MUG: Profile = ((0.36, 0.0), (0.41, 0.06), (0.42, 0.4), (0.41, 0.75), (0.42, 1.0))
BOWL: Profile = ((0.24, 0.0), (0.26, 0.07), (0.48, 0.24), (0.62, 0.45), (0.68, 0.72))
DISH: Profile = ((0.30, 0.0), (0.36, 0.04), (0.58, 0.14), (0.66, 0.24))
BELLY: Profile = ((0.34, 0.0), (0.44, 0.06), (0.60, 0.26), (0.58, 0.50), (0.36, 0.70), (0.27, 0.74))
VASE: Profile = ((0.24, 0.0), (0.32, 0.1), (0.38, 0.38), (0.28, 0.72), (0.16, 0.9), (0.19, 1.04))


@dataclass(frozen=True, slots=True)
class Vessel:
    """Where a vessel stands: the middle of its foot, and the size its profile is a share of."""

    x: float
    y: float
    size: float
    profile: Profile

    @property
    def rim(self) -> tuple[float, float, float]:
        """Middle x, y and half width of the opening."""
        radius, height = self.profile[-1]
        return self.x, self.y - height * self.size, radius * self.size

    @property
    def widest(self) -> float:
        return max(radius for radius, _ in self.profile) * self.size

    @property
    def height(self) -> float:
        return self.profile[-1][1] * self.size

    def outline(self) -> QPainterPath:
        right = [QPointF(self.x + r * self.size, self.y - h * self.size) for r, h in self.profile]
        left = [QPointF(2 * self.x - point.x(), point.y()) for point in reversed(right)]
        foot = self.profile[0][0] * self.size
        path = QPainterPath(right[0])
        _curve_through(path, right)
        path.lineTo(left[0])
        _curve_through(path, left)
        path.closeSubpath()
        path = path.united(oval(self.x, self.y, foot, foot * TILT * 0.8))
        x, y, radius = self.rim
        return path.united(oval(x, y, radius, radius * TILT))


def vessel(
    canvas: Canvas, at: Vessel, glaze: Glaze, *, filled: str = "", shadow: bool = True
) -> None:
    """Draws it with its shadow. `filled` is the colour of what is in it."""
    outline = at.outline()
    if shadow:
        cast(canvas, at)
    _clothe(canvas, at, outline, glaze)
    _opening(canvas, at, glaze, filled)


def body(canvas: Canvas, at: Vessel, glaze: Glaze) -> None:
    """A closed form without foot or opening, such as a lid."""
    pool = mix(glaze.base, glaze.pool, 0.35).name()
    thin = replace(glaze, line=0, pour="", pool=pool, specks=glaze.specks // 3)
    _clothe(canvas, at, at.outline(), thin)


def cast(canvas: Canvas, at: Vessel) -> None:
    """Its shadow on the table, away from the window, and the dark line it stands on."""
    foot = at.profile[0][0] * at.size
    away = at.height * 0.62
    far = oval(at.x + away, at.y - away * 0.10, at.widest * 0.92, at.widest * TILT * 0.62)
    near = oval(at.x, at.y, foot, foot * TILT * 0.8)
    bridge = QPainterPath(QPointF(at.x, at.y - foot * TILT * 0.8))
    bridge.lineTo(at.x + away, at.y - away * 0.10 - at.widest * TILT * 0.62)
    bridge.lineTo(at.x + away, at.y - away * 0.10 + at.widest * TILT * 0.62)
    bridge.lineTo(at.x, at.y + foot * TILT * 0.8)
    bridge.closeSubpath()
    long = far.united(near).united(bridge)
    canvas.shadow(long, blur=at.size * 0.05, opacity=0.40)
    canvas.shadow(
        oval(at.x + foot * 0.06, at.y + 3, foot * 1.08, foot * TILT * 0.95),
        blur=at.size * 0.018,
        opacity=0.7,
    )


def _clothe(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    painter, wide = canvas.painter, at.widest
    left, right = at.x - wide, at.x + wide
    painter.fillPath(outline, QColor(glaze.base))
    _run(canvas, at, outline, glaze)
    shade = across(
        left,
        0,
        right,
        0,
        (0.0, colour("#150d08", 0.50)),
        (0.10, colour("#150d08", 0.26)),
        (0.30, colour("#150d08", 0.0)),
        (0.52, colour("#150d08", 0.10)),
        (0.80, colour("#150d08", 0.48)),
        (0.95, colour("#150d08", 0.66)),
        (1.0, colour("#150d08", 0.50)),
    )
    canvas.layer(
        lambda p: p.fillPath(outline, shade), clip=outline, mode=Mode.CompositionMode_Multiply
    )
    top = at.y - at.height
    down = across(
        0,
        top,
        0,
        at.y + at.size * 0.05,
        (0, colour("#fff6e4", 0.16)),
        (0.4, colour("#fff6e4", 0.0)),
        (0.72, colour("#140c06", 0.10)),
        (1, colour("#140c06", 0.46)),
    )
    canvas.layer(lambda p: p.fillPath(outline, down), clip=outline)
    _specks(canvas, at, outline, glaze)
    _shine(canvas, at, outline, glaze)


def _run(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    """Thin glaze at the rim, thick lower down, and the bare clay it stopped short of."""
    top, wide = at.y - at.height, at.widest
    canvas.layer(
        lambda p: p.fillPath(
            outline,
            across(
                0,
                top - at.size * 0.02,
                0,
                at.y,
                (0, colour(glaze.rim, 0.95)),
                (0.09, colour(glaze.rim, 0.45)),
                (0.30, colour(glaze.base, 0.0)),
                (0.62, colour(glaze.pool, 0.25)),
                (1, colour(glaze.pool, 0.85)),
            ),
        ),
        clip=outline,
    )

    def blotches(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(26):
            tone = glaze.pool if canvas.chance.random() < 0.55 else glaze.rim
            p.setBrush(colour(tone, 0.30))
            p.drawEllipse(
                QPointF(
                    at.x + canvas.chance.uniform(-wide, wide),
                    top + canvas.chance.uniform(0.05, 0.95) * at.height,
                ),
                canvas.chance.uniform(0.03, 0.13) * at.size,
                canvas.chance.uniform(0.05, 0.22) * at.size,
            )

    canvas.layer(blotches, blur=at.size * 0.035, clip=outline)
    if glaze.pour:
        _tongues(canvas, at, outline, glaze.pour)
    if not glaze.line:
        return
    edge = at.y - at.height * glaze.line
    foot = QPainterPath(QPointF(at.x - wide - 5, at.y + at.size))
    foot.lineTo(at.x - wide - 5, edge)
    step = wide / 5
    for piece in range(11):
        x = at.x - wide - 5 + piece * step
        bow = (1 - ((x + step / 2 - at.x) / wide) ** 2) * at.size * 0.05
        drip = canvas.chance.uniform(-0.012, 0.03) * at.size
        foot.quadTo(QPointF(x + step / 2, edge + bow + drip * 1.6), QPointF(x + step, edge + bow))
    foot.lineTo(at.x + wide + 5, at.y + at.size)
    bare = foot.intersected(outline)
    canvas.layer(
        lambda p: p.strokePath(bare, QPen(colour(glaze.pool, 0.9), at.size * 0.03)),
        blur=at.size * 0.008,
        clip=outline,
    )
    canvas.painter.fillPath(bare, QColor(glaze.clay))


def _tongues(canvas: Canvas, at: Vessel, outline: QPainterPath, tone: str) -> None:
    top, wide = at.y - at.height, at.widest
    path = QPainterPath(QPointF(at.x - wide * 1.1, top - wide))
    path.lineTo(at.x - wide * 1.1, top + at.height * 0.2)
    count = 13
    step = 2.2 * wide / count
    for place in range(count):
        x = at.x - wide * 1.1 + place * step
        bow = max(0.0, 1 - ((x + step / 2 - at.x) / (wide * 1.1)) ** 2) * wide * TILT * 0.9
        deep = top + bow + at.height * canvas.chance.uniform(0.22, 0.62)
        high = top + bow + at.height * canvas.chance.uniform(0.14, 0.26)
        path.cubicTo(
            QPointF(x + step * 0.30, high),
            QPointF(x + step * 0.10, deep),
            QPointF(x + step / 2, deep),
        )
        path.cubicTo(
            QPointF(x + step * 0.90, deep), QPointF(x + step * 0.70, high), QPointF(x + step, high)
        )
    path.lineTo(at.x + wide * 1.1, top - wide)
    path.closeSubpath()
    canvas.layer(
        lambda p: p.strokePath(path, QPen(colour("#4a3a2a", 0.8), at.size * 0.02)),
        blur=at.size * 0.012,
        opacity=0.5,
        clip=outline,
    )
    canvas.layer(lambda p: p.fillPath(path, colour(tone, 0.92)), blur=at.size * 0.006, clip=outline)


def _specks(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    def dots(p: QPainter) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        for _ in range(glaze.specks):
            p.setBrush(colour(glaze.speck, canvas.chance.uniform(0.10, 0.42)))
            size = canvas.chance.uniform(0.6, 2.1) * at.size / 420
            p.drawEllipse(
                QPointF(
                    at.x + canvas.chance.uniform(-at.widest, at.widest),
                    at.y - canvas.chance.uniform(0, at.height),
                ),
                size,
                size,
            )

    canvas.layer(dots, blur=0.5, clip=outline)


def _shine(canvas: Canvas, at: Vessel, outline: QPainterPath, glaze: Glaze) -> None:
    """The window on the glaze: a broad glow, a bright pane, and light from the table at right."""
    top, wide = at.y - at.height, at.widest
    canvas.layer(
        lambda p: p.fillPath(
            oval(at.x - wide * 0.40, top + at.height * 0.42, wide * 0.24, at.height * 0.36),
            colour("#fff7e8", 0.62),
        ),
        blur=at.size * 0.05,
        opacity=0.25 + 0.5 * glaze.gloss,
        clip=outline,
        mode=Mode.CompositionMode_SoftLight,
    )
    if glaze.gloss > 0.3:
        panes = _pane(at, 0.25, 0.44).united(_pane(at, 0.46, 0.66))
        canvas.layer(
            lambda p: p.fillPath(panes, colour("#ffffff", 0.85)),
            blur=at.size * 0.008,
            opacity=0.46 * glaze.gloss,
            clip=outline,
        )
    canvas.layer(
        lambda p: p.strokePath(outline, QPen(colour("#ffe0b8", 0.55), at.size * 0.022)),
        blur=at.size * 0.012,
        opacity=0.35,
        clip=outline,
        mode=Mode.CompositionMode_Screen,
    )


def _pane(at: Vessel, first: float, last: float) -> QPainterPath:
    """A window pane's reflection between two heights, bent as the wall is round."""
    top, wide = at.y - at.height, at.widest

    def bent(height: float, side: float) -> QPointF:
        bulge = 0.10 * (1 - ((height - 0.46) / 0.3) ** 2)
        return QPointF(at.x - wide * (side + bulge), top + at.height * height)

    middle = (first + last) / 2
    path = QPainterPath(bent(first, 0.50))
    path.quadTo(bent(middle, 0.505), bent(last, 0.50))
    path.lineTo(bent(last, 0.36))
    path.quadTo(bent(middle, 0.365), bent(first, 0.36))
    path.closeSubpath()
    return path


def _opening(canvas: Canvas, at: Vessel, glaze: Glaze, filled: str) -> None:
    x, y, radius = at.rim
    lip = oval(x, y, radius, radius * TILT)
    hole = oval(x, y + radius * 0.012, radius * 0.93, radius * 0.93 * TILT)
    painter = canvas.painter
    painter.fillPath(
        lip,
        across(
            x - radius,
            y,
            x + radius,
            y,
            (0, mix(glaze.rim, "#ffffff", 0.15)),
            (0.35, mix(glaze.rim, "#ffffff", 0.45)),
            (1, mix(glaze.rim, "#241509", 0.35)),
        ),
    )
    inner = glaze.inside or glaze.base
    brush: QBrush = across(
        x - radius,
        y - radius * TILT,
        x + radius,
        y + radius * TILT,
        (0, mix(inner, "#150c06", 0.62)),
        (0.5, mix(inner, "#150c06", 0.30)),
        (1, mix(inner, "#fff3df", 0.14)),
    )
    painter.fillPath(hole, brush)
    if filled:
        level = oval(x, y + radius * 0.05, radius * 0.88, radius * 0.88 * TILT).intersected(hole)
        painter.fillPath(
            level,
            around(
                x - radius * 0.3,
                y,
                radius * 1.2,
                (0, mix(filled, "#ffffff", 0.20)),
                (1, mix(filled, "#160c05", 0.35)),
            ),
        )
        canvas.layer(
            lambda p: p.fillPath(
                oval(x - radius * 0.34, y + radius * 0.02, radius * 0.2, radius * 0.035),
                colour("#ffffff", 0.8),
            ),
            blur=radius * 0.02,
            opacity=0.6,
            clip=level,
        )
    canvas.layer(
        lambda p: p.strokePath(
            oval(x, y + radius * 0.006, radius * 0.985, radius * 0.985 * TILT),
            QPen(colour("#fffaf0", 0.75), max(1.2, radius * 0.012)),
        ),
        blur=radius * 0.006,
        opacity=0.55,
        clip=lip,
    )


def _curve_through(path: QPainterPath, points: Sequence[QPointF]) -> None:
    """A smooth line through all points, as the hand pulls a wall up (Catmull-Rom)."""
    for place in range(len(points) - 1):
        before = points[max(place - 1, 0)]
        here, there = points[place], points[place + 1]
        after = points[min(place + 2, len(points) - 1)]
        path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
