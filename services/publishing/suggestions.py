"""What is offered while a hashtag or a name is typed: what did well, and whom the shop knows.

Local reads alone. All that is known of an account is read at once and kept: reading 5,000 posts
takes longer than a key may. `has_changed` is quick, and says whether to read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from services.store.database import Database
from services.text.entities import Kind
from services.text.fold import folded
from services.text.signs import find_signs

MOST = 6
_ENOUGH_POSTS = 3
"""Below that, a median of impressions says nothing."""
_NEWEST = 2_000
"""Own posts that are looked through; what did well before them is long ago."""


@dataclass(frozen=True, slots=True)
class TagUse:
    tag: str
    """As last written, without its sign."""
    posts: int
    impressions: int | None
    """The median of its posts; None where they are too few, or none has figures."""


@dataclass(frozen=True, slots=True)
class Person:
    handle: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """Of one account, at one moment."""

    tags: tuple[TagUse, ...] = ()
    """The best first; those with too few posts to tell after them, the most used first."""
    people: tuple[Person, ...] = ()
    """Who wrote last comes first."""
    folded_people: tuple[tuple[str, str], ...] = ()
    stamp: tuple[int, ...] = ()

    def tags_like(
        self, prefix: str, *, first: Iterable[str] = (), most: int = MOST
    ) -> tuple[TagUse, ...]:
        """Tags that begin with `prefix`; those of `first` stand first, used or not."""
        asked = folded(prefix).strip()
        used = {folded(one.tag): one for one in self.tags}
        wanted = {folded(tag): TagUse(tag, 0, None) for tag in first}
        for key, one in wanted.items():
            if key in used:
                wanted[key] = TagUse(one.tag, used[key].posts, used[key].impressions)
        found = [
            one
            for key, one in (wanted | {k: u for k, u in used.items() if k not in wanted}).items()
            if key.startswith(asked) and key != asked
        ]
        return tuple(found[:most])

    def people_like(self, prefix: str, *, most: int = MOST) -> tuple[Person, ...]:
        """Those whose handle or a word of whose name begins so, then those that hold it."""
        asked = folded(prefix).strip()
        if not asked:
            return self.people[:most]
        first: list[Person] = []
        more: list[Person] = []
        for person, (handle, name) in zip(self.people, self.folded_people, strict=True):
            if handle.startswith(asked) or f" {name}".find(f" {asked}") >= 0:
                first.append(person)
                if len(first) == most:
                    break
            elif len(more) < most and (asked in handle or asked in name):
                more.append(person)
        return tuple((*first, *more)[:most])


class Suggestions:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._tags_of: dict[str, tuple[str, ...]] = {}

    def has_changed(self, account_id: str, known: Known) -> bool:
        return self._stamp(account_id) != known.stamp

    def read(self, account_id: str) -> Known:
        people = self._people(account_id)
        return Known(
            tags=self._tags(account_id),
            people=people,
            folded_people=tuple((folded(person.handle), folded(person.name)) for person in people),
            stamp=self._stamp(account_id),
        )

    def _stamp(self, account_id: str) -> tuple[int, ...]:
        """Differs when anything was read from X since: each look-up is one step in an index."""
        row = self._database.connection.execute(
            "SELECT (SELECT max(created_at) FROM own_post WHERE account_id = :a), "
            "(SELECT max(utc_day) FROM account_day WHERE account_id = :a), "
            "(SELECT max(created_at) FROM inbox_item WHERE account_id = :a), "
            "(SELECT count(*) FROM customer WHERE account_id = :a)",
            {"a": account_id},
        ).fetchone()
        return tuple(value or 0 for value in row)

    def _tags(self, account_id: str) -> tuple[TagUse, ...]:
        rows = self._database.connection.execute(
            "SELECT x_post_id, text, (SELECT impressions FROM post_snapshot AS s "
            "  WHERE s.account_id = p.account_id AND s.x_post_id = p.x_post_id "
            "  ORDER BY utc_day DESC LIMIT 1) AS impressions "
            "FROM own_post AS p WHERE account_id = ? AND instr(text, '#') > 0 "
            "ORDER BY created_at DESC LIMIT ?",
            (account_id, _NEWEST),
        )
        written: dict[str, str] = {}
        figures: defaultdict[str, list[int | None]] = defaultdict(list)
        for x_post_id, text, impressions in rows:
            for tag in self._in_post(x_post_id, text):
                key = folded(tag)
                written.setdefault(key, tag)
                figures[key].append(impressions)
        uses = [_use(written[key], seen) for key, seen in figures.items()]
        return tuple(sorted(uses, key=lambda use: (-(use.impressions or 0), -use.posts)))

    def _in_post(self, x_post_id: str, text: str) -> tuple[str, ...]:
        """A post on X never changes: its tags are found once."""
        known = self._tags_of.get(x_post_id)
        if known is None:
            found = {one.text[1:]: None for one in find_signs(text) if one.kind is Kind.HASHTAG}
            known = self._tags_of[x_post_id] = tuple(found)
        return known

    def _people(self, account_id: str) -> tuple[Person, ...]:
        rows = self._database.connection.execute(
            "SELECT handle, name FROM customer LEFT JOIN "
            "  (SELECT customer_id, max(created_at) AS last_at FROM inbox_item "
            "   WHERE account_id = :a GROUP BY customer_id) ON customer_id = id "
            "WHERE account_id = :a AND handle != '' "
            "ORDER BY coalesce(last_at, first_seen_at) DESC",
            {"a": account_id},
        )
        return tuple(Person(*row) for row in rows)


def _use(tag: str, seen: list[int | None]) -> TagUse:
    counted = [one for one in seen if one is not None]
    middle = round(median(counted)) if len(counted) >= _ENOUGH_POSTS else None
    return TagUse(tag, len(seen), middle)
