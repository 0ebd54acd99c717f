"""A clock that cannot be right, and a data folder on a second computer: nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.accounts.accounts import Way
from services.clock import DAY, SteppedClock
from services.errors import ClockWrong, OtherComputer
from services.publishing.may_send import MaySend
from services.publishing.states import State
from services.settings import SENDS_FROM, Settings
from services.version import MADE_AT

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


class Computer(MaySend):
    """`move` puts the folder on another one."""

    def __init__(self, desk: Desk, mark: str) -> None:
        super().__init__(Settings(desk.database), desk.clock, desk.accounts, lambda: mark)


def _on(desk: Desk, mark: str) -> Computer:
    computer = desk.publisher._may_send = Computer(desk, mark)
    return computer


def _set_clock(clock: SteppedClock, to: int) -> None:
    clock.advance(to - clock.now())


def test_in_1970_nothing_is_sent_or_moved_and_then_it_goes_on(desk: Desk) -> None:
    computer, right = _on(desk, "a"), desk.clock.now()
    due, later = desk.queue("شاي"), desk.queue("later", due_in=10 * DAY)
    _set_clock(desk.clock, 0)
    trouble = computer.trouble(desk.account)
    assert isinstance(trouble, ClockWrong)
    assert trouble.now == 0
    assert desk.publish(asked=True) == ()
    assert list(desk.publisher.one_by_one(asked=True)) == []
    assert desk.outbox.get(due.id) == due
    _set_clock(desk.clock, right + 5)
    assert computer.any_trouble() is None
    desk.publish()
    assert desk.outbox.get(due.id).state is State.SENT
    assert desk.outbox.get(later.id) == later


def test_in_1970_a_killed_sender_is_not_looked_after_yet(desk: Desk) -> None:
    _on(desk, "a")
    post, right = desk.queue("words"), desk.clock.now()
    with desk.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'sending' WHERE id = ?", (post.id,))
    _set_clock(desk.clock, 0)
    assert desk.publisher.recover() == ()
    _set_clock(desk.clock, right + 60)
    assert [one.state for one in desk.publisher.recover()] == [State.CHECKING]


def test_the_day_this_was_made_is_right(desk: Desk) -> None:
    computer = _on(desk, "a")
    _set_clock(desk.clock, MADE_AT)
    assert not computer.clock_is_wrong()
    _set_clock(desk.clock, MADE_AT - 1)
    assert computer.clock_is_wrong()


def test_a_copied_folder_sends_nothing_until_told(desk: Desk) -> None:
    assert _on(desk, "a").any_trouble() is None
    post = desk.queue("お茶")
    second = _on(desk, "b")
    assert isinstance(second.trouble(desk.account), OtherComputer)
    assert desk.publish(asked=True) == ()
    assert list(desk.publisher.one_by_one(asked=True)) == []
    assert desk.x.calls == []
    second.send_from_here()
    desk.publish()
    assert desk.outbox.get(post.id).state is State.SENT
    assert isinstance(_on(desk, "a").any_trouble(), OtherComputer)


@pytest.mark.parametrize(("noted", "mark"), [("", "b"), ("a", ""), ("", "")])
def test_where_it_is_not_known_there_is_no_alarm(desk: Desk, noted: str, mark: str) -> None:
    Settings(desk.database).set(SENDS_FROM, noted)
    assert _on(desk, mark).any_trouble() is None
    assert Settings(desk.database).get(SENDS_FROM) == (noted or mark)


def test_the_sample_shop_may_be_copied(desk: Desk) -> None:
    _on(desk, "a").any_trouble()
    with desk.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'practice'")
    sample = desk.accounts.get(desk.account.id)
    assert sample.way is Way.PRACTICE
    assert _on(desk, "b").trouble(sample) is None


def test_the_window_asks_the_system_for_no_mark(desk: Desk) -> None:
    """It may take seconds, and is asked for in a lane."""
    asked: list[None] = []

    def mark() -> str:
        asked.append(None)
        return "b"

    settings = Settings(desk.database)
    settings.set(SENDS_FROM, "a")
    computer = MaySend(settings, desk.clock, desk.accounts, mark)
    assert computer.known_trouble() is None
    assert asked == []
    computer.learn()
    assert isinstance(computer.known_trouble(), OtherComputer)
    assert len(asked) == 1
