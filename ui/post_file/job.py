"""What the `work` lane does for a file of posts: read it, look at its rows, bring them in."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from services.post_file.cells import read_file, read_table
from services.post_file.check import Checker
from services.post_file.guess import guess_mapping
from services.post_file.imports import Brought, GivenUp
from services.post_file.known import Known, Wishes
from services.post_file.values import CheckedRow, Mapping, Table, Trouble
from services.publishing.lengths import config_for

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.my_shop.closed_days import ClosedDay
    from services.shop import Shop


class Reading(NamedTuple):
    """How the owner wants the file read; what is empty, or None, is guessed."""

    encoding: str = ""
    delimiter: str = ""
    heading: bool | None = None


_GUESSED = Reading()


class FileRead(NamedTuple):
    """`odd`: some letters could not be read, another encoding is wanted."""

    path: Path
    table: Table
    mapping: Mapping
    odd: bool
    reading: Reading = _GUESSED

    def only_heading_differs(self, before: FileRead) -> bool:
        """The same columns, so that what they were said to hold is still right."""
        return (
            self.path == before.path
            and self.reading.heading != before.reading.heading
            and self.table.encoding == before.table.encoding
            and self.table.delimiter == before.table.delimiter
            and len(self.mapping.columns) == len(before.mapping.columns)
        )


@dataclass(slots=True)
class Watch:
    """Seen from both sides: how far the lane is, and whether the owner still wants it."""

    whole: int = 0
    done: int = 0
    stopped: bool = False

    def step(self, done: int) -> bool:
        self.done = done
        return not self.stopped


@dataclass(frozen=True, slots=True)
class Looked:
    """Rows by their places. `attention`: the troubled, and the ready to look at once more.

    `past`, `closed`: how many rows have no other trouble than their time, than their day.
    """

    rows: tuple[CheckedRow, ...]
    wishes: Wishes
    ready: tuple[int, ...] = field(default=())
    troubled: tuple[int, ...] = field(default=())
    attention: tuple[int, ...] = field(default=())
    past: int = 0
    closed: int = 0

    def has_passed(self, now: int) -> bool:
        """Something that was ready is over by now."""
        return any((self.rows[place].due_at or now) <= now for place in self.ready)


def read(path: Path, *, reading: Reading = _GUESSED) -> FileRead:
    """Raises BadFile."""
    table = read_table(
        read_file(path),
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        heading=reading.heading,
    )
    odd = any("\ufffd" in cell for row in table.rows[:500] for cell in row.cells)
    return FileRead(path, table, guess_mapping(table), odd, reading)


def look(
    shop: Shop,
    account: Account,
    file: FileRead,
    mapping: Mapping,
    wishes: Wishes,
    watch: Watch,
    *,
    language: str = "",
) -> Looked | None:
    """None where the owner has chosen something else meanwhile. `language`: of holidays' names."""
    now = shop.clock.now()
    known = Known(
        now=now,
        zone=account.zone,
        config=config_for(account),
        said=shop.imports.said(account.id),
        folder=file.path.parent,
        free=shop.slots.free(account.id, after=now),
        closed=_Closed(shop, account.id, language).on,
    )
    rows = []
    watch.whole = len(file.table.rows)
    for row in Checker(file.table, mapping, known, wishes).rows():
        rows.append(row)
        if not watch.step(len(rows)):
            return None
    return Looked(
        tuple(rows),
        wishes,
        ready=tuple(n for n, row in enumerate(rows) if row.ready),
        troubled=tuple(n for n, row in enumerate(rows) if not row.ready),
        attention=tuple(n for n, row in enumerate(rows) if row.wrong or row.cautions),
        past=_only(rows, Trouble.PAST),
        closed=_only(rows, Trouble.CLOSED_DAY),
    )


def bring(
    shop: Shop, account: Account, file: FileRead, looked: Looked, watch: Watch
) -> Brought | None:
    """None where the owner stopped it: nothing was kept."""
    watch.whole, watch.done = len(looked.ready), 0
    rows = [looked.rows[place] for place in looked.ready]
    try:
        return shop.imports.bring(account.id, file.path.name, rows, progress=watch.step)
    except GivenUp:
        return None


class _Closed:
    """The closed days of the years that the file speaks of, each year read once."""

    def __init__(self, shop: Shop, account_id: str, language: str) -> None:
        self._shop = shop
        self._account_id = account_id
        self._language = language
        self._years: dict[int, AnyMapping[date, ClosedDay]] = {}

    def on(self, day: date) -> str | None:
        if day.year not in self._years:
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
            self._years[day.year] = self._shop.closed_days.between(
                self._account_id, first, last, language=self._language
            )
        closed = self._years[day.year].get(day)
        return None if closed is None else closed.name


def _only(rows: Sequence[CheckedRow], trouble: Trouble) -> int:
    return sum([one.trouble for one in row.wrong] == [trouble] for row in rows)
