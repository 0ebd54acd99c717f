"""A secret planted in each place that is searched: a search that skips one of them is noticed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from services.paths import Paths
from tests.plain_log import NAME
from tests.secrets_search import search


def not_looked_at(
    secret: str, paths: Paths, folders: Iterable[Path], *, also: Iterable[Path] = ()
) -> list[str]:
    """Where it is not found by a search of `folders`: of data, log, cache, the system's folder
    for temporary files, and the folders `also`. The program has ended; nothing is tidied up.
    """
    places = [_in_data(secret, paths), _in_log(secret, paths)]
    places += [_in_folder(secret, each) for each in (paths.cache, Path(tempfile.gettempdir()))]
    places += [_in_folder(secret, each) for each in also]
    found = [one.where for one in search([secret], folders)]
    return [str(one) for one in places if not any(where.startswith(str(one)) for where in found)]


def _in_data(secret: str, paths: Paths) -> Path:
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("INSERT INTO setting(key, value) VALUES ('planted', ?)", (secret,))
    return paths.database


def _in_log(secret: str, paths: Paths) -> Path:
    """Raises FileNotFoundError where nothing was logged."""
    kept = paths.logs / NAME
    with kept.open("r+", encoding="utf-8") as file:
        file.seek(0, os.SEEK_END)
        file.write(f"GET /callback?code={secret}")
    return kept


def _in_folder(secret: str, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    kept = folder / "planted"
    kept.write_text(secret)
    return kept
