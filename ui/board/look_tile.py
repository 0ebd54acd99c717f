"""A look as the open board would wear it, in small, with its name."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.media.board_values import Board
from ui.board.board_row import draw_mini
from widgets.measures import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import direction_of, draw_lines
from widgets.tones import mix, tones_of
from widgets.type_scale import CAPTION, icon_times, sized

_SHEET = QSize(112, 72)
PAD = 8
_MOST_TIMES = 1.25


class LookTile(Pressable):
    def __init__(
        self,
        name: str,
        board: Board,
        image_of: Callable[[str], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        """`board` wears the look already; one without pictures is drawn with blank ones."""
        super().__init__(parent)
        self._board = board
        self._image_of = image_of
        self._more: QWidget | None = None
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_more(self, more: QWidget) -> None:
        """A small button at the end of the name."""
        self._more = more
        more.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._more is not None:
            size = self._more.sizeHint()
            x = 0 if self.isRightToLeft() else self.width() - size.width()
            self._more.setGeometry(x, self.height() - size.height(), size.width(), size.height())

    def sizeHint(self) -> QSize:
        words = ceil(QFontMetricsF(sized(self.font(), CAPTION)).height())
        sheet = self._sheet()
        return QSize(sheet.width() + 2 * PAD, sheet.height() + 3 * PAD + words)

    def _sheet(self) -> QSize:
        """It grows with the words, so that there is as much room for them."""
        return _SHEET * min(icon_times(self.font()), _MOST_TIMES)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.surface, tones.text, 0.1 if self.isDown() else 0.05))
            painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        if self.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, MEASURES.radius, MEASURES.radius)
        room = QRectF(QPointF(PAD, PAD), self._sheet().toSizeF())
        draw_mini(painter, room, self._board, self._image_of, tones, captioned=True)
        painter.setPen(tones.text)
        taken = 0 if self._more is None else self._more.width() - PAD
        start = PAD + (taken if self.isRightToLeft() else 0)
        words = QRectF(start, room.bottom() + PAD, room.width() - taken, self.height())
        draw_lines(
            painter,
            words,
            self.text(),
            font=sized(self.font(), CAPTION),
            most=1,
            direction=direction_of(self.text(), self.layoutDirection()),
        )
        painter.end()
