"""X's two vocabularies, tweet and post (x_platform.md §1.6). Inside, the old one is spoken."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from services.x_api.practice.messages import Request

_NEW = {
    "referenced_tweets": "referenced_posts",
    "edit_history_tweet_ids": "edit_history_post_ids",
    "note_tweet": "note_post",
    "retweet_count": "repost_count",
    "tweet_count": "post_count",
    "pinned_tweet_id": "pinned_post_id",
    "most_recent_tweet_id": "most_recent_post_id",
    "tweets": "posts",
}

TWEET_FIELDS = frozenset(
    {
        "attachments",
        "author_id",
        "conversation_id",
        "created_at",
        "edit_history_tweet_ids",
        "entities",
        "id",
        "in_reply_to_user_id",
        "lang",
        "non_public_metrics",
        "note_tweet",
        "organic_metrics",
        "paid_partnership",
        "possibly_sensitive",
        "public_metrics",
        "referenced_tweets",
        "reply_settings",
        "text",
    }
)
POST_FIELDS = TWEET_FIELDS - {
    "author_id",
    "edit_history_tweet_ids",
    "in_reply_to_user_id",
    "note_tweet",
    "referenced_tweets",
}
"""In the new vocabulary four of these are no fields: they come with the expansion of that name."""
_NEW_FIELDS = {"note_post": "note_tweet"}

_EXPANSIONS_OLD = {
    "author_id": "author_id",
    "referenced_tweets.id": "referenced_tweets",
    "in_reply_to_user_id": "in_reply_to_user_id",
    "attachments.media_keys": "attachments",
    "attachments.poll_ids": "attachments",
    "edit_history_tweet_ids": "edit_history_tweet_ids",
    "pinned_tweet_id": "pinned_tweet_id",
}
_EXPANSIONS_NEW = {
    "author_id": "author_id",
    "referenced_posts": "referenced_tweets",
    "in_reply_to_user_id": "in_reply_to_user_id",
    "attachments.media_keys": "attachments",
    "attachments.poll_ids": "attachments",
    "edit_history_post_ids": "edit_history_tweet_ids",
    "pinned_post_id": "pinned_tweet_id",
}


class Dialect(Enum):
    OLD = "old"
    NEW = "new"

    @property
    def other(self) -> Dialect:
        return Dialect.NEW if self is Dialect.OLD else Dialect.OLD

    @property
    def fields_parameter(self) -> str:
        return "tweet.fields" if self is Dialect.OLD else "post.fields"

    def known_fields(self, asked: Iterable[str]) -> set[str]:
        """Those of the asked fields that this vocabulary has, in the old one."""
        if self is Dialect.OLD:
            return set(asked) & TWEET_FIELDS
        return {_NEW_FIELDS.get(n, n) for n in asked if n in POST_FIELDS or n in _NEW_FIELDS}

    def field_of_expansion(self, name: str) -> str | None:
        """The field an expansion brings along, in the old vocabulary; None for an unknown one."""
        table = _EXPANSIONS_OLD if self is Dialect.OLD else _EXPANSIONS_NEW
        return table.get(name)


def asked_in(request: Request) -> Dialect:
    """A request is in the new dialect when it says `post.fields` or expands a new name."""
    if "post.fields" in request.query:
        return Dialect.NEW
    expansions = request.query.get("expansions", "").split(",")
    new_only = _EXPANSIONS_NEW.keys() - _EXPANSIONS_OLD.keys()
    return Dialect.NEW if new_only.intersection(expansions) else Dialect.OLD


def translate(value: Any, to: Dialect) -> Any:
    """The same answer in `to`; `value` is in the old dialect."""
    if to is Dialect.OLD:
        return value
    if isinstance(value, dict):
        return {_NEW.get(name, name): translate(part, to) for name, part in value.items()}
    if isinstance(value, list):
        return [translate(part, to) for part in value]
    if isinstance(value, str) and value.startswith("https://api.twitter.com/2/problems/"):
        return value.replace("api.twitter.com", "api.x.com", 1)
    return value
