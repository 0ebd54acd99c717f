"""Boards as rows of the data file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from services.media.board_values import Board, Cell
from services.media.look_json import to_json
from services.text.clean import clean

SAVE = (
    "INSERT INTO board(id, account_id, name, look, link, alt_text, made, created_at, changed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT(id) DO UPDATE SET name = excluded.name, look = excluded.look, "
    "link = excluded.link, alt_text = excluded.alt_text, made = excluded.made, "
    "changed_at = excluded.changed_at"
)
SAVE_CELL = (
    "INSERT INTO board_cell(board_id, position, picture, caption, focus_x, focus_y, zoom, price, "
    "ribbon, credit, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def cell_of(row: sqlite3.Row) -> Cell:
    picture, caption, x, y, *rest = row
    focus = None if x is None or y is None else (x, y)
    return Cell(picture, caption, focus, *rest)


def cell_row(board_id: str, position: int, cell: Cell) -> tuple[str | int | float | None, ...]:
    x, y = cell.focus or (None, None)
    marks = (cell.price, cell.ribbon, cell.credit, cell.source)
    return (board_id, position, cell.picture, cell.caption, x, y, cell.zoom, *marks)


def cleaned(board: Board) -> Board:
    """Without half characters and the like, which no file could hold."""
    return replace(
        board,
        name=clean(board.name)[0],
        link=clean(board.link)[0],
        alt_text=clean(board.alt_text)[0],
        cells=tuple(
            replace(
                cell,
                caption=clean(cell.caption)[0],
                price=clean(cell.price)[0],
                ribbon=clean(cell.ribbon)[0],
                credit=clean(cell.credit)[0],
                source=clean(cell.source)[0],
            )
            for cell in board.cells
        ),
    )


def row_of(board: Board, *, created_at: int) -> tuple[str | int | None, ...]:
    return (
        board.id,
        board.account_id,
        board.name,
        to_json(board.look),
        board.link,
        board.alt_text,
        board.made,
        created_at,
        board.changed_at,
    )
