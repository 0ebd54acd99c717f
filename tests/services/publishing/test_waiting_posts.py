"""What an error does to a post and to those behind it: which wait, how long, who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.errors import (
    AppError,
    BudgetReached,
    KeychainProblem,
    KeychainTrouble,
    MonthlyCap,
    Offline,
    OutOfCredit,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
)
from services.publishing.posts import LateRule
from services.publishing.states import State

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


WAITS: list[tuple[AppError, int]] = [
    (Offline(), 15),
    (RateLimited(until=1_795_170_000), 1_200),
    (OutOfCredit(), 1_800),
    (MonthlyCap(until=1_795_200_000), 31_200),
    (BudgetReached(), 60),
    (SignInNeeded(), 900),
    (KeychainTrouble(KeychainProblem.LOCKED), 900),
]


@pytest.mark.parametrize(("error", "seconds"), WAITS)
@pytest.mark.parametrize("call", ["upload", "create"])
def test_what_surely_did_not_arrive_waits_with_its_reason(
    desk: Desk, error: AppError, seconds: int, call: str
) -> None:
    desk.x.trouble[call] = [error]
    desk.queue("words", pictures=((desk.picture().hash, ""),))
    desk.queue("behind it", late_rule=LateRule.SEND)
    (post,) = desk.publish()
    assert (post.state, post.reason, post.tries) == (State.QUEUED, error.name, 1)
    assert post.next_try_at == desk.clock.now() + seconds
    assert desk.x.posts == []
    desk.clock.advance(seconds)
    assert [one.state for one in desk.publish()] == [State.SENT, State.SENT]
    assert len(desk.x.uploads) == 1


def test_a_refused_call_is_not_repeated_inside_its_window(desk: Desk) -> None:
    desk.x.trouble["create"] = [RateLimited(until=desk.clock.now() + 600)]
    desk.queue("first")
    desk.queue("second")
    desk.publish()
    for _ in range(5):
        desk.clock.advance(100)
        desk.publish(asked=True)
    assert desk.x.calls == ["create"]
    desk.clock.advance(100)
    desk.publish()
    assert desk.x.texts() == ["first", "second"]


def test_offline_is_tried_at_each_beat_and_at_once_when_asked(desk: Desk) -> None:
    desk.x.trouble["create"] = [Offline()] * 3
    desk.queue("words")
    desk.publish()
    assert desk.outbox.next_due() == desk.clock.now() + 15
    assert desk.publish() == ()
    desk.publish(asked=True)
    desk.clock.advance(15)
    desk.publish()
    assert desk.x.calls == ["create"] * 3
    assert desk.publish(asked=True)[0].state is State.SENT


def test_asking_now_asks_x_once(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutOfCredit()] * 9
    desk.queue("first")
    desk.queue("second")
    desk.publish(asked=True)
    assert desk.x.calls == ["create"]
    desk.publish()
    assert desk.x.calls == ["create"]
    desk.publish(asked=True)
    assert desk.x.calls == ["create"] * 2


def test_trouble_while_uploading_backs_off(desk: Desk) -> None:
    desk.x.trouble["upload"] = [ServerTrouble()] * 7
    post = desk.queue("words", pictures=((desk.picture().hash, ""),))
    pauses = []
    for _ in range(7):
        (post,) = desk.publish()
        assert post.next_try_at is not None
        pauses.append(post.next_try_at - desk.clock.now())
        desk.clock.advance(pauses[-1])
    assert pauses == [60, 120, 240, 480, 960, 1_800, 1_800]
    assert desk.publish()[0].state is State.SENT


def test_a_post_that_x_trips_over_does_not_hold_back_the_others_for_ever(desk: Desk) -> None:
    desk.x.trouble["upload"] = [ServerTrouble()] * 99
    desk.queue("poison", pictures=((desk.picture().hash, ""),))
    desk.queue("healthy", late_rule=LateRule.SEND)
    for _ in range(5):
        desk.publish()
        desk.clock.advance(1_800)
    assert desk.x.texts() == ["healthy"]


@pytest.mark.parametrize("refusal", list(Refusal))
def test_a_refused_post_needs_the_owner_and_the_next_goes_on(desk: Desk, refusal: Refusal) -> None:
    desk.x.trouble["create"] = [Rejected(refusal)]
    desk.queue("bad")
    desk.queue("good")
    bad, good = desk.publish()
    assert (bad.state, bad.reason, bad.reason_detail) == (
        State.NEEDS_YOU,
        "Rejected",
        refusal.value,
    )
    assert good.state is State.SENT
    assert desk.outbox.move_back_to_draft(bad.id).state is State.DRAFT
