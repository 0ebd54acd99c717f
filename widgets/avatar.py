"""A customer's or an account's picture as a disc; without one, the first letters of the name."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.tones import Tones, mix, tones_of

_HUES = ("blue", "green", "amber", "red", "quiet")


class Avatar(QWidget):
    """A ring of 3 pixels in `edge` marks whose account it is; the disc is never filled with it."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 36) -> None:
        super().__init__(parent)
        self._side = size
        self._name = ""
        self._image = QImage()
        self._edge: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, name: str, *, image: QImage | None = None, edge: QColor | None = None) -> None:
        self._name = name
        self._image = image or QImage()
        self._edge = edge
        self.setAccessibleName(name)
        self.update()

    @property
    def initials(self) -> str:
        return initials_of(self._name)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        if self._edge is not None:
            painter.setPen(QPen(self._edge, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            box.adjust(4, 4, -4, -4)
        if self._image.isNull():
            draw_letters(painter, box, self._name, tones=tones_of(self), font=self.font())
        else:
            self._paint_picture(painter, box)
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        path = QPainterPath()
        path.addEllipse(box)
        painter.setClipPath(path)
        side = min(self._image.width(), self._image.height())
        source = QRectF(0, 0, side, side)
        source.moveCenter(QRectF(self._image.rect()).center())
        painter.drawImage(box, self._image, source)


def draw_letters(painter: QPainter, box: QRectF, name: str, *, tones: Tones, font: QFont) -> None:
    """The disc with the first letters, also for rows that have no widget of their own."""
    hue = tones.named(_HUES[crc32(name.casefold().encode()) % len(_HUES)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(tones.surface, hue, 0.22 if tones.dark else 0.14))
    painter.drawEllipse(box)
    letters = QFont(font)
    letters.setPixelSize(max(12, round(box.height() * 0.38)))
    letters.setWeight(QFont.Weight.DemiBold)
    painter.setFont(letters)
    painter.setPen(mix(hue, tones.text, 0.45))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials_of(name))


def initials_of(name: str) -> str:
    """The first letter of the first and last word; one sign of a Han, kana or Hangul name."""
    words = [word for word in name.replace("@", " ").split() if any(c.isalnum() for c in word)]
    if not words:
        return _first_sign(name.strip().lstrip("@")) or "?"
    first = _first_letter(words[0])
    if len(words) == 1 or ord(first[0]) >= 0x2E80 or "؀" <= first[0] <= "ۿ":
        # Two Arabic letters side by side would join into something that is no name.
        return first.upper()
    return (first + _first_letter(words[-1])).upper()


def _first_letter(word: str) -> str:
    start = next(index for index, sign in enumerate(word) if sign.isalnum())
    return _first_sign(word[start:])


def _first_sign(text: str) -> str:
    if text[:2].isascii():
        return text[:1]
    from PySide6.QtCore import QTextBoundaryFinder

    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.toStart()
    end = finder.toNextBoundary()
    # Qt counts UTF-16 units.
    return text.encode("utf-16-le")[: 2 * max(0, end)].decode("utf-16-le")
