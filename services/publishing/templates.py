"""The owner's own words to use again: templates (the parts of a post or thread) and snippets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from services.clock import Clock
from services.ids import new_id
from services.store.database import Database
from services.text.clean import clean
from services.text.fold import index_words, match_words

LONGEST_NAME = 60


class NameTaken(Exception):
    """Another of the same kind is called so; nothing was changed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Template:
    """`parts` are as they were written, fill-ins and all (text/fill_ins.py)."""

    id: str
    account_id: str
    name: str
    parts: tuple[str, ...]
    is_snippet: bool
    uses: int = 0
    created_at: int = 0
    changed_at: int = 0

    @property
    def text(self) -> str:
        """Of a snippet; of a template its first part."""
        return self.parts[0]


class Templates:
    """Methods that take an id raise KeyError when there is none."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def snippets(self, account_id: str) -> tuple[Template, ...]:
        """The most used first."""
        return self._all(account_id, is_snippet=True)

    def templates(self, account_id: str) -> tuple[Template, ...]:
        """The most used first."""
        return self._all(account_id, is_snippet=False)

    def get(self, template_id: str) -> Template:
        found = self._read("id = ?", (template_id,))
        if not found:
            raise KeyError(template_id)
        return found[0]

    def add(
        self, account_id: str, *, name: str, parts: Iterable[str], is_snippet: bool
    ) -> Template:
        """Raises NameTaken. Without a name it is called by its first words."""
        now = self._clock.now()
        kept = _cleaned(parts)
        made = Template(
            id=new_id(),
            account_id=account_id,
            name=_name(name) or first_words(kept),
            parts=kept,
            is_snippet=is_snippet,
            created_at=now,
            changed_at=now,
        )
        with self._database.transaction() as connection:
            self._check_name(made)
            _insert(connection, made)
        return made

    def change(
        self, template_id: str, *, name: str | None = None, parts: Iterable[str] | None = None
    ) -> Template:
        """Another name, other words, or both. Raises NameTaken; an empty name changes nothing."""
        with self._database.transaction() as connection:
            before = self.get(template_id)
            after = replace(
                before,
                name=_name(name or "") or before.name,
                parts=before.parts if parts is None else _cleaned(parts),
                changed_at=self._clock.now(),
            )
            if (after.name, after.parts) == (before.name, before.parts):
                return before
            self._check_name(after)
            connection.execute(
                "UPDATE template SET name = ?, changed_at = ? WHERE id = ?",
                (after.name, after.changed_at, template_id),
            )
            connection.execute("DELETE FROM template_part WHERE template_id = ?", (template_id,))
            _insert_parts(connection, after)
        return after

    def count_use(self, template_id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute("UPDATE template SET uses = uses + 1 WHERE id = ?", (template_id,))

    def delete(self, template_id: str) -> Template:
        """Gives back what was deleted, for `undelete`."""
        with self._database.transaction() as connection:
            gone = self.get(template_id)
            connection.execute("DELETE FROM template WHERE id = ?", (template_id,))
        return gone

    def undelete(self, gone: Template) -> Template:
        """Back with its id and uses; under another name where its own was taken since."""
        with self._database.transaction() as connection:
            there = self._read("id = ?", (gone.id,))
            if there:
                return there[0]
            back = replace(
                gone,
                name=self.free_name(gone.account_id, gone.name, is_snippet=gone.is_snippet),
            )
            _insert(connection, back)
        return back

    def free_name(self, account_id: str, wanted: str, *, is_snippet: bool) -> str:
        """The name, or with the first number after it that makes it the only one."""
        name = _name(wanted)
        taken = {one.name for one in self._all(account_id, is_snippet=is_snippet)}
        number = 2
        free = name
        while free in taken:
            tail = f" {number}"
            free = name[: LONGEST_NAME - len(tail)] + tail
            number += 1
        return free

    def _all(self, account_id: str, *, is_snippet: bool) -> tuple[Template, ...]:
        return self._read("account_id = ? AND is_snippet = ?", (account_id, int(is_snippet)))

    def _read(self, where: str, values: tuple[object, ...]) -> tuple[Template, ...]:
        """`where` is SQL of ours, never anybody's words."""
        connection = self._database.connection
        rows = connection.execute(
            f"SELECT * FROM template WHERE {where} ORDER BY uses DESC, created_at, rowid",  # noqa: S608  # ours
            values,
        ).fetchall()
        return tuple(_template(row, _parts(connection, row["id"])) for row in rows)

    def _check_name(self, wanted: Template) -> None:
        others = self._all(wanted.account_id, is_snippet=wanted.is_snippet)
        if any(one.name == wanted.name and one.id != wanted.id for one in others):
            raise NameTaken(wanted.name)


def matching(templates: Iterable[Template], query: str) -> tuple[Template, ...]:
    """Those that have all words of the query, or their beginnings, in name or text."""
    asked = match_words(query)
    found = []
    for one in templates:
        words = index_words("\n".join((one.name, *one.parts))).split()
        if all(any(word.startswith(start) for word in words) for start in asked):
            found.append(one)
    return tuple(found)


def first_words(parts: Iterable[str], *, most: int = 32) -> str:
    """A name for words that were given none."""
    text = " ".join(" ".join(parts).split())
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0]
    return (cut if len(cut) > most // 2 else text[: most - 1]).rstrip() + "…"


def _name(name: str) -> str:
    return " ".join(clean(name)[0].split())[:LONGEST_NAME].rstrip()


def _cleaned(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(part)[0] for part in parts) or ("",)


def _insert(connection: sqlite3.Connection, template: Template) -> None:
    connection.execute(
        "INSERT INTO template(id, account_id, name, is_snippet, uses, created_at, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            template.id,
            template.account_id,
            template.name,
            int(template.is_snippet),
            template.uses,
            template.created_at,
            template.changed_at,
        ),
    )
    _insert_parts(connection, template)


def _insert_parts(connection: sqlite3.Connection, template: Template) -> None:
    connection.executemany(
        "INSERT INTO template_part(template_id, position, text) VALUES (?, ?, ?)",
        [(template.id, place, text) for place, text in enumerate(template.parts)],
    )


def _parts(connection: sqlite3.Connection, template_id: str) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT text FROM template_part WHERE template_id = ? ORDER BY position", (template_id,)
    )
    return tuple(row["text"] for row in rows)


def _template(row: sqlite3.Row, parts: tuple[str, ...]) -> Template:
    return Template(
        id=row["id"],
        account_id=row["account_id"],
        name=row["name"],
        parts=parts,
        is_snippet=bool(row["is_snippet"]),
        uses=row["uses"],
        created_at=row["created_at"],
        changed_at=row["changed_at"],
    )
