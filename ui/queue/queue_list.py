"""The queue from top to bottom: what is to come, and beside or below it what is over.

For narrow windows, large words, and whoever likes it better.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import build
from ui.theme import MEASURES
from widgets.post_row import PostRow, RowValue
from widgets.slot_button import SlotButton
from widgets.type_scale import grown
from widgets.week_grid import SlotValue

_WIDEST = 1232
_TWO_COLUMNS = 840
_CLEAR = 80


@dataclass(frozen=True, slots=True)
class Group:
    """A day: its posts and its free times. `over`: these went out."""

    head: str
    rows: tuple[RowValue | SlotValue, ...]
    over: bool = False


class QueueList(QWidget):
    opened = Signal(str)
    slot_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._rows: list[PostRow] = []
        self._slots: list[SlotButton] = []
        self._to_come = _Column()
        self._over = _Column()
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
        # The offer to undo stands over the foot: the last row can be scrolled clear of it.
        self._both.setContentsMargins(0, MEASURES.s8, 0, _CLEAR)
        self._both.setSpacing(MEASURES.s32)
        self._both.addWidget(self._to_come, 3)
        self._both.addWidget(self._over, 2)
        self._both.addStretch(0)
        outer = QWidget()
        around = build.row(inner, None, margins=(4, 0, 4, 0))
        around.setStretchFactor(inner, 100)
        outer.setLayout(around)
        self._area = build.scroll(outer)
        self.setLayout(build.column(self._area))
        self._keys = []
        for key, by in (("J", 1), ("K", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.step, by))
            self._keys.append(shortcut)

    def set_keys_on(self, on: bool) -> None:
        """J and K go from row to row. A text field with the focus keeps its letters."""
        for key in self._keys:
            key.setEnabled(on)

    def step(self, by: int) -> None:
        """To the next or previous row; to the first from anywhere else."""
        here = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        there = 0 if here is None else here + by
        if 0 <= there < len(self._rows):
            self._rows[there].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(self._rows[there])

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    @property
    def slots(self) -> tuple[SlotButton, ...]:
        return tuple(self._slots)

    def set(self, groups: tuple[Group, ...]) -> None:
        """The focus stays on the same post or free time when it is still there."""
        if groups == self._groups:
            return
        self._groups = groups
        kept = next((_key_of(each) for each in self._buttons() if each.hasFocus()), None)
        self._to_come.clear()
        self._over.clear()
        self._rows, self._slots = [], []
        for group in groups:
            (self._over if group.over else self._to_come).add(self._group(group))
        self._over.setVisible(any(group.over for group in groups))
        for button in self._buttons():
            if kept is not None and _key_of(button) == kept:
                button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS * grown(self.font())
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _buttons(self) -> tuple[QAbstractButton, ...]:
        return (*self._rows, *self._slots)

    def _group(self, group: Group) -> QWidget:
        """Posts that follow each other share a card; a free time stands between them."""
        whole = QWidget()
        parts: list[QWidget] = [_head(group)]
        card: list[PostRow] = []
        for value in group.rows:
            if isinstance(value, RowValue):
                card.append(self._row(value))
                continue
            if card:
                parts.append(_card(card, over=group.over))
                card = []
            parts.append(self._slot(value))
        if card:
            parts.append(_card(card, over=group.over))
        whole.setLayout(build.column(*parts))
        return whole

    def _row(self, value: RowValue) -> PostRow:
        row = PostRow(value)
        row.clicked.connect(self._on_clicked)
        self._rows.append(row)
        return row

    def _slot(self, value: SlotValue) -> SlotButton:
        slot = SlotButton(value.key, value.time, spoken=value.spoken)
        slot.clicked.connect(self._on_slot)
        self._slots.append(slot)
        return slot

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PostRow):
            self.opened.emit(row.value.id)

    def _on_slot(self) -> None:
        slot = self.sender()
        if isinstance(slot, SlotButton):
            self.slot_chosen.emit(slot.key)


class _Column(QWidget):
    """Groups one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(MEASURES.s16)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add(self, group: QWidget) -> None:
        self._layout.addWidget(group)

    def clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _head(group: Group) -> QLabel:
    return build.label(group.head, kind="quiet" if group.over else "strong")


def _card(rows: list[PostRow], *, over: bool) -> QWidget:
    """What is over has no surface of its own: the eye goes to what is to come."""
    card = build.frame("pane" if over else "card")
    side = 0 if over else MEASURES.s8
    card.setLayout(build.column(*rows, gap=2, margins=(side, side, side, side)))
    return card


def _key_of(button: QAbstractButton) -> str:
    if isinstance(button, SlotButton):
        return button.key
    return button.value.id if isinstance(button, PostRow) else ""
