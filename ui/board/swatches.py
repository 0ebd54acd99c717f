"""A row of colours, one of them chosen. One stop for Tab; the arrow keys choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import MEASURES
from widgets.tones import tones_of

_SIDE = 32
_DISC = 24


@dataclass(frozen=True, slots=True)
class Colour:
    """`value` is `#rrggbb`, `name` what a tooltip and a screen reader say."""

    value: str
    name: str


class Swatches(QWidget):
    chosen = Signal(str)
    """A colour's value, only when the owner chose."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setAccessibleName(name)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(MEASURES.s4)
        self._layout.addStretch(1)

    def set_colours(self, colours: Sequence[Colour]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        for place, colour in enumerate(colours):
            made = _Swatch(colour)
            self._group.addButton(made)
            self._layout.insertWidget(place, made)

    def choose(self, value: str) -> None:
        """A colour that is not among them leaves none marked."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            if isinstance(button, _Swatch):
                button.setChecked(button.colour.value == value)
        self._group.setExclusive(True)

    def buttons(self) -> list[QAbstractButton]:
        return self._group.buttons()

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _Swatch):
            self.chosen.emit(button.colour.value)


class _Swatch(QAbstractButton):
    def __init__(self, colour: Colour) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(colour.name)
        self.setAccessibleName(colour.name)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        disc = QRectF(0, 0, _DISC, _DISC)
        disc.moveCenter(middle)
        colour = QColor(self.colour.value)
        painter.setPen(QPen(tones.border, 1))
        painter.setBrush(colour)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.isChecked():
            self._draw_tick(painter, middle, colour)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(tones.accent if self.hasFocus() else tones.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_tick(self, painter: QPainter, middle: QPointF, ground: QColor) -> None:
        ink = QColor("#1d1b18" if ground.lightness() > 140 else "#ffffff")
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        low = middle + QPointF(-1.2, 3.6)
        painter.drawLine(middle + QPointF(-5, 0), low)
        painter.drawLine(low, middle + QPointF(5, -4))
