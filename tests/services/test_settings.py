from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from services.settings import DRAFTS_SHOWN, LANGUAGE, UNDO_SECONDS, Settings
from services.store.database import Database


def test_a_choice_is_kept_and_typed(database: Database) -> None:
    settings = Settings(database)
    assert (settings.get(UNDO_SECONDS), settings.get(DRAFTS_SHOWN)) == (10, True)
    settings.set(UNDO_SECONDS, 0)
    settings.set(DRAFTS_SHOWN, False)
    settings.set(LANGUAGE, "fa")
    again = Settings(database)
    assert again.get(UNDO_SECONDS) == 0
    assert again.get(DRAFTS_SHOWN) is False
    assert again.get(LANGUAGE) == "fa"


@pytest.mark.parametrize("text", ["soon", "", "--5", "²", "1.5"])
def test_a_value_that_cannot_be_read_is_the_default(database: Database, text: str) -> None:
    with database.transaction() as connection:
        connection.execute("INSERT INTO setting VALUES ('undo_seconds', ?)", (text,))
    assert Settings(database).get(UNDO_SECONDS) == UNDO_SECONDS.default


def test_what_the_window_notes_by_itself_may_fail(database: Database) -> None:
    settings = Settings(database)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        settings.remember(DRAFTS_SHOWN, False)
        other.execute("ROLLBACK")
    assert settings.get(DRAFTS_SHOWN) is True
    settings.remember(DRAFTS_SHOWN, False)
    assert settings.get(DRAFTS_SHOWN) is False
