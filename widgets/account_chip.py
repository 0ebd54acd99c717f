"""Whose shop is open: a disc, a handle, and the account's own colour as an edge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.avatar import Avatar
from widgets.measures import MEASURES
from widgets.tones import mix, seen_on, tones_of

_DISC = 26
_SIDE = 8
_WIDEST = 200
_LEAST = 140


class AccountChip(QAbstractButton):
    """`clicked` asks for the accounts. The handle keeps its own left-to-right order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self._name = ""
        self._disc = Avatar(self, size=_DISC)
        self._disc.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set(
        self, name: str, label: str, *, colour: QColor, spoken: str, image: QImage | None = None
    ) -> None:
        """`label` is drawn (a handle); `spoken` tells name, handle and way in words."""
        self._colour = colour
        self._name = name
        self._disc.set(name, image=image)
        self.setText(label)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self._place()
        self.update()

    def set_picture(self, image: QImage | None) -> None:
        """None: the first letters of the name."""
        self._disc.set(self._name, image=image)

    def sizeHint(self) -> QSize:
        words = self._metrics_width(self.text())
        wide = MEASURES.edge + _SIDE + _DISC + _SIDE + words + _SIDE + 2
        return QSize(min(_WIDEST, wide), max(MEASURES.control, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(_LEAST, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        share = 0.1 if self.isDown() else 0.05 if self.underMouse() else 0.0
        if share:
            painter.setBrush(mix(tones.surface, tones.text, share))
            painter.drawRoundedRect(QRectF(self.rect()), MEASURES.radius, MEASURES.radius)
        painter.setBrush(seen_on(self._colour, tones.surface))
        edge = QRectF(self._spot(0, MEASURES.edge, self.height() - 8))
        painter.drawRoundedRect(edge, 1.5, 1.5)
        painter.setPen(tones.text)
        painter.setFont(self._strong())
        start = MEASURES.edge + _SIDE + _DISC + _SIDE
        box = self._spot(start, max(0, self.width() - start - _SIDE), self.height())
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    def _place(self) -> None:
        self._disc.setGeometry(self._spot(MEASURES.edge + _SIDE, _DISC, _DISC))

    def _spot(self, start: int, wide: int, high: int) -> QRect:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - start - wide if rtl else start
        return QRect(QPoint(left, (self.height() - high) // 2), QSize(wide, high))

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _metrics_width(self, text: str) -> int:
        return QFontMetrics(self._strong()).horizontalAdvance(text)
