"""Boards as saved projects: reopened next month, one picture changed, exported again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import BadImage
from services.ids import new_id
from services.media.board_crop import guess
from services.media.board_picture import Source, draw, fitting_side
from services.media.board_plan import Code
from services.media.board_planner import plan
from services.media.board_rows import SAVE, SAVE_CELL, cell_of, cell_row, cleaned, row_of
from services.media.board_values import MIDDLE, MOST, Board, Cell, Look
from services.media.files import write_whole
from services.media.look_json import from_json
from services.media.saved_as import saved_as

if TYPE_CHECKING:
    from services.clock import Clock
    from services.media.board_plan import Plan
    from services.media.pictures import Picture, PictureStore
    from services.media.text_painter import TextPainter
    from services.store.database import Database


_LOOKED_AT = 320
"""Pixels of the thumbnail in which a crop is guessed."""


def new_board(account_id: str, *, name: str, look: Look | None = None) -> Board:
    """An empty one that is not saved yet."""
    return Board(id=new_id(), account_id=account_id, name=name, look=look or Look())


class Boards:
    def __init__(self, database: Database, pictures: PictureStore, clock: Clock) -> None:
        self._database = database
        self._pictures = pictures
        self._clock = clock
        self._guesses: dict[str, tuple[float, float]] = {}

    def create(
        self,
        account_id: str,
        *,
        name: str,
        look: Look | None = None,
        cells: Sequence[Cell] = (),
        link: str = "",
    ) -> Board:
        empty = new_board(account_id, name=name, look=look)
        return self.save(replace(empty, cells=tuple(cells), link=link))

    def save(self, board: Board) -> Board:
        """Also brings a deleted board back. Raises ValueError for more than 12 pictures."""
        if len(board.cells) > MOST:
            raise ValueError(f"{len(board.cells)} pictures")
        board = cleaned(replace(board, changed_at=self._clock.now()))
        with self._database.transaction() as connection:
            connection.execute(SAVE, row_of(board, created_at=board.changed_at))
            connection.execute("DELETE FROM board_cell WHERE board_id = ?", (board.id,))
            connection.executemany(
                SAVE_CELL,
                [cell_row(board.id, *placed) for placed in enumerate(board.cells)],
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

    def duplicate(self, board_id: str, *, name: str | None = None) -> Board:
        """A board of its own like it, which is not drawn yet. Raises KeyError."""
        like = self.get(board_id)
        name = like.name if name is None else name
        return self.save(replace(like, id=new_id(), name=name, made=None))

    def last_look(self, account_id: str) -> Look | None:
        """Of the board that was changed last; None while there is none."""
        row = self._database.connection.execute(
            "SELECT look FROM board WHERE account_id = ? ORDER BY changed_at DESC, rowid DESC",
            (account_id,),
        ).fetchone()
        return from_json(row["look"]) if row is not None else None

    def is_gone(self, picture: str) -> bool:
        """Whether our copy of a picture is no longer on the disk."""
        try:
            return not self._pictures.path(picture).exists()
        except BadImage:
            return True

    def delete(self, board_id: str) -> None:
        """The pictures and posts made of it stay. `save` brings it back."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM board WHERE id = ?", (board_id,))

    def export(self, board: Board, painter: TextPainter) -> Picture:
        """One picture at full quality, kept like any other and as the board's own (`made`).

        In the `work` lane. Raises BadImage and StorageTrouble, ValueError for too few pictures.
        """
        if not board.is_whole:
            raise ValueError(f"{len(board.cells)} pictures")
        board = self._with_a_logo_that_is_there(board)
        focuses = [cell.focus or self._guessed(cell.picture) for cell in board.cells]
        logo = self._source(board.look.logo) if board.look.logo else None
        made = draw(
            self._plan(board, painter, focuses),
            [self._source(cell.picture) for cell in board.cells],
            painter=painter,
            logo=logo,
        )
        picture = self._pictures.add_known(
            made.data,
            name=f"{board.name}{'.png' if made.mime == 'image/png' else '.jpg'}",
            mime=made.mime,
            width=made.width,
            height=made.height,
        )
        with self._database.transaction() as connection:
            connection.execute("UPDATE board SET made = ? WHERE id = ?", (picture.hash, board.id))
        return picture

    def guess(self, picture: str) -> tuple[float, float]:
        """What matters in a picture whose crop nobody has chosen, 0 to 1; remembered.

        In the `work` lane: it decodes a thumbnail. May raise BadImage.
        """
        if picture not in self._guesses:
            from PIL import Image

            with Image.open(self._pictures.thumbnail(picture, _LOOKED_AT)) as image:
                self._guesses[picture] = guess(image)
        return self._guesses[picture]

    def _guessed(self, picture: str) -> tuple[float, float]:
        """Of one that is gone or broken the middle: drawing tells of it, and by its name."""
        try:
            return self.guess(picture)
        except BadImage:
            return MIDDLE

    def shows_code(self, board: Board, painter: TextPainter) -> bool:
        """Whether its link stands on it as a QR code: one too long does not. Quick."""
        plan = self._plan(self._with_a_logo_that_is_there(board), painter, ())
        return any(isinstance(item, Code) for item in plan.items)

    def pixels(self, board: Board, painter: TextPainter) -> tuple[int, int]:
        """Width and height it will have; a picture that is gone counts as a square. Quick."""
        plan = self._plan(self._with_a_logo_that_is_there(board), painter, ())
        side = fitting_side(plan, [Source(Path(), *size) for size in self._sizes(board)])
        scale = side / max(plan.width, plan.height)
        return round(plan.width * scale), round(plan.height * scale)

    def _plan(
        self, board: Board, painter: TextPainter, focuses: Sequence[tuple[float, float]]
    ) -> Plan:
        logo = self._pictures.get(board.look.logo) if board.look.logo else None
        return plan(
            board.look,
            board.cells,
            link=board.link,
            sizes=self._sizes(board),
            focuses=focuses,
            logo_size=(logo.width, logo.height) if logo else None,
            painter=painter,
        )

    def _sizes(self, board: Board) -> list[tuple[int, int]]:
        kept = (self._pictures.get(cell.picture) for cell in board.cells)
        return [(picture.width, picture.height) for picture in kept]

    def _with_a_logo_that_is_there(self, board: Board) -> Board:
        """One that was lost from the disk is left out: a board is not held up by it."""
        logo = board.look.logo
        if logo is None or not self.is_gone(logo):
            return board
        return replace(board, look=replace(board.look, logo=None))

    def write(self, picture: Picture, path: Path) -> None:
        """Puts a kept picture where the owner wants it, in the kind that the file's ending names,
        over a file that is there. `work` lane.

        Raises BadImage and StorageTrouble; a file that was there is then whole as it was.
        """
        write_whole(path, saved_as(self._pictures.read(picture.hash), path))

    def _source(self, picture_hash: str) -> Source:
        picture = self._pictures.get(picture_hash)
        path = self._pictures.path(picture_hash)
        return Source(path, picture.width, picture.height, name=picture.name)

    def _board(self, row: sqlite3.Row) -> Board:
        cells = self._database.connection.execute(
            "SELECT picture, caption, focus_x, focus_y, zoom, price, ribbon, credit, source "
            "FROM board_cell WHERE board_id = ? ORDER BY position",
            (row["id"],),
        ).fetchall()
        return Board(
            id=row["id"],
            account_id=row["account_id"],
            name=row["name"],
            look=from_json(row["look"]),
            link=row["link"],
            alt_text=row["alt_text"],
            cells=tuple(cell_of(cell) for cell in cells),
            changed_at=row["changed_at"],
            made=row["made"],
        )
