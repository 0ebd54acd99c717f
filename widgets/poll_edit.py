"""The answers of a poll as they are written: two at least, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.measures import MEASURES
from widgets.poll_option import PollOption


class PollEdit(QWidget):
    changed = Signal(object)
    """The answers, as a tuple, when the owner wrote, moved, added or took one out."""
    dropped = Signal(object)
    """The answers as they were before one with words in it was taken out."""

    def __init__(
        self,
        cross: QIcon,
        *,
        fewest: int,
        most: int,
        signs: int,
        length: Callable[[str], int] = len,
        parent: QWidget | None = None,
    ) -> None:
        """`signs` is what an answer holds at most, counted by `length`."""
        super().__init__(parent)
        self._fewest, self._most, self._signs, self._length = fewest, most, signs, length
        self._shown = fewest
        self._rows = [PollOption(cross, self) for _ in range(most)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s8)
        for place, one in enumerate(self._rows):
            layout.addWidget(one)
            one.edit.textEdited.connect(partial(self._on_edited, place))
            one.edit.next_asked.connect(partial(self._on_next, place))
            one.edit.move_asked.connect(partial(self._on_move, place))
            one.remove_asked.connect(partial(self._on_remove, place))
        self._show()

    def options(self) -> tuple[str, ...]:
        return tuple(_line(one.edit.text()) for one in self._rows[: self._shown])

    def set_options(self, options: Sequence[str]) -> None:
        """A field that has its words already keeps its caret and its own undo."""
        if tuple(options) != self.options():
            self._put(options)

    def mark(self, places: Collection[int]) -> None:
        """Those in which something is wrong; all others are right."""
        for place, one in enumerate(self._rows):
            one.edit.mark(wrong=place in places)

    def add(self) -> None:
        """One more, ready to be written in."""
        if not self.is_full:
            self._put((*self.options(), ""))
            self.take_focus(self._shown - 1)
            self.changed.emit(self.options())

    @property
    def is_full(self) -> bool:
        return self._shown >= self._most

    def row(self, place: int) -> PollOption:
        return self._rows[place]

    def take_focus(self, place: int = 0) -> None:
        self._rows[place].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, options: Sequence[str]) -> None:
        self._shown = min(max(len(options), self._fewest), self._most)
        for place, one in enumerate(self._rows):
            text = options[place] if place < min(len(options), self._shown) else ""
            if one.edit.text() != text:
                one.edit.setText(text)
                one.edit.setCursorPosition(0)
        self._show()

    def _show(self) -> None:
        for place, one in enumerate(self._rows):
            one.setVisible(place < self._shown)
            one.set_place(
                place + 1,
                may_go=place >= self._fewest,
                keeps_room=self._shown > self._fewest,
            )
            one.edit.show_left(self._signs - self._length(one.edit.text()))

    def _on_edited(self, place: int, text: str) -> None:
        self._rows[place].edit.show_left(self._signs - self._length(_line(text)))
        self.changed.emit(self.options())

    def _on_next(self, place: int) -> None:
        if place + 1 < self._shown:
            self.take_focus(place + 1)
        elif self._rows[place].edit.text().strip():
            self.add()

    def _on_move(self, place: int, step: int) -> None:
        other = place + step
        if not 0 <= other < self._shown:
            return
        options = list(self.options())
        options[place], options[other] = options[other], options[place]
        caret = self._rows[place].edit.cursorPosition()
        self._put(options)
        self.take_focus(other)
        self._rows[other].edit.setCursorPosition(caret)
        self.changed.emit(self.options())

    def _on_remove(self, place: int) -> None:
        before = self.options()
        self._put((*before[:place], *before[place + 1 :]))
        self.take_focus(min(place, self._shown - 1))
        self.changed.emit(self.options())
        if before[place].strip():
            self.dropped.emit(before)


def _line(text: str) -> str:
    """A pasted answer may have come in several lines: a field of one holds them as one."""
    lines = text.splitlines()
    return " ".join(lines) if len(lines) > 1 else text
