"""The proportions of a free board: pulled or typed."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSlider, QWidget

from services.media.look_json import LEAST_RATIO, MOST_RATIO
from ui.build import row
from ui.fields import padded
from ui.theme import MEASURES

_STEPS = 200
"""Of the slider: equal steps are equal factors, so that high and wide boards lie alike."""


class RatioRow(QWidget):
    moved = Signal(float)
    """Width by height."""
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(self.tr("Width by height"))
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.sliderReleased.connect(self.let_go)
        self.field = padded(QDoubleSpinBox())
        self.field.setRange(round(LEAST_RATIO, 2), MOST_RATIO)
        self.field.setDecimals(2)
        self.field.setSingleStep(0.05)
        self.field.setKeyboardTracking(False)
        self.field.setAccessibleName(self.tr("Width by height"))
        self.field.setToolTip(self.tr("Width by height"))
        self.field.valueChanged.connect(self.moved)
        self.field.editingFinished.connect(self.let_go)
        layout = row(self.slider, self.field, gap=MEASURES.s12)
        layout.setStretchFactor(self.slider, 1)
        self.setLayout(layout)

    def show_ratio(self, ratio: float) -> None:
        """Tells nobody."""
        for part in (self.slider, self.field):
            part.blockSignals(True)
        self.slider.setValue(
            round(_STEPS * log(ratio / LEAST_RATIO) / log(MOST_RATIO / LEAST_RATIO))
        )
        self.field.setValue(ratio)
        for part in (self.slider, self.field):
            part.blockSignals(False)

    def _on_slider(self, step: int) -> None:
        span = log(MOST_RATIO / LEAST_RATIO)
        self.moved.emit(round(LEAST_RATIO * exp(span * step / _STEPS), 2))
