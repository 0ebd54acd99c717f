"""An own shop in Helsinki, customers who write to it, and its posts on X."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.ids import new_id
from services.publishing.drafts import DraftPart
from services.publishing.post_options import PostOptions
from services.publishing.posts import Post
from services.shop import Shop

Said = Callable[..., str]
Sent = Callable[..., Post]


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="kiln", zone="Europe/Helsinki")


@pytest.fixture
def said(shop: Shop, own: Account, clock: SteppedClock) -> Said:
    """`said("mina", "words", under="900", at=…)`: the id of the item."""
    numbers = count(1)

    def make(handle: str, text: str, *, under: str = "1", at: int | None = None) -> str:
        connection = shop.database.connection
        connection.execute(
            "INSERT OR IGNORE INTO customer(id, account_id, x_user_id, handle, name, "
            "first_seen_at, looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
            (new_id(), own.id, f"u-{handle}", handle, handle.title()),
        )
        item_id = new_id()
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) VALUES (?, ?, 'mention', ?, ?, "
            "(SELECT id FROM customer WHERE x_user_id = ?), ?, ?, 0)",
            (
                item_id,
                own.id,
                str(5_000 + next(numbers)),
                under,
                f"u-{handle}",
                text,
                clock.now() if at is None else at,
            ),
        )
        return item_id

    return make


@pytest.fixture
def sent(shop: Shop, own: Account, clock: SteppedClock) -> Sent:
    """`sent("words", "900")`: a post on X with that id there."""

    def make(
        text: str,
        x_post_id: str,
        *,
        campaign_id: str | None = None,
        seen: int | None = None,
        clicks: int | None = None,
        at: int | None = None,
    ) -> Post:
        at = clock.now() if at is None else at
        draft = shop.drafts.new(own.id)
        options = PostOptions(campaign_id=campaign_id)
        shop.drafts.save(draft.id, parts=(DraftPart(text),), options=options)
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (at, draft.id)
            )
            connection.execute(
                "UPDATE part SET x_post_id = ?, sent_at = ? WHERE post_id = ?",
                (x_post_id, at, draft.id),
            )
            keep_on_x(shop, own.id, x_post_id, text, at=at)
            if seen is not None:
                connection.execute(
                    "INSERT INTO post_snapshot(account_id, x_post_id, utc_day, taken_at, "
                    "impressions, likes, reposts, replies, quotes, bookmarks, link_clicks) "
                    "VALUES (?, ?, 1, 1, ?, 0, 0, 0, 0, 0, ?)",
                    (own.id, x_post_id, seen, clicks),
                )
        return shop.outbox.get(draft.id)

    return make


def keep_on_x(shop: Shop, account_id: str, x_post_id: str, text: str, *, at: int) -> None:
    shop.database.connection.execute(
        "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (account_id, x_post_id, x_post_id, text, at),
    )
