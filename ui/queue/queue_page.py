"""Queue: the week's posts and free places, and whatever cannot go on without the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.accounts.accounts import Account, Way
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
from ui.queue.first_note import FirstNote
from ui.queue.needs_you_band import NeedsYouBand
from ui.queue.post_actions import PostActions
from ui.queue.post_panel import PostPanel
from ui.queue.post_view import panel_look
from ui.queue.queue_header import QueueHeader
from ui.queue.queue_list import QueueList
from ui.queue.values import day_values, groups_of
from ui.queue.week import shown_at
from ui.queue.week_reader import WeekReader
from ui.theme import MEASURES
from widgets.drawer import Drawer
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
_DRAWER = 340
_WEEK_BESIDE = 860
"""Where the drawer leaves the week this much, the week makes room for it."""


class QueuePage(Page):
    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._reader = WeekReader(shop)
        self._account = shop.accounts.active()
        self._weeks = 0
        self._view = "week"
        self._posts: dict[str, Post] = {}
        self._open_post = ""
        self._thumbs = Thumbs(shop.pictures, tasks, self)
        self._actions = PostActions(shop, tasks, self)
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
        top = build.column(
            self.header, self.band, self.note, gap=MEASURES.s12, margins=(4, 0, 4, 0)
        )
        # A day's column is 4 wider than its cards on either side, for today's tint.
        column = build.column(top, self._stack, gap=MEASURES.s12, margins=(20, 16, 20, 0))
        column.setStretchFactor(self._stack, 1)
        self._beside = QWidget()
        self._beside.hide()
        whole = build.row(column, self._beside, gap=0)
        whole.setStretchFactor(column, 1)
        self.setLayout(whole)
        self.panel = PostPanel()
        self.drawer = Drawer(
            self,
            width=_DRAWER,
            title=self.tr("Post"),
            close_icon=icon("x"),
            close_name=self.tr("Close the post"),
        )
        self.drawer.set_content(self.panel)
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
        self.band.set(needy, self._account.way)
        self._wish_logo()
        self.header.set(when.as_qdate(days[0].date), self._weeks, locale)
        free = self._reader.free_days(self._account, days) if self._weeks == 0 else ()
        names = tuple(when.weekday_name(locale, when.as_qdate(day)) for day in free)
        self.header.set_rhythm(self._reader.days_posted(self._account), names)
        self.grid.set(day_values(days, locale=locale, zone=zone, picture=self._small))
        groups = groups_of(days, now=now, locale=locale, zone=zone, picture=self._small)
        self.list.set(groups)
        entries = [entry for day in days for entry in day.entries]
        self._choose_view(bool(entries), bool(groups), any(entry.slot for entry in entries))
        self._show_panel()

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

    def count(self) -> int:
        """Posts that need the owner."""
        return len(self._shop.outbox.list(self._account.id, states=(State.NEEDS_YOU,)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = _LIST_BELOW * grown(self.font())
        narrow = self.width() < least
        self.header.show_views(not narrow)
        self._make_room()
        was_narrow = event.oldSize().width() < least
        if was_narrow is not narrow:
            self.refresh()

    def _connect(self) -> None:
        self.header.week_moved.connect(self._on_week_moved)
        self.header.view_chosen.connect(self._on_view_chosen)
        self.grid.opened.connect(self._on_opened)
        self.grid.slot_chosen.connect(self._on_slot_chosen)
        self.list.opened.connect(self._on_opened)
        self.empty.pressed.connect(self._on_write)
        self.note.pressed.connect(self._on_write)
        self.band.answered.connect(self._on_answered)
        self.band.was_posted.connect(self._on_was_posted)
        self.band.not_posted.connect(self._on_not_posted)
        self.band.again_asked.connect(self._on_again)
        self.panel.edit_asked.connect(self._on_edit)
        self.panel.send_asked.connect(self._on_send)
        self.panel.delete_asked.connect(self._on_delete)
        self.panel.look_asked.connect(self._on_look)
        self.panel.move_asked.connect(self._on_move)
        self.drawer.opened.connect(self._make_room)
        self.drawer.closed.connect(self._on_drawer_closed)
        self._actions.message.connect(self.message)
        self._actions.undo_offered.connect(self.undo_offered)
        self._actions.changed.connect(self._on_changed)
        self._actions.go.connect(self.go)
        self._thumbs.came.connect(self._later.start)
        self._later.timeout.connect(self.refresh)

    def _choose_view(self, any_entry: bool, any_post: bool, any_slot: bool) -> None:
        narrow = self.width() < _LIST_BELOW * grown(self.font())
        as_list = self._view == "list" or narrow
        shown: QWidget = self.list if as_list else self.grid
        if not (any_post if as_list else any_entry):
            shown = self.empty
        self._stack.setCurrentWidget(shown)
        waits = any(post.state is not State.SENT for post in self._posts.values())
        self.note.setVisible(shown is self.grid and any_slot and not waits)

    def _show_panel(self) -> None:
        post = self._posts.get(self._open_post)
        if post is None:
            self._close()
            return
        look = panel_look(
            post, self._account, shop=self._shop, thumbs=self._thumbs, locale=self.locale()
        )
        self.panel.show_post(post, look, self.locale())

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

    def _on_write(self) -> None:
        self.go.emit("compose", NEW_POST)

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _make_room(self) -> None:
        least = _WEEK_BESIDE * grown(self.font()) + _DRAWER
        # The columns' own margin is room enough beside the drawer's edge.
        self._beside.setFixedWidth(_DRAWER)
        self._beside.setVisible(self.drawer.is_open and self.width() >= least)

    def _on_drawer_closed(self) -> None:
        self._make_room()
        self._open_post = ""

    def _on_answered(self, post_id: str) -> None:
        self._actions.answer_need(self._posts[post_id])

    def _on_was_posted(self, post_id: str) -> None:
        self._actions.was_posted(self._posts[post_id])

    def _on_not_posted(self, post_id: str) -> None:
        self._actions.not_posted(self._posts[post_id])

    def _on_again(self, post_id: str) -> None:
        self._actions.send_now(self._posts[post_id])

    def _on_edit(self) -> None:
        self._actions.edit(self._posts[self._open_post])

    def _on_send(self) -> None:
        post = self._posts[self._open_post]
        if self._account.way is Way.BY_HAND:
            self._actions.open_in_x(post)
        else:
            self._actions.send_now(post)

    def _on_delete(self) -> None:
        self._actions.delete(self._posts[self._open_post])

    def _on_look(self) -> None:
        self._actions.look(self._posts[self._open_post])

    def _on_move(self, due_at: int, wall: str) -> None:
        if due_at <= self._shop.clock.now():
            self.refresh()
            return
        post = self._posts[self._open_post]
        self._actions.move(post, due_at=due_at, wall=wall, zone=self._account.zone)
