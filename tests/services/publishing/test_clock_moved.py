"""A clock set back and forth: nothing twice, nothing before its time, the plan as it was."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Way
from services.clock import DAY, from_wall, to_wall
from services.errors import RateLimited
from services.paths import paths_under
from services.publishing.late import GRACE
from services.publishing.posts import LateRule
from services.publishing.put_off import PutOff
from services.publishing.states import State
from services.store.database import open_database
from tests.services.publishing.conftest import open_desk

if TYPE_CHECKING:
    from services.clock import SteppedClock
    from tests.services.publishing.conftest import Desk

ZONE = "Europe/Madrid"
HOUR = 3_600
YEAR = 365 * DAY


def _jump(desk: Desk, seconds: int) -> None:
    """As the heartbeat meets a jump: the plan is put in order, then what is due goes."""
    desk.clock.advance(seconds)
    PutOff(desk.database, desk.clock, desk.slots).tidy()
    desk.publish()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    plan=st.lists(
        st.tuples(st.integers(0, 20 * 24 * 4), st.sampled_from(LateRule)), min_size=1, max_size=6
    ),
    jumps=st.lists(
        st.one_of(
            st.integers(-30 * DAY, 30 * DAY),
            st.integers(-2 * HOUR, 2 * HOUR),
            st.sampled_from([10 * YEAR, -10 * YEAR]),
        ),
        max_size=8,
    ),
)
def test_a_clock_that_goes_back_and_forth(
    tmp_path_factory: pytest.TempPathFactory,
    clock: SteppedClock,
    plan: list[tuple[int, LateRule]],
    jumps: list[int],
) -> None:
    start = clock.now()
    paths = paths_under(tmp_path_factory.mktemp("data"))
    database = open_database(paths)
    desk = open_desk(paths, database, clock, Way.CONNECTED)
    own: dict[str, int] = {}
    for number, (quarters, rule) in enumerate(plan):
        post = desk.queue(f"post {number}")
        due_at = start + 60 + quarters * 15 * 60
        wall = to_wall(due_at, ZONE)
        desk.outbox.move(post.id, due_at=due_at, due_wall=wall, due_zone=ZONE, late_rule=rule)
        own[f"post {number}"] = due_at
    for seconds in jumps:
        _jump(desk, max(seconds, -clock.now()))
        for sent in desk.x.posts:
            assert sent.created_at >= own[sent.text], "before its time"
    _jump(desk, start - clock.now())

    sent = Counter(desk.x.texts())
    assert set(sent.values()) <= {1}
    for waiting in desk.outbox.list(desk.account.id):
        assert waiting.text not in sent
        assert waiting.state is State.QUEUED
        assert (waiting.due_at, waiting.reason) == (own[waiting.text], None)
        assert waiting.due_wall == to_wall(own[waiting.text], ZONE)
    assert len(sent) + len(desk.outbox.list(desk.account.id)) == len(plan)

    # From here the days go by as they should: each goes at its own hour.
    for due_at in sorted({due for text, due in own.items() if text not in sent}):
        clock.advance(due_at - clock.now())
        desk.publish()
    assert sorted(desk.x.texts()) == sorted(own)
    for one in desk.x.posts:
        if one.text not in sent:
            assert one.created_at == own[one.text]
    database.close()
    clock.advance(start - clock.now())


def test_a_clock_a_little_ahead_makes_nothing_late(desk: Desk) -> None:
    """Forty minutes fast, then put right ten minutes after the post's time: it goes."""
    post = desk.queue("soon", due_in=60)
    _jump(desk, 60 + 41 * 60)
    assert desk.outbox.get(post.id).reason == "Late"
    _jump(desk, -31 * 60)
    assert desk.outbox.get(post.id).state is State.SENT


def test_what_was_really_late_does_not_come_back(desk: Desk) -> None:
    post = desk.queue("late", due_in=60)
    _jump(desk, 60 + GRACE + 120)
    _jump(desk, -60)
    assert desk.outbox.get(post.id).reason == "Late"


def test_a_pause_noted_by_a_fast_clock_keeps_its_length(desk: Desk) -> None:
    desk.clock.advance(YEAR)
    desk.x.trouble["create"] = [RateLimited(until=desk.clock.now() + 900)]
    post = desk.queue("words")
    desk.publish()
    assert desk.outbox.get(post.id).next_try_at == desk.clock.now() + 900
    _jump(desk, -YEAR)
    waiting = desk.outbox.get(post.id)
    assert waiting.next_try_at == desk.clock.now() + 900
    assert waiting.state is State.QUEUED


def test_an_early_clock_sends_nothing(desk: Desk) -> None:
    """1970, as after an empty battery; then the right time."""
    now = desk.clock.now()
    post = desk.queue("words", due_in=60)
    _jump(desk, -now)
    assert desk.x.calls == []
    _jump(desk, now + 60)
    assert desk.outbox.get(post.id).state is State.SENT


def test_a_post_queued_by_an_early_clock_goes_at_its_wall_clock_time(desk: Desk) -> None:
    now = desk.clock.now()
    desk.clock.advance(-now)
    post = desk.queue("words")
    wall = "2026-11-20T12:30"
    due_at = from_wall(wall, ZONE)
    desk.outbox.move(post.id, due_at=due_at, due_wall=wall, due_zone=ZONE)
    _jump(desk, now)
    assert desk.x.calls == []
    _jump(desk, due_at - desk.clock.now())
    assert [one.created_at for one in desk.x.posts] == [due_at]
