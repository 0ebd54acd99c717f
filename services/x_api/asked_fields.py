"""What is asked for of a post, and times as X takes them."""

from __future__ import annotations

from datetime import UTC, datetime

FIELDS = (
    "attachments,conversation_id,created_at,entities,lang,note_tweet,public_metrics,"
    "referenced_tweets"
)
WITH_AUTHOR = f"author_id,{FIELDS}"
"""Not asked for on own posts: in the new dialect an author comes as a user, and is billed."""
_OWNER_FIELDS = "non_public_metrics"


def fields(names: str, owner_metrics: bool) -> str:
    return f"{names},{_OWNER_FIELDS}" if owner_metrics else names


def iso(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
