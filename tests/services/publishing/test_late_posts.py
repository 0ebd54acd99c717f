"""Posts whose hour passed while the computer was off: moved to a slot, sent, or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.clock import DAY
from services.errors import Offline, OutcomeUnknown, OutOfCredit, RateLimited
from services.publishing.posts import LateRule
from services.publishing.records import Records
from services.publishing.states import State

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


def test_a_late_post_moves_to_the_next_slot(desk: Desk) -> None:
    post = desk.queue("was asleep", due_in=60)
    desk.clock.advance(60 + 31 * 60)
    (moved,) = desk.publish()
    slot = desk.slots.next_free(desk.account.id, after=0)
    assert (moved.state, moved.reason) == (State.QUEUED, "Late")
    assert moved.due_wall == "2026-11-20T17:30"
    assert moved.due_zone == "Europe/Madrid"
    assert slot is not None
    assert desk.x.calls == []
    assert moved.due_at is not None
    desk.clock.advance(moved.due_at - desk.clock.now())
    assert desk.publish()[0].state is State.SENT
    assert desk.outbox.get(post.id).reason is None


def test_two_late_posts_take_two_slots(desk: Desk) -> None:
    desk.queue("one", due_in=60)
    desk.queue("two", due_in=120)
    desk.clock.advance(3_600)
    walls = [post.due_wall for post in desk.publish()]
    assert walls == ["2026-11-20T17:30", "2026-11-21T09:00"]


def test_what_waited_behind_another_for_long_moves_to_a_slot(desk: Desk) -> None:
    """A pause that ends must not pour out a day's posts at once."""
    desk.x.trouble["create"] = [OutOfCredit()]
    desk.queue("held back")
    desk.queue("behind it")
    desk.publish()
    desk.clock.advance(2 * 3_600)
    states = {post.text: post.state for post in desk.publish()}
    assert states == {"held back": State.SENT, "behind it": State.QUEUED}


@pytest.mark.parametrize(
    ("rule", "late_by", "state"),
    [
        (LateRule.USUAL, 30 * 60, State.SENT),
        (LateRule.SEND, 9 * DAY, State.SENT),
        (LateRule.ASK, 30 * 60, State.SENT),
        (LateRule.ASK, 30 * 60 + 1, State.NEEDS_YOU),
    ],
)
def test_each_post_has_its_rule_for_being_late(
    desk: Desk, rule: LateRule, late_by: int, state: State
) -> None:
    desk.queue("words", due_in=1, late_rule=rule)
    desk.clock.advance(1 + late_by)
    assert desk.publish()[0].state is state


def test_a_late_post_without_any_slot_is_asked_about(desk: Desk) -> None:
    desk.database.connection.executemany(
        "INSERT INTO opening_hours(account_id, weekday, opens, closes) VALUES (?, ?, ?, ?)",
        [
            (desk.account.id, day, *((None, None) if day == 0 else ("09:00", "18:00")))
            for day in range(7)
        ],
    )
    desk.slots.save(desk.account.id, ((0, "09:00"),))
    desk.queue("words", due_in=1)
    desk.clock.advance(3_600)
    (post,) = desk.publish()
    assert (post.state, post.reason) == (State.NEEDS_YOU, "Late")


def test_a_post_that_waited_for_x_is_not_late(desk: Desk) -> None:
    desk.x.trouble["create"] = [RateLimited(until=desk.clock.now() + 4 * 3_600)]
    desk.queue("words")
    desk.publish()
    desk.clock.advance(5 * 3_600)
    assert desk.publish()[0].state is State.SENT


@pytest.mark.parametrize(
    ("rule", "state"),
    [
        (LateRule.SEND, State.SENT),
        (LateRule.USUAL, State.QUEUED),
        (LateRule.ASK, State.NEEDS_YOU),
    ],
)
def test_a_post_that_waited_for_the_network_is_late_by_its_rule(
    desk: Desk, rule: LateRule, state: State
) -> None:
    """It was tried at its hour, and again when the network was back, three days later."""
    desk.x.trouble["create"] = [Offline()]
    desk.queue("店は今日18時まで 🎪", late_rule=rule)
    desk.publish()
    desk.clock.advance(3 * DAY)
    (post,) = desk.publish()
    assert post.state is state
    assert (desk.x.texts() == []) is (state is not State.SENT)
    if state is not State.SENT:
        assert (post.reason, post.reason_detail) == ("Late", "Offline")


def test_without_network_for_a_moment_nothing_is_late(desk: Desk) -> None:
    desk.x.trouble["create"] = [Offline()]
    desk.queue("words")
    desk.publish()
    desk.clock.advance(1_200)
    assert desk.publish()[0].state is State.SENT


def test_a_post_that_is_late_again_is_asked_about(desk: Desk) -> None:
    """The computer is on for a while each evening, and never at a slot."""
    post = desk.queue("offer of the week", due_in=DAY)
    desk.clock.advance(DAY + 12 * 3_600)
    assert desk.publish()[0].state is State.QUEUED
    desk.clock.advance(3 * DAY)
    (asked,) = desk.publish()
    assert (asked.id, asked.state, asked.reason) == (post.id, State.NEEDS_YOU, "Late")


def test_a_post_that_died_before_x_was_asked_keeps_its_rule(desk: Desk) -> None:
    desk.queue("Open today until 18:00", late_rule=LateRule.ASK)
    Records(desk.database, desk.clock).claim(desk.account.id, asked=False)
    desk.clock.advance(3 * DAY)
    for _ in range(10):
        desk.publish()
        desk.clock.advance(15)
    (post,) = desk.outbox.list(desk.account.id)
    assert (post.state, post.reason, desk.x.texts()) == (State.NEEDS_YOU, "Late", [])


def test_a_doubt_that_ends_days_later_keeps_the_rule(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.queue("Open today until 18:00", late_rule=LateRule.ASK)
    desk.publish()
    desk.x.trouble["own_posts"] = [Offline()]
    desk.clock.advance(6)
    desk.publish()
    desk.clock.advance(3 * DAY)
    for _ in range(20):
        desk.publish()
        desk.clock.advance(15)
    (post,) = desk.outbox.list(desk.account.id)
    assert (post.state, post.reason, desk.x.texts()) == (State.NEEDS_YOU, "Late", [])
