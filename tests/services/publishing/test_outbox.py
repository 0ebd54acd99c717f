from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from services.clock import DAY
from services.publishing import order
from services.publishing.drafts import DraftPart
from services.publishing.outbox import DuplicatePost, post_id_in
from services.publishing.posts import LateRule
from services.publishing.states import State

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


def test_a_draft_becomes_a_queued_post_and_back_without_being_another_thing(desk: Desk) -> None:
    post = desk.queue("Hello", "and on", due_in=60)
    assert post.state is State.QUEUED
    assert post.due_at == desk.clock.now() + 60
    back = desk.outbox.move_back_to_draft(post.id)
    assert (back.id, back.state, back.text) == (post.id, State.DRAFT, "Hello")
    assert desk.outbox.enqueue(post.id, due_at=5).state is State.QUEUED


def test_the_wall_clock_time_chosen_is_kept(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=(DraftPart("words"),))
    post = desk.outbox.enqueue(
        draft.id, due_at=100, due_wall="2026-11-24T09:00", due_zone="Asia/Tokyo"
    )
    assert (post.due_wall, post.due_zone) == ("2026-11-24T09:00", "Asia/Tokyo")


@pytest.mark.parametrize("again", ["Same words", "  Same words\n"])
def test_an_exact_duplicate_is_stopped(desk: Desk, again: str) -> None:
    first = desk.queue("Same words", due_in=600)
    with pytest.raises(DuplicatePost) as caught:
        desk.queue(again)
    assert caught.value.of == first.id
    assert desk.outbox.duplicates(desk.account.id, again) == first.id
    assert desk.outbox.duplicates(desk.account.id, "Other words") is None
    assert desk.outbox.duplicates(desk.account.id, "  ") is None


def test_what_was_sent_is_a_duplicate_for_90_days(desk: Desk) -> None:
    desk.queue("Spring tea")
    desk.publish()
    desk.clock.advance(89 * DAY)
    with pytest.raises(DuplicatePost):
        desk.queue("Spring tea")
    desk.clock.advance(2 * DAY)
    assert desk.queue("Spring tea").state is State.QUEUED


def test_posts_known_only_from_x_are_duplicates_too(desk: Desk) -> None:
    desk.database.connection.execute(
        "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
        "VALUES (?, '77', '77', '新しい茶', ?)",
        (desk.account.id, desk.clock.now() - DAY),
    )
    assert desk.outbox.duplicates(desk.account.id, "新しい茶") == "77"


def test_a_post_is_no_duplicate_of_itself_or_of_other_accounts(desk: Desk) -> None:
    post = desk.queue("Only once", due_in=600)
    desk.outbox.move_back_to_draft(post.id)
    assert desk.outbox.enqueue(post.id, due_at=0).state is State.QUEUED
    other = desk.accounts.practice()
    assert desk.outbox.duplicates(other.id, "Only once") is None


def _item(desk: Desk, x_id: str = "555") -> str:
    connection = desk.database.connection
    connection.execute(
        "INSERT OR IGNORE INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
        "looked_up_at) VALUES ('c', ?, '7', 'mina', 'Mina', 0, 0)",
        (desk.account.id,),
    )
    connection.execute(
        "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, text, "
        "created_at, received_at) VALUES (?, ?, 'mention', ?, '500', 'c', 'Hi', 0, 0)",
        (f"item{x_id}", desk.account.id, x_id),
    )
    return f"item{x_id}"


def test_an_answer_goes_to_its_item_and_is_filed_in_its_conversation(desk: Desk) -> None:
    item = _item(desk)
    answer = desk.outbox.enqueue_answer(
        desk.account.id, item, "Thank you \ud800🍵", desk.clock.now()
    )
    assert (answer.answers_item, answer.reply_to_x_id, answer.text) == (
        item,
        "555",
        "Thank you 🍵",
    )
    assert answer.late_rule is LateRule.SEND
    desk.publish()
    assert desk.x.posts[0].parent_id == "555"
    row = desk.database.connection.execute("SELECT * FROM own_post").fetchone()
    assert (row["x_conversation_id"], row["x_parent_id"]) == ("500", "555")


def test_the_same_answer_to_two_people_is_no_duplicate(desk: Desk) -> None:
    now = desk.clock.now()
    desk.outbox.enqueue_answer(desk.account.id, _item(desk), "Thank you", now)
    desk.outbox.enqueue_answer(desk.account.id, _item(desk, "556"), "Thank you", now)
    assert len(desk.publish()) == 2


def test_an_answer_to_nothing_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(KeyError):
        desk.outbox.enqueue_answer(desk.account.id, "gone", "Hi", 0)
    assert desk.outbox.list(desk.account.id) == ()


def test_the_queue_is_in_order_of_time(desk: Desk) -> None:
    late, early, same = (
        desk.queue("b", due_in=200),
        desk.queue("a", due_in=100),
        desk.queue("c", due_in=200),
    )
    assert [post.id for post in desk.outbox.list(desk.account.id)] == [early.id, late.id, same.id]
    assert desk.outbox.next_due() == early.due_at
    assert not desk.outbox.has_due(desk.clock.now())
    assert desk.outbox.has_due(desk.clock.now() + 100)
    assert desk.outbox.next_due("nobody") is None


def test_a_moved_post_has_its_new_time_and_no_old_reason(desk: Desk) -> None:
    post = desk.queue("a", due_in=100)
    moved = desk.outbox.move(post.id, due_at=500, due_wall="x", due_zone="UTC")
    assert (moved.due_at, moved.reason, moved.next_try_at) == (500, None, None)


def test_a_move_keeps_the_rule_for_being_late_unless_given_another(desk: Desk) -> None:
    post = desk.queue("now", due_in=10, late_rule=LateRule.SEND)
    assert desk.outbox.move(post.id, due_at=20).late_rule is LateRule.SEND
    moved = desk.outbox.move(post.id, due_at=30, late_rule=LateRule.USUAL)
    assert moved.late_rule is LateRule.USUAL


def test_a_move_that_comes_too_late_changes_nothing(desk: Desk) -> None:
    post = desk.queue("a")
    desk.publish()
    sent = desk.outbox.get(post.id)
    assert desk.outbox.move_back_to_draft(post.id) == sent
    assert desk.outbox.delete(post.id) == sent
    assert desk.outbox.move(post.id, due_at=5) == sent
    assert desk.outbox.enqueue(post.id, due_at=5) == sent
    assert desk.outbox.mark_posted_by_hand(post.id, "https://x.com/tea/status/5") == sent


def test_pressed_twice_it_keeps_the_time_of_the_first_press(desk: Desk) -> None:
    post = desk.queue("once", due_in=5)
    desk.clock.advance(2)
    assert desk.outbox.enqueue(post.id, due_at=desk.clock.now() + 5) == post


@pytest.mark.parametrize("state", [State.DRAFT, State.SENDING, State.CHECKING, State.DELETED])
def test_by_hand_is_said_of_nothing_that_does_not_wait(desk: Desk, state: State) -> None:
    post = desk.queue("words")
    desk.database.connection.execute("UPDATE post SET state = ? WHERE id = ?", (state, post.id))
    before = desk.outbox.get(post.id)
    assert desk.outbox.mark_posted_by_hand(post.id) == before
    if state is not State.DRAFT:
        assert desk.outbox.enqueue(post.id, due_at=5) == before


@pytest.mark.parametrize("answers", ["yes yes", "no yes", "no no yes", "yes no"])
def test_once_the_owner_said_it_is_there_it_is_not_sent(by_hand_desk: Desk, answers: str) -> None:
    """Pressed one after the other while the lane was busy; the owner looked and knows."""
    desk = by_hand_desk
    post = desk.queue("السلام 🍵")
    desk.publish()
    desk.outbox.opened_on_x(post.id)
    desk.database.connection.execute("UPDATE account SET way = 'connected'")
    for answer in answers.split():
        if answer == "yes":
            desk.outbox.mark_posted_by_hand(post.id)
        else:
            desk.outbox.enqueue(post.id, due_at=desk.clock.now() + 5)
    desk.clock.advance(60)
    desk.publish(asked=True)
    done = desk.outbox.get(post.id)
    assert (done.state, done.reason, done.next_try_at) == (State.SENT, None, None)
    assert desk.x.texts() == []


def test_posted_by_hand_is_filed_with_its_link(by_hand_desk: Desk) -> None:
    desk = by_hand_desk
    post = desk.queue("by hand")
    desk.publish()
    assert desk.outbox.get(post.id).reason == "ByHand"
    done = desk.outbox.mark_posted_by_hand(post.id, "https://x.com/shop/status/1234567?s=20")
    assert (done.state, done.x_ids, done.sent_at) == (State.SENT, ("1234567",), desk.clock.now())
    assert desk.x.calls == []


def test_posted_by_hand_needs_no_link_and_takes_none_twice(by_hand_desk: Desk) -> None:
    desk = by_hand_desk
    for text, link in (("a", None), ("b", "x.com/i/web/status/9"), ("c", "x.com/me/status/9")):
        post = desk.queue(text)
        desk.publish()
        done = desk.outbox.mark_posted_by_hand(post.id, link)
        assert done.state is State.SENT
        assert done.x_ids == (("9",) if text == "b" else ())


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://x.com/tea/status/123", "123"),
        ("http://twitter.com/tea/status/123/photo/1", "123"),
        ("https://mobile.twitter.com/i/web/status/99?x=1", "99"),
        ("https://x.com/tea", None),
        ("hello", None),
    ],
)
def test_the_id_in_a_link(link: str, found: str | None) -> None:
    assert post_id_in(link) == found


def test_only_one_of_two_connections_gets_a_post(desk: Desk) -> None:
    from services.store.database import connect

    desk.queue("mine or yours")
    other = connect(desk.database.path)
    claimed = []
    for connection in (desk.database.connection, other):
        connection.execute("BEGIN IMMEDIATE")
        now = desk.clock.now()
        claimed.append(order.claim(connection, desk.account.id, now=now, asked=False))
        connection.execute("COMMIT")
    other.close()
    assert claimed[0] is not None
    assert claimed[1] is None


def _hold_back(connection: sqlite3.Connection, post_id: str, reason: str, tries: int) -> None:
    connection.execute(
        "UPDATE post SET reason = ?, tries = ?, next_try_at = ? WHERE id = ?",
        (reason, tries, 99_999_999_999, post_id),
    )


@pytest.mark.parametrize(
    ("reason", "tries", "asked", "goes"),
    [
        ("RateLimited", 9, False, False),
        ("RateLimited", 1, True, False),
        ("OutOfCredit", 1, False, False),
        ("OutOfCredit", 1, True, True),
        ("SignInNeeded", 9, True, True),
        ("ServerTrouble", 1, False, False),
        ("ServerTrouble", 4, False, True),
    ],
)
def test_what_holds_one_back_holds_all_back(
    desk: Desk, reason: str, tries: int, asked: bool, goes: bool
) -> None:
    first, _second = desk.queue("first"), desk.queue("second")
    _hold_back(desk.database.connection, first.id, reason, tries)
    assert bool(desk.publish(asked=asked)) == goes


def test_the_next_event_is_when_something_can_be_done(desk: Desk) -> None:
    """A timer set by it never fires for nothing: neither behind a pause nor while one is sent."""
    now = desk.clock.now()
    first = desk.queue("first")
    desk.queue("second")
    assert desk.outbox.next_due() == now
    connection = desk.database.connection
    connection.execute(
        "UPDATE post SET reason = 'RateLimited', next_try_at = ? WHERE id = ?", (now + 77, first.id)
    )
    assert desk.outbox.next_due() == now + 77
    connection.execute(
        "UPDATE post SET state = 'checking', next_try_at = ? WHERE id = ?", (now + 5, first.id)
    )
    assert desk.outbox.next_due() == now + 5
    connection.execute("UPDATE post SET state = 'sending' WHERE id = ?", (first.id,))
    assert desk.outbox.next_due() is None
    assert desk.outbox.has_due(now)
    connection.execute("UPDATE post SET state = 'sent' WHERE id = ?", (first.id,))
    assert desk.outbox.next_due() == now


def test_what_a_script_queued_is_nothing_to_a_run_with_a_window(desk: Desk) -> None:
    script = desk.accounts.script_account("http://127.0.0.1:9")
    draft = desk.drafts.new(script.id)
    desk.drafts.save(draft.id, parts=(DraftPart("words"),))
    desk.outbox.enqueue(draft.id, due_at=0)
    assert desk.outbox.next_due() is None
    assert desk.outbox.next_due(script.id) == 0
    assert desk.publisher.publish_due() == ()


def test_a_post_opened_on_x_is_asked_about_until_the_owner_tells(desk: Desk) -> None:
    post = desk.queue("by hand", due_in=3_600)
    opened = desk.outbox.opened_on_x(post.id)
    now = desk.clock.now()
    assert (opened.state, opened.reason) == (State.NEEDS_YOU, "ByHand")
    assert (opened.due_at, opened.opened_at) == (now, now)
    assert desk.outbox.not_posted(post.id).opened_at is None
    desk.outbox.opened_on_x(post.id)
    desk.outbox.delete(post.id)
    assert desk.drafts.undelete(post.id).opened_at == now
    assert desk.outbox.enqueue(post.id, due_at=now + 60).opened_at is None
    desk.outbox.opened_on_x(post.id)
    assert desk.outbox.move_back_to_draft(post.id).opened_at is None
    assert desk.outbox.opened_on_x(post.id).opened_at is None
