from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.inbox.feeds import Feeds
from services.inbox.items import Inbox, Item, Lane, Topic
from services.publishing.outbox import Outbox
from services.store.database import Database


@pytest.fixture
def hear(feeds: Feeds, x: Any, account: Account, clock: SteppedClock) -> Any:
    """Says something on X and reads it into the inbox."""
    numbers = iter(range(1_000, 2_000))

    def said(text: str, **named: Any) -> Item:
        named.setdefault("at", clock.now())
        number = named.pop("number", None) or next(numbers)
        x.says(number, text, **named)
        (item,) = feeds.check(account.id).new
        return item

    return said


def lanes(inbox: Inbox, account: Account) -> dict[str, list[str]]:
    return {lane: [row.text for row in inbox.lane(account.id, lane)] for lane in Lane}


def own_post(database: Database, account: Account, x_id: str, parent: str, at: int) -> None:
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, "
            "created_at) VALUES (?, ?, 'any', ?, 'ours', ?)",
            (account.id, x_id, parent, at),
        )


def test_a_new_word_is_to_answer_and_unread(inbox: Inbox, hear: Any, account: Account) -> None:
    item = hear("Hello", author="ana")
    assert (item.lane, item.read, item.waiting_since) == (Lane.TO_ANSWER, False, item.created_at)
    assert (item.customer.handle, item.customer.name) == ("ana", "Ana")
    counts = inbox.counts(account.id)
    assert (counts.to_answer, counts.unread, counts.waiting) == (1, 1, 0)


def test_opening_is_not_answering(inbox: Inbox, hear: Any, account: Account) -> None:
    item = hear("Hello")
    inbox.mark_read(item.id)
    assert inbox.row(item.id).read
    assert inbox.row(item.id).lane is Lane.TO_ANSWER
    counts = inbox.counts(account.id)
    assert (counts.to_answer, counts.unread) == (1, 0)


@pytest.mark.parametrize("state", ["queued", "sending", "checking", "needs_you", "sent"])
def test_an_answer_on_its_way_moves_the_conversation_to_waiting(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, database: Database, state: str
) -> None:
    item = hear("Hello")
    post = outbox.enqueue_answer(account.id, item.id, "Hi", item.created_at)
    with database.transaction() as connection:
        connection.execute("UPDATE post SET state = ? WHERE id = ?", (state, post.id))
    assert lanes(inbox, account)[Lane.WAITING] == ["Hello"]
    assert not inbox.row(item.id).read, "answering elsewhere is not opening"


def test_an_answer_taken_back_opens_it_again(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account
) -> None:
    item = hear("Hello")
    post = outbox.enqueue_answer(account.id, item.id, "Hi", item.created_at)
    outbox.move_back_to_draft(post.id)
    assert inbox.row(item.id).lane is Lane.TO_ANSWER
    outbox.enqueue(post.id, due_at=item.created_at)
    assert inbox.row(item.id).lane is Lane.WAITING
    outbox.delete(post.id)
    assert inbox.row(item.id).lane is Lane.TO_ANSWER


@pytest.mark.parametrize("closed_by", ["answer", "done", "snooze"])
def test_a_customers_new_word_reopens(
    inbox: Inbox,
    outbox: Outbox,
    hear: Any,
    account: Account,
    clock: SteppedClock,
    closed_by: str,
) -> None:
    item = hear("Hello", thread="t")
    if closed_by == "answer":
        outbox.enqueue_answer(account.id, item.id, "Hi", clock.now())
    elif closed_by == "done":
        inbox.mark_done(item.id)
    else:
        inbox.snooze(item.id, until=clock.now() + DAY)
    assert lanes(inbox, account)[Lane.TO_ANSWER] == []
    clock.advance(60)
    hear("And another thing", thread="t")
    (row,) = inbox.lane(account.id, Lane.TO_ANSWER)
    assert row.text == "And another thing"
    assert row.words == 2
    first = item.created_at if closed_by == "snooze" else clock.now()
    assert row.waiting_since == first
    assert row.snoozed_until is None


def test_a_word_written_before_the_answer_but_listed_after_it_is_to_answer(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    item = hear("Second", thread="t", number=500)
    outbox.enqueue_answer(account.id, item.id, "Hi", clock.now())
    clock.advance(30)
    hear("First, listed late", thread="t", number=400, at=item.created_at - 5)
    assert lanes(inbox, account)[Lane.TO_ANSWER] == ["First, listed late"]


def test_a_word_that_came_while_the_answer_was_written_stays_open(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    item = hear("Do you have it in blue?", thread="t")
    clock.advance(20)
    hear("Or in red?", thread="t")
    clock.advance(20)
    outbox.enqueue_answer(account.id, item.id, "Blue, yes", clock.now())
    (row,) = inbox.lane(account.id, Lane.TO_ANSWER)
    assert row.text == "Or in red?"


def test_two_customers_under_one_post_are_two_rows(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account
) -> None:
    first = hear("Lovely", author="ana", thread="post", parent="post")
    hear("How much?", author="bo", thread="post", parent="post")
    outbox.enqueue_answer(account.id, first.id, "Thank you", first.created_at)
    assert lanes(inbox, account) == {
        Lane.TO_ANSWER: ["How much?"],
        Lane.WAITING: ["Lovely"],
        Lane.DONE: [],
    }


def test_an_answer_given_on_x_itself_counts(
    inbox: Inbox, hear: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    item = hear("Hello", thread="t")
    clock.advance(60)
    own_post(database, account, "77", item.x_id, clock.now())
    assert inbox.row(item.id).lane is Lane.WAITING
    clock.advance(60)
    hear("More", thread="t")
    assert inbox.row(item.id).lane is Lane.TO_ANSWER


def test_trouble_comes_first_then_who_waits_longest(
    inbox: Inbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    for text in (
        "How much is the blue bowl?",
        "So beautiful, I love it!",
        "My cup arrived broken, very disappointed",
        "Where is my order? It has not arrived",
    ):
        hear(text)
        clock.advance(600)
    rows = inbox.lane(account.id, Lane.TO_ANSWER)
    assert [row.topic for row in rows] == [
        Topic.COMPLAINT,
        Topic.ORDER,
        Topic.QUESTION,
        Topic.PRAISE,
    ]


def test_the_most_urgent_open_word_gives_the_topic(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    hear("It arrived broken, I want a refund", thread="t")
    item = hear("Do you have a phone number?", thread="t")
    assert inbox.row(item.id).topic is Topic.COMPLAINT
    outbox.enqueue_answer(account.id, item.id, "Sorry", clock.now())
    clock.advance(60)
    hear("Thank you, that is so kind, love it", thread="t")
    assert inbox.row(item.id).topic is Topic.PRAISE


def test_done_in_the_second_of_the_answer_is_done(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account
) -> None:
    item = hear("Hello")
    outbox.enqueue_answer(account.id, item.id, "Hi", item.created_at)
    inbox.mark_done(item.id)
    assert inbox.row(item.id).lane is Lane.DONE
    inbox.reopen(item.id)
    assert inbox.row(item.id).lane is Lane.WAITING, "as it was"
    inbox.reopen(item.id)
    assert inbox.row(item.id).lane is Lane.TO_ANSWER


def test_answering_what_was_done_waits_again(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    item = hear("Hello")
    inbox.mark_done(item.id)
    assert inbox.mark_done(item.id) == (), "nothing to mark twice"
    clock.advance(60)
    outbox.enqueue_answer(account.id, item.id, "Hi", clock.now())
    assert inbox.row(item.id).lane is Lane.WAITING
    clock.advance(60)
    inbox.mark_done(item.id)
    assert inbox.row(item.id).lane is Lane.DONE


def test_snoozed_sleep_until_their_time(
    inbox: Inbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    item = hear("Hello")
    wakes = clock.now() + 3_600
    inbox.snooze(item.id, until=wakes)
    assert lanes(inbox, account)[Lane.TO_ANSWER] == []
    (row,) = inbox.snoozed(account.id)
    assert row.snoozed_until == wakes
    assert inbox.counts(account.id).snoozed == 1
    clock.advance(3_600)
    assert lanes(inbox, account)[Lane.TO_ANSWER] == ["Hello"]
    assert inbox.row(item.id).snoozed_until is None


def test_a_waiting_conversation_can_be_put_off_too(
    inbox: Inbox, outbox: Outbox, hear: Any, account: Account, clock: SteppedClock
) -> None:
    item = hear("Hello")
    outbox.enqueue_answer(account.id, item.id, "We will look", clock.now())
    clock.advance(60)
    before = inbox.snooze(item.id, until=clock.now() + DAY)
    assert inbox.counts(account.id).snoozed == 1
    inbox.restore(before)
    assert inbox.row(item.id).lane is Lane.WAITING
    inbox.snooze(item.id, until=clock.now() + DAY)
    clock.advance(DAY)
    assert inbox.row(item.id).lane is Lane.TO_ANSWER


def test_an_item_is_the_very_word_and_a_row_the_newest_open_one(
    inbox: Inbox, hear: Any, clock: SteppedClock
) -> None:
    first = hear("First", thread="t")
    clock.advance(5)
    hear("Second", thread="t")
    assert inbox.item(first.id).text == "First"
    assert inbox.row(first.id).text == "Second"
    with pytest.raises(KeyError):
        inbox.item("nobody")
    with pytest.raises(KeyError):
        inbox.conversation("nobody")


def test_another_accounts_words_are_not_ours(inbox: Inbox, hear: Any, accounts: Any) -> None:
    hear("Hello")
    practice = accounts.practice()
    assert inbox.lane(practice.id, Lane.TO_ANSWER) == ()
    assert inbox.counts(practice.id).to_answer == 0


def test_counts_follow_what_other_threads_write(
    inbox: Inbox, hear: Any, account: Account, database: Database
) -> None:
    item = hear("Hello")
    assert inbox.counts(account.id) is inbox.counts(account.id)
    with ThreadPoolExecutor(1) as lane:
        lane.submit(inbox.mark_done, item.id).result()
    assert (inbox.counts(account.id).to_answer, inbox.counts(account.id).done) == (0, 1)
    inbox.reopen(item.id)
    assert inbox.counts(account.id).to_answer == 1


def test_notes_and_history_of_a_customer(inbox: Inbox, hear: Any, clock: SteppedClock) -> None:
    item = hear("Hello", author="yuki", thread="a")
    clock.advance(100)
    hear("Again", author="yuki", thread="b")
    inbox.customers.save_notes(item.customer.id, "緑茶が好き 🍵\ud800")
    inbox.customers.mark_vip(item.customer.id, True)
    customer = inbox.item(item.id).customer
    assert (customer.notes, customer.vip) == ("緑茶が好き 🍵", True)
    history = inbox.customers.history(customer.id)
    assert (history.words, history.first_at) == (2, item.created_at)
    with pytest.raises(KeyError):
        inbox.customers.save_notes("nobody", "")
