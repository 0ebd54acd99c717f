"""The drafts at the start of Compose: search, rows, and a way to fold them away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from services.publishing.posts import Post
from ui.build import column, icon_button, label, row
from ui.compose.thumbs import SMALL, Thumbs
from ui.icons import icon
from ui.theme import MEASURES
from ui.when import clock_time, date_of, day_month, named_day

if TYPE_CHECKING:
    from widgets.draft_list import DraftList, DraftRow

WIDE = 240
_FOLDED = MEASURES.page_margin + 32
_SEARCH_MS = 120
_SHOWN_CHARACTERS = 140
"""A row shows one line; laying out a pasted novel for it would be slow."""


class DraftsPane(QFrame):
    chosen = Signal(str)
    delete_asked = Signal(str)
    new_asked = Signal()
    searched = Signal(str)
    folded = Signal(bool)

    def __init__(self, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbs = thumbs
        self._posts: tuple[Post, ...] = ()
        self._zone = "UTC"
        self._now = 0
        self._folded = False
        self.setProperty("kind", "pane")
        self.fold_button = icon_button(
            self.tr("Fold the drafts away"), icon="panel-left-close", in_row=True
        )
        self.fold_button.clicked.connect(self._on_fold)
        self.new_button = icon_button(self.tr("New draft"), icon="square-pen", in_row=True)
        self.new_button.clicked.connect(self.new_asked)
        self._title = label(self.tr("Drafts"), kind="strong")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search drafts"))
        self.search.setAccessibleName(self.tr("Search drafts"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            QAction(icon("search"), "", self.search), QLineEdit.ActionPosition.LeadingPosition
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self._on_search)
        self.search.textChanged.connect(self._timer.start)
        self._list: DraftList | None = None
        self._nothing = label(kind="quiet", wrap=True)
        self._thumbs.came.connect(self._on_thumb)
        self._build()

    def _build(self) -> None:
        self._body = QWidget()
        self._stack = QStackedLayout()
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(MEASURES.s12, MEASURES.s8, MEASURES.s12, 0)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        self._stack.addWidget(empty)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(MEASURES.s8)
        body.addWidget(self.search)
        body.addLayout(self._stack, 1)
        head = row(self._title, None, self.new_button, self.fold_button, gap=MEASURES.s4)
        self._rest = QWidget()
        self._column = column(head, self._body, self._rest)
        self._column.setStretch(1, 1)
        # In a row, since Qt mirrors what a layout holds but not its margins.
        self.setLayout(
            row(self._column, margins=(MEASURES.page_margin, MEASURES.s16, 0, MEASURES.s16))
        )
        self.set_folded(False)

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        for part in (self._title, self.new_button, self._body):
            part.setVisible(not folded)
        # Without the list nothing else would keep the button at the top.
        self._rest.setVisible(folded)
        self._column.setStretch(2, int(folded))
        self.fold_button.setIcon(icon("panel-left-open" if folded else "panel-left-close"))
        name = self.tr("Show the drafts") if folded else self.tr("Fold the drafts away")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)
        self.setFixedWidth(_FOLDED if folded else WIDE)

    @property
    def is_folded(self) -> bool:
        return self._folded

    @property
    def list(self) -> DraftList:
        """Made with the first draft: where there is none, the start of the program is quicker."""
        if self._list is None:
            from widgets.draft_list import DraftList

            self._list = DraftList()
            self._list.chosen.connect(self.chosen)
            self._list.delete_asked.connect(self.delete_asked)
            self._stack.addWidget(self._list)
        return self._list

    def show_posts(self, posts: Sequence[Post], *, current: str, zone: str, now: int) -> None:
        """`current` is the id of the draft on the sheet; "" for none."""
        self._posts, self._zone, self._now = tuple(posts), zone, now
        if self._posts or self._list is not None:
            self.list.set_rows([self._row(post) for post in self._posts])
            self.list.show_current(current)
        searching = bool(self.search.text().strip())
        self._nothing.setText(
            self.tr("No draft has these words.")
            if searching
            else self.tr("What you write waits here until you send it.")
        )
        self._stack.setCurrentIndex(1 if self._posts else 0)

    def _row(self, post: Post) -> DraftRow:
        first = next(iter(post.pictures), None)
        image = self._thumbs.get(first, SMALL) if first else None
        from widgets.draft_list import DraftRow

        text = " ".join(post.text[:_SHOWN_CHARACTERS].split())
        return DraftRow(post.id, text, self._when(post.changed_at), image, len(post.pictures))

    def _when(self, seconds: int) -> str:
        locale = self.locale()
        day, today = date_of(seconds, self._zone), date_of(self._now, self._zone)
        if day == today:
            return clock_time(locale, seconds, self._zone)
        if day.daysTo(today) == 1:
            return named_day(locale, day, today)
        return day_month(locale, day)

    def _on_thumb(self, picture: str) -> None:
        if any(picture in post.pictures for post in self._posts):
            self.list.set_rows([self._row(post) for post in self._posts])

    def _on_search(self) -> None:
        self.searched.emit(self.search.text())

    def _on_fold(self) -> None:
        self.set_folded(not self._folded)
        self.folded.emit(self._folded)
