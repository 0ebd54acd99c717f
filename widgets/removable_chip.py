"""A quiet word on a rounded ground, with a cross that takes it off."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.isolates import isolated
from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.strokes import draw_cross
from widgets.text_block import direction_of_ours
from widgets.tones import mix, tones_of
from widgets.type_scale import CAPTION, icon_times, sized

_PAD = 10
_GAP = 6
_CROSS = 10
_ICON = 14


class RemovableChip(Pressable):
    """The whole of it takes it off: a cross alone would be hard to hit."""

    def __init__(self, text: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setIcon(icon)
        name = self.tr("Take off: {what}").format(what=text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(sized(self.font(), CAPTION))
        words = metrics.horizontalAdvance(isolated(self.text())) + 1
        wide = 2 * _PAD + self._icon() + _GAP + words + _GAP + _CROSS
        return QSize(ceil(wide), max(MEASURES.row_button, ceil(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        share = 0.14 if self.isDown() else 0.11 if self.underMouse() else 0.07
        painter.setBrush(mix(tones.surface, tones.text, share))
        round_ = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        icon = self._icon()
        box = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0)
        spot = QRectF(0, 0, icon, icon)
        middle = box.center().y()
        spot.moveCenter(QPointF(box.right() - icon / 2 if rtl else box.left() + icon / 2, middle))
        self.icon().paint(painter, spot.toRect())
        before, after = icon + _GAP, _CROSS + _GAP
        words = box.adjusted(after if rtl else before, 0, -before if rtl else -after, 0)
        painter.setPen(tones.text)
        painter.setFont(sized(self.font(), CAPTION))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of_ours(self.text(), self.layoutDirection()))
        cut = QFontMetricsF(painter.font()).elidedText(
            isolated(self.text()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, cut, option)
        cross = box.left() + _CROSS / 2 if rtl else box.right() - _CROSS / 2
        draw_cross(painter, QPointF(cross, middle), tones.quiet)
        painter.end()

    def _icon(self) -> float:
        return _ICON * icon_times(self.font())
