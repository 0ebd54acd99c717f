"""Queue: the week's posts and free places, and whatever cannot go on without the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.accounts.accounts import Account, Way
from services.publishing import order
from services.publishing.outbox import WAITING
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import SINGLE_KEYS
from ui import build, when
from ui.compose.asks import NEW_POST
from ui.compose.thumbs import SMALL as FACE
from ui.compose.thumbs import Thumbs
from ui.icons import icon
from ui.page import Page
from ui.queue.elsewhere import made_elsewhere
from ui.queue.filling import Filling
from ui.queue.first_note import FirstNote
from ui.queue.needs_you_band import NeedsYouBand
from ui.queue.page_steps import goes_by_hand, steps_of
from ui.queue.post_actions import PostActions
from ui.queue.post_drawer import WIDE, PostDrawer
from ui.queue.post_view import panel_look
from ui.queue.queue_header import ARROW, QueueHeader
from ui.queue.queue_list import QueueList
from ui.queue.send_words import waits_for_its_rest
from ui.queue.values import Showing, day_values, groups_of
from ui.queue.week import Entry, shown_at
from ui.queue.week_reader import WeekReader
from ui.theme import MEASURES
from widgets.empty_state import EmptyState
from widgets.type_scale import grown
from widgets.week_grid import WeekGrid

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks

SMALL = 192
"""Pixels of a small picture's longer side: a wide one still fills 48 by 48 at scale 2."""
_LIST_BELOW = 900
_TOGETHER_MS = 60
_WEEK_BESIDE = 860
"""Where the drawer leaves the week this much, the week makes room for it."""


class QueuePage(Page):
    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._reader = WeekReader(shop)
        self._account = shop.accounts.active()
        self._weeks = 0
        self._view = ""
        """As the owner chose, "week" or "list"; "" while the width chooses."""
        self._posts: dict[str, Post] = {}
        self._open_post = ""
        self._kept_waiting: frozenset[str] = frozenset()
        self._thumbs = Thumbs(shop.pictures, tasks, self)
        self._actions = PostActions(shop, tasks, self)
        self.filling = Filling(shop, tasks, self._thumbs, self)
        self.header = QueueHeader()
        self.band = NeedsYouBand()
        self.note = FirstNote()
        self.grid = WeekGrid()
        self.list = QueueList()
        self.empty = EmptyState(
            icon("calendar-days"),
            self.tr("Nothing waits to be sent in this week."),
            self.tr("Write a post"),
        )
        self._stack = QStackedWidget()
        for view in (self.grid, self.list, self.empty):
            self._stack.addWidget(view)
        # The first arrow's button is wider than what is seen of it: that stands on the edge.
        head = build.row(self.header, margins=(MEASURES.page_margin - ARROW, 0, 24, 0))
        bands = build.column(self.band, self.note, gap=MEASURES.s12, margins=(24, 0, 24, 0))
        # A day's column is 4 wider than its cards on either side, for today's tint.
        days = build.row(self._stack, margins=(20, 0, 20, 0))
        column = build.column(head, bands, days, gap=MEASURES.s12, margins=(0, 16, 0, 0))
        column.setStretchFactor(days, 1)
        self._beside = QWidget()
        self._beside.hide()
        whole = build.row(column, self._beside, gap=0)
        whole.setStretchFactor(column, 1)
        self.setLayout(whole)
        self.drawer = PostDrawer(self, self._actions)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TOGETHER_MS)
        self._connect()

    def refresh(self) -> None:
        """A page nobody sees reads again when it is shown."""
        if not self.isVisible():
            return
        self.list.set_keys_on(self._shop.settings.get(SINGLE_KEYS))
        now, zone, locale = self._shop.clock.now(), self._account.zone, self.locale()
        waiting = self._shop.outbox.list(self._account.id, states=WAITING)
        days = self._reader.days(
            self._account, waiting, first_weekday=self._first_weekday, weeks=self._weeks
        )
        self._posts = {post.id: post for post in waiting}
        self._posts |= {e.post.id: e.post for day in days for e in day.entries if e.post}
        needy = tuple(post for post in waiting if post.state is State.NEEDS_YOU)
        self.band.set(needy, self._account.way, beside=self._open_post)
        self._wish_logo()
        self.header.set(when.as_qdate(days[0].date), self._weeks, locale)
        self._show_rhythm()
        kept_waiting = self._kept_waiting = order.kept_waiting(waiting, now=now)
        showing = Showing(locale, zone, now, self._small, kept_waiting)
        self.grid.set(day_values(days, showing))
        self.list.set(groups_of(days, showing))
        self._choose_view([entry for day in days for entry in day.entries])
        self._show_panel()

    def _show_rhythm(self) -> None:
        """Free days are named beside this week alone: another one is looked at for itself."""
        rhythm = self._shop.rhythms.read(self._account.id, self._account.zone)
        free = rhythm.free[0] if self._weeks == 0 and rhythm.free else None
        self.filling.set(self._account, free, self.locale())
        self.header.set_rhythm(rhythm, self.filling.day)

    @property
    def _first_weekday(self) -> int:
        return self.locale().firstDayOfWeek().value

    def show_account(self, account: Account) -> None:
        self._account = account
        self._weeks = 0
        self._close()
        self.refresh()

    def open_item(self, item_id: str) -> None:
        """Opens a post in the drawer, in the week it stands in; an answer in the inbox."""
        post = self._posts.get(item_id) or self._reader.post(item_id)
        if post is not None and post.answers_item is not None:
            self.go.emit("inbox", post.answers_item)
            return
        at = None if post is None else shown_at(post)
        if at is not None:
            self._weeks = self._reader.weeks_to(at, self._account, self._first_weekday)
        self._open_post = item_id
        self.refresh()
        if item_id in self._posts:
            self.drawer.open()

    def take_focus(self) -> None:
        """To the button of the post that lies open."""
        self.drawer.panel.take_focus()

    def count(self) -> int:
        """Posts that need the owner."""
        return len(self._shop.outbox.list(self._account.id, states=(State.NEEDS_YOU,)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if self._narrow != (event.oldSize().width() < self._list_below):
            self.refresh()

    def _connect(self) -> None:
        self.header.week_moved.connect(self._on_week_moved)
        self.header.view_chosen.connect(self._on_view_chosen)
        self.header.fill_asked.connect(self._on_fill)
        self.header.write_asked.connect(self._on_write)
        self.grid.opened.connect(self._on_opened)
        self.grid.slot_chosen.connect(self._on_slot_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.slot_chosen.connect(self._on_slot_chosen)
        self.empty.pressed.connect(self._on_write)
        self.note.pressed.connect(self._on_write)
        self.band.answered.connect(self._on_answered)
        self.band.was_posted.connect(self._on_was_posted)
        self.band.not_there.connect(self._on_not_there)
        self.drawer.opened.connect(self._make_room)
        self.drawer.closed.connect(self._on_drawer_closed)
        self._actions.message.connect(self.message)
        self._actions.undo_offered.connect(self.undo_offered)
        self._actions.changed.connect(self._on_changed)
        self._actions.waiting_changed.connect(self._on_waiting)
        self._actions.go.connect(self.go)
        self.filling.go.connect(self.go)
        self.filling.message.connect(self.message)
        self._thumbs.came.connect(self._later.start)
        self._later.timeout.connect(self.refresh)

    @property
    def _list_below(self) -> float:
        return _LIST_BELOW * grown(self.font())

    @property
    def _narrow(self) -> bool:
        return self.width() < self._list_below

    def _choose_view(self, entries: list[Entry]) -> None:
        view = self._view or ("list" if self._narrow else "week")
        shown: QWidget = self.list if view == "list" else self.grid
        if not entries:
            shown = self.empty
        self._stack.setCurrentWidget(shown)
        waits = any(post.state is not State.SENT for post in self._posts.values())
        noted = bool(entries) and not waits and any(entry.slot for entry in entries)
        self.note.setVisible(noted)
        self.header.show_view(view, write=shown is self.list and not noted)

    def _show_panel(self) -> None:
        post = self._posts.get(self._open_post)
        if post is None:
            self._close()
            return
        look = panel_look(
            post,
            self._account,
            shop=self._shop,
            thumbs=self._thumbs,
            locale=self.locale(),
            kept_waiting=post.id in self._kept_waiting,
        )
        self.drawer.show_post(post, self._account, look, self.locale())

    def _wish_logo(self) -> None:
        """Read before a post is opened, so that its preview does not begin with letters."""
        if logo := self._shop.profiles.get(self._account.id).logo:
            self._thumbs.get(logo, FACE)

    def _small(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, SMALL)

    def _close(self) -> None:
        self._open_post = ""
        self.drawer.close_drawer()

    def _on_week_moved(self, step: int) -> None:
        self._weeks = self._weeks + step if step else 0
        self.refresh()

    def _on_view_chosen(self, view: str) -> None:
        self._view = view
        self.refresh()

    def _on_opened(self, post_id: str) -> None:
        """Of a post made elsewhere X has more to show than we, its pictures above all."""
        post = self._posts[post_id]
        if made_elsewhere(post) and self._account.way is not Way.PRACTICE:
            self._actions.look_on_x(post)
        else:
            self.open_item(post_id)

    def _on_slot_chosen(self, key: str) -> None:
        self.go.emit("compose", key)

    def _on_fill(self) -> None:
        self.filling.offer(self.header.fill)

    def _on_write(self) -> None:
        self.go.emit("compose", NEW_POST)

    def _on_waiting(self) -> None:
        self.band.set_waiting(self._actions.waiting)

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _make_room(self) -> None:
        least = _WEEK_BESIDE * grown(self.font()) + WIDE
        # The columns' own margin is room enough beside the drawer's edge.
        self._beside.setFixedWidth(WIDE)
        self._beside.setVisible(self.drawer.is_open and self.width() >= least)

    def _on_drawer_closed(self) -> None:
        self._make_room()
        self._open_post = ""
        self.band.ask_all()

    def _on_answered(self, post_id: str) -> None:
        post = self._posts[post_id]
        if waits_for_its_rest(post):
            self.open_item(post_id)
            self.drawer.panel.rest.edit.setFocus()
            return
        if goes_by_hand(post, self._account.way) and steps_of(post):
            # What X's page has to be told by hand stands in the drawer.
            self.open_item(post_id)
        self._actions.answer_need(post)

    def _on_was_posted(self, post_id: str) -> None:
        self._actions.was_posted(self._posts[post_id])

    def _on_not_there(self, post_id: str) -> None:
        self._actions.not_there(self._posts[post_id])
