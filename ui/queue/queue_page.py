"""Queue: the posts of a week or a month, and whatever cannot go on without the owner.

Only what is shown is read, and what has to do with now: never all that waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account, Way
from services.publishing import order
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from ui import build
from ui.compose.asks import NEW_POST
from ui.compose.tab_order import lay_tab_order
from ui.compose.thumbs import SMALL, Thumbs
from ui.page import Page
from ui.queue.band_answers import BandAnswers
from ui.queue.calendar import Calendar
from ui.queue.elsewhere import made_elsewhere
from ui.queue.filling import Filling
from ui.queue.first_note import FirstNote
from ui.queue.needs_you_band import NeedsYouBand
from ui.queue.post_actions import PostActions
from ui.queue.post_drawer import WIDE, PostDrawer
from ui.queue.post_view import panel_look
from ui.queue.queue_header import ARROW, QueueHeader
from ui.queue.week import shown_at
from ui.theme import MEASURES
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.queue.queue_list import QueueList
    from ui.tasks import Tasks
    from widgets.month_grid import MonthGrid

_LIST_BELOW = 900
_TOGETHER_MS = 60
_LARGE = 1.2
_WEEK_BESIDE = 860
"""Where the drawer leaves the week this much, the week makes room for it."""


class QueuePage(Page):
    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._account = shop.accounts.active()
        self._posts: dict[str, Post] = {}
        self._open_post = ""
        self._kept_waiting: frozenset[str] = frozenset()
        self._thumbs = Thumbs(shop.pictures, tasks, self)
        self._actions = PostActions(shop, tasks, self)
        self.filling = Filling(shop, tasks, self._thumbs, self)
        self.header = QueueHeader()
        self.band = NeedsYouBand()
        self.note = FirstNote()
        self.calendar = Calendar(shop, tasks, self._actions, self.header, self._thumbs, self)
        self.grid, self.empty = self.calendar.grid, self.calendar.empty
        # The first arrow's button is wider than what is seen of it: that stands on the edge.
        head = build.row(self.header, margins=(MEASURES.page_margin - ARROW, 0, 24, 0))
        bands = build.column(self.band, self.note, gap=MEASURES.s12, margins=(24, 0, 24, 0))
        # A day's column is 4 wider than its cards on either side, for today's tint.
        days = build.row(self.calendar, margins=(20, 0, 20, 0))
        column = build.column(head, bands, days, gap=MEASURES.s12, margins=(0, 16, 0, 0))
        column.setStretchFactor(days, 1)
        self._beside = QWidget()
        self._beside.hide()
        whole = build.row(column, self._beside, gap=0)
        whole.setStretchFactor(column, 1)
        self.setLayout(whole)
        self.drawer = PostDrawer(self, self._actions)
        self._answers = BandAnswers(self.band, self.drawer, self._actions, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TOGETHER_MS)
        self._connect()

    @property
    def month(self) -> MonthGrid:
        return self.calendar.month

    @property
    def list(self) -> QueueList:
        return self.calendar.list

    def refresh(self) -> None:
        """A page nobody sees reads again when it is shown."""
        if not self.isVisible():
            return
        pressing = self._shop.planned.pressing(self._account.id)
        self._kept_waiting = order.kept_waiting(pressing, now=self._shop.clock.now())
        needy = tuple(post for post in pressing if post.state is State.NEEDS_YOU)
        self.band.set(
            needy,
            self._account.way,
            beside=self._open_post,
            prices=self._account.prices,
            by_part=self._shop.settings.get(THREAD_BY_PART),
        )
        self._wish_logo()
        self._show_rhythm()
        self.calendar.show_days(self._kept_waiting)
        self._posts = {post.id: post for post in pressing} | self.calendar.posts
        self._show_view()
        self._show_panel()

    def _show_rhythm(self) -> None:
        """Free days are named beside this week alone: another one is looked at for itself."""
        rhythm = self._shop.rhythms.read(self._account.id, self._account.zone)
        here = self.calendar.shows_this_week
        free = rhythm.free[0] if here and rhythm.free else None
        self.filling.set(self._account, free, self.locale())
        self.header.set_rhythm(rhythm, self.filling.day)

    def _show_view(self) -> None:
        """The list has no places to write for; the first post of all is asked for in words."""
        calendar = self.calendar
        noted = calendar.has_free_times and not self._shop.planned.has_any(self._account.id)
        self.note.setVisible(noted)
        in_list = calendar.shows_list
        self.header.show_view(
            calendar.view,
            # The week has places to write for; a month may have none, and the list never.
            write=(in_list or calendar.shows_month) and not noted,
            slots=calendar.shows_slots,
        )

    def show_account(self, account: Account) -> None:
        self._account = account
        self.calendar.set_account(account)
        self._close()
        self.refresh()

    def open_item(self, item_id: str) -> None:
        """Opens a post in the drawer, in the week it stands in; an answer in the inbox."""
        post = self._posts.get(item_id) or self._read(item_id)
        if post is not None and post.answers_item is not None:
            self.go.emit("inbox", post.answers_item)
            return
        at = None if post is None else shown_at(post)
        if at is not None:
            self.calendar.turn_to(at)
        if post is not None:
            self.calendar.unfold(post)
        self._open_post = item_id
        self.refresh()
        if self._open_post:
            self.drawer.open()
            self.calendar.mark(self._open_post)

    def take_focus(self) -> None:
        """To the button of the post that lies open."""
        self.drawer.panel.take_focus()

    def search(self) -> None:
        self.list.wanted.emit()
        self.list.filters.search.setFocus()

    def bring_in(self) -> None:
        """Posts from a file."""
        self.list.bring_in(self._account)

    def count(self) -> int:
        """Posts that need the owner."""
        return len(self._shop.outbox.list(self._account.id, states=(State.NEEDS_YOU,)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if self.calendar.set_narrow(self.width() < _LIST_BELOW * grown(self.font())):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the post that lies open, wherever on the page the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.drawer.is_open:
            self.drawer.close_drawer()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 (Qt's name)
        """Days are made anew one by one: Qt keeps the order they were made in."""
        lay_tab_order((self.header, self.band, self.note, *self.calendar.stops, self.drawer))
        return super().focusNextPrevChild(forwards)

    def _connect(self) -> None:
        self.header.fill_asked.connect(self._on_fill)
        self.header.write_asked.connect(self._on_write)
        self.calendar.opened.connect(self._on_opened)
        self.calendar.slot_chosen.connect(self._on_slot_chosen)
        self.calendar.write_asked.connect(self._on_write)
        self.calendar.changed.connect(self.refresh)
        self.calendar.posts_changed.connect(self._on_changed)
        self.calendar.undo_offered.connect(self.undo_offered)
        self.calendar.message.connect(self.message)
        self.note.pressed.connect(self._on_write)
        self._answers.open_asked.connect(self.open_item)
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

    def _show_panel(self) -> None:
        post = self._posts.get(self._open_post) or self._read(self._open_post)
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
            self._thumbs.get(logo, SMALL)

    def _read(self, post_id: str) -> Post | None:
        """None for one that is no more, or waits no longer."""
        elsewhere = self.calendar.post_elsewhere(post_id)
        if elsewhere is not None:
            return elsewhere
        try:
            post = self._shop.outbox.get(post_id)
        except KeyError:
            return None
        return None if post.state in (State.DRAFT, State.DELETED) else post

    def _close(self) -> None:
        self._open_post = ""
        self.calendar.mark("")
        self.drawer.close_drawer()

    def _on_opened(self, post_id: str) -> None:
        """Of a post made elsewhere X has more to show than we, its pictures above all."""
        post = self._posts.get(post_id) or self._read(post_id)
        if post is None:
            return
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
        times = grown(self.font())
        # The pixel that Arabic words are larger leaves the week its room.
        wide = round(WIDE * times) if times >= _LARGE else WIDE
        self.drawer.fit(wide)
        least = _WEEK_BESIDE * grown(self.font()) + wide
        # The columns' own margin is room enough beside the drawer's edge.
        self._beside.setFixedWidth(wide)
        self._beside.setVisible(self.drawer.is_open and self.width() >= least)

    def _on_drawer_closed(self) -> None:
        self._make_room()
        self._open_post = ""
        self.calendar.mark("")
        self.band.ask_all()
