"""A board on its way to Pinterest or Tumblr: its pictures as files in a folder of the owner's.

Nothing of the owner's is ever written over or taken away: a board that looks different by now gets
another folder. What was begun is found again, so that it can be gone on with another day.
"""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from services.media.files import write_whole
from services.store.troubles import system_trouble

if TYPE_CHECKING:
    from services.clock import Clock
    from services.media.board_values import Board
    from services.media.pictures import PictureStore
    from services.store.database import Database

LONGEST_NAME = 60
"""Letters of a file's or folder's name. Most systems take 255, counted in bytes."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
_MOST_FOLDERS = 1_000
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Windows keeps these names to itself, in any letters and whatever stands behind a dot."""


class Site(StrEnum):
    PINTEREST = "pinterest"
    TUMBLR = "tumblr"


@dataclass(frozen=True, slots=True)
class Outing:
    """`folder` may be gone or emptied meanwhile."""

    board_id: str
    site: Site
    folder: Path


class Outings:
    def __init__(self, database: Database, pictures: PictureStore, clock: Clock) -> None:
        self._database = database
        self._pictures = pictures
        self._clock = clock

    def of(self, board_id: str) -> Outing | None:
        """The last one of the board."""
        row = self._database.connection.execute(
            "SELECT board_id, site, folder FROM board_outing WHERE board_id = ?", (board_id,)
        ).fetchone()
        if row is None:
            return None
        known = row["site"] in list(Site)
        site = Site(row["site"]) if known else Site.PINTEREST
        return Outing(row["board_id"], site, Path(row["folder"]))

    def choose(self, board_id: str, site: Site) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE board_outing SET site = ? WHERE board_id = ?", (site, board_id)
            )

    def begin(self, board: Board, site: Site, *, under: Path, move: bool = False) -> Outing:
        """Writes the board's pictures, as they are kept here, into a folder below `under`.

        The folder of the last time is used again while the board has the same pictures (but with
        `move`); what is missing there comes back. The board must be saved. Reads and writes: `work`
        lane. Raises StorageTrouble, and BadImage for a picture that is gone.
        """
        content = _content(board)
        row = self._database.connection.execute(
            "SELECT folder, content FROM board_outing WHERE board_id = ?", (board.id,)
        ).fetchone()
        again = row is not None and row["content"] == content and not move
        folder = Path(row["folder"]) if again else Path()
        if not again or not os.path.isdir(folder):
            folder = _new_folder(under, board.name)
        self._note(board.id, site, folder, content)
        for number, cell in enumerate(board.cells, 1):
            kept = self._pictures.path(cell.picture)
            path = folder / file_name(number, cell.caption, kept.suffix)
            if not os.path.exists(path):
                write_whole(path, self._pictures.read(cell.picture))
                _show_to_others(path)
        return Outing(board.id, site, folder)

    def _note(self, board_id: str, site: Site, folder: Path, content: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO board_outing(board_id, site, folder, content, begun_at) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT(board_id) DO UPDATE SET "
                "site = excluded.site, folder = excluded.folder, content = excluded.content",
                (board_id, site, str(folder), content, self._clock.now()),
            )


def file_name(number: int, caption: str, suffix: str) -> str:
    """`02 blue tea bowl.jpg`: in the board's order, and what it shows."""
    return f"{number:02} {safe_name(caption)}".rstrip() + suffix


def safe_name(words: str) -> str:
    """The words as every system takes them in a name; "" where nothing of them is left."""
    plain = unicodedata.normalize("NFC", words)
    kept = "".join(sign if _may_stand(sign) else " " for sign in plain)
    short = " ".join(kept.split())[:LONGEST_NAME]
    while len(short.encode()) > 3 * LONGEST_NAME:
        short = short[:-1]
    return short.strip(f" .{_JOINERS}")


def no_device(name: str) -> str:
    """The same name, or one that no system takes for a device of its own."""
    first, dot, rest = name.partition(".")
    first = first.rstrip()
    return f"{first}_{dot}{rest}" if first.lower() in _DEVICES else name


def _may_stand(sign: str) -> bool:
    """Unseen marks hide what a name is, but two of them are part of how words are spelled."""
    if sign in _JOINERS:
        return True
    return sign not in _FORBIDDEN and unicodedata.category(sign) not in _UNSEEN


def _new_folder(under: Path, name: str) -> Path:
    base = no_device(safe_name(name)) or "Board"
    try:
        under.mkdir(parents=True, exist_ok=True)
        for number in range(1, _MOST_FOLDERS):
            folder = under / (base if number == 1 else f"{base} {number}")
            with suppress(FileExistsError):
                folder.mkdir()
                return folder
    except OSError as error:
        raise system_trouble(error, under) from error
    raise system_trouble(FileExistsError(17, "too many folders"), under)


def _show_to_others(path: Path) -> None:
    """The browser, perhaps shut up in a box of its own, is to read it: as other files here are."""
    with suppress(OSError):
        path.chmod(0o644)


def _content(board: Board) -> str:
    told = "\n".join(f"{cell.picture} {cell.caption}" for cell in board.cells)
    return sha256(told.encode()).hexdigest()
