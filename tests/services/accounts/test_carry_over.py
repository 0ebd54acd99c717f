from __future__ import annotations

import pytest

from services.accounts.accounts import Account
from services.accounts.carry_over import carry_over
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.shop import Shop


@pytest.fixture
def own(shop: Shop) -> Account:
    shop.accounts.practice()
    return shop.accounts.start_own_shop(handle="kiln", zone="UTC")


def _carried(shop: Shop, own: Account, draft_id: str) -> str:
    return carry_over(
        shop.database, shop.clock, shop.settings, shop.accounts, draft_id=draft_id, target=own
    )


def _draft(shop: Shop, account: Account, text: str) -> Post:
    draft = shop.drafts.new(account.id)
    return shop.drafts.save(draft.id, parts=(DraftPart(text),))


def test_a_copy_is_made_once(shop: Shop, own: Account) -> None:
    sample = _draft(shop, shop.accounts.practice(), "お茶 شاي 🍵")
    copy = _carried(shop, own, sample.id)
    assert copy not in ("", sample.id)
    assert shop.drafts.get(copy).account_id == own.id
    assert _carried(shop, own, sample.id) == copy
    assert [draft.text for draft in shop.drafts.all(own.id)] == ["お茶 شاي 🍵"]


def test_what_is_older_than_the_last_time_stays(
    shop: Shop, own: Account, clock: SteppedClock
) -> None:
    sample = _draft(shop, shop.accounts.practice(), "one")
    clock.advance(1)
    copy = _carried(shop, own, sample.id)
    shop.drafts.save(copy, parts=(DraftPart("one, and ours"),))
    assert _carried(shop, own, sample.id) == ""
    clock.advance(1)
    shop.drafts.save(sample.id, parts=(DraftPart("one, and theirs"),))
    assert shop.drafts.get(_carried(shop, own, sample.id)).text == "one, and theirs"


def test_what_waits_already_is_not_written_twice(
    shop: Shop, own: Account, clock: SteppedClock
) -> None:
    sample = _draft(shop, shop.accounts.practice(), "soon")
    ours = _draft(shop, own, "soon")
    shop.outbox.enqueue(ours.id, due_at=clock.now() + 600)
    assert _carried(shop, own, sample.id) == ""


def test_only_a_draft_of_the_sample_shop_with_words_in_it(shop: Shop, own: Account) -> None:
    ours = _draft(shop, own, "ours")
    empty = shop.drafts.new(shop.accounts.practice().id)
    assert [_carried(shop, own, one) for one in ("", "nobody", ours.id, empty.id)] == [""] * 4
    assert [draft.text for draft in shop.drafts.all(own.id)] == ["ours"]
