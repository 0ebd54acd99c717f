"""Looks into the practice X from outside, and speaks as a customer: for tests and the tour."""

from __future__ import annotations

import json
from dataclasses import dataclass

from services.x_api.practice import book
from services.x_api.practice.state import State
from services.x_api.practice.x import PracticeX


@dataclass(frozen=True, slots=True)
class HeldMedia:
    id: str
    mime: str
    size: int
    width: int
    height: int
    sha256: str
    alt_text: str


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post of the shop as the X holds it; `text` is what was sent, with a name X put in front."""

    id: str
    text: str
    created_at: int
    conversation_id: str
    parent_id: str | None
    media: tuple[HeldMedia, ...]
    poll: tuple[tuple[str, ...], int] | None = None
    """Options and minutes."""
    reply_setting: str = "everyone"
    paid_partnership: bool = False
    made_with_ai: bool = False


def own_posts(state: State) -> tuple[HeldPost, ...]:
    """Newest first, without the deleted ones."""
    with state.transaction() as db:
        rows = db.execute(
            "SELECT * FROM post WHERE author = (SELECT id FROM user WHERE role = 'shop') "
            "AND deleted_at IS NULL ORDER BY id DESC"
        ).fetchall()
        pictures: dict[int, list[HeldMedia]] = {}
        for m in db.execute("SELECT * FROM media WHERE post IS NOT NULL ORDER BY post, position"):
            held = HeldMedia(
                id=str(m["id"]),
                mime=m["mime"],
                size=m["size"],
                width=m["width"],
                height=m["height"],
                sha256=m["sha256"],
                alt_text=m["alt_text"],
            )
            pictures.setdefault(m["post"], []).append(held)
    return tuple(
        HeldPost(
            id=str(row["id"]),
            text=row["text"],
            created_at=row["created_at"],
            conversation_id=str(row["conversation"]),
            parent_id=str(row["parent"]) if row["parent"] else None,
            media=tuple(pictures.get(row["id"], ())),
            poll=_poll(row["poll"]),
            reply_setting=row["reply_setting"],
            paid_partnership=bool(row["paid_partnership"]),
            made_with_ai=bool(row["made_with_ai"]),
        )
        for row in rows
    )


def _poll(held: str | None) -> tuple[tuple[str, ...], int] | None:
    if held is None:
        return None
    poll = json.loads(held)
    return tuple(poll["options"]), poll["duration_minutes"]


def customer_writes(
    x: PracticeX,
    now: int,
    *,
    text: str,
    handle: str = "visitor",
    name: str = "",
    reply_to: str | None = None,
    lang: str = "en",
) -> str:
    """A customer's post, now; an unknown handle joins at once. Returns its id."""
    with x.state.transaction() as db:
        row = db.execute("SELECT id FROM user WHERE handle = ?", (handle,)).fetchone()
        if row is None:
            number = db.execute("SELECT max(id) + 1 FROM user").fetchone()[0]
            db.execute(
                "INSERT INTO user (id, handle, name, lang, followers, following, role, created_at)"
                " VALUES (?, ?, ?, ?, 80, 120, 'visitor', ?)",
                (number, handle, name or handle, lang, now - 86_400),
            )
        else:
            number = row["id"]
        parent = book.find(db, int(reply_to)) if reply_to else None
        return str(book.write(db, now, author=number, text=text, parent=parent, lang=lang))
