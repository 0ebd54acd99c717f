"""How like two pictures are: SSIM of their brightness (Wang, Bovik, Sheikh, Simoncelli 2004)."""

from __future__ import annotations

import numpy
from PIL import Image

_SIGMA, _REACH = 1.5, 5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

_Plane = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float32]]


def ssim(one: Image.Image, other: Image.Image) -> float:
    """1 for the same picture. Both of one size, 11 pixels a side at least."""
    x, y = _brightness(one), _brightness(other)
    mx, my = _soft(x), _soft(y)
    vx, vy = _soft(x * x) - mx * mx, _soft(y * y) - my * my
    both = _soft(x * y) - mx * my
    made = (2 * mx * my + _C1) * (2 * both + _C2)
    return float((made / ((mx * mx + my * my + _C1) * (vx + vy + _C2))).mean())


def _brightness(image: Image.Image) -> _Plane:
    return numpy.asarray(image.convert("L")).astype(numpy.float32)


def _soft(plane: _Plane) -> _Plane:
    """By a Gaussian window; the edges, where it has no room, are left out."""
    weights = numpy.exp(-0.5 * (numpy.arange(-_REACH, _REACH + 1) / _SIGMA) ** 2)
    weights = (weights / weights.sum()).astype(numpy.float32)
    height, width = (side - 2 * _REACH for side in plane.shape)
    down = sum(weight * plane[at : at + height] for at, weight in enumerate(weights))
    return sum(weight * down[:, at : at + width] for at, weight in enumerate(weights))
