"""How long a poll is open: four usual lengths, or days, hours and minutes of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from services.publishing.post_options import LONGEST_POLL, SHORTEST_POLL
from ui.build import column, label, row
from ui.fields import padded
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.segmented import Segmented

_DAY, _HOUR = 24 * 60, 60
_OWN = "own"
_USUAL = (_HOUR, _DAY, 3 * _DAY, 7 * _DAY)
_STEP = 5


class PollLength(QWidget):
    changed = Signal(int)
    """Minutes, when the owner chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = _DAY
        self.choice = Segmented(name=self.tr("How long the poll is open"), stacks=True)
        self.choice.add(str(_HOUR), self.tr("%n hour(s)", "", 1))
        for days in (1, 3, 7):
            self.choice.add(str(days * _DAY), self.tr("%n day(s)", "", days))
        self.choice.add(_OWN, self.tr("Other"))
        self.choice.chosen.connect(self._on_chosen)
        self.days = self._box(self.tr("days"), LONGEST_POLL // _DAY)
        self.hours = self._box(self.tr("hours"), 23)
        self.minutes_box = self._box(self.tr("minutes"), 59)
        self.minutes_box.setSingleStep(_STEP)
        self._own = QWidget()
        flow = FlowLayout(self._own, gap=MEASURES.s12)
        self._units: list[QLabel] = []
        for box in (self.days, self.hours, self.minutes_box):
            part = QWidget()
            unit = label(box.accessibleName(), kind="quiet")
            self._units.append(unit)
            part.setLayout(row(box, unit))
            flow.addWidget(part)
        self._own.hide()
        self.setLayout(column(row(self.choice, None), self._own))
        self.set_minutes(self._minutes)

    @property
    def minutes(self) -> int:
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        self._minutes = min(max(minutes, SHORTEST_POLL), LONGEST_POLL)
        own = self._minutes not in _USUAL or (self.is_own and minutes == self._minutes)
        self.choice.choose(_OWN if own else str(self._minutes))
        self._own.setVisible(own)
        self._fill()

    @property
    def is_own(self) -> bool:
        return self.choice.choice == _OWN

    def _box(self, name: str, most: int) -> QSpinBox:
        box = padded(QSpinBox())
        box.setRange(0, most)
        box.setAccessibleName(name)
        box.lineEdit().setAccessibleName(name)
        # A number half typed is no length yet: 1 of 15 minutes.
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._on_own)
        return box

    def _fill(self) -> None:
        """The boxes allow no sum that X would refuse."""
        days, rest = divmod(self._minutes, _DAY)
        hours, minutes = divmod(rest, _HOUR)
        whole = days >= LONGEST_POLL // _DAY
        for box in (self.hours, self.minutes_box):
            box.setEnabled(not whole)
        least = 0 if days or hours else SHORTEST_POLL
        for box, value in ((self.days, days), (self.hours, hours), (self.minutes_box, minutes)):
            box.blockSignals(True)
            if box is self.minutes_box:
                box.setMinimum(least)
            box.setValue(value)
            box.blockSignals(False)

    def _on_chosen(self, key: str) -> None:
        self._own.setVisible(key == _OWN)
        if key == _OWN:
            self.days.setFocus()
            self.days.selectAll()
            return
        self.set_minutes(int(key))
        self.changed.emit(self._minutes)

    def _on_own(self) -> None:
        days, hours = self.days.value(), self.hours.value()
        total = days * _DAY + hours * _HOUR + self.minutes_box.value()
        self._minutes = min(max(total, SHORTEST_POLL), LONGEST_POLL)
        self._fill()
        self.changed.emit(self._minutes)
