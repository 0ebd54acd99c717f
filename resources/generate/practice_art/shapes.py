"""Shapes turned on a wheel, and what they are glazed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from .canvas import oval

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


def _curve_through(path: QPainterPath, points: Sequence[QPointF]) -> None:
    """A smooth line through all points, as the hand pulls a wall up (Catmull-Rom)."""
    for place in range(len(points) - 1):
        before = points[max(place - 1, 0)]
        here, there = points[place], points[place + 1]
        after = points[min(place + 2, len(points) - 1)]
        path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
