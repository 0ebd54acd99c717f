"""How posts leave: how long they can be taken back, how long they may be, and what sends them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.settings import UNDO_SECONDS
from services.text.measure import LONG
from ui.settings.schedule_row import ScheduleRow
from ui.settings.section import Section, switch
from ui.settings.setting_row import SettingRow
from widgets.isolates import held
from widgets.segmented import Segmented
from widgets.switch import Switch

if TYPE_CHECKING:
    from services.schedule import Scheduler
    from services.shop import Shop
    from ui.tasks import Tasks

UNDO_CHOICES = (0, 5, 10, 20, 30, 60)
"""Seconds."""


class SendingSection(Section):
    long_posts_chosen = Signal(bool)

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._tasks = tasks
        self.undo = self._undo()
        self.long_posts = self._long_posts()
        self.schedule = self._schedule()
        self.set_rows(self._all_rows())

    def _all_rows(self) -> list[QWidget]:
        rows: list[QWidget] = [
            SettingRow(
                self.tr("Time to undo"),
                self.undo,
                note=self.tr("A post or an answer waits this long; nothing goes to X before."),
                wide=True,
            )
        ]
        if self.long_posts is not None:
            most = self.locale().toString(LONG.limit)
            note = self.tr("Posts may then have up to {most} characters.").format(most=most)
            rows.append(SettingRow(self._premium_name(), self.long_posts, note=note))
        if self.schedule is not None:
            rows.append(self.schedule)
        return rows

    def fit(self, width: int) -> None:
        super().fit(width)
        if self.schedule is not None:
            self.schedule.fit(width)

    def _schedule(self) -> ScheduleRow | None:
        """None where nothing goes to X by itself: by hand, and in the sample shop."""
        if self._shop.accounts.active().way is not Way.CONNECTED:
            return None
        result = ScheduleRow(self._find_scheduler, self._tasks)
        result.resized.connect(self.resized)
        return result

    def _find_scheduler(self) -> Scheduler | None:
        from services.schedule import scheduler_for

        return scheduler_for(self._shop.paths)

    def _undo(self) -> Segmented:
        result = Segmented(name=self.tr("Time to undo"), stacks=True)
        for seconds in UNDO_CHOICES:
            number = self.locale().toString(seconds)
            text = self.tr("{number} s").format(number=number) if seconds else self.tr("Off")
            result.add(str(seconds), held(text))
        now = self._shop.settings.get(UNDO_SECONDS)
        result.choose(str(min(UNDO_CHOICES, key=lambda seconds: abs(seconds - now))))
        result.chosen.connect(self._on_undo)
        return result

    def _long_posts(self) -> Switch | None:
        """None for a connected account: X tells it."""
        account = self._shop.accounts.active()
        if account.way is Way.CONNECTED:
            return None
        result = switch(self._premium_name(), on=account.long_posts)
        result.toggled.connect(self._on_long_posts)
        return result

    def _premium_name(self) -> str:
        return self.tr("This account has X Premium")

    def _on_undo(self, seconds: str) -> None:
        self.keep(self._shop.settings, UNDO_SECONDS, int(seconds))

    def _on_long_posts(self, on: bool) -> None:
        accounts = self._shop.accounts
        if self.write(partial(accounts.set_long_posts, accounts.active().id, on)):
            self.long_posts_chosen.emit(on)
