"""Which pictures a data file refers to: every hash that stands anywhere in it.

Not only the columns that are declared as references: versions of drafts, looks of boards and
whatever a later step adds keep hashes inside JSON. So every text of every table is looked through,
but the pictures' own rows, and what people wrote: there is most of it by far, and it shows nothing.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_LENGTH = 64
_HEX = re.compile(rb"[0-9a-f]{64,}")
_CHUNK = 1 << 20
_GLOB = "*" + "[0-9a-f]" * _LENGTH + "*"
_LEFT_OUT = {
    *(("picture", column) for column in ("hash", "name", "mime", "fingerprint")),
    *((table, "text") for table in ("inbox_item", "own_post", "part", "look_alike")),
    *((table, "words") for table in ("own_words", "post_words")),
}


def hashes_in(connection: sqlite3.Connection) -> set[str]:
    """In the `work` lane: a large file takes some tenths of a second."""
    found: set[str] = set()
    for table, column in _texts(connection):
        rows = connection.execute(
            f'SELECT "{column}" FROM "{table}" '  # noqa: S608  # names of our schema
            f'WHERE length("{column}") >= {_LENGTH} AND "{column}" GLOB ?',
            (_GLOB,),
        )
        for row in rows:
            found.update(_HASH.findall(row[0]))
    return found


def hashes_in_file(path: Path) -> set[str]:
    """Everything in a file that may be a hash: of a data file that need not be whole.

    SQLite writes texts as they are and one behind the other, so a hash may have hex digits beside
    it. Gives what was deleted too, and much that is none. Raises OSError.
    """
    found: set[str] = set()
    with path.open("rb") as file:
        left = b""
        while chunk := file.read(_CHUNK):
            for run in _HEX.findall(left + chunk):
                digits = run.decode()
                found.update(digits[at : at + _LENGTH] for at in range(len(run) - _LENGTH + 1))
            left = (left + chunk)[1 - _LENGTH :]
    return found


def refers_to(connection: sqlite3.Connection, picture_hash: str) -> bool:
    """Whether a declared reference points at it now."""
    return any(
        connection.execute(
            f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1',  # noqa: S608  # ours
            (picture_hash,),
        ).fetchone()
        for table, column in _declared(connection)
    )


def _texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Columns that hold text, of tables proper: those of the full-text indexes repeat others."""
    rows = connection.execute(
        'SELECT one.name AS "table", its.name AS "column" FROM pragma_table_list AS one, '
        "pragma_table_info(one.name) AS its WHERE one.schema = 'main' AND one.type = 'table' "
        "AND one.name NOT LIKE 'sqlite%' AND upper(its.type) = 'TEXT'"
    ).fetchall()
    for row in rows:
        if (row[0], row[1]) not in _LEFT_OUT:
            yield row[0], row[1]


def _declared(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        'SELECT one.name, its."from" FROM sqlite_schema AS one, '
        "pragma_foreign_key_list(one.name) AS its "
        "WHERE one.type = 'table' AND its.\"table\" = 'picture'"
    ).fetchall()
    return [(row[0], row[1]) for row in rows]
