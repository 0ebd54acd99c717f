"""Days on which the shop will be closed: the first, the last, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.my_shop.closed_days import LONGEST, Closure
from ui.build import button, column, label, row
from ui.day_field import DayField, first_and_last
from ui.shop.field import field, line_edit
from ui.theme import MEASURES

_LONGEST_NAME = 60


class CloseForm(QWidget):
    asked = Signal(object)
    """A `Closure`."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = DayField(self.locale())
        self.last = DayField(self.locale())
        self.name = line_edit(self.tr("Summer holiday"))
        self.name.setMaxLength(_LONGEST_NAME)
        self._note = label(kind="caption", tone="red", wrap=True)
        self.cancel = button(self.tr("Cancel"), kind="quiet", in_row=True)
        self.close_days = button(self.tr("Close these days"), in_row=True)
        self._build()
        for each in (self.first, self.last):
            each.judged.connect(self._on_edited)
        self.first.dateChanged.connect(self._on_first)
        self.last.dateChanged.connect(self._on_edited)
        self.name.returnPressed.connect(self._on_close)
        self.cancel.clicked.connect(self.left)
        self.close_days.clicked.connect(self._on_close)

    def _build(self) -> None:
        days = first_and_last(self.first, self.last)
        self.setLayout(
            column(
                days,
                self._note,
                field(self.tr("Why, if you like"), self.name),
                row(None, self.cancel, self.close_days),
                gap=MEASURES.s12,
            )
        )

    def begin(self, today: date) -> None:
        tomorrow = today + timedelta(days=1)
        self.first.set_day(tomorrow, today)
        self.last.set_day(tomorrow, today)
        self.name.clear()
        self._on_edited()
        self.first.setFocus()

    def _closure(self) -> Closure | None:
        first, last = self.first.day(), self.last.day()
        if not 0 <= (last - first).days < LONGEST:
            return None
        return Closure(first, last, self.name.text())

    def _on_first(self) -> None:
        """Most closures are of one day, or of few: the last day goes along."""
        if self.last.day() < self.first.day():
            self.last.setDate(self.first.date())
        self._on_edited()

    def _on_edited(self) -> None:
        fault = self.first.fault or self.last.fault
        if not fault and self.last.day() < self.first.day():
            fault = self.tr("The last day is before the first.")
        elif not fault and self._closure() is None:
            fault = self.tr("At most a year at once.")
        self._note.setText(fault)
        self._note.setVisible(bool(fault))
        self.close_days.setEnabled(not fault)

    def _on_close(self) -> None:
        pressed_away = (self.first.was_pressed_away(), self.last.was_pressed_away())
        closure = self._closure()
        if closure is not None and not any(pressed_away):
            self.asked.emit(closure)
