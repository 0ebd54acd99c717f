"""Rows of any account in every table, and every row of the file: for what must touch no other's.

Written from the schema itself, so that a table that comes later is not forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

_VALUES = {
    ("post", "state"): "draft",
    ("post", "late_rule"): "usual",
    ("post", "who_can_reply"): "everyone",
    ("inbox_item", "kind"): "mention",
    ("board", "shape"): "16:9",
}
"""What a CHECK of the schema takes, where a text of any kind will not do."""
_SHARED = ("account", "picture")
_NOT_OF_ACCOUNTS = {"setting", "picture", "holiday_year", "price"}

Row = tuple[object, ...]


def tables(connection: sqlite3.Connection) -> list[str]:
    """Without those that SQLite makes for a full-text index."""
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' "
        "AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    return [row[0] for row in rows]


def fill(connection: sqlite3.Connection, account_id: str, words: Callable[[], str]) -> None:
    """A row in each table of the account's, and of what hangs on them. Texts are `words`."""
    made: dict[str, sqlite3.Row] = {}
    waiting = [one for one in tables(connection) if one not in {*_NOT_OF_ACCOUNTS, "account"}]
    while waiting:
        table = waiting.pop(0)
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        needed = {key["table"] for key in keys if _must(connection, table, key["from"])}
        if not needed - set(_SHARED) <= set(made):
            waiting.append(table)
            continue
        made[table] = _insert(connection, table, account_id, made, words)


def owners(connection: sqlite3.Connection) -> dict[str, dict[str, list[Row]]]:
    """Of each table its rows by the account they belong to; "" for none's."""
    ids: dict[str, dict[object, str]] = {}
    found: dict[str, dict[str, list[Row]]] = {}
    waiting = tables(connection)
    while waiting:
        table = waiting.pop(0)
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        columns = [one["name"] for one in connection.execute(f"PRAGMA table_info({table})")]
        parent = next(
            (
                key
                for key in keys
                if key["table"] not in _SHARED and _must(connection, table, key["from"])
            ),
            None,
        )
        if "account_id" not in columns and parent and parent["table"] not in found:
            waiting.append(table)
            continue
        found[table] = {}
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):
            if table == "account":
                owner = row["id"]
            elif "account_id" in columns:
                owner = row["account_id"]
            else:
                owner = ids[parent["table"]][row[parent["from"]]] if parent else ""
            if "id" in columns:
                ids.setdefault(table, {})[row["id"]] = owner
            found[table].setdefault(owner, []).append(tuple(row))
    return found


def _insert(
    connection: sqlite3.Connection,
    table: str,
    account_id: str,
    made: dict[str, sqlite3.Row],
    words: Callable[[], str],
) -> sqlite3.Row:
    keys = {key["from"]: key for key in connection.execute(f"PRAGMA foreign_key_list({table})")}
    values: dict[str, object] = {}
    for column in connection.execute(f"PRAGMA table_info({table})").fetchall():
        name = column["name"]
        if name == "account_id":
            values[name] = account_id
        elif not _must(connection, table, name):
            continue
        elif name in keys:
            values[name] = _named(keys[name], made)
        elif (table, name) in _VALUES:
            values[name] = _VALUES[table, name]
        elif column["type"] == "TEXT":
            values[name] = f"{account_id[:8]}-{table}" if column["pk"] else words()
        else:
            values[name] = 1
    marks = ", ".join("?" * len(values))
    rowid = connection.execute(
        f"INSERT INTO {table}({', '.join(values)}) VALUES ({marks})", tuple(values.values())
    ).lastrowid
    row: sqlite3.Row = connection.execute(
        f"SELECT * FROM {table} WHERE rowid = ?", (rowid,)
    ).fetchone()
    return row


def _must(connection: sqlite3.Connection, table: str, name: str) -> bool:
    """A row cannot do without it, and SQLite does not give it by itself."""
    column = connection.execute(
        "SELECT * FROM pragma_table_info(?) WHERE name = ?", (table, name)
    ).fetchone()
    given = column["dflt_value"] is not None or (column["type"] == "INTEGER" and name == "id")
    return not given and bool(column["notnull"] or column["pk"])


def _named(key: sqlite3.Row, made: dict[str, sqlite3.Row]) -> object:
    """What the row names: a picture is the first there is."""
    if key["table"] == "picture":
        return "0" * 64
    return made[key["table"]][key["to"]]
