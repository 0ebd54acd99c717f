"""A row of colours to choose one from: named ones, an own one, perhaps the blurred picture.

One stop for Tab; the arrow keys choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import MEASURES
from widgets.strokes import draw_plus
from widgets.tones import tones_of

_SIDE = 32
_DISC = 24
BLURRED = "blurred"
"""Stands in the place of a colour: the ground is the first picture, out of focus."""


@dataclass(frozen=True, slots=True)
class Colour:
    """`value` is `#rrggbb`, `name` what a tooltip and a screen reader say."""

    value: str
    name: str


class Swatches(QWidget):
    chosen = Signal(str)
    """A colour's value, or BLURRED, only when the owner chose."""
    own_asked = Signal()
    """The owner wants a colour that is not among them."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._own: _Swatch | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setAccessibleName(name)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(MEASURES.s4)
        self._layout.addStretch(1)

    def set_colours(self, colours: Sequence[Colour], *, own: str, blurred: str = "") -> None:
        """`own`: what the last but one is called, behind which any colour is chosen. `blurred`:
        what the last one is called, "" for none."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        made = [_Swatch(colour) for colour in colours]
        self._own = _Swatch(Colour("", own))
        made.append(self._own)
        if blurred:
            made.append(_Swatch(Colour(BLURRED, blurred)))
        for place, swatch in enumerate(made):
            self._group.addButton(swatch)
            self._layout.insertWidget(place, swatch)

    def choose(self, value: str) -> None:
        """A colour that is not among the named ones is the own one."""
        self._group.setExclusive(False)
        named = {each.colour.value for each in self._swatches() if each is not self._own}
        for each in self._swatches():
            if each is self._own:
                each.show_colour("" if value in named else value)
                each.setChecked(value not in named)
            else:
                each.setChecked(each.colour.value == value)
        self._group.setExclusive(True)

    def buttons(self) -> list[QAbstractButton]:
        return self._group.buttons()

    @property
    def own_button(self) -> QAbstractButton | None:
        return self._own

    def _swatches(self) -> list[_Swatch]:
        return [each for each in self._group.buttons() if isinstance(each, _Swatch)]

    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self._own:
            self.own_asked.emit()
        elif isinstance(button, _Swatch):
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

    def show_colour(self, value: str) -> None:
        """Of the own one; "" while it has none."""
        self.colour = replace(self.colour, value=value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        disc = QRectF(0, 0, _DISC, _DISC)
        disc.moveCenter(middle)
        value = self.colour.value
        ground = QColor(tones.quiet if value == BLURRED else value or tones.surface)
        empty = not value
        painter.setPen(
            QPen(tones.border, 1, Qt.PenStyle.DashLine if empty else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(_blurred(disc) if value == BLURRED else ground)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if empty:
            draw_plus(painter, middle, tones.quiet, arm=5, width=1.5)
        elif self.isChecked():
            self._draw_tick(painter, middle, ground)
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


def _blurred(disc: QRectF) -> QBrush:
    """Like a picture out of focus: soft, and of no colour that could be chosen here."""
    soft = QLinearGradient(disc.topLeft(), disc.bottomRight())
    for place, colour in ((0.0, "#d9c6a5"), (0.5, "#8fa59c"), (1.0, "#4d5f66")):
        soft.setColorAt(place, QColor(colour))
    return QBrush(soft)
