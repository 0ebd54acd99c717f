"""A list of the owner's things under headings, and a button that begins another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.build import button, column, label, row
from ui.icons import icon
from ui.theme import MEASURES
from widgets.empty_state import EmptyState
from widgets.isolates import CLOSE, OPEN
from widgets.post_row import PostRow, RowValue

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Group:
    """`head` is empty for rows without a heading."""

    head: str
    rows: tuple[RowValue, ...]


class Rows(QWidget):
    """Groups of rows, one below the other; of very many the first, and more on asking."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PostRow] = []
        self._groups: tuple[Group, ...] = ()
        self._dead: frozenset[str] = frozenset()
        self._most = _AT_ONCE
        self.more: QPushButton | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    def set(self, groups: tuple[Group, ...], *, dead: frozenset[str] = frozenset()) -> None:
        """`dead`: ids of rows that open nothing. A row that stays keeps the focus."""
        if groups == self._groups and dead == self._dead:
            return
        if set(_ids(groups)).isdisjoint(_ids(self._groups)):
            self._most = _AT_ONCE
        self._groups, self._dead = groups, dead
        self._build()

    def _build(self) -> None:
        focused = next((each.value.id for each in self._rows if each.hasFocus()), None)
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        self.more = None
        for group in _first(self._groups, self._most):
            if group.head:
                self._layout.addWidget(_head(group.head))
            for value in group.rows:
                made = PostRow(value)
                made.setAccessibleName(_unmarked(made.accessibleName()))
                made.setEnabled(value.id not in self._dead)
                made.clicked.connect(self._on_clicked)
                self._rows.append(made)
                self._layout.addWidget(made)
                if value.id == focused:
                    _focus(made)
        left = len(_ids(self._groups)) - len(self._rows)
        if left:
            words = self.tr("Show more ({count})").format(count=self.locale().toString(left))
            self.more = button(words, kind="quiet", in_row=True)
            self.more.clicked.connect(self._on_more)
            self._layout.addWidget(self.more)

    def _on_more(self) -> None:
        shown = len(self._rows)
        self._most += _AT_ONCE
        self._build()
        _focus(self._rows[shown])

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, PostRow):
            self.opened.emit(pressed.value.id)


def _focus(row: PostRow) -> None:
    """Qt gives the focus to nothing hidden, and a layout shows a new row only later."""
    row.show()
    row.setFocus()


def _ids(groups: tuple[Group, ...]) -> list[str]:
    return [value.id for group in groups for value in group.rows]


def _first(groups: tuple[Group, ...], most: int) -> list[Group]:
    """Of each group what is among the first rows of all."""
    found = []
    for group in groups:
        if most > 0:
            found.append(replace(group, rows=group.rows[:most]))
        most -= len(group.rows)
    return found


def _unmarked(words: str) -> str:
    """Without the marks that hold names together on the screen: they are not to be read out."""
    return words.replace(OPEN, "").replace(CLOSE, "")


def _head(words: str) -> QWidget:
    """Begins where the words of the rows do."""
    made = QWidget()
    made.setLayout(row(label(words, kind="caption"), margins=(MEASURES.s8, MEASURES.s8, 0, 0)))
    return made


class Things(QWidget):
    """`Rows` with what is said while there are none."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(
        self, *, icon_name: str, sentence: str, begin: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.new_button = button(begin, icon="plus", in_row=True)
        self.new_button.clicked.connect(self.new_asked)
        self.empty = EmptyState(icon(icon_name), sentence, begin)
        self.empty.pressed.connect(self.new_asked)
        self.list = Rows()
        self.list.opened.connect(self.opened)
        self.setLayout(
            column(row(self.new_button, None), self.list, self.empty, None, gap=MEASURES.s12)
        )

    def set(self, groups: tuple[Group, ...]) -> None:
        self.list.set(groups)
        self.list.setVisible(bool(groups))
        self.new_button.setVisible(bool(groups))
        self.empty.setVisible(not groups)
