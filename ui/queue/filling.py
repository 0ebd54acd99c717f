"""The button "Fill it": offers beginnings for a free day, and opens the chosen one in Compose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.clock import DAY
from services.errors import AppError, StorageTrouble
from services.publishing.fill import Beginning, Idea
from services.publishing.slots import SlotTime
from ui import when
from ui.compose.asks import begun_key, slot_key
from ui.compose.thumbs import SMALL, Thumbs
from ui.messages import words
from ui.queue.fill_popover import FillPopover
from ui.queue.starters import starter
from ui.queue.week import DAYS
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.compose.teaching_templates import TeachingTemplate


class Filling(QObject):
    go = Signal(str, str)
    message = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks, thumbs: Thumbs, page: QWidget) -> None:
        super().__init__(page)
        self._shop = shop
        self._tasks = tasks
        self._thumbs = thumbs
        self._page = page
        self._account_id = ""
        self._slot: SlotTime | None = None
        self.day = ""
        """The name of the day to fill; empty while there is none."""
        self._popover: FillPopover | None = None
        self._pictured = ""
        thumbs.came.connect(self._on_thumb)

    @property
    def popover(self) -> FillPopover | None:
        """Once it was needed."""
        return self._popover

    def set(self, account: Account, slot: SlotTime | None, locale: QLocale) -> None:
        self._account_id, self._slot = account.id, slot
        self.day = ""
        if slot is not None:
            day = when.date_of(slot.due_at, account.zone)
            today = when.date_of(self._shop.clock.now(), account.zone)
            is_near = today.daysTo(day) < DAYS
            far = when.weekday_day(locale, day, today=today)
            self.day = when.weekday_name(locale, day) if is_near else far

    def offer(self, anchor: QWidget) -> None:
        """Beside `anchor`, once the mix of the posts has been read."""
        self._tasks.run(
            partial(self._shop.fill.ideas, self._account_id),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._show, anchor),
            failed=self._on_failed,
        )

    def _show(self, anchor: QWidget, ideas: tuple[Idea, ...]) -> None:
        if not anchor.isVisible():
            return
        if self._popover is None:
            self._popover = FillPopover(self._page)
            self._popover.chosen.connect(self._on_chosen)
        self._pictured = next((idea.picture for idea in ideas if idea.picture), "")
        picture = self._thumbs.get(self._pictured, SMALL) if self._pictured else None
        lesson = self._lesson()
        self._popover.offer(self.day, ideas, picture=picture, lesson=lesson.name)
        self._popover.open_at(anchor)

    def _on_thumb(self, picture: str) -> None:
        image = self._thumbs.get(picture, SMALL) if picture == self._pictured else None
        if image is not None and self._popover is not None and self._popover.isVisible():
            self._popover.show_picture(image)

    def _lesson(self) -> TeachingTemplate:
        """Another one each day."""
        from ui.compose.teaching_templates import teaching_templates

        lessons = teaching_templates()
        at = self._slot.due_at if self._slot is not None else 0
        return lessons[at // DAY % len(lessons)]

    def _texts(self, idea: Idea) -> tuple[str, ...]:
        if idea.beginning is Beginning.TEACH:
            return self._lesson().parts
        return (starter(idea.kind),) if idea.beginning is Beginning.KIND else ("",)

    def _on_failed(self, _error: AppError) -> None:
        """An empty sheet needs no ideas."""
        self._on_chosen(None)

    def _on_chosen(self, idea: Idea | None) -> None:
        if self._slot is None:
            return
        if idea is None:
            self.go.emit("compose", slot_key(self._slot.due_at))
            return
        try:
            texts = self._texts(idea)
            draft = self._shop.fill.begin(self._account_id, idea, texts=texts)
        except StorageTrouble as error:
            self.message.emit(words(error))
            return
        self.go.emit("compose", begun_key(draft.id, self._slot.due_at))
