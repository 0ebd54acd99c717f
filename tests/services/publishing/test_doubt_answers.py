"""What the owner says of a post in doubt is filed, and booked, as X has it."""

from __future__ import annotations

from services.accounts.accounts import Way
from services.clock import DAY, SteppedClock
from services.publishing import look_alikes
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.shop import Shop
from services.x_api.client import XPost


def test_it_is_booked_on_the_day_x_took_it(shop: Shop, clock: SteppedClock) -> None:
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id))
    draft = shop.drafts.begin(own.id, (DraftPart("杯が届きました 🍵"),))
    post = shop.outbox.enqueue(draft.id, due_at=clock.now())
    took_it = clock.now()
    seen = XPost(
        id="9000",
        text="杯が届きました 🍵!",
        author_id="42",
        created_at=took_it,
        conversation_id="9000",
    )
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Unclear' WHERE id = ?", (post.id,)
        )
        connection.execute("UPDATE part SET attempted_at = ? WHERE post_id = ?", (took_it, post.id))
        look_alikes.keep(connection, post.id, [seen])
    clock.advance(20 * DAY)
    filed = shop.doubt_answers.it_is_there(post.id, "9000", go_on_at=clock.now())
    assert (filed.state, filed.x_ids) == (State.SENT, ("9000",))
    (paid,) = shop.spending.month(own.id, took_it).calls
    assert paid.at == took_it
    assert shop.ledger.spent_this_month(own.id) == 0
