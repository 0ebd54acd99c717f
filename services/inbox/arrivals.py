"""Writes what came from X into the inbox: words, who said them, and how far the feed was read.

All of it in a transaction of the caller's, so that a read is here whole or not at all.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services.ids import new_id
from services.text.clean import clean

if TYPE_CHECKING:
    from services.x_api.client import PostPage, User, XPost

OVERLAP = 3_600_000 << 22
"""An hour in X's ids, which count milliseconds above their lowest 22 bits."""


def keep_word(
    connection: sqlite3.Connection,
    account_id: str,
    post: XPost,
    people: dict[str, User],
    *,
    now: int,
    settled: int,
) -> str | None:
    """The new item's id, or None when the word is here already.

    A word older than `settled` arrives read and done.
    """
    # Its word lists take a while to load, and no window waits for them.
    from services.inbox.triage import topic_of

    item_id = new_id()
    settled_at = now if post.created_at < settled else None
    text = plain_text(post.text)
    added = connection.execute(
        "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, x_parent_id, "
        "customer_id, text, lang, topic, created_at, received_at, read_at, done_at) "
        "VALUES (?, ?, 'mention', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (account_id, x_id) DO NOTHING",
        (
            item_id,
            account_id,
            post.id,
            post.conversation_id,
            post.parent_id,
            _customer(connection, account_id, post.author_id, people, now),
            text,
            post.lang,
            topic_of(text, post.lang),
            post.created_at,
            now,
            settled_at,
            settled_at,
        ),
    )
    return item_id if added.rowcount else None


def _customer(
    connection: sqlite3.Connection,
    account_id: str,
    x_user_id: str,
    people: dict[str, User],
    now: int,
) -> str:
    """Our id of the person, made or brought up to date when X told us about them."""
    user = people.get(x_user_id)
    handle, name = (user.handle, clean(user.name)[0]) if user else ("", "")
    row = connection.execute(
        """
        INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, looked_up_at)
        VALUES (:id, :account, :x_user, :handle, :name, :now, :looked)
        ON CONFLICT (account_id, x_user_id) DO UPDATE SET
          handle = iif(:looked, :handle, handle), name = iif(:looked, :name, name),
          looked_up_at = max(looked_up_at, :looked)
        RETURNING id
        """,
        {
            "id": new_id(),
            "account": account_id,
            "x_user": x_user_id,
            "handle": handle,
            "name": name,
            "now": now,
            "looked": now if user else 0,
        },
    ).fetchone()
    return str(row["id"])


def advance(
    connection: sqlite3.Connection,
    account_id: str,
    feed: str,
    page: PostPage,
    *,
    whole: bool,
    now: int,
) -> None:
    """Moves the cursor, never back. A read that was cut off marks from when on it is whole."""
    connection.execute(
        """
        INSERT INTO feed_cursor(account_id, feed, since_id, whole_since, checked_at)
        VALUES (:account, :feed, :since, :whole_since, :now)
        ON CONFLICT (account_id, feed) DO UPDATE SET
          since_id = iif(CAST(:since AS INTEGER) > coalesce(CAST(since_id AS INTEGER), 0),
                         :since, since_id),
          whole_since = max(whole_since, :whole_since),
          checked_at = max(checked_at, :now)
        """,
        {
            "account": account_id,
            "feed": feed,
            "since": _next_since_id(page, whole=whole),
            "whole_since": 0 if whole else min(post.created_at for post in page.posts),
            "now": now,
        },
    )


def _next_since_id(page: PostPage, *, whole: bool) -> str | None:
    """An hour behind the newest id; where the read was cut off, not before the oldest."""
    if not page.posts:
        return None
    numbers = [int(post.id) for post in page.posts]
    floor = 0 if whole else min(numbers) - 1
    return str(max(floor, max(numbers) - OVERLAP))


def plain_text(text: str) -> str:
    """X's text for showing: the three signs it escapes as they were, nothing unusable."""
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return clean(shown)[0]
