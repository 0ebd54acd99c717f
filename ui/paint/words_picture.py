"""A text drawn as a picture, for words that are too many for a post. Safe in the work lane."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter, QTextDocument, QTextOption

_WIDE = 1_200
_LEAST, _MOST = 675, 1_500
"""16:9 at least and 4:5 at most: X shows both without cutting anything off."""
_PAD = 88
_BAR = 12
_FOOT = 96
_SIZES = range(60, 27, -4)
"""Of the letters, in pixels; X shows the picture at about half its width."""
_PAPER, _INK, _QUIET = QColor("#fffdf8"), QColor("#1d1b18"), QColor("#5f5a52")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says it, under the words. `colour` is a bar on top; empty for none."""

    name: str
    handle: str
    colour: str


def draw_words(words: str, signature: Signature, font: QFont) -> bytes | None:
    """A PNG, as tall as the words ask for; None when they are too many for one picture."""
    for size in _SIZES:
        document = _set(words, font, size)
        tall = document.size().height()
        if tall <= _MOST - 2 * _PAD - _FOOT:
            return _png(_drawn(document, signature, font))
    return None


def _set(words: str, font: QFont, size: int) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    letters = QFont(font)
    letters.setPixelSize(size)
    document.setDefaultFont(letters)
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPlainText(words)
    document.setTextWidth(_WIDE - 2 * _PAD)
    return document


def _drawn(document: QTextDocument, signature: Signature, font: QFont) -> QImage:
    words = document.size().height()
    tall = max(round(words) + 2 * _PAD + _FOOT, _LEAST)
    image = QImage(_WIDE, tall, QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(signature.colour)
    if colour.isValid() and signature.colour:
        painter.fillRect(0, 0, _WIDE, _BAR, colour)
    painter.save()
    painter.translate(QPointF(_PAD, (tall - _FOOT - words) / 2))
    painter.setPen(_INK)
    document.drawContents(painter)
    painter.restore()
    _sign(painter, signature, font, tall)
    painter.end()
    return image


def _sign(painter: QPainter, signature: Signature, font: QFont, tall: int) -> None:
    place = QRectF(_PAD, tall - _FOOT, _WIDE - 2 * _PAD, 32)
    strong = QFont(font)
    strong.setPixelSize(26)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(_INK)
    used = painter.boundingRect(place, Qt.AlignmentFlag.AlignLeft, signature.name)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft, signature.name)
    if signature.handle:
        plain = QFont(font)
        plain.setPixelSize(26)
        painter.setFont(plain)
        painter.setPen(_QUIET)
        beside = used.width() + 12 if signature.name else 0
        painter.drawText(
            place.adjusted(beside, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, f"@{signature.handle}"
        )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
