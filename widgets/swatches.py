"""A few colours to choose one from: discs in a row, the chosen one with a ring and a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.tones import seen_on, tones_of
from widgets.type_scale import icon_times

_SIDE = 32
_DISC = 9.0
_RING = 13.0


class Swatches(QWidget):
    """One stop for Tab; the arrow keys choose."""

    chosen = Signal(str)
    """`#RRGGBB`, only when the owner chose."""

    def __init__(
        self, name: str, colours: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`colours` are (`#RRGGBB`, what it is called)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._discs: dict[str, _Swatch] = {}
        for colour, called in colours:
            disc = _Swatch(colour, called)
            disc.toggled.connect(self._on_toggled)
            self._discs[colour.upper()] = disc
            self._group.addButton(disc)
            layout.addWidget(disc)

    def disc(self, colour: str) -> Pressable:
        return self._discs[colour.upper()]

    def choose(self, colour: str) -> None:
        """None is chosen where it is not among them."""
        disc = self._discs.get(colour.upper())
        if disc is not None:
            disc.setChecked(True)
            return
        self._group.setExclusive(False)
        for each in self._discs.values():
            each.setChecked(False)
        self._group.setExclusive(True)
        first = next(iter(self._discs.values()))
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def choice(self) -> str:
        return next((each.colour for each in self._discs.values() if each.isChecked()), "")

    def _on_toggled(self, _on: bool) -> None:
        """Tab stops at the one that is chosen."""
        for each in self._discs.values():
            stops = each.isChecked()
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice)


class _Swatch(Pressable):
    def __init__(self, colour: str, called: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(called)
        self.setToolTip(called)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(_SIDE * icon_times(self.font()))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        times = icon_times(self.font())
        middle = QRectF(self.rect()).center()
        shown = seen_on(QColor(self.colour), tones.surface)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown)
        painter.drawEllipse(middle, _DISC * times, _DISC * times)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(shown, 2))
            painter.drawEllipse(middle, _RING * times, _RING * times)
            light = QColor("#FFFFFF") if shown.lightnessF() < 0.6 else QColor("#161513")
            painter.setPen(QPen(light, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            bend = [(-3.6, 0.2), (-0.9, 2.9), (4.0, -2.6)]
            painter.drawPolyline([middle + QPointF(x, y) * times for x, y in bend])
        elif self.underMouse():
            painter.setPen(QPen(tones.border, 1))
            painter.drawEllipse(middle, _RING * times, _RING * times)
        painter.end()
