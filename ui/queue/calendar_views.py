"""The faces of the queue: the week is there at once, the others are made when they are shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.publishing.posts import Post
from ui import build
from ui.icons import icon
from ui.theme import MEASURES
from widgets.empty_state import EmptyState
from widgets.week_grid import WeekGrid

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.queue.queue_list import QueueList
    from ui.queue.slots_editor import SlotsEditor
    from ui.tasks import Tasks
    from widgets.month_grid import MonthGrid


class CalendarViews(QStackedWidget):
    opened = Signal(str)
    slot_chosen = Signal(str)
    write_asked = Signal()
    undo_offered = Signal(object)
    message = Signal(object)
    posts_changed = Signal()
    """Posts, or the times of posting, are others now."""
    month_made = Signal(object)
    """The `MonthGrid`, when it is first shown."""
    day_chosen = Signal(str)
    turned = Signal(int)
    list_wanted = Signal()
    slots_done = Signal()

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._tasks = tasks
        self.grid = WeekGrid()
        self.empty = EmptyState(
            icon("calendar-days"),
            self.tr("Nothing waits to be sent in this week."),
            self.tr("Write a post"),
        )
        for view in (self.grid, self.empty):
            self.addWidget(view)
        self.grid.opened.connect(self.opened)
        self.grid.slot_chosen.connect(self.slot_chosen)
        self.grid.more_asked.connect(self.list_wanted)
        self.empty.pressed.connect(self.write_asked)

    @cached_property
    def month(self) -> MonthGrid:
        from widgets.month_grid import MonthGrid

        month = MonthGrid()
        month.opened.connect(self.opened)
        month.day_chosen.connect(self.day_chosen)
        month.turned.connect(self.turned)
        month.slot_chosen.connect(self.slot_chosen)
        self.month_made.emit(month)
        return month

    @cached_property
    def month_area(self) -> QWidget:
        """Large words make a month higher than the window."""
        ground = QWidget()
        ground.setLayout(build.column(self.month, margins=(0, 0, 0, MEASURES.s16)))
        area = build.scroll(ground)
        self.addWidget(area)
        return area

    @cached_property
    def list(self) -> QueueList:
        from ui.queue.queue_list import QueueList

        made = QueueList(self._shop, self._tasks)
        made.opened.connect(self.opened)
        made.slot_chosen.connect(self.slot_chosen)
        made.wanted.connect(self.list_wanted)
        for steps in (made.moves, made.importing):
            steps.message.connect(self.message)
            steps.undo_offered.connect(self.undo_offered)
            steps.changed.connect(self.posts_changed)
        self.addWidget(made)
        return made

    @cached_property
    def slots(self) -> SlotsEditor:
        from ui.queue.slots_editor import SlotsEditor

        made = SlotsEditor(self._shop)
        made.undo_offered.connect(self.undo_offered)
        made.message.connect(self.message)
        made.changed.connect(self.posts_changed)
        made.done.connect(self.slots_done)
        self.addWidget(made)
        return made

    @property
    def shows_list(self) -> bool:
        return "list" in self.__dict__ and self.currentWidget() is self.list

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in what is shown."""
        shown = self.currentWidget() or self.grid
        return self.grid.stops if shown is self.grid else (shown,)

    def mark(self, post_id: str) -> None:
        """This post lies open: it is marked where it stands, and seen. "" for none."""
        self.grid.choose(post_id)
        if "list" in self.__dict__:
            self.list.view.mark(post_id)
        if "month" in self.__dict__:
            self.month.mark(post_id)

    def post_elsewhere(self, post_id: str) -> Post | None:
        """A post of the list that only X has."""
        return self.list.post_elsewhere(post_id) if "list" in self.__dict__ else None
