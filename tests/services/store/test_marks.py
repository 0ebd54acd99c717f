"""A file bears the mark of the steps that made it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from services.errors import NextStep, StorageProblem, StorageTrouble
from services.paths import Paths
from services.store import database as database_module
from services.store.database import open_database
from services.store.migrations import STEPS


def test_a_file_of_an_earlier_test_build_is_refused_and_untouched(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same step number, and other tables: what came of it was an error for each question."""
    earlier = STEPS[0].replace("  long_posts INTEGER NOT NULL DEFAULT 0,\n", "")
    assert earlier != STEPS[0]
    with monkeypatch.context() as patched:
        patched.setattr(database_module, "STEPS", (earlier,))
        open_database(paths).close()
    before = paths.database.read_bytes()
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.TEST_BUILD
    assert caught.value.next_step is NextStep.CHOOSE_FOLDER
    assert paths.database.read_bytes() == before


def test_a_file_without_a_mark_is_of_a_test_build(paths: Paths) -> None:
    open_database(paths).close()
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("PRAGMA application_id=0")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.TEST_BUILD


def test_a_step_added_later_takes_the_file_of_the_steps_before(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(paths).close()
    more = (*STEPS, "CREATE TABLE later (id TEXT) STRICT;\n")
    monkeypatch.setattr(database_module, "STEPS", more)
    for _ in range(2):
        opened = open_database(paths)
        assert opened.connection.execute("SELECT count(*) FROM later").fetchone()[0] == 0
        opened.close()
