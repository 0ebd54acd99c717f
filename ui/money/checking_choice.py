"""The three ways of looking at X, each with what a month of it will cost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from services.accounts.account import Checking
from services.x_api.forecast import Forecast
from ui.build import column, label, row
from ui.money.forecast_words import rests_on, total_words, way_name, way_words, working
from ui.theme import MEASURES
from widgets.fold_section import FoldSection

_INDENT = 26


class CheckingChoice(QWidget):
    chosen = Signal(object)
    """`Checking`, when the owner chose."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {way: QRadioButton(way_name(way)) for way in Checking}
        self.totals = {way: label() for way in Checking}
        self._forecasts: Mapping[Checking, Forecast] = {}
        group = QButtonGroup(self)
        parts: list[QWidget] = []
        for way, each in self.buttons.items():
            group.addButton(each)
            each.setAccessibleDescription(way_words(way))
            note = label(way_words(way), kind="caption", wrap=True)
            inner = QWidget()
            inner.setLayout(
                column(
                    row(each, None, self.totals[way]),
                    row(note, margins=(_INDENT, 0, 0, 0)),
                    gap=2,
                )
            )
            parts.append(inner)
        group.buttonClicked.connect(self._on_clicked)
        self.working = label(kind="caption", wrap=True)
        self.fold = FoldSection(self.tr("How this is worked out"))
        said = QWidget()
        said.setLayout(row(self.working, margins=(_INDENT, 0, 0, 4)))
        self.fold.set_content(said)
        self.fold.turned.connect(self._on_turned)
        free = label(
            self.tr(
                "X charges for what comes in, not for looking: a look that finds nothing is free."
            ),
            kind="caption",
            wrap=True,
        )
        self.setLayout(column(*parts, free, self.fold, gap=MEASURES.s12))

    def set(self, checking: Checking, forecasts: Mapping[Checking, Forecast]) -> None:
        self._forecasts = forecasts
        self.buttons[checking].setChecked(True)
        for way, forecast in forecasts.items():
            self.totals[way].setText(total_words(forecast))
        self._show_working(forecasts[checking])

    def _show_working(self, forecast: Forecast) -> None:
        lines = [working(line, self.locale()) for line in forecast.lines]
        self.working.setText("\n".join([rests_on(forecast), *lines]))

    def _on_clicked(self) -> None:
        way = next(way for way, each in self.buttons.items() if each.isChecked())
        self._show_working(self._forecasts[way])
        self.chosen.emit(way)

    def _on_turned(self, _open: bool) -> None:
        self.resized.emit()
