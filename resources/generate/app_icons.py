"""Draws the program's mark in every size and format the systems ask for, from our own SVG files.

    QT_QPA_PLATFORM=offscreen python resources/generate/app_icons.py

app.svg is the mark; app-small.svg is the same with fewer lines, for 32 pixels and under; tray.svg
is its outline, for panels that want one colour.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256, 512)
SMALL = 32
TRAY = {"light": "#1D1B18", "dark": "#EFECE6"}
"""The colour of the outline on a panel of that kind."""


def drawn(svg: str, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def mark(size: int) -> Image.Image:
    name = "app-small.svg" if size <= SMALL else "app.svg"
    return drawn((RESOURCES / name).read_text("utf-8"), size)


def main() -> int:
    app = QGuiApplication(sys.argv)
    folder = RESOURCES / "app"
    folder.mkdir(exist_ok=True)
    images = {size: mark(size) for size in SIZES}
    for size, image in images.items():
        image.save(folder / f"app-{size}.png", optimize=True)
    images[512].save(RESOURCES / "app.png", optimize=True)
    wanted = [16, 24, 32, 48, 64, 128, 256]
    images[256].save(
        RESOURCES / "app.ico",
        sizes=[(size, size) for size in wanted],
        append_images=[images[size] for size in wanted],
    )
    mark(1024).save(
        RESOURCES / "app.icns", append_images=[images[16], images[32], images[64], images[128]]
    )
    outline = (RESOURCES / "tray.svg").read_text("utf-8")
    for panel, colour in TRAY.items():
        drawn(outline.replace("currentColor", colour), 64).save(
            RESOURCES / f"tray-{panel}.png", optimize=True
        )
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
