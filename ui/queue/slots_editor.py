"""The times at which the shop posts, a column a weekday: added, changed, copied, with Undo.

Each choice is on disk at once. Until the first one the times follow the opening hours.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.post_options import PostKind
from services.publishing.slots import Slot
from services.settings import UNDO_SECONDS
from ui import build
from ui.messages import words
from ui.page import Undo
from ui.queue.kind_look import TONES, kind_word
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.slot_button import SlotButton
from widgets.slot_chip import SlotChip
from widgets.week_day import GAP

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.queue.slots_popover import SlotPopover

_FIRST_WALL = "12:00"
_AFTER_LAST = 3


class SlotsEditor(QWidget):
    undo_offered = Signal(object)
    message = Signal(object)
    changed = Signal()
    done = Signal()

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._account = shop.accounts.active()
        self._slots: tuple[Slot, ...] = ()
        self._closed: frozenset[int] = frozenset()
        self._about: tuple[int, Slot | None] = (0, None)
        self._popover: SlotPopover | None = None
        self.chips: list[SlotChip] = []
        self.adds: list[SlotButton] = []
        self._note = ElidedLabel()
        build.set_kind(self._note, "quiet")
        self.usual = build.button(
            self.tr("Usual slots"), kind="quiet", icon="rotate-ccw", in_row=True
        )
        self.close_button = build.button(self.tr("Done"), in_row=True)
        self._days = QHBoxLayout()
        self._days.setSpacing(GAP)
        inner = QWidget()
        inner.setLayout(build.column(self._days, None))
        head = build.row(
            self._note, self.usual, self.close_button, gap=MEASURES.s12, margins=(4, 0, 4, 0)
        )
        head.setStretchFactor(self._note, 1)
        column = build.column(head, build.scroll(inner), gap=MEASURES.s12)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.usual.clicked.connect(self._on_usual)
        self.close_button.clicked.connect(self.done)

    @property
    def popover(self) -> SlotPopover | None:
        """Once it was needed."""
        return self._popover

    def show_account(self, account: Account) -> None:
        self._account = account
        usual = self._shop.slots.is_usual(account.id)
        slots = self._shop.slots.list(account.id)
        place = account.zone.replace("_", " ").rpartition("/")[2]
        said = self.tr("By the shop's clock in {place}. A post takes the next free slot.")
        if usual:
            said = self.tr("By the shop's clock in {place}. These follow your opening hours.")
        self._note.setText(said.format(place=place))
        self.usual.setVisible(not usual)
        closed = self._shop.closed_days.weekdays(account.id)
        if (slots, closed) != (self._slots, self._closed) or not self.adds:
            self._slots, self._closed = slots, closed
            self._fill()

    def take_focus(self) -> None:
        (self.chips[0] if self.chips else self.adds[0]).setFocus()

    def _fill(self) -> None:
        while (item := self._days.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips, self.adds = [], []
        first = self.locale().firstDayOfWeek().value
        for number in range(7):
            self._days.addWidget(self._day((first - 1 + number) % 7), 1)

    def _day(self, weekday: int) -> QWidget:
        name = _day_name(self.locale(), weekday)
        day = QWidget()
        day.setAccessibleName(name)
        column = QVBoxLayout(day)
        column.setContentsMargins(GAP // 2, GAP, GAP // 2, GAP)
        column.setSpacing(GAP)
        column.addWidget(build.label(name, kind="strong"))
        if self._closed:
            # An empty line on open days, so that all times begin at one height.
            mark = self.tr("Closed") if weekday in self._closed else ""
            column.addWidget(build.label(mark, kind="caption"))
        for slot in self._slots:
            if slot.weekday == weekday:
                chip = self._chip(slot, name)
                self.chips.append(chip)
                column.addWidget(chip)
        spoken = self.tr("Add a slot on {day}").format(day=name)
        add = SlotButton(str(weekday), self.tr("Add a slot"), spoken=spoken)
        add.clicked.connect(partial(self._ask, weekday, None, add))
        self.adds.append(add)
        column.addWidget(add)
        if weekday in self._closed and any(slot.weekday == weekday for slot in self._slots):
            said = self.tr("The shop is closed: nothing goes out at these times until it opens.")
            note = build.label(said, kind="caption", wrap=True)
            column.addWidget(note)
            day.setAccessibleDescription(said)
        column.addStretch(1)
        return day

    def _chip(self, slot: Slot, day: str) -> SlotChip:
        time = self._time(slot.wall)
        kind = kind_word(slot.kind)
        spoken = self.tr("{day}, {time}. Change it.")
        if kind:
            spoken = self.tr("{day}, {time}, for: {kind}. Change it.")
        chip = SlotChip(
            time,
            kind=kind,
            tone=TONES[slot.kind],
            spoken=spoken.format(day=day, time=time, kind=kind),
        )
        chip.clicked.connect(partial(self._ask, slot.weekday, slot, chip))
        return chip

    def _ask(self, weekday: int, slot: Slot | None, anchor: QWidget) -> None:
        if self._popover is None:
            from ui.queue.slots_popover import SlotPopover

            self._popover = SlotPopover(self)
            self._popover.kept.connect(self._on_kept)
            self._popover.removed.connect(self._on_removed)
            self._popover.copy_asked.connect(self._on_copy)
        self._about = (weekday, slot)
        of_day = [each.wall for each in self._slots if each.weekday == weekday]
        self._popover.offer(
            _day_name(self.locale(), weekday),
            slot,
            wall=_later(of_day[-1]) if of_day else _FIRST_WALL,
            may_copy=bool(of_day),
        )
        self._popover.open_at(anchor)

    def _on_kept(self, wall: str, kind: PostKind) -> None:
        weekday, old = self._about
        rest = [each for each in self._slots if each != old]
        rest = [each for each in rest if (each.weekday, each.wall) != (weekday, wall)]
        day = _day_name(self.locale(), weekday)
        said = self.tr("{day}, {time} is a slot now").format(day=day, time=self._time(wall))
        self._save([*rest, Slot("", weekday, wall, kind)], said)

    def _on_removed(self) -> None:
        weekday, old = self._about
        if old is not None:
            said = self.tr("{day}, {time} removed").format(
                day=_day_name(self.locale(), weekday), time=self._time(old.wall)
            )
            self._save([each for each in self._slots if each != old], said)

    def _on_copy(self) -> None:
        weekday, _old = self._about
        of_day = [each for each in self._slots if each.weekday == weekday]
        every = [Slot("", day, each.wall, each.kind) for day in range(7) for each in of_day]
        said = self.tr("All days have the slots of {day}").format(
            day=_day_name(self.locale(), weekday)
        )
        self._save(every, said)

    def _on_usual(self) -> None:
        self._save((), self.tr("The slots follow your opening hours"))

    def _save(self, slots: Iterable[Slot], said: str) -> None:
        """Undo brings back the times of before, and that they were the usual ones."""
        usual = self._shop.slots.is_usual(self._account.id)
        before = () if usual else self._slots
        if self._write(slots):
            seconds = max(self._shop.settings.get(UNDO_SECONDS), 5)
            self.undo_offered.emit(Undo(said, seconds, partial(self._put_back, before)))

    def _put_back(self, slots: Iterable[Slot]) -> None:
        self._write(slots)

    def _write(self, slots: Iterable[Slot]) -> bool:
        kept = [(each.weekday, each.wall, each.kind) for each in slots]
        try:
            self._shop.slots.save(self._account.id, kept)
        except StorageTrouble as error:
            self.message.emit(words(error))
            return False
        self.show_account(self._account)
        self.changed.emit()
        return True

    def _time(self, wall: str) -> str:
        time = QTime.fromString(wall, "HH:mm")
        return self.locale().toString(time, QLocale.FormatType.ShortFormat)


def _day_name(locale: QLocale, weekday: int) -> str:
    return locale.standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)


def _later(wall: str) -> str:
    """A few hours after the day's last time."""
    return f"{min(int(wall[:2]) + _AFTER_LAST, 23):02}:{wall[3:5]}"
