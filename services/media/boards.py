"""Boards as saved projects: reopened next month, one picture changed, exported again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from services.ids import new_id
from services.media.board_layout import FEWEST, MOST, Shape
from services.media.board_picture import Look, Source, draw
from services.text.clean import clean

if TYPE_CHECKING:
    from services.clock import Clock
    from services.media.pictures import Picture, PictureStore
    from services.store.database import Database

GUTTER = 8
BACKGROUND = "#ffffff"


@dataclass(frozen=True, slots=True)
class Cell:
    """`picture` is a kept picture's hash; `focus` (0 to 1) stays in the middle of its crop."""

    picture: str
    caption: str = ""
    focus: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Board:
    """`gutter` is in thousandths of the width, `background` `#rrggbb`.

    An empty `alt_text` is composed from the captions when the board is used.
    """

    id: str
    account_id: str
    name: str
    shape: Shape
    gutter: int
    background: str
    link: str
    alt_text: str
    cells: tuple[Cell, ...]
    changed_at: int
    right_to_left: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it has enough pictures to be used."""
        return FEWEST <= len(self.cells) <= MOST

    @property
    def look(self) -> Look:
        return Look(self.shape, self.gutter, self.background, self.right_to_left)


def new_board(account_id: str, *, name: str, right_to_left: bool = False) -> Board:
    """An empty one that is not saved yet."""
    return Board(
        id=new_id(),
        account_id=account_id,
        name=name,
        shape=Shape.WIDE,
        gutter=GUTTER,
        background=BACKGROUND,
        link="",
        alt_text="",
        cells=(),
        changed_at=0,
        right_to_left=right_to_left,
    )


class Boards:
    def __init__(self, database: Database, pictures: PictureStore, clock: Clock) -> None:
        self._database = database
        self._pictures = pictures
        self._clock = clock

    def create(
        self,
        account_id: str,
        *,
        name: str,
        shape: Shape = Shape.WIDE,
        cells: Sequence[Cell] = (),
        gutter: int = GUTTER,
        background: str = BACKGROUND,
        link: str = "",
        right_to_left: bool = False,
    ) -> Board:
        empty = new_board(account_id, name=name, right_to_left=right_to_left)
        return self.save(
            replace(
                empty,
                shape=shape,
                cells=tuple(cells),
                gutter=gutter,
                background=background,
                link=link,
            )
        )

    def save(self, board: Board) -> Board:
        """Also brings a deleted board back. Raises ValueError for more than 12 pictures."""
        if len(board.cells) > MOST:
            raise ValueError(f"{len(board.cells)} pictures")
        board = _cleaned(replace(board, changed_at=self._clock.now()))
        with self._database.transaction() as connection:
            connection.execute(_SAVE, _row_of(board, created_at=board.changed_at))
            connection.execute("DELETE FROM board_cell WHERE board_id = ?", (board.id,))
            connection.executemany(
                "INSERT INTO board_cell(board_id, position, picture, caption, focus_x, focus_y) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (board.id, position, cell.picture, cell.caption, *cell.focus)
                    for position, cell in enumerate(board.cells)
                ],
            )
        return board

    def get(self, board_id: str) -> Board:
        """Raises KeyError for one that was deleted."""
        row = self._database.connection.execute(
            "SELECT * FROM board WHERE id = ?", (board_id,)
        ).fetchone()
        if row is None:
            raise KeyError(board_id)
        return self._board(row)

    def all(self, account_id: str) -> tuple[Board, ...]:
        """The account's boards, the last changed first."""
        rows = self._database.connection.execute(
            "SELECT * FROM board WHERE account_id = ? ORDER BY changed_at DESC, rowid DESC",
            (account_id,),
        ).fetchall()
        return tuple(self._board(row) for row in rows)

    def delete(self, board_id: str) -> None:
        """The pictures and posts made of it stay. `save` brings it back."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM board WHERE id = ?", (board_id,))

    def export(self, board: Board) -> Picture:
        """One picture at full quality, kept like any other. In the `work` lane. May raise BadImage.

        Raises ValueError for a board with too few pictures.
        """
        if not board.is_whole:
            raise ValueError(f"{len(board.cells)} pictures")
        made = draw(board.look, [self._source(cell) for cell in board.cells])
        return self._pictures.add_known(
            made.data,
            name=f"{board.name}.jpg",
            mime=made.mime,
            width=made.width,
            height=made.height,
        )

    def _source(self, cell: Cell) -> Source:
        picture = self._pictures.get(cell.picture)
        path = self._pictures.path(cell.picture)
        return Source(path, picture.width, picture.height, cell.focus)

    def _board(self, row: sqlite3.Row) -> Board:
        cells = self._database.connection.execute(
            "SELECT picture, caption, focus_x, focus_y FROM board_cell "
            "WHERE board_id = ? ORDER BY position",
            (row["id"],),
        ).fetchall()
        return Board(
            id=row["id"],
            account_id=row["account_id"],
            name=row["name"],
            shape=Shape(row["shape"]),
            gutter=row["gutter"],
            background=row["background"],
            link=row["link"],
            alt_text=row["alt_text"],
            cells=tuple(Cell(cell[0], cell[1], (cell[2], cell[3])) for cell in cells),
            changed_at=row["changed_at"],
            right_to_left=bool(row["right_to_left"]),
        )


_SAVE = (
    "INSERT INTO board(id, account_id, name, shape, gutter, background, link, alt_text, "
    "right_to_left, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT(id) DO UPDATE SET name = excluded.name, shape = excluded.shape, "
    "gutter = excluded.gutter, background = excluded.background, link = excluded.link, "
    "alt_text = excluded.alt_text, right_to_left = excluded.right_to_left, "
    "changed_at = excluded.changed_at"
)


def _cleaned(board: Board) -> Board:
    """Without half characters and the like, which no file could hold."""
    return replace(
        board,
        name=clean(board.name)[0],
        link=clean(board.link)[0],
        alt_text=clean(board.alt_text)[0],
        cells=tuple(replace(cell, caption=clean(cell.caption)[0]) for cell in board.cells),
    )


def _row_of(board: Board, *, created_at: int) -> tuple[str | int, ...]:
    return (
        board.id,
        board.account_id,
        board.name,
        board.shape.value,
        board.gutter,
        board.background,
        board.link,
        board.alt_text,
        int(board.right_to_left),
        created_at,
        board.changed_at,
    )
