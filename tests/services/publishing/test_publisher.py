"""From the queue to X: pictures, threads, order, by hand, and one sender at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.clock import DAY
from services.errors import (
    Offline,
    OutcomeUnknown,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    StorageProblem,
    StorageTrouble,
)
from services.my_shop.profiles import Profile, Profiles
from services.publishing import send_lock
from services.publishing.drafts import DraftPart
from services.publishing.link_marks import short_code
from services.publishing.posts import LateRule
from services.publishing.states import State
from tests.work import steps

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


def test_a_due_post_goes_out_with_pictures_and_alt_texts(desk: Desk) -> None:
    cup, bowl = desk.picture(b"1"), desk.picture(b"2")
    post = desk.queue("New 🍵 新", pictures=((cup.hash, "A cup"), (bowl.hash, "")))
    (sent,) = desk.publish()
    assert (sent.id, sent.state, sent.sent_at) == (post.id, State.SENT, desk.clock.now())
    assert desk.x.posts[0].media_keys == ("m1", "m2")
    assert desk.x.alt_texts == {"m1": "A cup"}
    assert desk.x.uploads == [desk.pictures.read(cup.hash), desk.pictures.read(bowl.hash)]
    assert sent.x_ids == (desk.x.posts[0].id,)
    row = desk.database.connection.execute("SELECT * FROM own_post").fetchone()
    assert (row["x_post_id"], row["text"], row["pictures"]) == (sent.x_ids[0], "New 🍵 新", 2)


def test_what_is_not_due_stays(desk: Desk) -> None:
    desk.queue("later", due_in=60)
    assert desk.publish() == ()
    assert desk.x.calls == []


def test_posts_go_out_in_order(desk: Desk) -> None:
    for text, due_in in (("third", -10), ("first", -300), ("second", -200), ("fourth", -10)):
        desk.queue(text, due_in=due_in)
    desk.publish()
    assert desk.x.texts() == ["first", "second", "third", "fourth"]


def test_a_thread_is_a_chain_of_answers(desk: Desk) -> None:
    desk.queue("one", "two", "three")
    (sent,) = desk.publish()
    assert [post.parent_id for post in desk.x.posts] == [None, *sent.x_ids[:2]]
    rows = desk.database.connection.execute(
        "SELECT x_conversation_id, x_parent_id FROM own_post ORDER BY x_post_id"
    ).fetchall()
    assert [tuple(row) for row in rows] == [
        (sent.x_ids[0], None),
        (sent.x_ids[0], sent.x_ids[0]),
        (sent.x_ids[0], sent.x_ids[1]),
    ]


def test_a_thread_goes_on_from_the_failed_part(desk: Desk) -> None:
    desk.x.trouble["create"] = [None, Offline()]
    post = desk.queue("one", "two", "three")
    (waiting,) = desk.publish()
    assert (waiting.state, len(waiting.x_ids)) == (State.QUEUED, 1)
    assert desk.outbox.move_back_to_draft(post.id) == waiting
    desk.clock.advance(15)
    (sent,) = desk.publish()
    assert sent.state is State.SENT
    assert desk.x.texts() == ["one", "two", "three"]
    assert desk.x.posts[1].parent_id == desk.x.posts[0].id


def test_a_media_id_that_x_forgot_is_made_anew_once(desk: Desk) -> None:
    desk.x.trouble["create"] = [Offline(), Rejected(Refusal.BAD_MEDIA)]
    desk.queue("words", pictures=((desk.picture().hash, "Alt"),))
    desk.publish()
    (sent,) = desk.publish(asked=True)
    assert sent.state is State.SENT
    assert desk.x.posts[0].media_keys == ("m2",)
    assert desk.x.alt_texts == {"m1": "Alt", "m2": "Alt"}


def test_a_media_id_that_has_run_out_is_not_used(desk: Desk) -> None:
    desk.x.trouble["create"] = [Offline()]
    desk.queue("words", pictures=((desk.picture().hash, ""),), late_rule=LateRule.SEND)
    desk.publish()
    desk.clock.advance(DAY - 30)
    desk.publish()
    assert desk.x.posts[0].media_keys == ("m2",)


def test_a_picture_that_is_gone_needs_the_owner(desk: Desk) -> None:
    picture = desk.picture()
    desk.queue("words", pictures=((picture.hash, ""),))
    desk.pictures.path(picture.hash).unlink()
    (post,) = desk.publish()
    assert (post.state, post.reason) == (State.NEEDS_YOU, "BadImage")
    assert desk.x.calls == []


def test_nothing_is_asked_without_a_way_to_x(desk: Desk) -> None:
    desk.clients.refusal = SignInNeeded("no token")
    desk.queue("words")
    (post,) = desk.publish()
    assert (post.state, post.reason) == (State.QUEUED, "SignInNeeded")


def test_by_hand_the_owner_is_asked_at_its_time(by_hand_desk: Desk) -> None:
    by_hand_desk.queue("mine", due_in=60)
    assert by_hand_desk.publish() == ()
    by_hand_desk.clock.advance(4 * 3_600)
    (post,) = by_hand_desk.publish()
    assert (post.state, post.reason) == (State.NEEDS_YOU, "ByHand")
    assert by_hand_desk.x.calls == []


def test_another_x_account_than_the_one_kept_is_refused(desk: Desk) -> None:
    desk.database.connection.execute("UPDATE account SET x_user_id = NULL")
    desk.queue("words")
    desk.publish()
    assert desk.accounts.get(desk.account.id).x_user_id == "42"
    desk.database.connection.execute(
        "UPDATE account SET x_user_id = '41', x_url = 'http://127.0.0.1:1' WHERE id = ?",
        (desk.account.id,),
    )
    desk.queue("other words")
    assert desk.publish()[0].reason == "SignInNeeded"
    assert desk.x.texts() == ["words"]


def test_another_sender_keeps_this_one_out(desk: Desk) -> None:
    desk.queue("words")
    with send_lock.hold(desk.publisher._lock_file):
        assert desk.publish() == ()
        with pytest.raises(send_lock.AnotherSender):
            desk.publisher.publish_due(account_id=desk.account.id, patience=0.1)
    assert desk.publish()[0].state is State.SENT


def test_an_account_named_is_the_only_one_sent_for(desk: Desk) -> None:
    desk.queue("mine")
    assert desk.publisher.publish_due(account_id=desk.accounts.practice().id) == ()
    assert len(desk.publisher.publish_due()) == 1


def test_no_transaction_is_open_while_x_is_asked(desk: Desk) -> None:
    seen = []
    desk.x.during = lambda name: seen.append((name, desk.database.connection.in_transaction))
    desk.queue("words", "more", pictures=((desk.picture().hash, "Alt"),))
    desk.publish()
    assert seen == [
        ("upload", False),
        ("alt", False),
        ("create", False),
        ("create", False),
    ]


def test_a_full_disk_after_the_answer_is_mended_by_looking(desk: Desk) -> None:
    """What X answered could not be written down: the post is found again, not sent again."""
    desk.queue("words")

    def fill_the_disk(name: str) -> None:
        if name == "create":
            desk.database.connection.execute("PRAGMA query_only=ON")

    desk.x.during = fill_the_disk
    with pytest.raises(StorageTrouble) as caught:
        desk.publish()
    assert caught.value.problem is StorageProblem.READ_ONLY
    desk.x.during = None
    desk.database.connection.execute("PRAGMA query_only=OFF")
    (post,) = desk.publish()
    assert post.state is State.SENT
    assert desk.x.texts() == ["words"]


def test_one_by_one_leaves_the_lock_and_the_queue_free_between_posts(desk: Desk) -> None:
    posts = [desk.queue(text, due_in=due_in) for text, due_in in (("a", -3), ("b", -2), ("c", -1))]
    steps = desk.publisher.one_by_one()
    assert [post.text for post in next(steps)] == ["a"]
    with send_lock.hold(desk.publisher._lock_file):
        desk.outbox.move_back_to_draft(posts[1].id)
    assert [[post.text for post in step] for step in steps] == [["c"]]
    assert desk.x.texts() == ["a", "c"]


def test_one_by_one_ends_when_another_process_sends(desk: Desk) -> None:
    desk.queue("a", due_in=-2)
    desk.queue("b")
    steps = desk.publisher.one_by_one()
    next(steps)
    with send_lock.hold(desk.publisher._lock_file):
        assert list(steps) == []
    assert [list(step) for step in desk.publisher.one_by_one()] == [
        [desk.outbox.sent_since(desk.account.id, 0)[0]]
    ]


def test_nothing_more_goes_out_for_an_account_that_is_removed_in_between(desk: Desk) -> None:
    """And what waits comes back as it was, if the owner puts the account back."""
    desk.queue("a", due_in=-2)
    waiting = desk.queue("b")
    steps = desk.publisher.one_by_one()
    next(steps)
    _set_removed(desk, desk.clock.now())
    assert list(steps) == []
    assert desk.x.texts() == ["a"]
    assert desk.outbox.get(waiting.id) == waiting
    _set_removed(desk, None)
    assert [[post.text for post in step] for step in desk.publisher.one_by_one()] == [["b"]]


def _set_removed(desk: Desk, at: int | None) -> None:
    with desk.database.transaction() as connection:
        connection.execute("UPDATE account SET removed_at = ? WHERE id = ?", (at, desk.account.id))


def test_one_by_one_looks_for_a_doubtful_post_in_a_step_of_its_own(desk: Desk) -> None:
    """X may be slow to tell, and who takes the next one back meanwhile is in time."""
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    desk.queue("doubtful", due_in=-2)
    desk.publish()
    regretted = desk.queue("b")
    desk.clock.advance(60)
    steps = desk.publisher.one_by_one()
    assert [(post.text, post.state) for post in next(steps)] == [("doubtful", State.SENT)]
    desk.outbox.move_back_to_draft(regretted.id)
    assert list(steps) == []
    assert desk.x.texts() == ["doubtful"]


@pytest.mark.parametrize("asked", [False, True])
def test_one_by_one_tries_a_paused_post_once_and_comes_to_an_end(desk: Desk, asked: bool) -> None:
    desk.clients.refusal = SignInNeeded("no token")
    desk.queue("a", due_in=-2)
    desk.queue("b")
    desk.publish()
    steps = [[post.text for post in step] for step in desk.publisher.one_by_one(asked=asked)]
    assert steps == ([["a"]] if asked else [])


def test_one_by_one_sends_nothing_more_once_the_account_posts_by_hand(desk: Desk) -> None:
    desk.queue("a", due_in=-2)
    waiting = desk.queue("b")
    steps = desk.publisher.one_by_one()
    next(steps)
    desk.database.connection.execute("UPDATE account SET way = 'by_hand'")
    assert list(steps) == []
    assert desk.outbox.get(waiting.id) == waiting


def test_links_to_the_shop_are_marked_on_x_alone(desk: Desk) -> None:
    """The store, and whatever is compared with it, keep the owner's words."""
    profiles = Profiles(desk.database, desk.clock)
    profiles.save(desk.account.id, Profile(website="leafandkiln.com"))
    words = "Cups: leafandkiln.com/cups and other.com"
    post = desk.queue(words, "More: https://leafandkiln.com")
    (sent,) = desk.publish()
    marks = f"?utm_source=x&utm_campaign=post&utm_content={short_code(post.id)}"
    assert desk.x.texts() == [
        f"Cups: leafandkiln.com/cups{marks} and other.com".replace("&", "&amp;"),
        f"More: https://leafandkiln.com{marks}".replace("&", "&amp;"),
    ]
    assert [part.text for part in sent.parts] == [words, "More: https://leafandkiln.com"]
    row = desk.database.connection.execute("SELECT text FROM own_post").fetchone()
    assert row["text"] == words
    assert desk.outbox.duplicates(desk.account.id, words) == post.id


def test_a_marked_post_in_doubt_is_found_again(desk: Desk) -> None:
    profiles = Profiles(desk.database, desk.clock)
    profiles.save(desk.account.id, Profile(website="leafandkiln.com"))
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("Cups: leafandkiln.com/cups")
    desk.publish()
    assert desk.outbox.get(post.id).state is State.CHECKING
    desk.clock.advance(60)
    desk.publish()
    assert desk.outbox.get(post.id).state is State.SENT
    assert len(desk.x.posts) == 1


def test_a_thread_does_not_begin_whose_later_picture_is_gone(desk: Desk) -> None:
    picture = desk.picture(b"gone")
    draft = desk.drafts.new(desk.account.id)
    parts = (DraftPart("one"), DraftPart("two"), DraftPart("three", ((picture.hash, ""),)))
    desk.drafts.save(draft.id, parts=parts)
    post = desk.outbox.enqueue(draft.id, due_at=desk.clock.now())
    desk.pictures.path(picture.hash).unlink()
    desk.publish()
    assert desk.x.texts() == []
    assert desk.outbox.get(post.id).state is State.NEEDS_YOU


def test_what_x_trips_over_for_a_day_comes_to_the_owner(desk: Desk) -> None:
    desk.x.trouble["upload"] = [ServerTrouble()] * 200
    post = desk.queue("words", pictures=((desk.picture().hash, ""),))
    for _ in range(47):
        desk.publish()
        desk.clock.advance(1_800)
    assert desk.outbox.get(post.id).state is State.QUEUED
    for _ in range(3):
        desk.publish()
        desk.clock.advance(1_800)
    asked = desk.outbox.get(post.id)
    assert (asked.state, asked.reason) == (State.NEEDS_YOU, "ServerTrouble")


def test_posts_that_are_to_come_cost_a_batch_nothing(desk: Desk) -> None:
    def sent_after(later: int) -> int:
        for number in range(later):
            desk.queue(f"{later} {number}", due_in=DAY + number)
        desk.queue(f"now {later}")
        return steps(desk.publish)

    few = sent_after(5)
    assert sent_after(100) < few + few // 10
