"""Installing what sends while Shoplark is closed; no system's scheduler is asked here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.schedule.job import Job, SchedulerKind, ScheduleTrouble
from services.shop import Shop
from ui.settings.schedule_row import ScheduleRow
from ui.settings.sending_section import SendingSection
from ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@dataclass
class FakeScheduler:
    kind: SchedulerKind = SchedulerKind.SYSTEMD
    job: Job = field(default_factory=lambda: Job("shoplark-send", ("shoplark",)))
    installed: bool = False
    refuses: str = ""

    def details(self) -> str:
        return "/home/mia/.config/systemd/user/shoplark-send.timer\n\n[Timer]\nOnCalendar=*:0/5"

    def install(self) -> None:
        if self.refuses:
            raise ScheduleTrouble(self.refuses)
        self.installed = True

    def is_installed(self) -> bool:
        return self.installed

    def remove(self) -> None:
        if self.refuses:
            raise ScheduleTrouble(self.refuses)
        self.installed = False


def _row(scheduler: FakeScheduler | None, tasks: Any, qtbot: QtBot) -> ScheduleRow:
    made = ScheduleRow(lambda: scheduler, tasks)
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    return made


def test_it_says_what_it_will_do_then_does_it(inline_tasks: Any, qtbot: QtBot, themed: Any) -> None:
    scheduler = FakeScheduler()
    row = _row(scheduler, inline_tasks, qtbot)
    assert row.says().startswith("Every 5 minutes this computer's own timer starts Shoplark")
    assert row.says().endswith("you can remove it here at any time.")
    assert not row.text.isVisible()
    with qtbot.waitSignal(row.resized):
        qtbot.mouseClick(row.fold.head, LEFT)
    assert row.text.isVisible()
    assert row.text.toPlainText() == scheduler.details()
    assert row.press.text() == "Install"
    qtbot.mouseClick(row.press, LEFT)
    assert scheduler.installed
    assert row.press.text() == "Remove"
    assert row.says().startswith("On: while you are logged in")
    assert "Press Remove" in row.says()
    qtbot.mouseClick(row.press, LEFT)
    assert not scheduler.installed
    assert row.press.text() == "Install"
    row.close()


def test_the_schedulers_own_words_stand_in_the_details_alone(
    inline_tasks: Any, qtbot: QtBot, themed: Any
) -> None:
    row = _row(FakeScheduler(), inline_tasks, qtbot)
    for word in ("systemd", "crontab", "agent", "shoplark-send"):
        assert word not in row.says()
    row.close()


def test_the_details_grow_with_the_words(inline_tasks: Any, qtbot: QtBot, themed: Theme) -> None:
    row = _row(FakeScheduler(), inline_tasks, qtbot)
    qtbot.mouseClick(row.fold.head, LEFT)
    before = row.text.height()
    themed.choose_text(200)
    QApplication.processEvents()
    assert row.text.font().family() == row.font().family()
    assert row.text.fontMetrics().height() >= row.press.fontMetrics().height()
    assert row.text.height() > 1.5 * before
    row.close()
    themed.choose_text(100)


@pytest.mark.parametrize("words", ["ERROR: Access is denied.", "دسترسی نیست", "拒否されました"])
def test_a_refusal_is_told_and_can_be_tried_again(
    inline_tasks: Any, qtbot: QtBot, themed: Any, words: str
) -> None:
    scheduler = FakeScheduler(refuses=words)
    row = _row(scheduler, inline_tasks, qtbot)
    qtbot.mouseClick(row.press, LEFT)
    assert row.trouble.isVisible()
    assert words in row.trouble.text()
    assert row.press.isEnabled()
    scheduler.refuses = ""
    qtbot.mouseClick(row.press, LEFT)
    assert scheduler.installed
    assert not row.trouble.isVisible()
    row.close()


def test_a_computer_without_any(inline_tasks: Any, qtbot: QtBot, themed: Any) -> None:
    row = _row(None, inline_tasks, qtbot)
    assert row.says().startswith("This computer has nothing")
    assert not row.press.isEnabled()
    assert not row.fold.isVisible()
    row.close()


def test_nothing_is_asked_before_it_is_seen(shop: Shop, inline_tasks: Any, qtbot: QtBot) -> None:
    asked: list[None] = []
    _connect(shop)
    section = SendingSection(shop, inline_tasks)
    qtbot.addWidget(section)
    assert section.schedule is not None
    section.schedule.ask = lambda: asked.append(None)
    assert asked == []
    section.show()
    assert len(asked) == 1
    section.close()


def test_only_where_posts_really_go_to_x_it_is_offered(
    shop: Shop, inline_tasks: Any, qtbot: QtBot
) -> None:
    sample = SendingSection(shop, inline_tasks)
    qtbot.addWidget(sample)
    assert sample.schedule is None
    shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")
    by_hand = SendingSection(shop, inline_tasks)
    qtbot.addWidget(by_hand)
    assert by_hand.schedule is None
    _connect(shop)
    connected = SendingSection(shop, inline_tasks)
    qtbot.addWidget(connected)
    assert connected.schedule is not None


def _connect(shop: Shop) -> None:
    own = shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (own.id,))
