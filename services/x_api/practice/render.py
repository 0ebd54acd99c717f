"""Posts, people and pictures as JSON in the old dialect, and only the fields asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Row
from typing import Any

from services.clock import DAY
from services.x_api.practice import metrics, params, polls, refusals, wording
from services.x_api.practice.call import Call, Json
from services.x_api.practice.dialect import asked_in
from services.x_api.practice.state import fact

OWNER_DAYS = 30
_OWNER_FIELDS = ("non_public_metrics", "organic_metrics")
_USER_FIELDS = frozenset(
    {
        "created_at",
        "description",
        "location",
        "protected",
        "public_metrics",
        "url",
        "verified",
        "verified_type",
        "subscription_type",
        "profile_image_url",
    }
)
_MEDIA_FIELDS = frozenset({"alt_text", "height", "media_key", "type", "url", "width"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the query asks for, in the old vocabulary. `expand` holds fields, not paths."""

    post: frozenset[str]
    expand: frozenset[str]
    user: frozenset[str]
    media: frozenset[str]
    poll: frozenset[str]

    @property
    def owner_fields(self) -> tuple[str, ...]:
        return tuple(name for name in _OWNER_FIELDS if name in self.post)


def wanted(call: Call) -> Wanted:
    """Names X does not know in this dialect are silently left out."""
    dialect = asked_in(call.request)
    fields = dialect.known_fields(params.names(call, dialect.fields_parameter))
    brought = (dialect.field_of_expansion(n) for n in params.names(call, "expansions"))
    expand = frozenset(name for name in brought if name)
    always = {"id", "text", "edit_history_tweet_ids"}
    return Wanted(
        post=frozenset(fields | expand | always),
        expand=expand,
        user=frozenset(params.names(call, "user.fields")) & _USER_FIELDS,
        media=frozenset(params.names(call, "media.fields")) & _MEDIA_FIELDS | {"media_key", "type"},
        poll=frozenset(params.names(call, "poll.fields")) & polls.FIELDS,
    )


@dataclass(frozen=True, slots=True)
class Rendered:
    """`errors` holds the fields that could not be had; `users` and `posts` what came along."""

    data: list[Json]
    includes: Json
    errors: list[Json]
    users: tuple[int, ...]
    posts: tuple[int, ...]


def posts(call: Call, rows: Sequence[Row]) -> Rendered:
    want = wanted(call)
    errors: list[Json] = []
    data = [_post(call, row, want, errors) for row in rows]
    includes: Json = {}
    people: dict[int, None] = {}
    if "author_id" in want.expand:
        people |= dict.fromkeys(row["author"] for row in rows)
    if "in_reply_to_user_id" in want.expand:
        people |= dict.fromkeys(row["parent_author"] for row in rows if row["parent_author"])
    parents: list[Row] = []
    if "referenced_tweets" in want.expand:
        parents = _parents(call, rows)
        if parents:
            includes["tweets"] = [_post(call, row, want, []) for row in parents]
        if "author_id" in want.expand:
            people |= dict.fromkeys(row["author"] for row in parents)
    if people:
        includes["users"] = users(call, people)
    if "attachments" in want.expand:
        pictures = [_picture(m, want.media) for row in rows for m in media_of(call, row["id"])]
        if pictures:
            includes["media"] = pictures
        asked = [_poll(call, row, want) for row in rows if row["poll"]]
        if asked:
            includes["polls"] = asked
    return Rendered(data, includes, errors, tuple(people), tuple(row["id"] for row in parents))


def users(call: Call, numbers: Iterable[int]) -> list[Json]:
    """Those that exist, in the order asked."""
    want = wanted(call).user
    found = call.db.execute(
        "SELECT * FROM user WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    by_id = {row["id"]: row for row in found}
    return [_user(call, by_id[number], want) for number in numbers if number in by_id]


def stamp(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def figures_at(call: Call, row: Row, at: int) -> tuple[metrics.Figures, int]:
    """The post's figures at that time, and its replies: those are the ones really there."""
    replies = call.db.execute(
        "SELECT count(*) FROM post WHERE parent = ? AND created_at <= ? AND deleted_at IS NULL",
        (row["id"], at),
    ).fetchone()[0]
    figures = metrics.figures(call.seed, row["id"], traits_of(call, row), at - row["created_at"])
    return figures, int(replies)


def traits_of(call: Call, row: Row) -> metrics.Traits:
    started = fact(call.db, "started_at")
    return metrics.Traits(
        pictures=len(media_of(call, row["id"])),
        has_link=wording.has_link(row["text"]),
        is_answer=row["parent_author"] not in (None, row["author"]),
        is_own=row["author"] == call.me,
        created_at=row["created_at"],
        shop_day=(row["created_at"] - started) / DAY,
    )


def _post(call: Call, row: Row, want: Wanted, errors: list[Json]) -> Json:
    number = str(row["id"])
    media = media_of(call, row["id"])
    keys = [f"3_{m['id']}" for m in media]
    shown = wording.show(row["text"], row["id"], media=keys)
    text = wording.cut(shown.text, row["id"]) if wording.is_long(row["text"]) else shown.text
    full: Json = {
        "id": number,
        "text": text,
        "edit_history_tweet_ids": [number],
        "author_id": str(row["author"]),
        "conversation_id": str(row["conversation"]),
        "created_at": stamp(row["created_at"]),
        "lang": row["lang"],
        "possibly_sensitive": False,
        "reply_settings": row["reply_setting"],
        "paid_partnership": bool(row["paid_partnership"]),
    }
    if row["parent_author"]:
        full["in_reply_to_user_id"] = str(row["parent_author"])
    references = [("replied_to", row["parent"]), ("quoted", row["quoted"])]
    if any(target for _, target in references):
        full["referenced_tweets"] = [
            {"type": sort, "id": str(target)} for sort, target in references if target
        ]
    if media:
        full["attachments"] = {"media_keys": keys}
    elif row["poll"]:
        full["attachments"] = {"poll_ids": [number]}
    if text != shown.text:
        # X gives a long post cut, and the whole of it as a note.
        note = wording.show(row["text"], row["id"])
        full["note_tweet"] = {"text": note.text} | (
            {"entities": note.entities} if note.entities else {}
        )
    elif shown.entities:
        full["entities"] = shown.entities
    full |= _metrics(call, row, want, errors)
    return {name: value for name, value in full.items() if name in want.post}


def _metrics(call: Call, row: Row, want: Wanted, errors: list[Json]) -> Json:
    if not want.post & {"public_metrics", *_OWNER_FIELDS}:
        return {}
    figures, replies = figures_at(call, row, call.now)
    out: Json = {
        "public_metrics": {
            "retweet_count": figures.reposts,
            "reply_count": replies,
            "like_count": figures.likes,
            "quote_count": figures.quotes,
            "bookmark_count": figures.bookmarks,
            "impression_count": figures.impressions,
        }
    }
    if row["author"] != call.me or call.now - row["created_at"] > OWNER_DAYS * DAY:
        errors += [refusals.field_refused(str(row["id"]), name) for name in want.owner_fields]
        return out
    own: Json = {
        "impression_count": figures.impressions,
        "engagements": figures.engagements(replies),
        "user_profile_clicks": figures.profile_clicks,
    }
    if wording.has_link(row["text"]):
        own["url_link_clicks"] = figures.link_clicks
    out["non_public_metrics"] = own
    out["organic_metrics"] = {
        "impression_count": figures.impressions,
        "like_count": figures.likes,
        "reply_count": replies,
        "retweet_count": figures.reposts,
        "user_profile_clicks": figures.profile_clicks,
    }
    return out


def media_of(call: Call, post: int) -> list[Row]:
    """The pictures of a post, in their order."""
    found = call.db.execute("SELECT * FROM media WHERE post = ? ORDER BY position", (post,))
    return found.fetchall()


def _picture(row: Row, want: frozenset[str]) -> Json:
    sort = {"tweet_gif": "animated_gif", "tweet_video": "video"}.get(row["category"], "photo")
    full: Json = {"media_key": f"3_{row['id']}", "type": sort}
    full |= {"width": row["width"], "height": row["height"]}
    if sort == "photo":
        full["url"] = f"https://pbs.twimg.com/media/{row['id']}.jpg"
    if row["alt_text"]:
        full["alt_text"] = row["alt_text"]
    return {name: value for name, value in full.items() if name in want}


def _poll(call: Call, row: Row, want: Wanted) -> Json:
    figures, _ = figures_at(call, row, min(call.now, polls.ends_at(row)))
    return polls.shown(row, want.poll, seed=call.seed, likes=figures.likes, now=call.now)


def _parents(call: Call, rows: Sequence[Row]) -> list[Row]:
    asked = json.dumps([row["parent"] for row in rows if row["parent"]])
    return call.db.execute(
        "SELECT * FROM post WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL "
        "ORDER BY id DESC",
        (asked,),
    ).fetchall()


def _user(call: Call, row: Row, want: frozenset[str]) -> Json:
    count = call.db.execute(
        "SELECT count(*) FROM post WHERE author = ? AND deleted_at IS NULL", (row["id"],)
    ).fetchone()[0]
    followers = row["followers"]
    if row["role"] == "shop":
        day = (call.now - fact(call.db, "started_at")) / DAY
        followers = metrics.followers(call.seed, day)
    optional: dict[str, Any] = {
        "created_at": stamp(row["created_at"]),
        "description": row["description"],
        "location": row["location"],
        "url": row["url"],
        "protected": False,
        "verified": False,
        "verified_type": "none",
        "subscription_type": "Premium" if _has_premium(call, row) else "None",
        "profile_image_url": f"https://pbs.twimg.com/profile_images/{row['id']}/normal.jpg",
        "public_metrics": {
            "followers_count": followers,
            "following_count": row["following"],
            "tweet_count": count,
            "listed_count": followers // 90,
            "like_count": followers // 2,
        },
    }
    plain = {"id": str(row["id"]), "name": row["name"], "username": row["handle"]}
    return plain | {name: optional[name] for name in optional if name in want}


def _has_premium(call: Call, row: Row) -> bool:
    return row["role"] == "shop" and fact(call.db, "premium") > 0
