"""X's answers, in either dialect, as the values of client.py.

What was asked for and did not come raises AnswerNotUnderstood: X answers 200 and leaves a field
out when it does not know its name, and a figure shown as zero would be a lie.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.errors import AnswerNotUnderstood
from services.x_api.client import Came, CreatedPost, Metrics, PostPage, UploadedMedia, User, XPost
from services.x_api.wire.fields import (
    Json,
    count_in,
    data_list,
    first,
    id_in,
    moment,
    object_in,
    objects,
    optional_count,
    optional_id,
    string,
    text_in,
    whole,
)

MEDIA_LIFE = 3_600
"""Seconds a picture is counted on when X does not say (its own example is a day)."""
LONGEST_MEDIA_LIFE = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Asked:
    """What a read of posts asked for, and so must come back."""

    author_id: str | None = None
    """Whose posts they are, when the call itself says so; else each post must name its author."""
    owner_metrics: bool = False


def read_object(body: bytes) -> Json:
    """The JSON object that X's answers are. Raises AnswerNotUnderstood for anything else."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise AnswerNotUnderstood(f"{len(body)} bytes that are not JSON") from error
    if not isinstance(answer, dict):
        raise AnswerNotUnderstood(f"JSON, but a {type(answer).__name__}")
    return answer


def one_user(answer: Json) -> User:
    return _user(object_in(answer, "data"), counts=True)


def user_list(answer: Json) -> tuple[User, ...]:
    return tuple(_user(raw, counts=True) for raw in data_list(answer))


def created_post(answer: Json) -> CreatedPost:
    data = object_in(answer, "data")
    return CreatedPost(id=id_in(data, "id"), text=text_in(data, "text"))


def uploaded_media(answer: Json, now: int) -> UploadedMedia:
    data = object_in(answer, "data")
    life = whole(data.get("expires_after_secs")) or MEDIA_LIFE
    return UploadedMedia(id=id_in(data, "id"), expires_at=now + min(life, LONGEST_MEDIA_LIFE))


def post_page(answer: Json, asked: Asked) -> PostPage:
    """One page; posts that are gone or hidden are named in `errors` and simply not there."""
    meta = answer.get("meta")
    meta = meta if isinstance(meta, Mapping) else {}
    posts = tuple(_post(raw, asked) for raw in data_list(answer))
    return PostPage(
        posts=posts,
        users={user.id: user for user in _included_users(answer)},
        newest_id=optional_id(meta.get("newest_id")) or _newest(posts),
        next_token=string(meta.get("next_token")),
        came=(came(answer),),
    )


def came(answer: Json, *, users: bool = False) -> Came:
    """What X bills for with this answer, whatever else is wrong with it.

    `users`: people were asked for, not posts.
    """
    data = answer.get("data")
    found = _ids([data] if isinstance(data, Mapping) else data)
    includes = answer.get("includes")
    includes = includes if isinstance(includes, Mapping) else {}
    along = _ids(first(includes, "posts", "tweets"))
    people = _ids(includes.get("users"))
    if users:
        return Came(along=along, users=(*found, *people))
    return Came(posts=found, along=along, users=people)


def _ids(value: object) -> tuple[str, ...]:
    ids = (optional_id(raw.get("id")) for raw in objects(value))
    return tuple(one for one in ids if one is not None)


def _newest(posts: tuple[XPost, ...]) -> str | None:
    return max((post.id for post in posts), key=int, default=None)


def _included_users(answer: Json) -> Iterator[User]:
    includes = answer.get("includes")
    if isinstance(includes, Mapping):
        for raw in objects(includes.get("users")):
            yield _user(raw, counts=False)


def _user(raw: Json, *, counts: bool) -> User:
    metrics = raw.get("public_metrics")
    if not isinstance(metrics, Mapping):
        if counts:
            raise AnswerNotUnderstood("dialect drift: user without public_metrics")
        metrics = None
    return User(
        id=id_in(raw, "id"),
        handle=text_in(raw, "username"),
        name=text_in(raw, "name"),
        followers=count_in(metrics, "followers_count") if metrics else None,
        following=count_in(metrics, "following_count") if metrics else None,
        posts=count_in(metrics, "post_count", "tweet_count") if metrics else None,
        has_premium=_premium(raw),
        verified=_verified(raw),
    )


def _verified(raw: Json) -> bool | None:
    """By X's OpenAPI (2.166, User): `verified`, or a `verified_type` that is not "none"."""
    told, kind = raw.get("verified"), string(raw.get("verified_type"))
    if not isinstance(told, bool) and kind is None:
        return None
    return told is True or kind not in (None, "none")


def _premium(raw: Json) -> bool | None:
    """By X's OpenAPI (2.166, User.subscription_type) Basic, Premium, PremiumPlus or None.

    Each of the three may write long posts; a tier that is new to us is one of Premium, too.
    """
    tier = string(raw.get("subscription_type"))
    return None if tier is None else tier.casefold() != "none"


def _post(raw: Json, asked: Asked) -> XPost:
    note = first(raw, "note_post", "note_tweet")
    long_text = note.get("text") if isinstance(note, Mapping) else None
    body = note if isinstance(note, Mapping) and isinstance(long_text, str) else raw
    return XPost(
        id=id_in(raw, "id"),
        text=long_text if isinstance(long_text, str) else text_in(raw, "text"),
        author_id=_author(raw, asked),
        created_at=moment(text_in(raw, "created_at")),
        conversation_id=id_in(raw, "conversation_id"),
        parent_id=_reference(raw, "replied_to"),
        quoted_id=_reference(raw, "quoted"),
        lang=string(raw.get("lang")) or "",
        media_keys=tuple(_attached(raw, "media_keys")),
        poll_ids=tuple(_attached(raw, "poll_ids")),
        links=tuple(_links(body)),
        metrics=_metrics(raw, asked),
    )


def _author(raw: Json, asked: Asked) -> str:
    if raw.get("author_id") is None and asked.author_id is not None:
        return asked.author_id
    return id_in(raw, "author_id")


def _reference(raw: Json, kind: str) -> str | None:
    for reference in objects(first(raw, "referenced_posts", "referenced_tweets")):
        if reference.get("type") == kind:
            return id_in(reference, "id")
    return None


def _attached(raw: Json, name: str) -> Iterable[str]:
    attachments = raw.get("attachments")
    keys = attachments.get(name) if isinstance(attachments, Mapping) else None
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def _links(raw: Json) -> Iterator[str]:
    """Where its links lead; X lists its own address of an attached picture too, which is none."""
    entities = raw.get("entities")
    urls = entities.get("urls") if isinstance(entities, Mapping) else None
    for url in objects(urls):
        target = string(first(url, "unwound_url", "expanded_url", "url"))
        if target and "media_key" not in url:
            yield target


def _metrics(raw: Json, asked: Asked) -> Metrics:
    public = raw.get("public_metrics")
    if not isinstance(public, Mapping):
        raise AnswerNotUnderstood("dialect drift: post without public_metrics")
    own = _owner_counts(raw) if asked.owner_metrics else {}
    return Metrics(
        impressions=count_in(public, "impression_count"),
        likes=count_in(public, "like_count"),
        reposts=count_in(public, "repost_count", "retweet_count"),
        replies=count_in(public, "reply_count"),
        quotes=count_in(public, "quote_count"),
        bookmarks=count_in(public, "bookmark_count"),
        engagements=optional_count(own, "engagements"),
        link_clicks=optional_count(own, "url_link_clicks"),
        profile_clicks=optional_count(own, "user_profile_clicks"),
    )


def _owner_counts(raw: Json) -> dict[str, Any]:
    """X leaves the owner's own counts out of single posts (too old, reposts): then unknown."""
    own: dict[str, Any] = {}
    for name in ("organic_metrics", "non_public_metrics"):
        counts = raw.get(name)
        if isinstance(counts, Mapping):
            own.update(counts)
    return own
