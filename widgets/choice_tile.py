"""A large button with an icon, a title and a sentence: for the few choices that decide a lot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import draw_lines, fit_lines, line_height
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, sized

_ICON = 24
_PAD = 16
_GAP = 12
_MOST_LINES = 3


class ChoiceTile(Pressable):
    def __init__(
        self, icon: QIcon, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.setIcon(icon)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font = sized(self.font(), BASE)
        room = width - _PAD * 2 - _ICON - _GAP
        lines = max(len(fit_lines(self._sentence, font, room, _MOST_LINES)), 1)
        title = QFontMetrics(sized(self.font(), BASE, strong=True)).height()
        return round(_PAD * 2 + title + 2 + lines * line_height(self._sentence, font))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(280))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = 0.1 if self.isDown() else 0.05 if self.underMouse() else 0.0
        painter.setPen(QPen(tones.border, 1))
        painter.setBrush(mix(tones.surface, tones.text, share))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), MEASURES.radius, MEASURES.radius
        )
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - _PAD - _ICON if mirrored else _PAD
        self.icon().paint(painter, QRect(left, _PAD, _ICON, _ICON))
        area = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        area.adjust(*((0, 0, -_ICON - _GAP, 0) if mirrored else (_ICON + _GAP, 0, 0, 0)))
        strong = sized(self.font(), BASE, strong=True)
        painter.setFont(strong)
        painter.setPen(tones.text)
        title = QRectF(area.left(), area.top(), area.width(), QFontMetrics(strong).height())
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(title, side | Qt.AlignmentFlag.AlignAbsolute, self.text())
        painter.setPen(tones.quiet)
        area.setTop(title.bottom() + 2)
        draw_lines(
            painter,
            area,
            self._sentence,
            font=sized(self.font(), BASE),
            most=_MOST_LINES,
            direction=self.layoutDirection(),
        )
