"""Holds what X has against what was queued: nothing lost, nothing twice, threads in order."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tests.crash.posts import Wanted


@dataclass
class Count:
    """What a lap came to; laps add up."""

    kills: int = 0
    runs: int = 0
    points: Counter[str] = field(default_factory=Counter)
    """Named points the program died at."""
    moments: Counter[str] = field(default_factory=Counter)
    """What it was doing when it was killed from outside."""
    posts: int = 0
    parts: int = 0
    lost: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Out of order, without its pictures, or not as the program has it written down."""
    needs_you: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def is_good(self) -> bool:
        return not (self.lost or self.double or self.wrong)


def moment(database: Path) -> str:
    """What a program that was just killed had written down last."""
    with _reading(database) as connection:
        states = Counter(row[0] for row in connection.execute("SELECT state FROM post"))
        asked = connection.execute(
            "SELECT count(*) FROM part JOIN post ON post.id = post_id "
            "WHERE state = 'sending' AND part.attempted_at IS NOT NULL AND x_post_id IS NULL"
        ).fetchone()[0]
    if states["sending"]:
        return "while X was asked to publish" if asked else "before X was asked to publish"
    return "while one was looked for" if states["checking"] else "between two posts"


def waiting(database: Path) -> int:
    with _reading(database) as connection:
        return int(
            connection.execute(
                "SELECT count(*) FROM post WHERE state IN ('queued', 'sending', 'checking')"
            ).fetchone()[0]
        )


def compare(
    database: Path, wanted: Sequence[Wanted], on_x: Sequence[dict[str, Any]], count: Count
) -> None:
    """Adds to `count` how the lap ended."""
    with _reading(database) as connection:
        states = dict(connection.execute("SELECT id, state FROM post").fetchall())
        recorded = {
            (row[0], row[1]): row[2]
            for row in connection.execute("SELECT post_id, position, x_post_id FROM part")
        }
    for post in wanted:
        _compare_one(post, states.get(post.id), recorded, on_x, count)
    count.posts += len(wanted)
    count.parts += sum(len(post.marks) for post in wanted)
    known = {mark for post in wanted for mark in post.marks}
    count.wrong += [
        f"nobody asked for: {post['text']}" for post in on_x if _mark(post) not in known
    ]


def _compare_one(
    post: Wanted,
    state: str | None,
    recorded: dict[tuple[str, int], str | None],
    on_x: Sequence[dict[str, Any]],
    count: Count,
) -> None:
    if state == "needs_you":
        count.needs_you.append(post.id)
    elif state != "sent":
        count.lost.append(f"{post.id} is {state}")
    before = None
    for place, mark in enumerate(post.marks):
        there = [each for each in on_x if _mark(each) == mark]
        if len(there) > 1:
            count.double.append(mark)
        if not there:
            if state == "sent":
                count.lost.append(mark)
            before = None
            continue
        one = there[0]
        if state == "sent" and recorded[post.id, place] != one["id"]:
            count.wrong.append(f"{mark} is kept as {recorded[post.id, place]}")
        if place and one["parent_id"] != before:
            count.wrong.append(f"{mark} answers {one['parent_id']}")
        if len(one["media"]) != (0 if place else post.pictures):
            count.wrong.append(f"{mark} has {len(one['media'])} pictures")
        before = one["id"]


def _mark(post: dict[str, Any]) -> str:
    return str(post["text"]).rpartition(" ")[2]


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()
