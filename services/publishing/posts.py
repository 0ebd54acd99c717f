"""A post as it stands in the store: values, and how they are read from rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from services.publishing.post_options import PLAIN, Poll, PostKind, PostOptions, WhoCanReply
from services.publishing.states import State
from services.text.blank import is_blank

MOST_PICTURES = 4
"""What X takes with one post."""
BY_HAND = "ByHand"
"""The reason of a post whose time has come and that the owner posts on X's own page."""

LOOK_ALIKE = "look_alike"
"""The detail of a post in doubt of which X shows one with the same words (look_alikes.py)."""

FROM_X = "x:"
"""Begins the id of a post that is known from X alone, as search shows it; X's own id follows."""


class LateRule(StrEnum):
    """What becomes of a post whose hour passed while Shoplark was not running."""

    USUAL = "usual"
    """Sent when less than 30 minutes late, else moved to the next slot, else asked."""
    SEND = "send"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Attachment:
    """`picture` is the hash of the store's own copy, which may be a video."""

    id: str
    picture: str
    alt_text: str = ""
    x_media_id: str | None = None
    media_expires_at: int | None = None
    alt_text_set: bool = False
    is_video: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """`attempted_at`: when X was last asked to publish it; with no `x_post_id` it is in doubt.

    `sent_at` without `x_post_id`: the owner posted it by hand and gave no link.
    """

    id: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    x_post_id: str | None = None
    attempted_at: int | None = None
    sent_at: int | None = None

    @property
    def is_on_x(self) -> bool:
        """By X's word or the owner's: it is never sent again."""
        return self.x_post_id is not None or self.sent_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`reason` is the class name of the error that holds it back, or Late, ByHand, Unclear.

    `opened_at`: since when X's own page is open for it, and only the owner knows its fate.
    `moved_from`: its own time, while the program has put it off. `even_closed`: the owner chose
    its time knowing that the shop is closed then.
    """

    id: str
    account_id: str
    state: State
    parts: tuple[Part, ...]
    due_at: int | None = None
    due_wall: str | None = None
    due_zone: str | None = None
    late_rule: LateRule = LateRule.USUAL
    next_try_at: int | None = None
    tries: int = 0
    reason: str | None = None
    reason_detail: str | None = None
    answers_item: str | None = None
    reply_to_x_id: str | None = None
    board_id: str | None = None
    options: PostOptions = PLAIN
    created_at: int
    changed_at: int
    queued_at: int | None = None
    attempted_at: int | None = None
    doubtful_since: int | None = None
    absent_reads: int = 0
    sent_at: int | None = None
    opened_at: int | None = None
    moved_from: int | None = None
    even_closed: bool = False

    @property
    def text(self) -> str:
        """The first part's words."""
        return self.parts[0].text

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(one.picture for part in self.parts for one in part.attachments)

    @property
    def x_ids(self) -> tuple[str, ...]:
        return tuple(part.x_post_id for part in self.parts if part.x_post_id is not None)

    @property
    def left(self) -> tuple[Part, ...]:
        """The parts that are not on X."""
        return tuple(part for part in self.parts if not part.is_on_x)

    @property
    def is_begun(self) -> bool:
        """A part of it is on X."""
        return len(self.left) < len(self.parts)

    @property
    def is_empty(self) -> bool:
        """A poll of empty options is nothing, either."""
        poll = self.options.poll
        return (
            not self.pictures
            and all(is_blank(part.text) for part in self.parts)
            and not (poll and any(option.strip() for option in poll.options))
        )


def read_post(connection: sqlite3.Connection, post_id: str) -> Post:
    """Raises KeyError when there is none."""
    found = read_posts(connection, "post.id = ?", (post_id,))
    if not found:
        raise KeyError(post_id)
    return found[0]


def read_posts(
    connection: sqlite3.Connection,
    where: str,
    values: Iterable[object],
    *,
    order: str = "post.due_at, post.queued_at, post.rowid",
) -> tuple[Post, ...]:
    """All posts that fit, whole, in four reads however many they are.

    `where` and `order` are SQL of ours over the table `post`, never anybody's words.
    """
    with _one_moment(connection):
        return _read_posts(connection, where, tuple(values), order)


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """All reads see the file as it is at the first: another lane may move posts in between, and a
    post that fits only by then would come without its parts."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def _read_posts(
    connection: sqlite3.Connection, where: str, values: tuple[object, ...], order: str
) -> tuple[Post, ...]:
    chosen = f"SELECT post.id FROM post WHERE {where}"  # noqa: S608  # our own SQL
    pictures: dict[str, list[Attachment]] = {}
    for row in connection.execute(
        "SELECT attachment.*, picture.mime FROM attachment "  # noqa: S608  # ours
        "JOIN part ON part.id = part_id JOIN picture ON picture.hash = attachment.picture "
        f"WHERE post_id IN ({chosen}) ORDER BY attachment.position",
        values,
    ):
        pictures.setdefault(row["part_id"], []).append(_attachment(row))
    parts: dict[str, list[Part]] = {}
    for row in connection.execute(
        f"SELECT * FROM part WHERE post_id IN ({chosen}) ORDER BY position",  # noqa: S608  # ours
        values,
    ):
        parts.setdefault(row["post_id"], []).append(_part(row, pictures.get(row["id"], [])))
    polls: dict[str, list[str]] = {}
    for row in connection.execute(
        f"SELECT * FROM poll_option WHERE post_id IN ({chosen}) ORDER BY position",  # noqa: S608  # ours
        values,
    ):
        polls.setdefault(row["post_id"], []).append(row["text"])
    rows = connection.execute(
        f"SELECT * FROM post WHERE {where} ORDER BY {order}",  # noqa: S608  # ours
        values,
    )
    return tuple(_post(row, parts.get(row["id"], []), polls.get(row["id"], [])) for row in rows)


def _attachment(row: sqlite3.Row) -> Attachment:
    return Attachment(
        id=row["id"],
        picture=row["picture"],
        alt_text=row["alt_text"],
        x_media_id=row["x_media_id"],
        media_expires_at=row["media_expires_at"],
        alt_text_set=bool(row["alt_text_set"]),
        is_video=row["mime"].startswith("video/"),
    )


def _part(row: sqlite3.Row, attachments: list[Attachment]) -> Part:
    return Part(
        id=row["id"],
        text=row["text"],
        attachments=tuple(attachments),
        x_post_id=row["x_post_id"],
        attempted_at=row["attempted_at"],
        sent_at=row["sent_at"],
    )


def _post(row: sqlite3.Row, parts: list[Part], poll: list[str]) -> Post:
    same = {name: row[name] for name in _SAME_NAMES}
    return Post(
        state=State(row["state"]),
        late_rule=LateRule(row["late_rule"]),
        even_closed=bool(row["even_closed"]),
        parts=tuple(parts),
        options=_options(row, poll),
        **same,
    )


def _options(row: sqlite3.Row, poll: list[str]) -> PostOptions:
    minutes = row["poll_minutes"]
    return PostOptions(
        poll=None if minutes is None else Poll(tuple(poll), minutes),
        who_can_reply=WhoCanReply(row["who_can_reply"]),
        paid_partnership=bool(row["paid_partnership"]),
        made_with_ai=bool(row["made_with_ai"]),
        link_marks=bool(row["link_marks"]),
        kind=PostKind(row["kind"]),
        campaign_id=row["campaign_id"],
    )


_SAME_NAMES = tuple(
    name
    for name in Post.__dataclass_fields__
    if name not in ("state", "late_rule", "even_closed", "parts", "options")
)
