"""A giveaway: its prize, rules and end, and a draw that anybody can do again by its record.

The draw: the entries in the order of their answers on X (by the answer's id, the oldest first),
numbered from 0; a seed of 32 hexadecimal digits from the computer's own chance (`secrets`); and
the winners' numbers from Python's `random.Random(seed).sample(range(entries), winners)`. Seed and
entries are kept, so the same line gives the same winners on any computer.
"""

from __future__ import annotations

import random
import secrets
import sqlite3
from dataclasses import dataclass, replace

from services.clock import Clock
from services.ids import new_id
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.posts import Post
from services.store.database import Database
from services.text.clean import clean

MOST_WINNERS = 100
_SEED_BYTES = 16


class NoPrize(ValueError):
    """A giveaway without a prize gives nothing away."""


class AlreadyDrawn(Exception):
    """A draw is done once; nothing was changed."""


class NotOver(Exception):
    """It has not ended yet, and nobody said to draw all the same."""


class NoEntries(Exception):
    """Nobody was chosen to draw among."""


@dataclass(frozen=True, slots=True)
class Giveaway:
    """`ends_at` is UTC seconds of `ends_wall` (2026-11-30T18:00) in `ends_zone`."""

    id: str
    account_id: str
    prize: str
    rules: str
    winners: int
    ends_at: int
    ends_wall: str
    ends_zone: str
    post_id: str | None = None
    drawn_at: int | None = None
    seed: str | None = None

    @property
    def drawn_early(self) -> bool:
        return self.drawn_at is not None and self.drawn_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer under the post. `won` only after the draw. `item_id` None: no longer here.

    `late`: it came after the end that was told.
    """

    item_id: str | None
    handle: str
    x_post_id: str
    text: str = ""
    at: int = 0
    won: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """A deleted giveaway with its record: the key to taking it back."""

    giveaway: Giveaway
    entries: tuple[Entry, ...]


def winners_of(seed: str, entries: int, winners: int) -> frozenset[int]:
    """The winners' numbers; all where there are no more entries than winners."""
    chance = random.Random(seed)  # noqa: S311  # seeded on purpose, by real chance: see above
    return frozenset(chance.sample(range(entries), min(winners, entries)))


class Giveaways:
    """Methods that take an id raise KeyError when there is none."""

    def __init__(self, database: Database, clock: Clock, drafts: Drafts) -> None:
        self._database = database
        self._clock = clock
        self._drafts = drafts

    def all(self, account_id: str) -> tuple[Giveaway, ...]:
        """The one that ends last first."""
        return self._read("account_id = ?", (account_id,))

    def get(self, giveaway_id: str) -> Giveaway:
        found = self._read("id = ?", (giveaway_id,))
        if not found:
            raise KeyError(giveaway_id)
        return found[0]

    def add(self, giveaway: Giveaway) -> Giveaway:
        """Its id is given here. Raises NoPrize."""
        return self._save(replace(giveaway, id=new_id(), drawn_at=None, seed=None))

    def change(self, giveaway: Giveaway) -> Giveaway:
        """Raises NoPrize, and AlreadyDrawn: what was drawn stays as it was."""
        if self.get(giveaway.id).drawn_at is not None:
            raise AlreadyDrawn(giveaway.id)
        return self._save(giveaway)

    def set_post(self, giveaway_id: str, post_id: str | None) -> Giveaway:
        """Under which post the answers stand."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE giveaway SET post_id = ?, changed_at = ? WHERE id = ?",
                (post_id, self._clock.now(), giveaway_id),
            )
        return self.get(giveaway_id)

    def delete(self, giveaway_id: str) -> Gone:
        with self._database.transaction() as connection:
            gone = Gone(self.get(giveaway_id), self.record(giveaway_id))
            connection.execute("DELETE FROM giveaway WHERE id = ?", (giveaway_id,))
        return gone

    def undelete(self, gone: Gone) -> Giveaway:
        with self._database.transaction() as connection:
            self._write(connection, gone.giveaway)
            _write_entries(connection, gone.giveaway.id, gone.entries)
        return self.get(gone.giveaway.id)

    def begin_post(self, giveaway_id: str, words: str) -> Post:
        """A draft with these words, under whose answers is drawn later."""
        giveaway = self.get(giveaway_id)
        with self._database.transaction():
            draft = self._drafts.new(giveaway.account_id)
            post = self._drafts.save(draft.id, parts=(DraftPart(words),))
            self.set_post(giveaway_id, post.id)
        return post

    def answers(self, giveaway_id: str) -> tuple[Entry, ...]:
        """The first answer of each person to the post or a part of it until the end, oldest first.

        Without the shop's own, and without those of whom X has no name any longer.
        """
        return tuple(one for one in self.everybody(giveaway_id) if not one.late)

    def everybody(self, giveaway_id: str) -> tuple[Entry, ...]:
        """Those of `answers`, then those who answered only after the end."""
        rows = self._database.connection.execute(
            """
            SELECT item.id AS item_id, customer.handle, item.x_id AS x_post_id, item.text,
                   item.created_at AS at, item.created_at > giveaway.ends_at AS late,
                   item.customer_id
            FROM giveaway
            JOIN account ON account.id = giveaway.account_id
            JOIN inbox_item AS item ON item.account_id = giveaway.account_id
              AND item.kind = 'mention' AND item.x_conversation_id IN
                (SELECT x_post_id FROM part WHERE post_id = giveaway.post_id)
            JOIN part ON part.post_id = giveaway.post_id
              AND part.x_post_id = coalesce(item.x_parent_id, item.x_conversation_id)
            JOIN customer ON customer.id = item.customer_id
            WHERE giveaway.id = ? AND customer.handle != ''
              AND customer.x_user_id IS NOT account.x_user_id
              AND lower(customer.handle) IS NOT lower(account.handle)
            ORDER BY late, CAST(item.x_id AS INTEGER)
            """,
            (giveaway_id,),
        )
        first: dict[str, Entry] = {}
        for row in rows:
            said = {**dict(row), "late": bool(row["late"])}
            first.setdefault(said.pop("customer_id"), Entry(**said))
        return tuple(first.values())

    def draw(self, giveaway_id: str, chosen: tuple[Entry, ...], *, early: bool = False) -> Giveaway:
        """Once and for ever: durable before it is shown. `chosen` are of `everybody`.

        Raises AlreadyDrawn, NotOver (unless `early`), NoEntries.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            giveaway = self.get(giveaway_id)
            if giveaway.drawn_at is not None:
                raise AlreadyDrawn(giveaway_id)
            if now < giveaway.ends_at and not early:
                raise NotOver(giveaway_id)
            entries = _in_order(chosen)
            if not entries:
                raise NoEntries(giveaway_id)
            seed = secrets.token_hex(_SEED_BYTES)
            won = winners_of(seed, len(entries), giveaway.winners)
            marked = tuple(replace(one, won=n in won) for n, one in enumerate(entries))
            connection.execute(
                "UPDATE giveaway SET drawn_at = ?, seed = ?, changed_at = ? WHERE id = ?",
                (now, seed, now, giveaway_id),
            )
            _write_entries(connection, giveaway_id, marked)
        return self.get(giveaway_id)

    def record(self, giveaway_id: str) -> tuple[Entry, ...]:
        """Who was in, in the order they were drawn from; nobody before the draw."""
        rows = self._database.connection.execute(
            "SELECT entry.item_id, entry.handle, entry.x_post_id, entry.won, entry.late, "
            "coalesce(item.text, '') AS text, coalesce(item.created_at, 0) AS at "
            "FROM giveaway_entry AS entry LEFT JOIN inbox_item AS item ON item.id = entry.item_id "
            "WHERE giveaway_id = ? ORDER BY position",
            (giveaway_id,),
        )
        return tuple(
            Entry(**{**dict(row), "won": bool(row["won"]), "late": bool(row["late"])})
            for row in rows
        )

    def _save(self, giveaway: Giveaway) -> Giveaway:
        kept = replace(
            giveaway,
            prize=" ".join(clean(giveaway.prize)[0].split()),
            rules=clean(giveaway.rules)[0].strip(),
            winners=min(max(giveaway.winners, 1), MOST_WINNERS),
        )
        if not kept.prize:
            raise NoPrize
        with self._database.transaction() as connection:
            self._write(connection, kept)
        return self.get(kept.id)

    def _write(self, connection: sqlite3.Connection, giveaway: Giveaway) -> None:
        now = self._clock.now()
        connection.execute(
            """
            INSERT INTO giveaway(id, account_id, post_id, prize, rules, winners, ends_at,
              ends_wall, ends_zone, drawn_at, seed, created_at, changed_at)
            VALUES (?, ?, (SELECT id FROM post WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET post_id = excluded.post_id, prize = excluded.prize,
              rules = excluded.rules, winners = excluded.winners, ends_at = excluded.ends_at,
              ends_wall = excluded.ends_wall, ends_zone = excluded.ends_zone,
              changed_at = excluded.changed_at
            """,
            (
                giveaway.id,
                giveaway.account_id,
                giveaway.post_id,
                giveaway.prize,
                giveaway.rules,
                giveaway.winners,
                giveaway.ends_at,
                giveaway.ends_wall,
                giveaway.ends_zone,
                giveaway.drawn_at,
                giveaway.seed,
                now,
                now,
            ),
        )

    def _read(self, where: str, values: tuple[object, ...]) -> tuple[Giveaway, ...]:
        """`where` is SQL of ours, never anybody's words."""
        rows = self._database.connection.execute(
            "SELECT id, account_id, prize, rules, winners, ends_at, ends_wall, ends_zone, post_id, "  # noqa: S608  # ours
            f"drawn_at, seed FROM giveaway WHERE {where} ORDER BY ends_at DESC, rowid DESC",
            values,
        )
        return tuple(Giveaway(**dict(row)) for row in rows)


def _in_order(chosen: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Each person once, by their oldest answer."""
    first: dict[str, Entry] = {}
    for one in sorted(chosen, key=lambda one: int(one.x_post_id)):
        first.setdefault(one.handle.casefold(), one)
    return tuple(first.values())


def _write_entries(
    connection: sqlite3.Connection, giveaway_id: str, entries: tuple[Entry, ...]
) -> None:
    connection.executemany(
        "INSERT INTO giveaway_entry(giveaway_id, position, item_id, handle, x_post_id, won, "
        "late) VALUES (?, ?, (SELECT id FROM inbox_item WHERE id = ?), ?, ?, ?, ?)",
        [
            (giveaway_id, place, one.item_id, one.handle, one.x_post_id, one.won, one.late)
            for place, one in enumerate(entries)
        ],
    )
