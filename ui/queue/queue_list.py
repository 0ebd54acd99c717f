"""The whole queue from top to bottom, with filters: for who has more than a week of posts.

For narrow windows, large words, and whoever likes it better. What went out lately is a filter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.clock import DAY
from services.publishing.queue_rows import QueueRow, row_of
from ui import build
from ui.compose.asks import slot_of
from ui.compose.thumbs import Thumbs
from ui.icons import icon
from ui.post_file.importing import Importing
from ui.queue.elsewhere import as_sent_posts
from ui.queue.list_actions import ListActions
from ui.queue.list_bar import SelectionBar
from ui.queue.list_filter import ListFilter, Shown, counts_of, fitting
from ui.queue.list_filter_bar import ListFilterBar, Named
from ui.queue.list_kinds import ListKinds
from ui.queue.list_values import LineWords
from ui.theme import MEASURES
from widgets.empty_state import EmptyState
from widgets.queue_view import QueueView
from widgets.queue_view_values import Entry, EntryKind, LineValue, Place

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.publishing.posts import Post
    from services.shop import Shop
    from ui.tasks import Tasks

SENT_DAYS = 28
FREE_DAYS = 14
_SMALL = 192
"""Pixels of a small picture's longer side: a wide one still fills 48 by 48 at scale 2."""
_TOGETHER_MS = 60


class QueueList(QWidget):
    opened = Signal(str)
    slot_chosen = Signal(str)
    wanted = Signal()
    """It has something to show: what was just brought in."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account: Account | None = None
        self._stale = False
        """The queue has changed since it was read."""
        self._came: set[str] = set()
        self._kept_waiting: frozenset[str] = frozenset()
        self._rows: dict[str, QueueRow] = {}
        self._elsewhere: dict[str, Post] = {}
        self._kinds = ListKinds(tasks, self)
        self._words = LineWords(self.locale(), "UTC", 0)
        self._thumbs = Thumbs(shop.pictures, tasks, self)
        self.moves = ListActions(shop, tasks, self)
        self.importing = Importing(shop, tasks, self)
        self.filters = ListFilterBar()
        self.view = QueueView(self.tr("The queue"), picture=self._picture)
        self.bar = SelectionBar()
        self.nothing = EmptyState(
            icon("search"), self.tr("No post fits."), self.tr("Clear filters")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        layout = build.column(
            self.filters, self._stack, self.bar, gap=MEASURES.s8, margins=(4, 0, 4, 8)
        )
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TOGETHER_MS)
        self._later.timeout.connect(self._show_pictures)
        self._connect()
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
        self.view.step(by)

    def show_queue(self, account: Account, *, kept_waiting: frozenset[str] = frozenset()) -> None:
        """Reads when it is seen; until then it only notes whose queue it is."""
        if self._account is None or account.id != self._account.id:
            self.view.clearSelection()
            if self.filters.asked.narrows:
                self.filters.reset()
        self._account, self._kept_waiting = account, kept_waiting
        self._stale = True
        if self.isVisible():
            self._read()

    @property
    def asked(self) -> ListFilter:
        return self.filters.asked

    def post_elsewhere(self, post_id: str) -> Post | None:
        """A post that was made on X and stands among those sent lately."""
        return self._elsewhere.get(post_id)

    def bring_in(self, account: Account) -> None:
        """Posts from a file."""
        self._account = account
        self.importing.open(account)

    def _on_brought(self, import_id: str) -> None:
        self.wanted.emit()
        self.filters.choose(ListFilter(import_id=import_id))

    def _on_file(self) -> None:
        if self._account is not None:
            self.bring_in(self._account)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.view.slot_chosen.connect(self.slot_chosen)
        self.view.moved.connect(self._on_moved)
        self.view.drag.tell = self._landing_words
        self.view.selection_changed.connect(self._on_selection)
        self.filters.changed.connect(self._on_filter)
        self.filters.file_asked.connect(self._on_file)
        self.filters.take_back_asked.connect(self.importing.take_back)
        self.importing.brought.connect(self._on_brought)
        self.nothing.pressed.connect(self.filters.reset)
        self.bar.move_asked.connect(self._on_move_on)
        self.bar.drafts_asked.connect(self._on_drafts)
        self.bar.delete_asked.connect(self._on_delete)
        self.bar.closed.connect(self.view.clearSelection)
        self._thumbs.came.connect(self._on_came)

    def _read(self) -> None:
        if self._account is None:
            return
        self._stale = False
        account, now = self._account, self._shop.clock.now()
        self._words = LineWords(self.locale(), account.zone, now, self._kept_waiting)
        waiting = self._shop.queue_rows.waiting(account.id)
        sent = self._sent(account) if self.asked.shown is Shown.SENT else ()
        rows = sent or (() if self.asked.shown is Shown.SENT else waiting)
        self._rows = {row.id: row for row in rows}
        self._kinds.set_rows(rows)
        self.filters.set_names(self._campaigns(account), self._files(account))
        self.filters.set_counts(counts_of(waiting, self._kept_waiting), self._count)
        shown = self._fitting(self.asked)
        free = () if self.asked.narrows else self._shop.slots.days(account.id, now, days=FREE_DAYS)
        entries = self._words.entries(shown, free, newest_first=self.asked.shown is Shown.SENT)
        self.view.set_entries(entries, self._line)
        empty = self.asked.narrows and not shown
        self._stack.setCurrentWidget(self.nothing if empty else self.view)

    def _sent(self, account: Account) -> tuple[QueueRow, ...]:
        now = self._shop.clock.now()
        since = now - SENT_DAYS * DAY
        own = self._shop.queue_rows.sent_since(account.id, since)
        from_x = self._shop.report.posts_from_x(account.id, since=since, until=now + DAY)
        elsewhere = as_sent_posts(from_x, account.id)
        self._elsewhere = {post.id: post for post in elsewhere}
        return (*own, *map(row_of, elsewhere))

    def _fitting(self, asked: ListFilter) -> tuple[QueueRow, ...]:
        found = self._shop.queue_rows.with_words(asked.words) if asked.words else frozenset()
        if asked.words:
            # Of what X alone has there is no index: it is little.
            low = asked.words.casefold()
            ours = self._elsewhere.values()
            found |= {post.id for post in ours if low in post.text.casefold()}
        return fitting(
            self._rows.values(),
            asked,
            found=found,
            kept_waiting=self._kept_waiting,
            kind_of=self._kinds.of,
        )

    def _count(self, asked: ListFilter) -> int | None:
        """None while not all kinds are known: a menu must not wait for them."""
        if asked.kinds and not self._kinds.knows_all():
            return None
        return len(self._fitting(asked))

    def _line(self, entry: Entry) -> LineValue:
        if entry.kind is EntryKind.HEAD:
            return self._words.head(entry.key)
        if entry.kind is EntryKind.FREE:
            return self._words.free(slot_of(entry.key) or 0)
        row = self._rows[entry.key]
        return self._words.post(row, self._kinds.of(row))

    def _picture(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, _SMALL)

    def _campaigns(self, account: Account) -> list[Named]:
        used = {row.campaign_id for row in self._rows.values()} - {None}
        if not used:
            return []
        every = self._shop.campaigns.all(account.id)
        return [Named(one.id, one.name) for one in every if one.id in used]

    def _files(self, account: Account) -> list[Named]:
        used = {row.import_id for row in self._rows.values()} - {None}
        if not used and not self.asked.import_id:
            return []
        return [Named(one.id, one.file) for one in self._shop.imports.all(account.id)]

    def _on_came(self, picture: str) -> None:
        self._came.add(picture)
        self._later.start()

    def _show_pictures(self) -> None:
        came, self._came = self._came, set()
        self.view.show_new(came)

    def _on_filter(self, _asked: ListFilter) -> None:
        self.view.clearSelection()
        self._read()
        self.view.scrollToTop()

    def _on_moved(self, post_id: str, place: Place) -> None:
        if self._account is not None:
            self.moves.place(self._account, post_id, place)

    def _landing_words(self, post_id: str, place: Place) -> str:
        """When a post that is held between two others would be due."""
        if self._account is None:
            return ""
        at = self._shop.queue_moves.landing(
            self._account.id, post_id, above=place.above, below=place.below
        )
        return "" if at is None else self._words.moment(at)

    def _on_selection(self) -> None:
        self.bar.set_count(len(self.view.chosen))

    def _on_move_on(self) -> None:
        if self._account is not None:
            self.moves.move_on(self._account, self._taken())

    def _on_drafts(self) -> None:
        self.moves.to_drafts(self._taken())

    def _on_delete(self) -> None:
        self.moves.delete(self._taken())

    def _taken(self) -> tuple[str, ...]:
        """The chosen ones; nothing stays chosen: Undo is offered where the bar stood."""
        chosen = self.view.chosen
        self.view.clearSelection()
        return chosen
