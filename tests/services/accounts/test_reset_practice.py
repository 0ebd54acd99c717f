from __future__ import annotations

from services.accounts.reset_practice import reset_practice
from services.clock import DAY, SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop


def test_the_sample_shop_begins_again_and_drafts_stay(shop: Shop, clock: SteppedClock) -> None:
    old = shop.accounts.practice()
    shop.feeds.check(old.id)
    draft = shop.drafts.new(old.id)
    shop.drafts.save(draft.id, parts=(DraftPart("Tea for two 茶 🍵"),))
    for number, text in enumerate(("Queued 予約", "Needs the owner بانتظارك")):
        waiting = shop.drafts.new(old.id)
        shop.drafts.save(waiting.id, parts=(DraftPart(text),))
        shop.outbox.enqueue(waiting.id, due_at=clock.now() + DAY + number)
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'needs_you' WHERE id = ?", (waiting.id,))
    first = shop.clients.for_account(old).create_post("Sent to the first one")
    clock.advance(DAY)

    new = reset_practice(shop.paths, clock, shop.database, shop.accounts, shop.clients)

    assert new.id != old.id
    assert shop.accounts.practice() == new
    assert {post.text for post in shop.drafts.all(new.id)} == {
        "Tea for two 茶 🍵",
        "Queued 予約",
        "Needs the owner بانتظارك",
    }
    assert shop.outbox.list(new.id) == ()
    assert shop.inbox.counts(new.id).to_answer == 0
    posts = shop.clients.for_account(new).own_posts(new.x_user_id or "").posts
    assert posts
    assert first.text not in {post.text for post in posts}
