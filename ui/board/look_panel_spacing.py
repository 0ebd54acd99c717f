"""The room between a board's pictures, their corners, and which side they begin at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSlider, QWidget

from services.media.board_values import Look
from ui.build import column, label
from ui.theme import MEASURES

WIDEST_GUTTER = 32
ROUNDEST = 60
"""Both in thousandths of the board's long side."""


class LookSpacing(QWidget):
    changed = Signal(object)
    """Fields of `Look` and what they are now, as a mapping."""
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gutter = _slider(self.tr("Between the pictures"), WIDEST_GUTTER)
        self.gutter.valueChanged.connect(self._on_gutter)
        self.corners = _slider(self.tr("Round corners"), ROUNDEST)
        self.corners.valueChanged.connect(self._on_corners)
        for slider in (self.gutter, self.corners):
            slider.sliderReleased.connect(self.let_go)
        self.edged = QCheckBox(self.tr("Around the board, too"))
        self.edged.toggled.connect(self._on_edged)
        self.right_to_left = QCheckBox(self.tr("Begin at the right"))
        self.right_to_left.toggled.connect(self._on_right_to_left)
        self.setLayout(
            column(
                column(_name(self.gutter), self.gutter, gap=0),
                self.edged,
                column(_name(self.corners), self.corners, gap=0),
                self.right_to_left,
                margins=(0, MEASURES.s4, 0, MEASURES.s8),
            )
        )

    def show_look(self, look: Look) -> None:
        """Tells nobody."""
        parts = (self.gutter, self.corners, self.edged, self.right_to_left)
        for part in parts:
            part.blockSignals(True)
        self.gutter.setValue(look.gutter)
        self.corners.setValue(look.corners)
        self.edged.setChecked(look.edged)
        self.right_to_left.setChecked(look.right_to_left)
        for part in parts:
            part.blockSignals(False)
            part.update()

    def _on_gutter(self, gutter: int) -> None:
        self.changed.emit({"gutter": gutter})

    def _on_corners(self, corners: int) -> None:
        self.changed.emit({"corners": corners})

    def _on_edged(self, on: bool) -> None:
        self.changed.emit({"edged": on})

    def _on_right_to_left(self, on: bool) -> None:
        self.changed.emit({"right_to_left": on})


def _slider(name: str, most: int) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(0, most)
    made.setPageStep(4)
    made.setAccessibleName(name)
    return made


def _name(slider: QSlider) -> QWidget:
    return label(slider.accessibleName(), kind="caption")
