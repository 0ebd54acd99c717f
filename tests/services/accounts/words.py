"""A customer's word in an account's inbox, as if X had just told of it."""

from __future__ import annotations

from services.ids import new_id
from services.inbox.values import Item
from services.shop import Shop


def word_to(shop: Shop, account_id: str, text: str) -> Item:
    now, item_id, customer = shop.clock.now(), new_id(), new_id()
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, ?, ?, 'ana', 'Ana', ?, ?)",
            (customer, account_id, customer, now, now),
        )
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) VALUES (?, ?, 'mention', ?, ?, ?, ?, ?, ?)",
            (item_id, account_id, item_id, item_id, customer, text, now, now),
        )
    return shop.inbox.item(item_id)
