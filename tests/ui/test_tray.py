from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QAction

from services.clock import SteppedClock
from services.inbox.values import Item, Lane
from services.settings import NOTICES_WITH_TEXT
from services.shop import Shop
from ui.notices import Notices
from ui.tasks import InlineTasks
from ui.tray import PAUSE_SECONDS, QUIET_SECONDS, Tray


@dataclass(frozen=True)
class Told:
    title: str
    body: str
    item_id: str


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def tray(
    clock: SteppedClock,
    inline_tasks: InlineTasks,
    told: list[Told],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Tray]:
    made = Tray(clock, inline_tasks)
    monkeypatch.setattr(made, "_show", lambda *words: told.append(Told(*words)))
    yield made
    made.close()


@pytest.fixture
def words(shop: Shop) -> tuple[Item, ...]:
    """New words of customers, none of them opened."""
    shop.feeds.check(shop.accounts.active().id)
    items = shop.inbox.lane(shop.accounts.active().id, Lane.TO_ANSWER)
    assert len(items) > 4
    return tuple(item for item in items if not item.read)


def _pause(tray: Tray) -> QAction:
    return next(action for action in tray.menu.actions() if action.isCheckable())


def test_what_comes_in_the_quiet_time_is_told_after_it_in_one(
    shop: Shop, tray: Tray, clock: SteppedClock, told: list[Told], words: tuple[Item, ...]
) -> None:
    notices = Notices(shop, tray)
    for item in words[:3]:
        notices.add([item])
        notices.tell(in_view=True)
        clock.advance(60)
    assert [one.item_id for one in told] == [words[0].id]
    clock.advance(QUIET_SECONDS - 181)
    notices.tell(in_view=True)
    assert len(told) == 1
    clock.advance(1)
    notices.tell(in_view=True)
    notices.tell(in_view=True)
    assert [one.item_id for one in told] == [words[0].id, words[2].id]
    assert told[1].title == "Sample: 2 new to answer"
    assert words[2].text[:20] in told[1].body
    clock.advance(QUIET_SECONDS)
    notices.tell(in_view=True)
    assert len(told) == 2


def test_what_was_opened_meanwhile_needs_no_notice(
    shop: Shop, tray: Tray, clock: SteppedClock, told: list[Told], words: tuple[Item, ...]
) -> None:
    notices = Notices(shop, tray)
    tray.notify("before", "", "")
    notices.add(words[:3])
    shop.inbox.mark_read(words[0].id)
    shop.inbox.mark_done(words[1].id)
    clock.advance(QUIET_SECONDS)
    notices.tell(in_view=True)
    assert [one.item_id for one in told[1:]] == [words[2].id]


def test_the_sample_shop_is_silent_out_of_view_and_an_account_left_behind_too(
    shop: Shop, tray: Tray, told: list[Told], words: tuple[Item, ...]
) -> None:
    notices = Notices(shop, tray)
    notices.add(words)
    notices.tell(in_view=False)
    notices.tell(in_view=True)
    notices.add(words)
    shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    notices.tell(in_view=True)
    assert told == []


def test_a_notice_keeps_the_words_to_itself_when_told_so(
    shop: Shop, tray: Tray, told: list[Told], words: tuple[Item, ...]
) -> None:
    shop.settings.set(NOTICES_WITH_TEXT, False)
    notices = Notices(shop, tray)
    notices.add(words[:1])
    notices.tell(in_view=True)
    assert told == [Told("Sample: 1 new to answer", "", words[0].id)]


def test_a_pause_says_until_when_and_can_be_ended(
    tray: Tray, clock: SteppedClock, told: list[Told]
) -> None:
    pause = _pause(tray)
    assert (pause.text(), pause.isChecked()) == ("Pause notices for an hour", False)
    pause.trigger()
    assert pause.isChecked()
    assert pause.text().startswith("Notices are paused until ")
    assert tray.quiet
    assert not tray.notify("now", "", "1")
    pause.trigger()
    assert (pause.text(), pause.isChecked()) == ("Pause notices for an hour", False)
    assert tray.notify("now", "", "2")
    pause.trigger()
    clock.advance(PAUSE_SECONDS)
    tray.look_at_clock()
    assert (pause.text(), pause.isChecked()) == ("Pause notices for an hour", False)
    assert tray.notify("later", "", "3")
    assert [one.item_id for one in told] == ["2", "3"]
