"""On or off at once, without a button to confirm it."""

from __future__ import annotations

from PySide6.QtCore import Property, QPoint, QPointF, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from widgets.measures import MEASURES
from widgets.motion import motion_ms
from widgets.tones import faded, mix, tones_of

_WIDE, _HIGH, _GAP = 34, 20, 8


class Switch(QCheckBox):
    """A check box by nature (keys, screen readers), drawn as a switch before its words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._place = 0.0
        self._motion = QPropertyAnimation(self, b"place", self)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + _GAP if self.text() else 0
        return QSize(_WIDE + words + 2, max(MEASURES.row_button, metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _spot: QPoint) -> bool:  # noqa: N802 (Qt's name)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        top = (self.height() - _HIGH) / 2
        track = QRectF(self.width() - _WIDE - 1 if rtl else 1, top, _WIDE, _HIGH)
        ink = tones.text if self.isEnabled() else faded(tones.text)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(ink if on else tones.border, 1))
        painter.setBrush(ink if on else tones.surface)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), _HIGH / 2, _HIGH / 2)
        run = _WIDE - _HIGH
        step = run * (1 - self._place if rtl else self._place)
        centre = QPointF(track.left() + _HIGH / 2 + step, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.surface if on else mix(tones.surface, ink, 0.62))
        painter.drawEllipse(centre, _HIGH / 2 - 4, _HIGH / 2 - 4)
        painter.setPen(ink)
        words = QRectF(self.rect())
        words.adjust(0 if rtl else _WIDE + _GAP, 0, -_WIDE - _GAP if rtl else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, int(flags), self.text())
        painter.end()

    def _on_toggled(self, on: bool) -> None:
        self._motion.stop()
        self._motion.setDuration(motion_ms())
        self._motion.setStartValue(self._place)
        self._motion.setEndValue(1.0 if on else 0.0)
        self._motion.start()

    def _get_place(self) -> float:
        return self._place

    def _set_place(self, place: float) -> None:
        self._place = place
        self.update()

    place = Property(float, _get_place, _set_place)
