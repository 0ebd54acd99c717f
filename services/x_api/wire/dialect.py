"""X's two vocabularies for one thing: `tweet.fields` (what tweepy speaks) and `post.fields`.

X ignores a name of the wrong dialect in silence, answers 200 and bills it (x_platform.md §1.6).
So a call is asked in one dialect, answers are read in both, and missing fields are an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any


class Dialect(Enum):
    TWEET = "tweet"
    POST = "post"

    @property
    def other(self) -> Dialect:
        return Dialect.POST if self is Dialect.TWEET else Dialect.TWEET


_AS_EXPANSION = {"author_id": "author_id", "referenced_tweets": "referenced_posts"}
"""Fields of the old dialect that the new one gives only when they are expanded."""
_FIELDS = {"note_tweet": "note_post"}
_EXPANSIONS = {"referenced_tweets.id": "referenced_posts"}


def in_dialect(params: Mapping[str, Any] | None, dialect: Dialect) -> dict[str, Any]:
    """Query parameters as tweepy writes them, put into `dialect`; order of names is kept."""
    spoken = dict(params or {})
    if dialect is Dialect.TWEET or "tweet.fields" not in spoken:
        return spoken
    asked = str(spoken.pop("tweet.fields")).split(",")
    expansions = [name for name in str(spoken.pop("expansions", "")).split(",") if name]
    fields = [_FIELDS.get(name, name) for name in asked if name not in _AS_EXPANSION]
    wanted = [_EXPANSIONS.get(name, name) for name in expansions]
    wanted += [_AS_EXPANSION[name] for name in asked if name in _AS_EXPANSION]
    if fields:
        spoken["post.fields"] = ",".join(fields)
    if wanted:
        spoken["expansions"] = ",".join(dict.fromkeys(wanted))
    return spoken
