"""Pictures on their way to a post: in one go or in pieces, alt text, and a life of 24 hours.

The bytes themselves are not kept, only their size and SHA-256. A video goes in pieces alone; one
that cannot be used is found while it is worked on, as X finds it: it then has no mime.
"""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Collection, Sequence
from hashlib import sha256
from sqlite3 import Row

from services.x_api.practice import ids, meter, multipart, refusals
from services.x_api.practice.call import Answer, Call, Json, check_id, check_keys
from services.x_api.practice.films import watch
from services.x_api.practice.meter import Priced
from services.x_api.practice.pictures import Kind, kind_of
from services.x_api.practice.refusals import Refused

LIFE_SECONDS = 86_400
CHUNK_BYTES = 5 * 1024 * 1024
ALT_TEXT_SIGNS = 1_000
_MB = 1024 * 1024
_MOST = {"tweet_image": 5 * _MB, "tweet_gif": 15 * _MB, "tweet_video": 512 * _MB}
_MIMES = {
    "tweet_image": ("image/jpeg", "image/png", "image/webp", "image/gif"),
    "tweet_gif": ("image/gif",),
    "tweet_video": ("video/mp4", "video/quicktime"),
}
_ONE_SHOT = ("tweet_image",)
"""MediaCategoryOneShot of X's OpenAPI, as far as posts go."""
_FILM_SECONDS = 4
"""A film or GIF is worked on for so long after its last piece."""


def upload(call: Call) -> Answer:
    """One-shot: JSON with base64, or multipart with the bytes."""
    fields = _fields(call)
    allowed = {"media", "media_category", "media_type", "additional_owners", "shared"}
    check_keys(fields, frozenset(allowed))
    category = _category(fields, _ONE_SHOT)
    data = _data(fields)
    number = ids.next_id(call.db, call.now)
    _check_finished(data, category)
    call.db.execute(
        "INSERT INTO media (id, owner, category, created_at) VALUES (?, ?, ?, ?)",
        (number, call.me, category, call.now),
    )
    _finish(call, number, data)
    return Answer(200, {"data": _about(_row(call, number), call.now)})


def initialize(call: Call) -> Answer:
    body = call.json_body()
    allowed = {"media_type", "total_bytes", "media_category", "additional_owners", "shared"}
    check_keys(body, frozenset(allowed))
    category = _category(body)
    promised = body.get("total_bytes")
    if not isinstance(promised, int) or not 0 < promised <= _MOST[category]:
        raise Refused(_bad("$.total_bytes", promised))
    if category == "tweet_video" and body.get("media_type") not in _MIMES[category]:
        raise Refused(_bad("$.media_type", body.get("media_type")))
    number = ids.next_id(call.db, call.now)
    call.db.execute(
        "INSERT INTO media (id, owner, category, promised, created_at) VALUES (?, ?, ?, ?, ?)",
        (number, call.me, category, promised, call.now),
    )
    return Answer(200, {"data": _about(_row(call, number), call.now)})


def append(call: Call) -> Answer:
    row = _open(call)
    fields = _fields(call)
    check_keys(fields, frozenset({"media", "segment_index"}))
    segment = str(fields.get("segment_index", ""))
    if not (segment.isascii() and segment.isdigit() and int(segment) <= 999):
        raise Refused(_bad("$.segment_index", segment))
    data = _data(fields)
    if not 0 < len(data) <= CHUNK_BYTES:
        raise Refused(_bad("$.media", len(data)))
    call.db.execute(
        "INSERT OR REPLACE INTO chunk (media, segment, data) VALUES (?, ?, ?)",
        (row["id"], int(segment), data),
    )
    return Answer(200, {"data": {"expires_at": row["created_at"] + LIFE_SECONDS}})


def finalize(call: Call) -> Answer:
    row = _open(call)
    count, last, size = call.db.execute(
        "SELECT count(*), coalesce(max(segment), -1), coalesce(sum(length(data)), 0) "
        "FROM chunk WHERE media = ?",
        (row["id"],),
    ).fetchone()
    if count != last + 1 or size != row["promised"]:
        raise Refused(refusals.invalid("Segments do not add up to provided total file size."))
    pieces = (
        bytes(piece["data"])
        for piece in call.db.execute(
            "SELECT data FROM chunk WHERE media = ? ORDER BY segment", (row["id"],)
        )
    )
    if row["category"] == "tweet_video":
        film = watch(pieces)
        _put(call, row["id"], Kind(film.mime, 0, 0), film.size, film.sha256)
    else:
        data = b"".join(pieces)
        _check_finished(data, row["category"])
        _finish(call, row["id"], data)
    call.db.execute("DELETE FROM chunk WHERE media = ?", (row["id"],))
    return Answer(200, {"data": _about(_row(call, row["id"]), call.now)})


def status(call: Call) -> Answer:
    query = call.request.query
    if query.get("command", "STATUS") != "STATUS":
        raise Refused(
            refusals.invalid("The `command` query parameter value is not one of [STATUS]")
        )
    number = check_id(query.get("media_id", ""), "media_id")
    return Answer(200, {"data": _about(_row(call, number), call.now)})


def set_metadata(call: Call) -> Answer:
    body = call.json_body()
    check_keys(body, frozenset({"id", "metadata"}))
    number = check_id(body.get("id"), "$.id")
    metadata = body.get("metadata", {})
    alt = metadata.get("alt_text") if isinstance(metadata, dict) else None
    text = alt.get("text") if isinstance(alt, dict) else None
    if not isinstance(text, str) or len(text) > ALT_TEXT_SIGNS:
        raise Refused(_bad("$.metadata.alt_text.text", text))
    row = _row(call, number)
    if row["finished_at"] is None:
        raise Refused(refusals.bad_media([str(number)]))
    call.db.execute("UPDATE media SET alt_text = ? WHERE id = ?", (text, number))
    meter.charge(call.db, call.now, Priced.MEDIA_METADATA, [("media", number)])
    associated = {"alt_text": {"text": text}}
    return Answer(200, {"data": {"id": str(number), "associated_metadata": associated}})


def usable(db: sqlite3.Connection, number: int, owner: int, now: int) -> Row | None:
    """The finished picture that may go on a post now: ours, not used, not over 24 hours old."""
    row: Row | None = db.execute(
        "SELECT * FROM media WHERE id = ? AND owner = ? AND post IS NULL AND finished_at > ?",
        (number, owner, now - LIFE_SECONDS),
    ).fetchone()
    if row is None or _state(row, now) != "succeeded":
        return None
    return row


def attach(db: sqlite3.Connection, numbers: Sequence[int], post: int) -> None:
    db.executemany(
        "UPDATE media SET post = ?, position = ? WHERE id = ?",
        [(post, position, number) for position, number in enumerate(numbers)],
    )


def _fields(call: Call) -> Json:
    kind = call.request.header("content-type")
    if kind.startswith("multipart/"):
        found = multipart.fields(kind, call.request.body)
        return {k: v if k == "media" else v.decode("utf-8", "replace") for k, v in found.items()}
    return call.json_body()


def _data(fields: Json) -> bytes:
    value = fields.get("media")
    if isinstance(value, bytes):
        return value
    try:
        return base64.b64decode(value or "", validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise Refused(_bad("$.media", "…")) from None


def _category(fields: Json, allowed: Collection[str] = _MOST) -> str:
    category = fields.get("media_category")
    if not isinstance(category, str) or category not in allowed:
        raise Refused(_bad("$.media_category", category))
    return category


def _check_finished(data: bytes, category: str) -> None:
    kind = kind_of(data)
    if kind is None or kind.mime not in _MIMES[category] or len(data) > _MOST[category]:
        raise Refused(refusals.invalid("media type unrecognized.", {"media": [category]}))


def _finish(call: Call, number: int, data: bytes) -> None:
    kind = kind_of(data)
    if kind is None:
        raise AssertionError("checked before")
    _put(call, number, kind, len(data), sha256(data).hexdigest())


def _put(call: Call, number: int, kind: Kind, size: int, digest: str) -> None:
    call.db.execute(
        "UPDATE media SET mime = ?, size = ?, width = ?, height = ?, sha256 = ?, finished_at = ? "
        "WHERE id = ?",
        (kind.mime, size, kind.width, kind.height, digest, call.now, number),
    )


def _open(call: Call) -> Row:
    """The upload in the path, still taking pieces."""
    row = _row(call, check_id(call.place, "id"))
    late = call.now - row["created_at"] >= LIFE_SECONDS
    if row["finished_at"] is not None or late:
        raise Refused(refusals.bad_media([call.place]))
    return row


def _row(call: Call, number: int) -> Row:
    row: Row | None = call.db.execute(
        "SELECT * FROM media WHERE id = ? AND owner = ?", (number, call.me)
    ).fetchone()
    if row is None:
        raise Refused(refusals.bad_media([str(number)]))
    return row


def _state(row: Row, now: int) -> str:
    if row["category"] == "tweet_image":
        return "succeeded"
    if now - row["finished_at"] < _FILM_SECONDS:
        return "in_progress"
    return "succeeded" if row["mime"] else "failed"


def _about(row: Row, now: int) -> Json:
    about: Json = {"id": str(row["id"]), "media_key": f"3_{row['id']}"}
    if row["finished_at"] is None:
        return about | {"expires_after_secs": LIFE_SECONDS}
    left = max(0, row["finished_at"] + LIFE_SECONDS - now)
    about |= {"size": row["size"], "expires_after_secs": left}
    if row["category"] == "tweet_image":
        return about
    state = _state(row, now)
    info: Json = {"state": state, "progress_percent": 40 if state == "in_progress" else 100}
    if state == "in_progress":
        info["check_after_secs"] = 1
    return about | {"processing_info": info}


def _bad(name: str, value: object) -> refusals.Refusal:
    shown = value if isinstance(value, str) else json.dumps(value)
    return refusals.invalid(f"{name}: is not valid", {name: [shown]})
