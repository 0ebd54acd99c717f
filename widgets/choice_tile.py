"""A large button with an icon, a title and a sentence: for the few choices that decide a lot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import draw_lines, fit_lines, line_height
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, icon_times, sized

_ICON = 24
_PAD = 16
_GAP = 12
_MOST_LINES = 12
"""More than any sentence of ours has: the tile grows with it."""


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
        icon = self._icon_side()
        room = width - _PAD * 2 - icon - _GAP
        strong, plain = self._fonts()
        high = max(_high(self.text(), strong, room), line_height(self.text(), strong))
        return round(_PAD * 2 + high + 2 + max(_high(self._sentence, plain, room), 1))

    def sizeHint(self) -> QSize:
        wide = self._wide(280)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        # A layout asks for the height at no less than this, even where it gives less.
        return QSize(200, self.heightForWidth(self._wide(280)))

    def _wide(self, width: int) -> int:
        return round(width * icon_times(self.font()))

    def _icon_side(self) -> int:
        return round(_ICON * icon_times(self.font()))

    def _fonts(self) -> tuple[QFont, QFont]:
        return sized(self.font(), BASE, strong=True), sized(self.font(), BASE)

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
        icon = self._icon_side()
        left = self.width() - _PAD - icon if mirrored else _PAD
        self.icon().paint(painter, QRect(left, _PAD, icon, icon))
        area = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        area.adjust(*((0, 0, -icon - _GAP, 0) if mirrored else (icon + _GAP, 0, 0, 0)))
        strong, plain = self._fonts()
        painter.setPen(tones.text)
        area.setTop(area.top() + self._draw(painter, area, self.text(), strong) + 2)
        painter.setPen(tones.quiet)
        self._draw(painter, area, self._sentence, plain)

    def _draw(self, painter: QPainter, area: QRectF, text: str, font: QFont) -> float:
        way = self.layoutDirection()
        return draw_lines(
            painter, area, text, font=font, most=_MOST_LINES, direction=way, ours=True
        )


def _high(text: str, font: QFont, width: float) -> float:
    return len(fit_lines(text, font, width, _MOST_LINES)) * line_height(text, font)
