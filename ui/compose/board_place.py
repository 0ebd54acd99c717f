"""Which picture of a post is its board, and what happens when the board is made or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from services.publishing.posts import MOST_PICTURES
from services.shop import Shop
from ui.compose.content import Attached, Content, PartContent
from ui.compose.part_editor import PartEditor
from ui.compose.parts import Parts
from ui.compose.picture_rules import name_of

if TYPE_CHECKING:
    from services.media.board_values import Board
    from services.media.pictures import Picture


class BoardPlace:
    def __init__(self, shop: Shop, parts: Parts) -> None:
        self._shop = shop
        self._parts = parts
        self._board_id: str | None = None
        self._picture: str | None = None
        self._link = ""
        """The one that came with it."""

    @property
    def board_id(self) -> str | None:
        """None also when the board's picture was taken out; one that was never drawn waits."""
        waits = self._picture is None
        return self._board_id if waits or self._editor() is not None else None

    def open(self, content: Content) -> None:
        self._board_id = self._picture = None
        self._link = ""
        if content.board_id is None:
            return
        try:
            board = self._shop.boards.get(content.board_id)
        except KeyError:
            # Deleted meanwhile: its picture is one like any other.
            return
        self._board_id = board.id
        self._picture = self._find(board, content)
        if self._picture is not None:
            from services.media.board_link import link_of

            self._link = link_of(board.link) or ""

    def attach(
        self, picture: Picture, alt_text: str, link: str, board_id: str
    ) -> Callable[[], None] | None:
        """Returns the call that brings back the pictures it was made of, if there were any."""
        known, editor = self._picture, self._editor()
        again = editor is not None
        editor = editor or self._parts.now
        before, left_over = editor.content, editor.state.left_over
        self._board_id, self._picture = board_id, picture.hash
        editor.attach_board(
            picture, alt_text, link, before=known if again else None, former=self._link
        )
        self._link = link
        if again or not before.pictures:
            return None
        return partial(self._unmake, editor, before, left_over)

    def described(self, picture: str, alt_text: str) -> None:
        """What the owner says of the board in its post is said when it is used again, too."""
        editor = self._editor()
        if editor is None or picture != self._picture or self._board_id is None:
            return
        before = next(one.alt_text for one in editor.content.pictures if one.hash == picture)
        if alt_text == before:
            return
        try:
            board = self._shop.boards.get(self._board_id)
        except KeyError:
            # Deleted meanwhile: the words stay in the post.
            return
        self._shop.boards.save(replace(board, alt_text=alt_text))

    def _editor(self) -> PartEditor | None:
        """The part that shows the board."""
        board = self._picture
        if self._board_id is None or board is None:
            return None
        return next((one for one in self._parts.editors if one.shows(board)), None)

    def _unmake(
        self, editor: PartEditor, before: PartContent, left_over: tuple[Attached, ...]
    ) -> None:
        """Back come the pictures it was made of, beside those that came since."""
        if editor not in self._parts.editors:
            return
        known = {self._picture, *(one.hash for one in before.pictures)}
        since = [one for one in editor.content.pictures if one.hash not in known]
        self._board_id = self._picture = None
        pictures = (*before.pictures, *since)
        editor.put(
            editor.content._replace(pictures=pictures[:MOST_PICTURES]),
            left_over=(*left_over, *pictures[MOST_PICTURES:]),
        )

    def _find(self, board: Board, content: Content) -> str | None:
        """What was last made of it; else, where it was made anew since for another post, what has
        its name. None: it was never drawn for this one."""
        names = (f"{board.name}.jpg", f"{board.name}.png")
        shown = content.pictures
        if any(one.hash == board.made for one in shown):
            return board.made
        for one in shown:
            if name_of(self._shop.pictures, one._replace(alt_text="")) in names:
                return one.hash
        return None
