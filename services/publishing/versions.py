"""What a draft said before: up to twenty earlier versions of each.

A save a second is no version a second. What stood there is kept before a save changes it when
- nothing was kept, or the draft begun, in the last five minutes: so whenever a sitting begins,
- the save takes away forty signs, a picture or a part at once,
- or it was put in the queue since the last version: as it was to go out.
And whatever takes the place of all that stands there, as a template does, asks for it first.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import Any

from services.clock import Clock
from services.ids import new_id
from services.publishing.drafts import DraftPart, Drafts, NotEditable, as_draft
from services.publishing.post_options import PLAIN, Poll, PostKind, PostOptions, WhoCanReply
from services.publishing.posts import Post, read_post
from services.publishing.states import State
from services.store.database import Database

MOST = 20
APART = 5 * 60
"""In seconds."""
MUCH = 40
"""Signs; what goes a letter at a time is kept by the clock alone."""


@dataclass(frozen=True, slots=True)
class Version:
    """`saved_at`: when it was last changed, in UTC seconds."""

    id: str
    post_id: str
    saved_at: int
    parts: tuple[DraftPart, ...]
    options: PostOptions = PLAIN
    board_id: str | None = None

    @property
    def text(self) -> str:
        """Of all parts, an empty line between them."""
        return text_of(self.parts)

    def says(self, post: Post) -> bool:
        """Whether the post is just so."""
        now = (_parts_of(post), post.options, post.board_id)
        return (self.parts, self.options, self.board_id) == now


class Versions:
    def __init__(self, database: Database, clock: Clock, drafts: Drafts) -> None:
        self._database = database
        self._clock = clock
        self._drafts = drafts

    def all(self, post_id: str) -> tuple[Version, ...]:
        """Newest first."""
        return _read(self._database.connection, post_id)

    def keep(self, post_id: str) -> None:
        """What stands there now, before other words take its place; what is empty is not kept.

        Asking twice keeps it once. Raises KeyError for a post that is gone.
        """
        with self._database.transaction() as connection:
            keep_version(connection, read_post(connection, post_id), now=self._clock.now())

    def restore(self, version_id: str) -> Post:
        """The post as it was then. What stood there becomes a version, so nothing is lost.

        Pictures, boards and campaigns that are gone stay away. Raises KeyError for a version that
        or a post that is gone, NotEditable for one that is no longer a draft.
        """
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT * FROM draft_version WHERE id = ?", (version_id,)
            ).fetchone()
            version = None if row is None else _version(row)
            if version is None:
                raise KeyError(version_id)
            before = read_post(connection, version.post_id)
            if before.state is not State.DRAFT:
                raise NotEditable(before.state)
            wanted = _without_missing(connection, version)
            if wanted.says(before):
                return before
            keep_version(connection, before, now=self._clock.now())
            self._drafts.save(version.post_id, parts=wanted.parts, options=wanted.options)
            return self._drafts.set_board(version.post_id, wanted.board_id)


def text_of(parts: tuple[DraftPart, ...]) -> str:
    return "\n\n".join(part.text for part in parts)


def keep_before_save(
    connection: sqlite3.Connection, before: Post, wanted: tuple[DraftPart, ...], *, now: int
) -> None:
    """Called by each save that changes anything, before it does."""
    newest = connection.execute(
        "SELECT kept_at FROM draft_version WHERE post_id = ? ORDER BY rowid DESC LIMIT 1",
        (before.id,),
    ).fetchone()
    last = before.created_at if newest is None else newest["kept_at"]
    queued = before.queued_at
    was_queued = queued is not None and (newest is None or queued > last)
    # A clock that was set back must not stop versions for as long.
    by_the_clock = not 0 <= now - last < APART
    if by_the_clock or was_queued or _takes_much(_parts_of(before), wanted):
        keep_version(connection, before, now=now)


def keep_version(connection: sqlite3.Connection, post: Post, *, now: int) -> None:
    """Unless it is empty. Each is kept once: an older version that says the same makes room."""
    if post.is_empty:
        return
    content = _written(post)
    # Twenty long threads are megabytes: told apart by this, none of them has to be read.
    digest = blake2b(content.encode(), digest_size=16).hexdigest()
    connection.execute(
        "DELETE FROM draft_version WHERE post_id = ? AND digest = ?", (post.id, digest)
    )
    connection.execute(
        "INSERT INTO draft_version(id, post_id, saved_at, kept_at, digest, content) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), post.id, post.changed_at, now, digest, content),
    )
    connection.execute(
        "DELETE FROM draft_version WHERE post_id = ?1 AND rowid NOT IN (SELECT rowid FROM "
        "draft_version WHERE post_id = ?1 ORDER BY rowid DESC LIMIT ?2)",
        (post.id, MOST),
    )


def _parts_of(post: Post) -> tuple[DraftPart, ...]:
    return tuple(as_draft(part) for part in post.parts)


def _takes_much(before: tuple[DraftPart, ...], wanted: tuple[DraftPart, ...]) -> bool:
    if len(wanted) < len(before):
        return True
    kept = {picture for part in wanted for picture, _alt in part.pictures}
    if any(picture not in kept for part in before for picture, _alt in part.pictures):
        return True
    return _taken(text_of(before), text_of(wanted)) >= MUCH


def _taken(before: str, after: str) -> int:
    """How many signs between the same beginning and the same end were replaced."""
    shorter = min(len(before), len(after))
    start = _same(before, after, shorter)
    end = _same(before[start:][::-1], after[start:][::-1], shorter - start)
    return len(before) - start - end


def _same(one: str, other: str, most: int) -> int:
    """How many signs two texts begin with alike: halving, since comparing is quick."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _without_missing(connection: sqlite3.Connection, version: Version) -> Version:
    def known(table: str, key: str, value: str) -> bool:
        sql = f"SELECT 1 FROM {table} WHERE {key} = ?"  # noqa: S608  # names of ours
        return connection.execute(sql, (value,)).fetchone() is not None

    parts = tuple(
        replace(
            part, pictures=tuple(one for one in part.pictures if known("picture", "hash", one[0]))
        )
        for part in version.parts
    )
    board, campaign = version.board_id, version.options.campaign_id
    if board is not None and not known("board", "id", board):
        board = None
    if campaign is not None and not known("campaign", "id", campaign):
        campaign = None
    options = replace(version.options, campaign_id=campaign)
    return replace(version, parts=parts, options=options, board_id=board)


def _written(post: Post) -> str:
    content = {
        "parts": [asdict(part) for part in _parts_of(post)],
        "options": asdict(post.options),
        "board_id": post.board_id,
    }
    return json.dumps(content, ensure_ascii=False)


def _read(connection: sqlite3.Connection, post_id: str) -> tuple[Version, ...]:
    rows = connection.execute(
        "SELECT * FROM draft_version WHERE post_id = ? ORDER BY rowid DESC", (post_id,)
    )
    return tuple(one for one in map(_version, rows) if one is not None)


def _version(row: sqlite3.Row) -> Version | None:
    """None for one that another Shoplark wrote in words we do not know."""
    try:
        content = json.loads(row["content"])
        parts = tuple(_part(part) for part in content["parts"])
        options = _options(content["options"])
        board = content["board_id"]
    except (ValueError, KeyError, TypeError):
        return None
    return Version(row["id"], row["post_id"], row["saved_at"], parts, options, board)


def _part(part: dict[str, Any]) -> DraftPart:
    return DraftPart(part["text"], tuple((one[0], one[1]) for one in part["pictures"]))


def _options(content: dict[str, Any]) -> PostOptions:
    poll = content["poll"]
    return PostOptions(
        **{
            **content,
            "poll": None if poll is None else Poll(tuple(poll["options"]), poll["minutes"]),
            "who_can_reply": WhoCanReply(content["who_can_reply"]),
            "kind": PostKind(content["kind"]),
        }
    )
