"""Photographs made by a script, like a phone's: light, texture, edges, noise; always the same.

    python -m tests.bench.photographs FOLDER COUNT MEGAPIXELS

Sizes are those of phones (12: 4032x3024, 48: 8064x6048), some stand upright by their Exif alone,
every other one has the wide colours of Display P3.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy
from PIL import Image, ImageFilter

from tests.services.media import profiles

SIDES = {1: (1_152, 864), 12: (4_032, 3_024), 48: (8_064, 6_048)}
QUALITY = 92
_ORIENTATION = 0x0112
_DETAIL = ((24, 0.3), (96, 0.25), (384, 0.22), (1_100, 0.2), (2_016, 0.22))
"""Spots across a picture of 12 million pixels, and how much they stand out."""


def make(folder: Path, count: int, megapixels: int) -> list[Path]:
    """Only what is not there yet."""
    paths = [folder / f"{megapixels}-{number}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            _save(photograph(number, megapixels), path, number)
    return paths


def photograph(seed: int, megapixels: int) -> Image.Image:
    """48 million pixels are 12 million enlarged, with noise of their own: phones' pixels are so
    small that lenses show nothing finer."""
    chance = numpy.random.default_rng(seed)
    image = _scene(chance, SIDES[min(megapixels, 12)])
    if megapixels > 12:
        image = image.resize(SIDES[megapixels], Image.Resampling.BICUBIC)
        grain = numpy.asarray(image).astype(numpy.int16)
        grain += chance.integers(-6, 7, (*grain.shape[:2], 1), numpy.int8)
        image = Image.fromarray(numpy.clip(grain, 0, 255).astype(numpy.uint8))
    # A phone's noise is smoothed: neighbours are alike.
    return image.filter(ImageFilter.GaussianBlur(0.5))


def _scene(chance: numpy.random.Generator, size: tuple[int, int]) -> Image.Image:
    """Detail at every scale, less of it the finer it is, as a lens and a small sensor give it."""
    width, height = size
    light = _grain(chance, size, 6).astype(numpy.float32) * 0.5 + 64
    for cells, strength in _DETAIL:
        light += (
            _grain(chance, size, cells * width // 4_032).astype(numpy.float32) - 128
        ) * strength
    light += numpy.linspace(40, -40, height, dtype=numpy.float32)[:, None]
    shapes = _shapes(chance, size)
    bands = []
    for band in range(3):
        tint = _grain(chance, size, 5).astype(numpy.float32) - 128
        made = light + tint * 0.35 + (shapes[band] - 128) * 0.7
        made += chance.standard_normal((height, width), dtype=numpy.float32) * 2.5
        bands.append(Image.fromarray(numpy.clip(made, 0, 255).astype(numpy.uint8)))
    return Image.merge("RGB", bands)


def _grain(
    chance: numpy.random.Generator, size: tuple[int, int], cells: int
) -> numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.uint8]]:
    small = chance.integers(0, 256, (max(2, cells * size[1] // size[0]), cells), numpy.uint8)
    return numpy.asarray(Image.fromarray(small).resize(size, Image.Resampling.BICUBIC))


def _shapes(
    chance: numpy.random.Generator, size: tuple[int, int]
) -> list[numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float32]]]:
    """Things with edges: cups, cloths, boxes."""
    from PIL import ImageDraw

    sheet = Image.new("RGB", size, (128, 128, 128))
    pen = ImageDraw.Draw(sheet)
    for number in range(40):
        x, y = (int(chance.integers(0, side)) for side in size)
        w, h = (int(chance.integers(size[0] // 40, size[0] // 6)) for _ in range(2))
        colour = tuple(int(part) for part in chance.integers(40, 216, 3))
        (pen.ellipse if number % 2 else pen.rectangle)((x, y, x + w, y + h), fill=colour)
    sheet = sheet.filter(ImageFilter.GaussianBlur(0.8 * size[0] / 4_032))
    return [numpy.asarray(band).astype(numpy.float32) for band in sheet.split()]


def _save(image: Image.Image, path: Path, number: int) -> None:
    exif = Image.Exif()
    if number % 3 == 1:
        exif[_ORIENTATION] = 6
    profile = profiles.matrix() if number % 2 else None
    image.save(path, quality=QUALITY, subsampling=2, exif=exif, icc_profile=profile)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
