"""A word on a rounded ground, with its sign before it, drawn into a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QTextOption

from widgets.text_block import direction_of_ours
from widgets.tones import Tones, mix
from widgets.type_scale import CAPTION, sized

_GAP = 4
_PADDING = 7


class ChipTone(Enum):
    QUIET = "quiet"
    AMBER = "amber"
    RED = "red"

    def colours(self, tones: Tones) -> tuple[QColor, QColor]:
        """Of the words and of the ground."""
        return {
            ChipTone.QUIET: (tones.quiet, mix(tones.window, tones.text, 0.08)),
            ChipTone.AMBER: (tones.amber, tones.amber_tint),
            ChipTone.RED: (tones.red, tones.red_tint),
        }[self]


@dataclass(frozen=True, slots=True)
class Chip:
    """`icon` is painted in its own colours; a null one takes no room."""

    text: str
    tone: ChipTone = ChipTone.QUIET
    icon: QIcon = field(default_factory=QIcon, compare=False)

    def font(self, base: QFont) -> QFont:
        return sized(base, CAPTION, strong=self.tone is not ChipTone.QUIET)


def draw_chip(
    painter: QPainter, area: QRectF, chip: Chip, *, tones: Tones, font: QFont, mirrored: bool
) -> QRectF:
    """At the end of the area's top line; returns what is left of the area beside it."""
    own = chip.font(font)
    metrics = QFontMetricsF(own)
    width, height = _width(chip, own) + 2 * _PADDING, metrics.height() + 2
    left = area.left() if mirrored else area.right() - width
    box = QRectF(left, area.top(), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chip.tone.colours(tones)[1])
    painter.drawRoundedRect(box, height / 2, height / 2)
    inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
    draw_sign(painter, inner, chip, tones=tones, font=font, mirrored=mirrored)
    shift = width + 8
    return area.adjusted(*((shift, 0, 0, 0) if mirrored else (0, 0, -shift, 0)))


def draw_sign(
    painter: QPainter, box: QRectF, chip: Chip, *, tones: Tones, font: QFont, mirrored: bool
) -> float:
    """Its icon and word without a ground, at the end of the box; returns the width used."""
    own = chip.font(font)
    width = _width(chip, own)
    side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
    painter.setPen(chip.tone.colours(tones)[0])
    painter.setFont(own)
    level = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    option = QTextOption(side | level)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    window = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction_of_ours(chip.text, window))
    painter.drawText(box, chip.text, option)
    if not chip.icon.isNull():
        spot = QRectF(0, 0, _icon(own), _icon(own))
        spot.moveCenter(box.center())
        if mirrored:
            spot.moveRight(box.left() + width)
        else:
            spot.moveLeft(box.right() - width)
        chip.icon.paint(painter, spot.toRect())
    return width


def _width(chip: Chip, font: QFont) -> float:
    words = QFontMetricsF(font).horizontalAdvance(chip.text)
    return words if chip.icon.isNull() else words + _icon(font) + _GAP


def _icon(font: QFont) -> int:
    """14 beside a caption, and larger with the owner's larger words."""
    return round(font.pixelSize() * 7 / 6)
