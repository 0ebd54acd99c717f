"""Analytics: 28 days against the 28 before; each figure opens the list it is the sum of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from services.accounts.accounts import Account, Way
from services.analytics.elsewhere import X_ANALYTICS
from services.analytics.figures import FigureItem, Figures, Key, Period
from services.x_api.intents import open_post_link
from ui import build, links
from ui.analytics.by_hand import OnX, OwnPosts
from ui.analytics.chart_card import ChartCard
from ui.analytics.figure_list import FigureList
from ui.analytics.figure_words import title_of
from ui.analytics.period_header import PeriodHeader
from ui.analytics.tiles import Tiles
from ui.analytics.top_posts import TopPosts
from ui.compose.asks import NEW_POST
from ui.compose.thumbs import Thumbs
from ui.icons import icon
from ui.page import Page
from ui.theme import MEASURES
from widgets.drawer import Drawer
from widgets.empty_state import EmptyState
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks

DAYS = 28
WIDEST = 1120
_MOST_BACK = 13
"""Periods: a year."""
_SMALL = 192
_SIDE_BY_SIDE = 840
_DRAWER = 360
_BESIDE = 560
"""Where the list leaves the figures this much, they make room for it."""


class AnalyticsPage(Page):
    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._account = shop.accounts.active()
        self._back = 0
        self._figures: Figures | None = None
        self._open_key = ""
        self._thumbs = Thumbs(shop.pictures, tasks, self)
        self.header = PeriodHeader()
        self.tiles = Tiles()
        self.chart = ChartCard()
        self.top = TopPosts()
        self.empty = EmptyState(icon("chart-column"), "", "")
        self.posts = OwnPosts()
        self.on_x = OnX()
        self._lead, self._beside = QWidget(), QWidget()
        self._pair = build.row(self.chart, self.top, gap=MEASURES.gap)
        self._hand = build.row(self.posts, self.on_x, gap=MEASURES.gap)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._made_column())
        self._stack.addWidget(self.empty)
        self._beside.setFixedWidth(_DRAWER)
        self._beside.hide()
        whole = build.row(self._stack, self._beside, gap=0)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)
        self.list = FigureList()
        self.drawer = Drawer(
            self, width=_DRAWER, close_icon=icon("x"), close_name=self.tr("Close the list")
        )
        self.drawer.set_content(self.list)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._connect()

    def refresh(self) -> None:
        """A page nobody sees reads again when it is shown."""
        if not self.isVisible():
            return
        figures = self._build()
        self._figures = figures
        if self._back == 0 and _is_empty(figures):
            self._show_empty()
            return
        self._stack.setCurrentIndex(0)
        locale, zone = self.locale(), self._account.zone
        self.header.set(
            figures,
            self._account.way,
            locale,
            newest=self._back == 0,
            oldest=self._back >= _MOST_BACK,
        )
        self.tiles.set(figures, self._account.way, locale)
        by_hand = self._account.way is Way.BY_HAND
        kept = (self.chart, self.top), (self.posts, self.on_x)
        for cards, shown in zip(kept, (not by_hand, by_hand), strict=True):
            for card in cards:
                card.setVisible(shown)
        if by_hand:
            posts = self._shop.report.items(self._account.id, Key.POSTS, figures.period)
            self.posts.set(posts, locale=locale, zone=zone, picture=self._small)
        else:
            self.chart.set(figures, locale)
            self.top.set(figures.top_posts, locale=locale, zone=zone, picture=self._small)
        self._show_list()

    def show_account(self, account: Account) -> None:
        self._account = account
        self._back = 0
        self.drawer.close_drawer()
        self.refresh()

    def open_item(self, item_id: str) -> None:
        """A figure's key: opens its list."""
        self._open_key = item_id
        self._show_list()
        self.drawer.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _made_column(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        for pair in (self._pair, self._hand):
            pair.setStretch(0, 2)
            pair.setStretch(1, 1)
        inner.setLayout(
            build.column(
                self.header,
                self.tiles,
                self._pair,
                self._hand,
                None,
                gap=MEASURES.gap,
                margins=(24, 24, 24, 24),
            )
        )
        outer = QWidget()
        # Not centred by stretches: the column would move when the scroll bar comes.
        middle = build.row(self._lead, inner, None, gap=0)
        middle.setStretchFactor(inner, 1_000)
        outer.setLayout(middle)
        return build.scroll(outer, name=self.tr("Figures of the period"))

    def _connect(self) -> None:
        self.header.moved.connect(self._on_moved)
        self.tiles.opened.connect(self.open_item)
        self.top.opened.connect(self._on_post_opened)
        self.posts.opened.connect(self._on_line_opened)
        self.on_x.pressed.connect(self._on_x)
        self.list.opened.connect(self._on_line_opened)
        self.drawer.opened.connect(self._make_room)
        self.drawer.closed.connect(self._on_drawer_closed)
        self.empty.pressed.connect(self._on_write)
        self._thumbs.came.connect(self._later.start)
        self._later.timeout.connect(self.refresh)

    def _build(self) -> Figures:
        newest = self._shop.report.build(self._account.id, days=DAYS)
        if self._back == 0:
            return newest
        end_day = newest.last_day - self._back * DAYS
        return self._shop.report.build(self._account.id, end_day=end_day, days=DAYS)

    def _show_empty(self) -> None:
        sentence = self.tr("Nothing to count yet. Your posts and answers will be counted here.")
        self.empty.set(sentence, self.tr("Write a post"))
        self._stack.setCurrentWidget(self.empty)

    def _show_list(self) -> None:
        if not self._open_key or self._figures is None:
            return
        key = Key(self._open_key)
        period = Period(self._figures.first_day, self._figures.last_day)
        items = self._shop.report.items(self._account.id, key, period)
        total = self._figures.tile(key).value
        self.drawer.set_title(title_of(key))
        self.list.set(key, total, items, zone=self._account.zone, locale=self.locale())

    def _small(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, _SMALL)

    def _on_moved(self, step: int) -> None:
        self._back = min(max(self._back - step, 0), _MOST_BACK)
        self.refresh()

    def _make_room(self) -> None:
        large = grown(self.font())
        beside = self.drawer.is_open and self.width() - _DRAWER >= _BESIDE * large
        self._beside.setVisible(beside)
        width = self.width() - (_DRAWER if beside else 0)
        self._lead.setFixedWidth(max((width - WIDEST) // 2, 0))
        side_by_side = width >= _SIDE_BY_SIDE * large
        for pair in (self._pair, self._hand):
            pair.setDirection(
                QBoxLayout.Direction.LeftToRight
                if side_by_side
                else QBoxLayout.Direction.TopToBottom
            )

    def _on_drawer_closed(self) -> None:
        self._open_key = ""
        self._make_room()

    def _on_x(self) -> None:
        links.open_page(X_ANALYTICS, over=self)

    def _on_write(self) -> None:
        self.go.emit("compose", NEW_POST)

    def _on_post_opened(self, x_post_id: str) -> None:
        if self._account.way is Way.PRACTICE:
            self.open_item(Key.SEEN)
            return
        links.open_page(open_post_link(self._account.handle, x_post_id), over=self)

    def _on_line_opened(self, item: FigureItem) -> None:
        if item.item_id is not None:
            self.go.emit("inbox", item.item_id)
        elif item.x_post_id is not None and self._account.way is not Way.PRACTICE:
            links.open_page(open_post_link(self._account.handle, item.x_post_id), over=self)
        elif item.post_id is not None:
            self.go.emit("queue", item.post_id)


def _is_empty(figures: Figures) -> bool:
    return not any(figures.tile(key).value for key in (Key.POSTS, Key.MENTIONS, Key.ANSWERS))
