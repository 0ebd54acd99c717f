"""The whole road: the practice X, tweepy, feeds, archive, lanes."""

from __future__ import annotations

from services.clock import DAY
from services.inbox.items import Lane, Topic
from services.shop import Shop

LANGUAGES = {"en", "es", "ar", "fa", "ja", "zh"}


def test_the_sample_shop_is_sorted_into_lanes(shop: Shop) -> None:
    account = shop.accounts.active()
    shop.archive.sample(account.id)
    checked = shop.feeds.check(account.id)
    assert checked.first
    assert 50 < len(checked.new) <= 100
    rows = shop.inbox.lane(account.id, Lane.TO_ANSWER)
    languages = {
        row["lang"]
        for row in shop.database.connection.execute(
            f"SELECT lang FROM inbox_item WHERE id IN ({','.join('?' * len(rows))})",
            [row.id for row in rows],
        )
    }
    assert languages >= LANGUAGES
    assert 8 <= len(rows) <= 20
    assert {Topic.COMPLAINT, Topic.ORDER, Topic.QUESTION, Topic.PRAISE} <= {
        row.topic for row in rows
    }
    assert all(row.topic in (Topic.COMPLAINT, Topic.ORDER) for row in rows[:2])
    assert shop.inbox.counts(account.id).waiting > 0
    assert all(row.customer.handle and row.customer.name for row in rows)
    assert shop.feeds.check(account.id).new == ()


def test_an_answer_to_a_customer_is_seen_by_x_and_waits_for_theirs(shop: Shop) -> None:
    account = shop.accounts.active()
    shop.archive.sample(account.id)
    shop.feeds.check(account.id)
    row = next(
        row for row in shop.inbox.lane(account.id, Lane.TO_ANSWER) if row.topic is Topic.QUESTION
    )
    shop.outbox.enqueue_answer(account.id, row.id, "With pleasure!", shop.clock.now())
    assert shop.inbox.row(row.id).lane is Lane.WAITING
    (post,) = shop.publisher.publish_due(account_id=account.id)
    assert post.x_ids
    words = shop.inbox.conversation(row.id)
    assert (words[-1].text, words[-1].x_id) == ("With pleasure!", post.x_ids[0])
    shop.clock.advance(DAY)  # type: ignore[attr-defined]  # a clock that is moved by hand
    shop.archive.sample(account.id)
    shop.feeds.check(account.id)
    words = shop.inbox.conversation(row.id)
    assert [word.text for word in words].count("With pleasure!") == 1
    assert words[-1].theirs, "the sample shop's customers answer within a day"
    assert shop.inbox.row(row.id).lane is Lane.TO_ANSWER
