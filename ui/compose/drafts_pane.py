"""The drafts at the start of Compose: search, rows, and a way to fold them away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import DRAFTS_SHOWN, Settings
from ui.build import icon_button, label
from ui.compose.folding_pane import FoldingPane
from ui.compose.thumbs import SMALL, Thumbs
from ui.icons import icon
from ui.theme import MEASURES
from ui.when import clock_time, date_of, day_month, named_day
from widgets.start_edit import StartEdit

if TYPE_CHECKING:
    from widgets.draft_list import DraftList, DraftRow

WIDE = 240
_SEARCH_MS = 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN_CHARACTERS = 140
"""A row shows one line; laying out a pasted novel for it would be slow."""


class DraftsPane(FoldingPane):
    chosen = Signal(str)
    delete_asked = Signal(str)
    new_asked = Signal()
    searched = Signal(str)
    left = Signal()
    """Esc where nothing is looked for: whoever shows the drafts goes back to the sheet."""

    def __init__(self, settings: Settings, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(settings, shown=DRAFTS_SHOWN, wide=WIDE, parent=parent)
        self._thumbs = thumbs
        self._posts: tuple[Post, ...] = ()
        self._zone = "UTC"
        self._now = 0
        self._new_offered = False
        self.new_button = icon_button(self.tr("New draft"), icon="square-pen", in_row=True)
        self.new_button.clicked.connect(self.new_asked)
        self.search = StartEdit()
        self.search.setPlaceholderText(self.tr("Search your posts"))
        self.search.setAccessibleName(self.tr("Search drafts, queued and sent posts"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Empty the search"))
        self.search.addAction(
            QAction(icon("search"), self.tr("Search your posts"), self.search),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self._on_search)
        self.search.textChanged.connect(self._timer.start)
        self.search.installEventFilter(self)
        self._list: DraftList | None = None
        self._nothing = label(kind="quiet", wrap=True)
        self._thumbs.came.connect(self._on_thumb)
        self._build()

    def _build(self) -> None:
        self._stack = QStackedLayout()
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(MEASURES.s12, MEASURES.s8, MEASURES.s12, 0)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(MEASURES.s8)
        inside.addWidget(self.search)
        inside.addLayout(self._stack, 1)
        # It shows the first that it gets: the body holds it by now.
        self._stack.addWidget(empty)
        self.lay_out(
            label(self.tr("Drafts"), kind="strong"),
            body,
            fold=(self.tr("Fold the drafts away"), "panel-left-close"),
            show=(self.tr("Show the drafts"), "panel-left-open"),
            at_start=True,
            others=(self.new_button,),
        )

    @property
    def list(self) -> DraftList:
        """Made with the first draft: where there is none, the start of the program is quicker."""
        if self._list is None:
            from widgets.draft_list import DraftList

            self._list = DraftList()
            self._list.chosen.connect(self.chosen)
            self._list.delete_asked.connect(self.delete_asked)
            self._list.installEventFilter(self)
            self._stack.addWidget(self._list)
        return self._list

    def set_folded(self, folded: bool) -> None:
        if folded:
            self.end_search()
        super().set_folded(folded)
        self.new_button.setVisible(self._new_offered and not folded)

    def offer_new(self, offered: bool) -> None:
        """An empty sheet is the new draft."""
        self._new_offered = offered
        self.new_button.setVisible(offered and not self._folded)

    def end_search(self) -> None:
        """All drafts are shown again: nobody looks for a filter in a place that is closed."""
        if self.search.text():
            self.search.clear()
            self._search_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search:
                return self._takes_in_search(event)
            if watched is self._list:
                return self._takes_in_list(event)
        return super().eventFilter(watched, event)

    def _takes_in_search(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down or (key in _ENTER and not self.search.text().strip()):
            self._go_to_list()
        elif key in _ENTER:
            self._search_now()
            if self._posts:
                self.chosen.emit(self._posts[0].id)
        elif key == Qt.Key.Key_Escape:
            return self._escape()
        else:
            return False
        return True

    def _takes_in_list(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
            self.search.setFocus()
            return True
        return key == Qt.Key.Key_Escape and self._escape()

    def _escape(self) -> bool:
        """First the search is emptied, then the place is left; a drawer closes by itself."""
        if self.search.text():
            self.end_search()
            self.search.setFocus()
            return True
        if not self._body_lent:
            self.left.emit()
            return True
        return False

    def _go_to_list(self) -> None:
        self._search_now()
        if self._posts:
            self.list.go_in()

    def show_posts(self, posts: Sequence[Post], *, current: str, zone: str, now: int) -> None:
        """`current` is the id of the draft on the sheet; "" for none."""
        self._posts, self._zone, self._now = tuple(posts), zone, now
        if self._posts or self._list is not None:
            self.list.set_rows([self._row(post) for post in self._posts])
            self.list.show_current(current)
        searching = bool(self.search.text().strip())
        self._nothing.setText(
            self.tr("No post of yours has these words.")
            if searching
            else self.tr("What you write waits here until you send it.")
        )
        self._stack.setCurrentIndex(1 if self._posts else 0)

    def _row(self, post: Post) -> DraftRow:
        first = next(iter(post.pictures), None)
        image = self._thumbs.get(first, SMALL) if first else None
        from widgets.draft_list import DraftRow

        text = " ".join(post.text[:_SHOWN_CHARACTERS].split())
        return DraftRow(
            post.id,
            text,
            self._note(post),
            image,
            len(post.pictures),
            deletable=post.state is State.DRAFT,
        )

    def _note(self, post: Post) -> str:
        """Its state when it is no draft, when it was changed, and how long a thread it is."""
        said = [self._when(post.changed_at)]
        if post.state is State.SENT:
            said.insert(0, self.tr("Sent"))
        elif post.state is not State.DRAFT:
            said.insert(0, self.tr("Queued"))
        if len(post.parts) > 1:
            said.append(self.tr("%Ln parts", "", len(post.parts)))
        return " · ".join(said)

    def _when(self, seconds: int) -> str:
        return short_when(self.locale(), seconds, zone=self._zone, now=self._now)

    def _on_thumb(self, picture: str) -> None:
        if any(picture in post.pictures for post in self._posts):
            self.list.set_rows([self._row(post) for post in self._posts])

    def _search_now(self) -> None:
        """What was typed last is looked for in a moment: or now."""
        if self._timer.isActive():
            self._timer.stop()
            self._on_search()

    def _on_search(self) -> None:
        self.searched.emit(self.search.text())


def short_when(locale: QLocale, seconds: int, *, zone: str, now: int) -> str:
    """As little as says it: a time today, yesterday by name, else the day."""
    day, today = date_of(seconds, zone), date_of(now, zone)
    if day == today:
        return clock_time(locale, seconds, zone)
    if day.daysTo(today) == 1:
        return named_day(locale, day, today)
    return day_month(locale, day, today=today)


def load_rows() -> None:
    """For the first draft: neither the key that begins it nor its save should wait for them."""
    import services.publishing.search
    import services.publishing.versions  # noqa: F401
    import widgets.draft_list  # noqa: F401
