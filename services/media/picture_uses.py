"""Where a picture was used: in which posts and when, on which boards, for which products."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.publishing.states import State

if TYPE_CHECKING:
    from services.media.pictures import PictureStore
    from services.store.database import Database

_MOST = 50
_BEGINNING = 80
"""Signs of a post's text."""


@dataclass(frozen=True, slots=True)
class PostUse:
    """`at`: UTC seconds when it was sent, else is due, else was last changed. `post_id` is None for
    a post that was not made here. `through_board`: the picture stands on the post's board."""

    post_id: str | None
    account_id: str
    state: State
    at: int
    beginning: str
    through_board: bool = False


@dataclass(frozen=True, slots=True)
class BoardUse:
    id: str
    account_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Uses:
    """`posts` newest first; `logos`: of how many accounts it is the logo."""

    posts: tuple[PostUse, ...] = ()
    boards: tuple[BoardUse, ...] = ()
    products: tuple[str, ...] = ()
    logos: int = 0

    @property
    def sent(self) -> PostUse | None:
        """The last post with it that is on X."""
        return next((use for use in self.posts if use.state is State.SENT), None)


class PictureUses:
    def __init__(self, database: Database, pictures: PictureStore) -> None:
        self._database = database
        self._pictures = pictures

    def of(
        self, picture_hash: str, *, account_id: str | None = None, besides: str | None = None
    ) -> Uses:
        """Also of the same picture saved again. `besides`: a post that does not count.

        `account_id` None: of all accounts. `work` lane: it may decode. Raises BadImage.
        """
        alike = tuple(picture.hash for picture in self._pictures.like(picture_hash))
        return self.of_these((picture_hash, *alike), account_id=account_id, besides=besides)

    def of_these(
        self,
        hashes: tuple[str, ...],
        *,
        account_id: str | None = None,
        besides: str | None = None,
    ) -> Uses:
        """Quick: nothing is decoded."""
        marks = ", ".join("?" for _ in hashes)
        return Uses(
            posts=self._posts(marks, hashes, account_id, besides),
            boards=tuple(
                BoardUse(*row)
                for row in self._rows(_BOARDS, marks, (*hashes, *hashes), account_id, "board")
            ),
            products=tuple(
                row["name"] for row in self._rows(_PRODUCTS, marks, hashes, account_id, "product")
            ),
            logos=len(self._rows(_LOGOS, marks, hashes, account_id, "shop_profile")),
        )

    def _posts(
        self, marks: str, hashes: tuple[str, ...], account_id: str | None, besides: str | None
    ) -> tuple[PostUse, ...]:
        direct = self._rows(_ATTACHED, marks, hashes, account_id, "post")
        seen = {row["id"] for row in direct}
        boards = self._rows(_ON_BOARD, marks, hashes, account_id, "post")
        elsewhere = self._rows(_ON_X, marks, hashes, account_id, "own_post")
        found = [_use(row) for row in (*direct, *elsewhere)]
        found += [_use(row, through_board=True) for row in boards if row["id"] not in seen]
        kept = (use for use in found if besides is None or use.post_id != besides)
        return tuple(sorted(kept, key=lambda use: -use.at)[:_MOST])

    def _rows(
        self, sql: str, marks: str, values: tuple[str, ...], account_id: str | None, table: str
    ) -> list[sqlite3.Row]:
        mine = f"AND {table}.account_id = ?" if account_id is not None else ""
        args = (*values, account_id) if account_id is not None else values
        return self._database.connection.execute(
            sql.format(marks=marks, mine=mine, most=_MOST, post=_POST), args
        ).fetchall()


def _use(row: sqlite3.Row, *, through_board: bool = False) -> PostUse:
    text = " ".join(row["text"].split())
    beginning = text if len(text) <= _BEGINNING else f"{text[: _BEGINNING - 1].rstrip()}…"
    return PostUse(
        row["id"], row["account_id"], State(row["state"]), row["at"], beginning, through_board
    )


_POST = (
    "post.id AS id, post.account_id AS account_id, post.state AS state, "
    "coalesce(post.sent_at, post.due_at, post.changed_at) AS at, "
    "(SELECT first.text FROM part AS first WHERE first.post_id = post.id "
    "ORDER BY first.position LIMIT 1) AS text"
)
_ATTACHED = (
    "SELECT DISTINCT {post} FROM attachment JOIN part ON part.id = attachment.part_id "
    "JOIN post ON post.id = part.post_id WHERE attachment.picture IN ({marks}) "
    "AND post.state <> 'deleted' {mine} ORDER BY at DESC LIMIT {most}"
)
_ON_BOARD = (
    "SELECT DISTINCT {post} FROM board_cell JOIN post ON post.board_id = board_cell.board_id "
    "WHERE board_cell.picture IN ({marks}) AND post.state <> 'deleted' {mine} "
    "ORDER BY at DESC LIMIT {most}"
)
_ON_X = (
    "SELECT NULL AS id, own_post.account_id AS account_id, 'sent' AS state, "
    "own_post.created_at AS at, own_post.text AS text FROM own_post "
    "WHERE own_post.picture IN ({marks}) AND NOT EXISTS "
    "(SELECT 1 FROM part WHERE part.x_post_id = own_post.x_post_id) {mine} "
    "ORDER BY at DESC LIMIT {most}"
)
_BOARDS = (
    "SELECT board.id, board.account_id, board.name FROM board WHERE (board.made IN ({marks}) "
    "OR board.id IN (SELECT board_id FROM board_cell WHERE picture IN ({marks}))) {mine} "
    "ORDER BY board.changed_at DESC LIMIT {most}"
)
_PRODUCTS = (
    "SELECT product.name FROM product WHERE product.picture IN ({marks}) {mine} "
    "ORDER BY product.position LIMIT {most}"
)
_LOGOS = "SELECT 1 FROM shop_profile WHERE shop_profile.logo IN ({marks}) {mine} LIMIT {most}"
