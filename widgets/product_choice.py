"""A product's card that is chosen by a press, with the place it then has in the row of choices."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.number_disc import draw_number
from widgets.product_card import ProductCard, ProductValue
from widgets.tones import tones_of
from widgets.type_scale import icon_times

_DISC = 24
_INSET = 10


class ProductChoice(ProductCard):
    """`opened` says that it was pressed; who shows it says which place it has."""

    def __init__(self, value: ProductValue, parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self._place = 0
        self.setCheckable(True)
        self.setAccessibleDescription("")

    @property
    def place(self) -> int:
        return self._place

    def set_place(self, place: int) -> None:
        """Counted from 1; 0: it is not chosen."""
        self._place = place
        self.setChecked(place > 0)
        self.update()

    def show_value(self, value: ProductValue) -> None:
        super().show_value(value)
        self.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._place:
            return
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.accent, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 11, 11)
        side = round(_DISC * icon_times(self.font()))
        from_edge = _INSET + side / 2
        x = from_edge if self.isRightToLeft() else self.width() - from_edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.surface)
        painter.drawEllipse(QPointF(x, from_edge), side / 2 + 2, side / 2 + 2)
        draw_number(
            painter,
            QPointF(x, from_edge),
            self.locale().toString(self._place),
            side=side,
            tones=tones,
            font=self.font(),
        )
