"""Icons drawn from Lucide's SVG files in a tone of the palette, at any size and scale.

Nothing is read before an icon is first painted; what was painted stays in Qt's pixmap cache.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from widgets.tones import Tones, faded

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FOLDER = RESOURCES / "icons"

# Icons that point along the line of reading: they turn round where it runs right to left.
_ALONG_THE_LINE = frozenset(
    {
        "align-left",
        "arrow-left",
        "arrow-right",
        "chart-line",
        "chevron-left",
        "chevron-right",
        "external-link",
        "history",
        "list",
        "list-ordered",
        "log-out",
        "message-circle",
        "message-square",
        "messages-square",
        "panel-left-close",
        "panel-left-open",
        "panel-right-close",
        "panel-right-open",
        "redo-2",
        "reply",
        "send",
        "trending-down",
        "trending-up",
        "undo-2",
    }
)


def icon(name: str, *, tone: str = "quiet", checked: str = "", mirror: bool | None = None) -> QIcon:
    """`tone` and `checked` (for the On state) name fields of Tones.

    Arrows and their kin mirror with the program's direction; `mirror` overrules that.
    """
    return drawn_by(_LineIcon(name, tone, checked or tone, mirror))


def drawn_by(engine: QIconEngine) -> QIcon:
    """The icon of an engine written in Python, which Qt alone owns.

    For PySide the engine is the child of the icon it was given to. Where both are left behind in a
    cycle, the collector takes the engine back and ends it, and its icon would end it once more.
    The copy has no such child.
    """
    return QIcon(QIcon(engine))


def app_icon() -> QIcon:
    """The program's own mark, in the sizes a window manager asks for."""
    result = QIcon()
    for size in (16, 20, 24, 32, 40, 48, 64, 128, 256):
        result.addFile(f"{RESOURCES}/app/app-{size}.png", QSize(size, size))
    return result


class _LineIcon(QIconEngine):
    def __init__(self, name: str, tone: str, checked: str, mirror: bool | None) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._checked = checked
        self._mirror = mirror

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._tone, self._checked, self._mirror)

    def key(self) -> str:
        return "shoplark-line"

    def iconName(self) -> str:  # noqa: N802 (Qt's name)
        return self._name

    def isNull(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:  # noqa: N802
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        pixmap = self.scaledPixmap(rect.size(), mode, state, ratio)
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 (Qt's name)
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is free of the device; `scale` is the device's."""
        colour = self._colour(mode, state)
        mirrored = self._mirrored()
        key = f"{self._name}-{colour.rgba():x}-{size.width()}x{size.height()}-{scale}"
        key += f"-{mirrored}-{QGuiApplication.layoutDirection().value}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        drawn = _draw(self._name, colour, size * scale, mirrored=mirrored)
        drawn.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, drawn)
        return drawn

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        tones = Tones(QGuiApplication.palette())
        colour = tones.named(self._checked if state is QIcon.State.On else self._tone)
        return faded(colour) if mode is QIcon.Mode.Disabled else colour

    def _mirrored(self) -> bool:
        if self._mirror is not None:
            return self._mirror
        rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return rtl and self._name in _ALONG_THE_LINE


def _draw(name: str, colour: QColor, size: QSize, *, mirrored: bool) -> QPixmap:
    """A box wider than high leaves its rest empty after the icon: the gap before a word."""
    # QtSvg costs a few milliseconds: the first icon painted pays, not the start.
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = size.width() - side if rtl is not mirrored else 0
    with open(f"{FOLDER}/{name}.svg", encoding="utf-8") as file:
        svg = file.read().replace("currentColor", colour.name())
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    box = QRectF(left, (size.height() - side) / 2, side, side)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, box)
    painter.end()
    return QPixmap.fromImage(image.flipped(Qt.Orientation.Horizontal) if mirrored else image)
