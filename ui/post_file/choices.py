"""When the posts of a file go out: by the file, or in free slots, and what of odd days."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from services.post_file.known import OnClosed, Wishes
from services.post_file.values import Column, Mapping
from ui.fields import combo
from ui.post_file.job import Looked
from ui.theme import MEASURES
from widgets.segmented import Segmented

_FILE, _SLOTS = "file", "slots"


class TimeChoices(QObject):
    """Its parts are laid by who has it; `past` and `closed` are seen while a row needs them."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wished = _FILE
        self.times = Segmented(name=self.tr("When the posts go out"))
        self.times.add(_FILE, self.tr("Times as in the file"))
        self.times.add(_SLOTS, self.tr("Next free slots"))
        self.past = QCheckBox(self.tr("Move past times to the next free slots"))
        self.closed = combo(
            (
                self.tr("Closed days: leave out"),
                self.tr("Closed days: next free slots"),
                self.tr("Closed days: post all the same"),
            ),
            name=self.tr("Posts on a day on which the shop is closed"),
        )
        self.past.setMinimumHeight(MEASURES.control)
        self.past.hide()
        self.closed.hide()
        self.parts = (self.times, self.past, self.closed)
        self.times.chosen.connect(self._on_times)
        self.past.toggled.connect(self.changed)
        self.closed.activated.connect(self.changed)

    @property
    def wishes(self) -> Wishes:
        return Wishes(
            only_slots=self.times.choice == _SLOTS,
            past_to_slots=self.past.isChecked(),
            closed=list(OnClosed)[self.closed.currentIndex()],
        )

    def set_mapping(self, mapping: Mapping) -> None:
        """Without a column of days there is nothing but free slots."""
        timed = any(mapping.place(each) is not None for each in (Column.DATE, Column.DATE_TIME))
        self.times.button(_FILE).setEnabled(timed)
        self.times.choose(self._wished if timed else _SLOTS)

    def offer(self, looked: Looked) -> None:
        """What was chosen stays in sight, to be taken back."""
        by_file = not looked.wishes.only_slots
        past = looked.past > 0 or (by_file and looked.wishes.past_to_slots)
        closed = looked.closed > 0 or (by_file and looked.wishes.closed is not OnClosed.LEFT_OUT)
        self.past.setVisible(past)
        self.closed.setVisible(closed)

    def _on_times(self) -> None:
        self._wished = self.times.choice
        self.changed.emit()
