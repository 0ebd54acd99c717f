"""A draft that was begun in another room, for a free time of the queue."""

from __future__ import annotations

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.compose.asks import begun_key, begun_of, slot_key
from ui.compose.compose_page import ComposePage


def test_it_opens_with_its_words_and_its_time(
    page: ComposePage, shop: Shop, clock: SteppedClock
) -> None:
    account = shop.accounts.active()
    page.composer.insert("Half a thought")
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("How it is made"), DraftPart("Then")))
    due_at = clock.now() + 2 * 86_400
    page.open_item(begun_key(draft.id, due_at))
    assert page.composer.content.texts == ("How it is made", "Then")
    assert page.keeper.post_id == draft.id
    slot = page.posting.slot()
    assert slot is not None
    assert slot.due_at == due_at
    assert "Half a thought" in [post.text for post in shop.drafts.all(account.id)]


def test_a_key_stands_for_one_thing() -> None:
    assert begun_of(begun_key("abc-1", 5)) == ("abc-1", 5)
    assert begun_of(slot_key(5)) is None
    assert begun_of("abc-1") is None
