"""Looks with a name, to begin another board with."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from services.ids import new_id
from services.media.board_values import Look, Template
from services.media.look_json import from_json, to_json
from services.text.clean import clean

if TYPE_CHECKING:
    from services.clock import Clock
    from services.store.database import Database

LONGEST_NAME = 60


class BoardTemplates:
    """Methods that take an id raise KeyError when there is no such template."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, account_id: str) -> tuple[Template, ...]:
        """The first made comes first."""
        rows = self._database.connection.execute(
            "SELECT id, account_id, name, look FROM board_template WHERE account_id = ? "
            "ORDER BY created_at, rowid",
            (account_id,),
        ).fetchall()
        return tuple(_template(row) for row in rows)

    def get(self, template_id: str) -> Template:
        row = self._database.connection.execute(
            "SELECT id, account_id, name, look FROM board_template WHERE id = ?", (template_id,)
        ).fetchone()
        if row is None:
            raise KeyError(template_id)
        return _template(row)

    def add(self, account_id: str, *, name: str, look: Look) -> Template:
        """Under the next free name where another is called so."""
        with self._database.transaction() as connection:
            free = self._free_name(account_id, name)
            made = Template(new_id(), account_id, free, look)
            self._insert(connection, made)
        return made

    def rename(self, template_id: str, name: str) -> Template:
        """An empty name changes nothing; one that is taken gets a number."""
        with self._database.transaction() as connection:
            before = self.get(template_id)
            wanted = _short(name) or before.name
            if wanted == before.name:
                return before
            after = replace(before, name=self._free_name(before.account_id, wanted))
            connection.execute(
                "UPDATE board_template SET name = ? WHERE id = ?", (after.name, template_id)
            )
        return after

    def delete(self, template_id: str) -> Template:
        """Gives back what was deleted, for `undelete`. Boards made with it stay as they are."""
        with self._database.transaction() as connection:
            gone = self.get(template_id)
            connection.execute("DELETE FROM board_template WHERE id = ?", (template_id,))
        return gone

    def undelete(self, gone: Template) -> Template:
        """Back with its id, at the end; one that is there already stays as it is."""
        with self._database.transaction() as connection:
            there = [one for one in self.all(gone.account_id) if one.id == gone.id]
            if there:
                return there[0]
            back = replace(gone, name=self._free_name(gone.account_id, gone.name))
            self._insert(connection, back)
        return back

    def _insert(self, connection: sqlite3.Connection, template: Template) -> None:
        connection.execute(
            "INSERT INTO board_template(id, account_id, name, look, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                template.id,
                template.account_id,
                template.name,
                to_json(template.look),
                self._clock.now(),
            ),
        )

    def _free_name(self, account_id: str, wanted: str) -> str:
        name = _short(wanted)
        taken = {one.name for one in self.all(account_id)}
        number, free = 2, name
        while free in taken:
            tail = f" {number}"
            free = name[: LONGEST_NAME - len(tail)] + tail
            number += 1
        return free


def _short(name: str) -> str:
    return " ".join(clean(name)[0].split())[:LONGEST_NAME].rstrip()


def _template(row: sqlite3.Row) -> Template:
    return Template(row["id"], row["account_id"], row["name"], from_json(row["look"]))
