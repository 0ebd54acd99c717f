from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from services.clock import DAY
from services.errors import (
    AnswerNotUnderstood,
    AppError,
    Offline,
    OutcomeUnknown,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
)
from services.publishing import look_alikes
from services.publishing.doubt import NEWEST
from services.publishing.posts import LOOK_ALIKE, LateRule
from services.publishing.put_off import PutOff
from services.publishing.queue_moves import QueueMoves
from services.publishing.states import State
from services.x_api.client import XPost

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

MAYBE = [OutcomeUnknown(), ServerTrouble(), AnswerNotUnderstood()]


def _settle(desk: Desk, *, seconds: int = 120) -> None:
    """Beats as the heartbeat does, until nothing is in doubt or the time is up."""
    for _ in range(seconds // 5):
        desk.clock.advance(5)
        desk.publish()


@pytest.mark.parametrize("error", MAYBE)
def test_it_arrived_and_is_found(desk: Desk, error: AppError) -> None:
    desk.x.trouble["create"] = [(error,)]
    post = desk.queue("Tea & cups <3 https://shop.example.com/x")
    (doubtful,) = desk.publish()
    assert (doubtful.state, doubtful.reason) == (State.CHECKING, error.name)
    _settle(desk, seconds=10)
    found = desk.outbox.get(post.id)
    assert (found.state, found.x_ids, found.reason) == (State.SENT, ("9000",), None)
    assert len(desk.x.posts) == 1


@pytest.mark.parametrize("error", MAYBE)
def test_it_did_not_arrive_and_is_sent_again_after_the_settling_time(
    desk: Desk, error: AppError
) -> None:
    desk.x.trouble["create"] = [error]
    desk.queue("words")
    started = desk.clock.now()
    desk.publish()
    desk.clock.advance(29)
    desk.publish()
    assert desk.x.posts == []
    _settle(desk)
    assert desk.x.texts() == ["words"]
    assert desk.x.posts[0].created_at >= started + 30
    reads = desk.x.calls[: desk.x.calls.index("create", 1)].count("own_posts")
    assert reads >= 2


def test_a_timeline_that_lags_is_waited_for(desk: Desk) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("words")
    desk.publish()
    desk.x.hidden.add("9000")
    desk.clock.advance(5)
    desk.publish()
    assert desk.outbox.get(post.id).absent_reads == 1
    desk.x.hidden.clear()
    _settle(desk)
    assert desk.outbox.get(post.id).state is State.SENT
    assert desk.x.texts() == ["words"]


def test_nothing_overtakes_a_doubtful_post(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.queue("first")
    desk.queue("second")
    assert len(desk.publish()) == 1
    _settle(desk)
    assert desk.x.texts() == ["first", "second"]


def test_a_thread_goes_on_from_the_part_that_was_found(desk: Desk) -> None:
    desk.x.trouble["create"] = [None, (OutcomeUnknown(),)]
    post = desk.queue("one", "two", "three")
    desk.publish()
    _settle(desk)
    assert desk.outbox.get(post.id).state is State.SENT
    assert desk.x.texts() == ["one", "two", "three"]
    assert [one.parent_id for one in desk.x.posts] == [None, "9000", "9001"]


def test_the_last_part_found_ends_the_thread(desk: Desk) -> None:
    desk.x.trouble["create"] = [None, (OutcomeUnknown(),)]
    post = desk.queue("one", "two")
    desk.publish()
    _settle(desk, seconds=10)
    assert desk.outbox.get(post.id).state is State.SENT


def test_looking_fails_and_the_doubt_stays(desk: Desk) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    desk.x.trouble["own_posts"] = [Offline(), ServerTrouble(), Offline()]
    post = desk.queue("words")
    desk.publish()
    desk.clock.advance(5)
    desk.publish()
    assert desk.outbox.get(post.id).state is State.CHECKING
    _settle(desk, seconds=600)
    assert desk.outbox.get(post.id).state is State.SENT
    assert desk.x.texts() == ["words"]


def test_looking_without_being_signed_in_keeps_the_doubt(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown()]
    post = desk.queue("words", late_rule=LateRule.SEND)
    desk.publish()
    desk.clients.refusal = SignInNeeded()
    _settle(desk)
    assert desk.outbox.get(post.id).state is State.CHECKING
    desk.clients.refusal = None
    desk.clock.advance(DAY)
    _settle(desk)
    assert desk.x.texts() == ["words"]


def test_an_x_that_never_shows_own_posts_asks_the_owner(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.x.trouble["own_posts"] = [AnswerNotUnderstood()] * 20
    post = desk.queue("words")
    desk.publish()
    for _ in range(10):
        desk.clock.advance(3_600)
        desk.publish()
    stuck = desk.outbox.get(post.id)
    assert (stuck.state, stuck.reason) == (State.NEEDS_YOU, "Unclear")
    assert desk.x.posts == []


def test_what_may_be_on_x_is_no_draft_again_alone_or_with_others(desk: Desk) -> None:
    """As a draft it could be posted a second time without a question."""
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.x.trouble["own_posts"] = [AnswerNotUnderstood()] * 20
    post = desk.queue("كلمات")
    desk.publish()
    for _ in range(10):
        desk.clock.advance(3_600)
        desk.publish()
    assert desk.outbox.move_back_to_draft(post.id).state is State.NEEDS_YOU
    moves = QueueMoves(desk.database, desk.clock, desk.slots)
    assert moves.to_drafts([post.id]).count == 0
    assert desk.outbox.get(post.id).state is State.NEEDS_YOU
    assert desk.outbox.delete(post.id).state is State.DELETED


def test_two_that_could_be_it_ask_the_owner(desk: Desk) -> None:
    desk.x.create_post("words")
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("words")
    desk.publish()
    _settle(desk, seconds=10)
    unclear = desk.outbox.get(post.id)
    assert (unclear.state, unclear.reason) == (State.NEEDS_YOU, "Unclear")
    assert unclear.reason_detail == LOOK_ALIKE
    seen = look_alikes.read(desk.database.connection, post.id)
    assert [one.x_post_id for one in seen] == ["9001", "9000"]


def test_the_same_thanks_to_somebody_else_is_another_post(desk: Desk) -> None:
    desk.x.create_post("شكراً 🌿", reply_to="77")
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("شكراً 🌿")
    with desk.database.transaction() as connection:
        connection.execute("UPDATE post SET reply_to_x_id = '88' WHERE id = ?", (post.id,))
    desk.publish()
    _settle(desk, seconds=10)
    assert desk.outbox.get(post.id).x_ids == ("9001",)


def test_it_is_found_behind_hundreds_of_newer_posts(desk: Desk) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("words")
    desk.publish()
    desk.clock.advance(3_600)
    for number in range(NEWEST + 40):
        desk.x.create_post(f"Made elsewhere {number}")
    desk.publish()
    assert desk.outbox.get(post.id).state is State.SENT


def test_what_was_seen_is_kept_as_the_owner_would_have_written_it(desk: Desk) -> None:
    desk.x.posts.append(
        XPost(
            id="8000",
            text="Cups &amp; pots https://t.co/Ab1 https://t.co/Pic2",
            author_id="42",
            created_at=desk.clock.now(),
            conversation_id="8000",
            media_keys=("3_1", "3_2"),
            links=("https://leafandkiln.example.com/moss",),
        )
    )
    text, picture = "Cups & pots https://leafandkiln.example.com/moss", desk.picture().hash
    post = desk.queue(text, pictures=((picture, ""),))
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.publish()
    _settle(desk, seconds=10)
    (seen,) = look_alikes.read(desk.database.connection, post.id)
    assert seen.text == text
    assert (seen.x_post_id, seen.pictures) == ("8000", 2)


def test_it_shows_up_after_all_when_x_calls_the_second_try_a_duplicate(desk: Desk) -> None:
    """X's timeline lagged longer than we waited: the duplicate it speaks of is ours."""
    desk.x.trouble["create"] = [(OutcomeUnknown(),), Rejected(Refusal.DUPLICATE)]
    post = desk.queue("words")
    desk.publish()
    desk.x.hidden.add("9000")
    _settle(desk, seconds=40)
    assert desk.outbox.get(post.id).state is State.CHECKING
    desk.x.hidden.clear()
    _settle(desk)
    assert desk.outbox.get(post.id).x_ids == ("9000",)
    assert desk.x.texts() == ["words"]


def test_a_real_duplicate_after_a_doubt_asks_the_owner(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown(), Rejected(Refusal.DUPLICATE)]
    post = desk.queue("words")
    desk.publish()
    _settle(desk)
    stuck = desk.outbox.get(post.id)
    assert (stuck.state, stuck.reason, stuck.reason_detail) == (
        State.NEEDS_YOU,
        "Rejected",
        "duplicate",
    )


def test_a_killed_sender_leaves_a_doubt_that_is_settled(desk: Desk) -> None:
    """Killed after the answer: X has it, the store says `sending`."""
    post = desk.queue("words")
    with pytest.raises(KeyboardInterrupt):
        _publish_and_die(desk)
    assert desk.outbox.get(post.id).state is State.SENDING
    (recovered,) = desk.publisher.recover()
    assert (recovered.state, recovered.reason) == (State.CHECKING, "OutcomeUnknown")
    (settled,) = desk.publish()
    assert settled.state is State.SENT
    assert desk.x.texts() == ["words"]


def _publish_and_die(desk: Desk) -> None:
    def die(name: str) -> None:
        desk.x.during = None
        if name == "create":
            desk.x.create_post("words")
            raise KeyboardInterrupt

    desk.x.during = die
    desk.publish()


def test_a_sender_killed_before_asking_leaves_no_doubt(desk: Desk) -> None:
    post = desk.queue("words", pictures=((desk.picture().hash, ""),))

    def die(name: str) -> None:
        raise KeyboardInterrupt

    desk.x.during = die
    with pytest.raises(KeyboardInterrupt):
        desk.publish()
    desk.x.during = None
    assert desk.publish()[0].state is State.SENT
    assert "own_posts" not in desk.x.calls
    assert desk.outbox.get(post.id).state is State.SENT


def test_the_owner_may_ask_to_look_now(desk: Desk) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    desk.queue("words")
    desk.publish()
    (found,) = desk.publish(asked=True)
    assert found.state is State.SENT


def test_a_computer_whose_clock_is_hours_ahead_still_finds_it(desk: Desk) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("words")
    desk.publish()
    found = desk.x.posts[0]
    desk.x.posts[0] = type(found)(
        id=found.id,
        text=found.text,
        author_id=found.author_id,
        created_at=found.created_at - 5 * 3_600,
        conversation_id=found.conversation_id,
    )
    _settle(desk, seconds=10)
    assert desk.outbox.get(post.id).x_ids == (found.id,)


def test_an_older_post_that_leads_elsewhere_is_another_one(desk: Desk) -> None:
    """Made on the phone yesterday, with the same words and a link of its own."""
    desk.x.posts.append(
        XPost(
            id="8000",
            text="New in the shop: https://t.co/aaaa1",
            author_id="42",
            created_at=desk.clock.now() - 20 * 3_600,
            conversation_id="8000",
            links=("https://leafandkiln.example.com/a",),
        )
    )
    desk.x.trouble["create"] = [OutcomeUnknown()]
    post = desk.queue("New in the shop: https://leafandkiln.example.com/b")
    desk.publish()
    _settle(desk, seconds=60)
    (x_id,) = desk.outbox.get(post.id).x_ids
    assert x_id != "8000"
    assert len(desk.x.posts) == 2


def test_an_older_post_whose_link_nobody_knows_is_for_the_owner(desk: Desk) -> None:
    desk.x.posts.append(
        XPost(
            id="8000",
            text="New in the shop: https://t.co/aaaa1",
            author_id="42",
            created_at=desk.clock.now() - 20 * 3_600,
            conversation_id="8000",
        )
    )
    desk.x.trouble["create"] = [OutcomeUnknown()]
    post = desk.queue("New in the shop: https://leafandkiln.example.com/b")
    desk.publish()
    _settle(desk, seconds=60)
    unclear = desk.outbox.get(post.id)
    assert (unclear.state, unclear.reason) == (State.NEEDS_YOU, "Unclear")


@pytest.mark.parametrize(
    "on_x",
    [
        "https://LEAFANDKILN.example.com/b/?utm_source=x&utm_campaign=spring",
        "https://leafandkiln.example.com/b",
    ],
)
def test_its_own_link_is_known_with_the_marks_put_on_at_sending(desk: Desk, on_x: str) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("New: https://leafandkiln.example.com/b")
    desk.publish()
    desk.x.posts[0] = replace(desk.x.posts[0], text="New: https://t.co/b", links=(on_x,))
    _settle(desk, seconds=10)
    assert desk.outbox.get(post.id).state is State.SENT


@pytest.mark.parametrize("ahead", [2 * 3_600, 365 * 86_400])
def test_a_doubt_of_a_clock_that_was_ahead_is_settled_when_it_is_put_back(
    desk: Desk, ahead: int
) -> None:
    desk.clock.advance(ahead)
    desk.x.trouble["create"] = [OutcomeUnknown()]
    desk.queue("words")
    desk.publish()
    desk.clock.advance(-ahead)
    desk.queue("second")
    for _ in range(8):
        PutOff(desk.database, desk.clock, desk.slots).tidy()
        desk.clock.advance(15)
        desk.publish()
    assert sorted(desk.x.texts()) == ["second", "words"]


def test_an_older_picture_without_words_is_for_the_owner(desk: Desk) -> None:
    """One picture is like another: X tells no more than how many there are."""
    desk.x.create_post("https://t.co/pic1", media_ids=("m",))
    desk.clock.advance(3_600)
    desk.x.trouble["create"] = [OutcomeUnknown()]
    post = desk.queue("", pictures=((desk.picture().hash, ""),))
    desk.publish()
    _settle(desk, seconds=60)
    unclear = desk.outbox.get(post.id)
    assert (unclear.state, unclear.reason) == (State.NEEDS_YOU, "Unclear")


def test_of_an_account_taken_off_x_the_owner_looks(desk: Desk) -> None:
    desk.x.trouble["create"] = [OutcomeUnknown()]
    post = desk.queue("words")
    desk.publish()
    with desk.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (desk.account.id,))
    desk.clock.advance(60)
    desk.publish()
    unclear = desk.outbox.get(post.id)
    assert (unclear.state, unclear.reason) == (State.NEEDS_YOU, "Unclear")
