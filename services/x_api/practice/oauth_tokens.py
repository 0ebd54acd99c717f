"""What the practice X has given out to apps: codes, access tokens and refresh tokens.

It keeps their marks only (the start of their SHA-256), so that its file and its log open nothing.
All that came of one consent is a family. Refresh tokens open once; a new one comes with each
renewal, and the access token of before stays good until it ends by itself [T, M]. A refresh token
that is sent again ends its whole family [T] (x_platform.md §2).
"""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from services.clock import DAY
from services.x_api.practice.state import fact, set_fact

CODE_SECONDS = 30
REFRESH_SECONDS = 182 * DAY
"""About six months [T]."""


class Sort(StrEnum):
    CODE = "ac"
    ACCESS = "at"
    REFRESH = "rt"


@dataclass(frozen=True, slots=True)
class Held:
    """A code or token as it is kept. `callback` and `challenge` are of codes alone."""

    mark: str
    sort: Sort
    family: int
    client_id: str
    user: int
    scopes: frozenset[str]
    ends_at: int
    used_at: int | None = None
    revoked_at: int | None = None
    callback: str = ""
    challenge: str = ""

    def is_good(self, now: int) -> bool:
        return self.used_at is None and self.revoked_at is None and now < self.ends_at


@dataclass(frozen=True, slots=True)
class Pair:
    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    seconds: int
    scopes: frozenset[str]


def mark_of(secret: str) -> str:
    """Tells one code or token from another, and opens nothing."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def secret_of(seed: int, number: int, sort: Sort) -> str:
    """The one given out as the `number`th of a state: the same in each with this seed.

    Of the shape of X's own [M].
    """
    digest = sha256(f"{seed} {sort.value} {number}".encode()).digest()
    body = base64.urlsafe_b64encode(digest).rstrip(b"=")
    told = base64.urlsafe_b64encode(body + f":{number}:1:{sort.value}:1".encode())
    return told.rstrip(b"=").decode()


def given(db: sqlite3.Connection) -> tuple[str, ...]:
    """Every code and token ever given out, made anew: to look for where none may be."""
    seed = fact(db, "seed")
    rows = db.execute("SELECT number, sort FROM granted ORDER BY number").fetchall()
    return tuple(secret_of(seed, row["number"], Sort(row["sort"])) for row in rows)


def give_code(
    db: sqlite3.Connection,
    now: int,
    *,
    client_id: str,
    user: int,
    scopes: frozenset[str],
    callback: str,
    challenge: str,
) -> str:
    """A new family begins with it."""
    family = fact(db, "last_family") + 1
    set_fact(db, "last_family", family)
    code = _secret(db, Sort.CODE)
    held = Held(
        mark=mark_of(code),
        sort=Sort.CODE,
        family=family,
        client_id=client_id,
        user=user,
        scopes=scopes,
        ends_at=now + CODE_SECONDS,
        callback=callback,
        challenge=challenge,
    )
    _keep(db, held, now)
    return code


def find(db: sqlite3.Connection, secret: str, sorts: Iterable[Sort]) -> Held | None:
    wanted = set(sorts)
    row = db.execute("SELECT * FROM granted WHERE mark = ?", (mark_of(secret),)).fetchone()
    if row is None or Sort(row["sort"]) not in wanted:
        return None
    return Held(
        mark=row["mark"],
        sort=Sort(row["sort"]),
        family=row["family"],
        client_id=row["client_id"],
        user=row["user"],
        scopes=frozenset(row["scopes"].split()),
        ends_at=row["ends_at"],
        used_at=row["used_at"],
        revoked_at=row["revoked_at"],
        callback=row["callback"],
        challenge=row["challenge"],
    )


def spend(db: sqlite3.Connection, now: int, spent: Held) -> None:
    db.execute("UPDATE granted SET used_at = ? WHERE mark = ?", (now, spent.mark))


def give_pair(db: sqlite3.Connection, now: int, of: Held, seconds: int) -> Pair:
    """A refresh token comes with it where the owner allowed `offline.access`."""
    access = _secret(db, Sort.ACCESS)
    _keep(db, _following(of, access, Sort.ACCESS, now + seconds), now)
    refresh = None
    if "offline.access" in of.scopes:
        refresh = _secret(db, Sort.REFRESH)
        _keep(db, _following(of, refresh, Sort.REFRESH, now + REFRESH_SECONDS), now)
    return Pair(access, refresh, seconds, of.scopes)


def end_family(db: sqlite3.Connection, now: int, family: int) -> None:
    db.execute(
        "UPDATE granted SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL", (now, family)
    )


def end_one(db: sqlite3.Connection, now: int, held: Held) -> None:
    db.execute(
        "UPDATE granted SET revoked_at = ? WHERE mark = ? AND revoked_at IS NULL", (now, held.mark)
    )


def alive(db: sqlite3.Connection, now: int) -> tuple[tuple[str, str], ...]:
    """(sort, mark) of every access and refresh token that still opens something."""
    rows = db.execute(
        "SELECT sort, mark FROM granted WHERE sort <> ? AND used_at IS NULL "
        "AND revoked_at IS NULL AND ends_at > ? ORDER BY number",
        (Sort.CODE.value, now),
    )
    return tuple((row["sort"], row["mark"]) for row in rows)


def _following(of: Held, secret: str, sort: Sort, ends_at: int) -> Held:
    return Held(
        mark=mark_of(secret),
        sort=sort,
        family=of.family,
        client_id=of.client_id,
        user=of.user,
        scopes=of.scopes,
        ends_at=ends_at,
    )


def _keep(db: sqlite3.Connection, held: Held, now: int) -> None:
    db.execute(
        "INSERT INTO granted (mark, sort, family, client_id, user, scopes, given_at, ends_at, "
        "callback, challenge) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            held.mark,
            held.sort.value,
            held.family,
            held.client_id,
            held.user,
            " ".join(sorted(held.scopes)),
            now,
            held.ends_at,
            held.callback,
            held.challenge,
        ),
    )


def _secret(db: sqlite3.Connection, sort: Sort) -> str:
    number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM granted").fetchone()[0]
    return secret_of(fact(db, "seed"), number, sort)
