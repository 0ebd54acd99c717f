"""Writes one sample into the store, in a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services.clock import utc_day
from services.inbox.arrivals import plain_text

if TYPE_CHECKING:
    from services.x_api.client import Metrics, User, XPost


def keep_post(connection: sqlite3.Connection, account_id: str, post: XPost) -> None:
    connection.execute(
        """
        INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text,
                             pictures, has_link, links, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account_id, x_post_id) DO UPDATE SET text = excluded.text,
          pictures = excluded.pictures, has_link = excluded.has_link,
          links = excluded.links
        """,
        (
            account_id,
            post.id,
            post.conversation_id,
            post.parent_id,
            plain_text(post.text),
            len(post.media_keys),
            int(bool(post.links)),
            " ".join(post.links),
            post.created_at,
        ),
    )


def keep_reading(
    connection: sqlite3.Connection, account_id: str, x_post_id: str, metrics: Metrics, now: int
) -> None:
    """One a UTC day, the newest wins; owner's figures read that day outlive a public reading."""
    connection.execute(
        """
        INSERT INTO post_snapshot(account_id, x_post_id, utc_day, taken_at, impressions, likes,
          reposts, replies, quotes, bookmarks, engagements, link_clicks, profile_clicks)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account_id, x_post_id, utc_day) DO UPDATE SET
          taken_at = excluded.taken_at, impressions = excluded.impressions,
          likes = excluded.likes, reposts = excluded.reposts, replies = excluded.replies,
          quotes = excluded.quotes, bookmarks = excluded.bookmarks,
          engagements = coalesce(excluded.engagements, engagements),
          link_clicks = coalesce(excluded.link_clicks, link_clicks),
          profile_clicks = coalesce(excluded.profile_clicks, profile_clicks)
        """,
        (
            account_id,
            x_post_id,
            utc_day(now),
            now,
            metrics.impressions,
            metrics.likes,
            metrics.reposts,
            metrics.replies,
            metrics.quotes,
            metrics.bookmarks,
            metrics.engagements,
            metrics.link_clicks,
            metrics.profile_clicks,
        ),
    )


def keep_day(
    connection: sqlite3.Connection,
    account_id: str,
    user: User | None,
    reads_from: int,
    now: int,
) -> None:
    """`user` is None when its counts were read earlier this UTC day: they are dear."""
    if user is None:
        connection.execute(
            "UPDATE account_day SET taken_at = ?, reads_from = min(coalesce(reads_from, ?), ?) "
            "WHERE account_id = ? AND utc_day = ?",
            (now, reads_from, reads_from, account_id, utc_day(now)),
        )
        return
    connection.execute(
        """
        INSERT INTO account_day(account_id, utc_day, taken_at, followers, following, posts,
                                reads_from)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account_id, utc_day) DO UPDATE SET taken_at = excluded.taken_at,
          followers = excluded.followers, following = excluded.following, posts = excluded.posts,
          reads_from = min(coalesce(reads_from, excluded.reads_from), excluded.reads_from)
        """,
        (
            account_id,
            utc_day(now),
            now,
            user.followers,
            user.following,
            user.posts,
            reads_from,
        ),
    )
