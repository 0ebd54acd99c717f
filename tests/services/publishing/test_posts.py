"""Posts are read whole, whatever another lane does meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.posts import read_posts
from services.shop import Shop


def test_a_post_moved_while_posts_are_read_never_comes_without_its_parts(
    shop: Shop, paths: Paths
) -> None:
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("お茶 🍵 شاي"),))
    reading = shop.database.connection

    def move(statement: str) -> None:
        """What a lane may do just before the rows of the posts themselves are read."""
        if statement.startswith("SELECT * FROM post WHERE"):
            with closing(sqlite3.connect(paths.database)) as other, other:
                other.execute("UPDATE post SET state = 'needs_you'")

    reading.set_trace_callback(move)
    found = read_posts(reading, "post.state = ?", ("needs_you",))
    reading.set_trace_callback(None)
    assert all(post.parts for post in found)
    assert not reading.in_transaction
    (after,) = read_posts(reading, "post.state = ?", ("needs_you",))
    assert after.text == "お茶 🍵 شاي"
