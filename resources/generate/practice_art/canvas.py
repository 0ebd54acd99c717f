"""A sheet to draw on, with what Qt's painter lacks: blurred layers, grain and a light fall-off."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
)

Draw = Callable[[QPainter], None]
Mode = QPainter.CompositionMode
MOST_BYTES = 190_000


def colour(name: str, alpha: float = 1.0) -> QColor:
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


def mix(first: str | QColor, second: str | QColor, share: float) -> QColor:
    """`share` of the second."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def across(x0: float, y0: float, x1: float, y1: float, *stops: tuple[float, QColor]) -> QBrush:
    gradient = QLinearGradient(x0, y0, x1, y1)
    for at, tone in stops:
        gradient.setColorAt(at, tone)
    return QBrush(gradient)


def around(x: float, y: float, radius: float, *stops: tuple[float, QColor]) -> QBrush:
    gradient = QRadialGradient(x, y, radius)
    for at, tone in stops:
        gradient.setColorAt(at, tone)
    return QBrush(gradient)


def oval(x: float, y: float, rx: float, ry: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), rx, ry)
    return path


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


class Canvas:
    """`seed` makes every speck of it the same again."""

    def __init__(self, width: int, height: int, seed: str) -> None:
        self.width = width
        self.height = height
        self.chance = random.Random(seed)  # noqa: S311  # specks of a glaze, not a secret
        self._image = QImage(width, height, QImage.Format.Format_RGBA8888_Premultiplied)
        self._image.fill(QColor("white"))
        self.painter = self._paint_on(self._image)

    def layer(
        self,
        draw: Draw,
        *,
        blur: float = 0,
        opacity: float = 1,
        clip: QPainterPath | None = None,
        mode: Mode = Mode.CompositionMode_SourceOver,
    ) -> None:
        """Draws apart, blurs by `blur` pixels, and lays it over what is there."""
        sheet = QImage(self.width, self.height, QImage.Format.Format_RGBA8888_Premultiplied)
        sheet.fill(QColor(0, 0, 0, 0))
        painter = self._paint_on(sheet)
        draw(painter)
        painter.end()
        if blur:
            sheet = _blurred(sheet, blur)
        self.painter.save()
        if clip is not None:
            self.painter.setClipPath(clip)
        self.painter.setOpacity(opacity)
        self.painter.setCompositionMode(mode)
        self.painter.drawImage(0, 0, sheet)
        self.painter.restore()

    def shadow(
        self,
        path: QPainterPath,
        *,
        dx: float = 0,
        dy: float = 0,
        blur: float = 20,
        opacity: float = 0.4,
        tone: str = "#2a1c12",
    ) -> None:
        moved = path.translated(dx, dy)
        self.layer(
            lambda p: p.fillPath(moved, QColor(tone)),
            blur=blur,
            opacity=opacity,
            mode=Mode.CompositionMode_Multiply,
        )

    def vignette(self, strength: float = 0.28) -> None:
        radius = max(self.width, self.height) * 0.78
        brush = around(
            self.width * 0.44,
            self.height * 0.42,
            radius,
            (0, colour("#ffffff")),
            (0.55, colour("#ffffff")),
            (1, mix("#ffffff", "#5a4636", strength)),
        )
        self.painter.save()
        self.painter.setCompositionMode(Mode.CompositionMode_Multiply)
        self.painter.fillRect(0, 0, self.width, self.height, brush)
        self.painter.restore()

    def save(self, path: Path, *, grain: float = 3) -> None:
        """JPEG, as good as fits under `MOST_BYTES`."""
        self.painter.end()
        picture = _to_pillow(self._image).convert("RGB")
        noise = _noise(self.width, self.height, grain, self.chance)
        picture = ImageChops.add(picture, Image.merge("RGB", (noise,) * 3), scale=1, offset=-128)
        for quality in range(88, 60, -2):
            picture.save(path, "JPEG", quality=quality, optimize=True, progressive=True)
            if path.stat().st_size <= MOST_BYTES:
                return

    @staticmethod
    def _paint_on(image: QImage) -> QPainter:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        return painter


def _noise(width: int, height: int, strength: float, chance: random.Random) -> Image.Image:
    """Grey grain round 128. Made small and drawn from our own chance, so it is always the same."""
    side = 256
    raw = bytes(max(0, min(255, int(chance.gauss(128, strength)))) for _ in range(side * side))
    tile = Image.frombytes("L", (side, side), raw)
    sheet = Image.new("L", (width, height))
    for x in range(0, width, side):
        for y in range(0, height, side):
            sheet.paste(tile.rotate(90 * ((x // side * 3 + y // side) % 4)), (x, y))
    return sheet


def _blurred(image: QImage, radius: float) -> QImage:
    soft = _to_pillow(image).filter(ImageFilter.GaussianBlur(radius))
    made = QImage(
        soft.tobytes(),
        soft.width,
        soft.height,
        soft.width * 4,
        QImage.Format.Format_RGBA8888_Premultiplied,
    )
    return made.copy()


def _to_pillow(image: QImage) -> Image.Image:
    data = bytes(image.constBits())
    return Image.frombytes("RGBA", (image.width(), image.height()), data)
