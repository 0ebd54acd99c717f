from __future__ import annotations

import pytest

from services.inbox.answer_drafts import AnswerDrafts, Thread, thread_of
from services.inbox.items import Item, Lane
from services.shop import Shop


@pytest.fixture
def item(shop: Shop) -> Item:
    account = shop.accounts.active()
    shop.feeds.check(account.id)
    return shop.inbox.lane(account.id, Lane.TO_ANSWER)[0]


@pytest.mark.parametrize(
    "text", ["Yes, on Mondays 🍵", "نعم، يوم الاثنين", "はい、月曜日に\n次の行"]
)
def test_words_begun_are_kept_for_their_conversation_alone(
    shop: Shop, item: Item, text: str
) -> None:
    thread = thread_of(item)
    drafts = shop.answer_drafts
    assert drafts.get(thread) == ""
    assert drafts.save(thread, text)
    assert not drafts.save(thread, f"{text}!")
    again = AnswerDrafts(shop.database, shop.clock)
    assert again.get(thread) == f"{text}!"
    assert again.begun(item.account_id) == {thread}
    assert again.get(thread._replace(x_conversation_id="1")) == ""
    assert drafts.save(thread, " \n")
    assert drafts.begun(item.account_id) == frozenset()
    assert not drafts.save(thread, "")


def test_half_signs_are_left_out(shop: Shop, item: Item) -> None:
    shop.answer_drafts.save(thread_of(item), "a\x00b\ud83d")
    assert shop.answer_drafts.get(thread_of(item)) == "ab"


def test_they_are_no_drafts_of_posts_and_end_with_the_queued_answer(shop: Shop, item: Item) -> None:
    shop.answer_drafts.save(thread_of(item), "Yes")
    assert shop.drafts.all(item.account_id) == ()
    shop.outbox.enqueue_answer(item.account_id, item.id, "Yes", shop.clock.now())
    assert shop.answer_drafts.begun(item.account_id) == frozenset()


def test_a_refused_answer_leaves_them(shop: Shop, item: Item) -> None:
    shop.answer_drafts.save(thread_of(item), "Yes")
    with pytest.raises(KeyError):
        shop.outbox.enqueue_answer(item.account_id, "none", "Yes", 0)
    assert shop.answer_drafts.get(thread_of(item)) == "Yes"


def test_they_go_with_the_account_and_none_comes_after(shop: Shop, item: Item) -> None:
    thread = thread_of(item)
    shop.answer_drafts.save(thread, "Yes")
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM account WHERE id = ?", (item.account_id,))
    assert shop.answer_drafts.get(thread) == ""
    assert not shop.answer_drafts.save(thread, "Too late")
    assert not shop.answer_drafts.save(Thread("a", "b", "c"), "Nobody")
