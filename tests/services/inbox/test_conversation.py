from __future__ import annotations

from typing import Any

import pytest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.inbox.feeds import Feeds
from services.inbox.items import Inbox
from services.publishing.outbox import Outbox
from services.publishing.states import State
from services.store.database import Database


@pytest.fixture
def own(database: Database, account: Account) -> Any:
    def posted(x_id: str, text: str, *, at: int, thread: str, parent: str | None = None) -> None:
        with database.transaction() as connection:
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, "
                "text, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                (account.id, x_id, thread, parent, text, at),
            )

    return posted


@pytest.fixture
def heard(feeds: Feeds, account: Account) -> Any:
    def read() -> dict[str, str]:
        return {item.text: item.id for item in feeds.check(account.id).new}

    return read


def texts(inbox: Inbox, item_id: str) -> list[str]:
    return [word.text for word in inbox.conversation(item_id)]


def test_both_sides_in_time_order_from_the_first_post(
    inbox: Inbox, outbox: Outbox, x: Any, own: Any, heard: Any, account: Account, clock: Any
) -> None:
    now = clock.now()
    own("100", "New bowls today", at=now - 900, thread="100")
    own("101", "Here is the blue one", at=now - 890, thread="100", parent="100")
    x.says(102, "How much?", at=now - 600, thread="100", parent="100")
    x.says(104, "And with shipping?", at=now - 100, thread="100", parent="103")
    own("103", "It is 24 euros", at=now - 300, thread="100", parent="102")
    ids = heard()
    outbox.enqueue_answer(account.id, ids["And with shipping?"], "Three more", now)
    words = inbox.conversation(ids["How much?"])
    assert [(word.theirs, word.text) for word in words] == [
        (False, "New bowls today"),
        (False, "Here is the blue one"),
        (True, "How much?"),
        (False, "It is 24 euros"),
        (True, "And with shipping?"),
        (False, "Three more"),
    ]
    assert [word.state for word in words[2:]] == [None, State.SENT, None, State.QUEUED]
    assert words[-1].post_id is not None
    assert words[2].author == "Ana"
    assert words[0].author == "tea"


def test_others_under_the_same_post_stay_out(
    inbox: Inbox, x: Any, own: Any, heard: Any, clock: Any
) -> None:
    now = clock.now()
    own("100", "New bowls", at=now - 900, thread="100")
    x.says(101, "Mine?", at=now - 800, author="ana", thread="100", parent="100")
    x.says(102, "Hers!", at=now - 700, author="bo", thread="100", parent="100")
    own("103", "Yes, Ana", at=now - 600, thread="100", parent="101")
    own("104", "No, Bo", at=now - 500, thread="100", parent="102")
    own("105", "and gladly", at=now - 490, thread="100", parent="103")
    ids = heard()
    assert texts(inbox, ids["Mine?"]) == ["New bowls", "Mine?", "Yes, Ana", "and gladly"]
    assert texts(inbox, ids["Hers!"]) == ["New bowls", "Hers!", "No, Bo"]


def test_what_a_customer_answered_is_shown_with_its_author(
    inbox: Inbox, x: Any, heard: Any, clock: Any
) -> None:
    now = clock.now()
    x.says(1, "@tea is the best shop", at=now - 90, author="bo", thread="1")
    x.says(2, "No, they are slow @tea", at=now - 60, author="ana", thread="1", parent="1")
    x.says(3, "Not to me @tea", at=now - 30, author="bo", thread="1", parent="2")
    ids = heard()
    words = inbox.conversation(ids["No, they are slow @tea"])
    assert [(word.author, word.text) for word in words] == [
        ("Bo", "@tea is the best shop"),
        ("Ana", "No, they are slow @tea"),
    ]


def test_an_answer_sent_from_here_is_not_shown_twice(
    inbox: Inbox,
    outbox: Outbox,
    x: Any,
    own: Any,
    heard: Any,
    account: Account,
    clock: Any,
    database: Database,
) -> None:
    now = clock.now()
    x.says(1, "مرحبا، كم السعر؟", at=now - 60, lang="ar")
    (item_id,) = heard().values()
    post = outbox.enqueue_answer(account.id, item_id, "أهلا & سهلا 🍵", now)
    with database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (now, post.id)
        )
        connection.execute(
            "UPDATE part SET x_post_id = '5', sent_at = ? WHERE post_id = ?", (now, post.id)
        )
    own("5", "@ana أهلا & سهلا 🍵", at=now, thread="1", parent="1")
    words = inbox.conversation(item_id)
    assert [word.text for word in words] == ["مرحبا، كم السعر؟", "أهلا & سهلا 🍵"]
    assert (words[1].x_id, words[1].state) == ("5", State.SENT)


def test_a_draft_is_no_word(
    inbox: Inbox, outbox: Outbox, x: Any, heard: Any, account: Account, clock: SteppedClock
) -> None:
    x.says(1, "Hello", at=clock.now())
    (item_id,) = heard().values()
    post = outbox.enqueue_answer(account.id, item_id, "Hi", clock.now())
    outbox.move_back_to_draft(post.id)
    assert texts(inbox, item_id) == ["Hello"]


def test_a_circle_of_parents_ends(inbox: Inbox, x: Any, heard: Any, clock: SteppedClock) -> None:
    x.says(1, "one", at=clock.now(), thread="t", parent="2")
    x.says(2, "two", at=clock.now(), thread="t", parent="1", author="bo")
    assert texts(inbox, heard()["one"]) == ["one", "two"]
