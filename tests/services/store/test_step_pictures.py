"""Boards made before the step of pictures keep their look, their cells and their words."""

from __future__ import annotations

import pytest

from services.media.board_values import Cell, Look, Shape
from services.media.boards import Boards
from services.media.pictures import PictureStore
from services.paths import Paths
from services.store import database as database_module
from services.store.database import open_database
from services.store.migrations import STEPS


def test_a_board_of_the_step_before_is_as_it_was(
    paths: Paths, clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(database_module, "STEPS", STEPS[:3])
        database = open_database(paths)
        with database.transaction() as connection:
            connection.execute(
                "INSERT INTO account(id, way, zone, colour, created_at) "
                "VALUES ('one', 'by_hand', 'UTC', '', 0)"
            )
            for name in ("a", "b"):
                connection.execute(
                    "INSERT INTO picture VALUES (?, 'image/jpeg', 3, 2, 9, ?, 0)",
                    (name * 64, f"{name}.jpg"),
                )
            connection.execute(
                "INSERT INTO board(id, account_id, name, shape, gutter, background, link, "
                "alt_text, right_to_left, created_at, changed_at) VALUES "
                "('board', 'one', 'پاییز 🍂', '4:5', 12, '#f4efe6', 'https://x.com/a', 'うつわ', "
                "1, 5, 7)"
            )
            connection.executemany(
                "INSERT INTO board_cell VALUES ('board', ?, ?, ?, ?, ?)",
                [(0, "a" * 64, "茶碗", 0.25, 1.0), (1, "b" * 64, "", 0.5, 0.5)],
            )
        database.close()
    database = open_database(paths)
    board = Boards(database, PictureStore(paths, database, clock), clock).get("board")
    assert board.look == Look(shape=Shape.TALL, gutter=12, background="#f4efe6", right_to_left=True)
    assert board.cells == (Cell("a" * 64, "茶碗", (0.25, 1.0)), Cell("b" * 64, "", (0.5, 0.5)))
    assert (board.name, board.link, board.alt_text) == ("پاییز 🍂", "https://x.com/a", "うつわ")
    assert (board.changed_at, board.made) == (7, None)
    assert not database.connection.execute("PRAGMA foreign_key_check").fetchall()
    with database.transaction() as connection:
        connection.execute("DELETE FROM account")
    left = database.connection.execute("SELECT count(*) FROM board_cell").fetchone()[0]
    assert left == 0
    database.close()
