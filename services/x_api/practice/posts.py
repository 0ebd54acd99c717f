"""Posts: made, deleted and read by id."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Row
from typing import Any

from services.clock import DAY
from services.x_api.practice import life, meter, params, polls, refusals, render, wording
from services.x_api.practice import media as media_room
from services.x_api.practice.book import find, write
from services.x_api.practice.call import Answer, Call, Json, check_id, check_keys
from services.x_api.practice.meter import Priced
from services.x_api.practice.refusals import Refused
from services.x_api.practice.state import fact

DUPLICATE_SECONDS = DAY
"""X does not say how long it remembers; pictures make a text another one, as their link does."""
_SETTINGS = ("following", "mentionedUsers", "subscribers", "verified")
_KEYS = frozenset(
    {
        "card_uri",
        "community_id",
        "direct_message_deep_link",
        "edit_options",
        "for_super_followers_only",
        "geo",
        "made_with_ai",
        "media",
        "nullcast",
        "paid_partnership",
        "poll",
        "quote_tweet_id",
        "reply",
        "reply_settings",
        "share_with_followers",
        "text",
    }
)


def create(call: Call) -> Answer:
    body = call.json_body()
    check_keys(body, _KEYS)
    text = body.get("text", "")
    if not isinstance(text, str):
        raise Refused(refusals.invalid("$.text: is not a string", {"$.text": [str(text)]}))
    pictures = _pictures(call, body)
    poll = polls.asked(body)
    if not text.strip() and not pictures:
        raise Refused(refusals.invalid("Your Tweet text is empty.", {"text": [text]}))
    if wording.weight(text) > wording.limit(premium=fact(call.db, "premium") > 0):
        raise Refused(refusals.too_long())
    if "quote_tweet_id" in body:
        check_id(body["quote_tweet_id"], "$.quote_tweet_id")
        raise Refused(refusals.quote_blocked())
    setting = _reply_setting(body)
    marks = _marks(body)
    parent = _parent(call, body)
    full = _with_name(call, text, parent)
    refuses = not pictures and not fact(call.db, "takes_twice")
    if refuses and _is_duplicate(call, full, parent):
        raise Refused(refusals.duplicate())
    number = write(call.db, call.now, author=call.me, text=full, parent=parent, poll=poll)
    call.db.execute(
        "UPDATE post SET reply_setting = ?, paid_partnership = ?, made_with_ai = ? WHERE id = ?",
        (setting, *marks, number),
    )
    media_room.attach(call.db, pictures, number)
    life.after_own_post(call.db, call.seed, number, call.now)
    meter.charge(call.db, call.now, _price(call, text, parent), [("create", number)])
    shown = wording.show(full, number, media=[f"3_{one}" for one in pictures])
    data = {"id": str(number), "text": shown.text, "edit_history_tweet_ids": [str(number)]}
    return Answer(201, {"data": data})


def delete(call: Call) -> Answer:
    number = check_id(call.place, "id")
    row = find(call.db, number)
    if row is None:
        return Answer(200, {"errors": [refusals.not_found("tweet", call.place, "id")]})
    if row["author"] != call.me:
        raise Refused(refusals.forbidden("You are not authorized to delete this Tweet."))
    call.db.execute("UPDATE post SET deleted_at = ? WHERE id = ?", (call.now, number))
    meter.charge(call.db, call.now, Priced.DELETE, [("delete", number)])
    return Answer(200, {"data": {"deleted": True}})


def one(call: Call) -> Answer:
    params.check_names(call)
    row = find(call.db, check_id(call.place, "id"))
    if row is None:
        return Answer(200, {"errors": [refusals.not_found("tweet", call.place, "id")]})
    rendered = render.posts(call, [row])
    return Answer(200, answer(call, rendered, Priced.POST_READ, one_only=True))


def several(call: Call) -> Answer:
    params.check_names(call, frozenset({"ids"}))
    asked = params.ids(call)
    found = {
        row["id"]: row
        for row in call.db.execute(
            "SELECT * FROM post WHERE deleted_at IS NULL "
            "AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(asked),),
        )
    }
    rendered = render.posts(call, [found[number] for number in asked if number in found])
    missing = [
        refusals.not_found("tweet", str(number), "ids") for number in asked if number not in found
    ]
    payload = answer(call, rendered, Priced.POST_READ)
    if missing:
        payload["errors"] = [*payload.get("errors", []), *missing]
    return Answer(200, payload)


def answer(call: Call, rendered: render.Rendered, price: Priced, *, one_only: bool = False) -> Json:
    """The body of a reading call, billed: its posts, and what came along with them."""
    payload: Json = {}
    if rendered.data:
        payload["data"] = rendered.data[0] if one_only else rendered.data
    if rendered.includes:
        payload["includes"] = rendered.includes
    if rendered.errors:
        payload["errors"] = rendered.errors
    meter.charge(call.db, call.now, price, [("post", int(p["id"])) for p in rendered.data])
    along = [("post", number) for number in rendered.posts]
    meter.charge(call.db, call.now, Priced.POST_READ, along)
    meter.charge(call.db, call.now, Priced.USER_READ, [("user", n) for n in rendered.users])
    return payload


def _pictures(call: Call, body: Json) -> Sequence[int]:
    if "media" not in body:
        return ()
    part: Any = body["media"]
    listed = part.get("media_ids") if isinstance(part, dict) else None
    if not isinstance(listed, list) or not 1 <= len(listed) <= 4:
        raise Refused(refusals.invalid("$.media.media_ids: must have between 1 and 4 items"))
    check_keys(part, frozenset({"media_ids", "tagged_user_ids"}), "$.media")
    numbers = [check_id(value, "$.media.media_ids") for value in listed]
    usable = [media_room.usable(call.db, number, call.me, call.now) for number in numbers]
    moving = [row for row in usable if row and row["category"] != "tweet_image"]
    if None in usable or len(set(numbers)) < len(numbers) or (moving and len(usable) > 1):
        raise Refused(refusals.bad_media([str(value) for value in listed]))
    return numbers


def _marks(body: Json) -> tuple[bool, bool]:
    """Paid partnership, made with AI."""
    marks = []
    for name in ("paid_partnership", "made_with_ai"):
        on = body.get(name, False)
        if not isinstance(on, bool):
            raise Refused(refusals.invalid(f"$.{name}: is not a boolean", {f"$.{name}": [str(on)]}))
        marks.append(on)
    return marks[0], marks[1]


def _reply_setting(body: Json) -> str:
    """Everyone is told by leaving it out: there is no word for it that X takes."""
    if "reply_settings" not in body:
        return "everyone"
    setting = body["reply_settings"]
    if setting in _SETTINGS:
        return str(setting)
    message = f"$.reply_settings: does not have a value in the enumeration {list(_SETTINGS)}"
    raise Refused(refusals.invalid(message, {"$.reply_settings": [str(setting)]}))


def _parent(call: Call, body: Json) -> Row | None:
    """The post answered to, when X lets us: ours, or one whose author called us (2026-02-23)."""
    part = body.get("reply")
    if part is None:
        return None
    if not isinstance(part, dict) or "in_reply_to_tweet_id" not in part:
        raise Refused(refusals.invalid("$.reply.in_reply_to_tweet_id: is missing"))
    allowed = {"in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata"}
    check_keys(part, frozenset(allowed), "$.reply")
    number = check_id(part["in_reply_to_tweet_id"], "$.reply.in_reply_to_tweet_id")
    row = find(call.db, number)
    if row is None:
        raise Refused(refusals.parent_gone())
    called = call.db.execute(
        "SELECT 1 FROM mention WHERE post = ? AND user = ? UNION ALL "
        "SELECT 1 FROM post AS ours JOIN post AS theirs ON theirs.quoted = ours.id "
        "WHERE theirs.id = ? AND ours.author = ?",
        (number, call.me, number, call.me),
    ).fetchone()
    if row["author"] != call.me and called is None:
        raise Refused(refusals.not_summoned())
    return row


def _with_name(call: Call, text: str, parent: Row | None) -> str:
    """X puts the name of the one answered in front; it does not count towards the length."""
    if parent is None or parent["author"] == call.me:
        return text
    row = call.db.execute("SELECT handle FROM user WHERE id = ?", (parent["author"],)).fetchone()
    name = f"@{row['handle']}"
    if text.casefold().startswith(name.casefold()):
        return text
    return f"{name} {text}"


def _is_duplicate(call: Call, text: str, parent: Row | None) -> bool:
    found = call.db.execute(
        "SELECT 1 FROM post WHERE author = ? AND text = ? AND parent IS ? AND created_at > ? "
        "AND deleted_at IS NULL AND id NOT IN (SELECT post FROM media WHERE post IS NOT NULL)",
        (call.me, text, parent["id"] if parent else None, call.now - DUPLICATE_SECONDS),
    )
    return found.fetchone() is not None


def _price(call: Call, text: str, parent: Row | None) -> Priced:
    if wording.has_link(text):
        return Priced.CREATE_WITH_LINK
    if parent is not None and parent["author"] != call.me:
        return Priced.ANSWER
    return Priced.CREATE
