"""Looks at each row of a table: when it goes out, what it says, and whatever is wrong with it.

Pure: what is known of the shop comes in as `Known`. Nothing is changed in the words; a link that
stands in a column of its own follows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from services.post_file.kind_names import kind_named
from services.post_file.times import NotATime, When, read_when, read_zone
from services.post_file.values import (
    CheckedRow,
    Column,
    Row,
    Table,
    Trouble,
    Wrong,
)
from services.post_file.values import Mapping as Columns
from services.publishing.posts import MOST_PICTURES
from services.publishing.slots import SlotTime
from services.text.blank import is_blank
from services.text.clean import clean
from services.text.measure import STANDARD, parse
from services.text.weight import Config

_FORMULA = re.compile(
    r"=\s*[A-Z][A-Z0-9.]*\(|=\s*\$?[A-Z]{1,3}\$?\d|#(REF!|NAME\?|VALUE!|N/A|DIV/0!|NULL!|NUM!)\s*$"
)
_PICTURES = re.compile(r"\s*[;|\n]\s*")


@dataclass(frozen=True, slots=True)
class Known:
    """`said`: texts that wait or went out lately. `folder`: where pictures are looked for.

    `free`: the free slots to come, in time, each given once.
    """

    now: int
    zone: str
    config: Config = STANDARD
    said: Mapping[str, str] = field(default_factory=dict)
    folder: Path = Path()
    free: Iterable[SlotTime] = ()
    is_file: Callable[[Path], bool] = Path.is_file


@dataclass(frozen=True, slots=True)
class Wishes:
    """`only_slots`: the file's times are left aside. `past_to_slots`: those that are over are."""

    only_slots: bool = False
    past_to_slots: bool = False


class Checker:
    """Row by row in order: an earlier one has the first free slot, and the first say."""

    def __init__(self, table: Table, columns: Columns, known: Known, wishes: Wishes) -> None:
        self._columns = columns
        self._known = known
        self._wishes = wishes
        self._rows = table.rows
        self._first: dict[str, int] = {}
        self._taken: set[int] = set()
        self._free = iter(known.free)

    def rows(self) -> Iterator[CheckedRow]:
        for row in self._rows:
            yield self.check(row)

    def check(self, row: Row) -> CheckedRow:
        text = self._text(row)
        pictures, wrong = self._pictures(row)
        if row.broken:
            wrong.insert(0, Wrong(Trouble.BROKEN))
        wrong += self._wrong_words(row, text, has_pictures=bool(pictures))
        when, wrong_time, moved = self._when(row, fits=not wrong)
        if wrong_time is not None:
            wrong.append(wrong_time)
        return CheckedRow(
            number=row.number,
            text=text,
            due_at=when.due_at if when else None,
            wall=when.wall if when else "",
            zone=when.zone if when else "",
            moved=moved,
            pictures=pictures,
            alt_text=clean(self._cell(row, Column.ALT_TEXT))[0],
            kind=kind_named(self._cell(row, Column.KIND)),
            wrong=tuple(wrong),
            cells=row.cells,
        )

    def _cell(self, row: Row, column: Column) -> str:
        place = self._columns.place(column)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def _text(self, row: Row) -> str:
        text = clean(self._cell(row, Column.TEXT))[0]
        link = clean(self._cell(row, Column.LINK))[0].strip()
        if link and link not in text:
            gap = " " if text and not text[-1].isspace() else ""
            text = f"{text}{gap}{link}"
        return text

    def _pictures(self, row: Row) -> tuple[tuple[Path, ...], list[Wrong]]:
        names = [name for name in _PICTURES.split(self._cell(row, Column.PICTURE)) if name.strip()]
        paths = []
        wrong = []
        for name in names:
            path = self._known.folder / Path(name.strip().replace("\x00", ""))
            try:
                there = self._known.is_file(path)
            except (OSError, ValueError):
                there = False
            if there:
                paths.append(path)
            else:
                wrong.append(Wrong(Trouble.NO_PICTURE, what=name.strip()))
        if len(names) > MOST_PICTURES:
            wrong.append(Wrong(Trouble.TOO_MANY_PICTURES, number=len(names)))
        return tuple(paths), wrong

    def _wrong_words(self, row: Row, text: str, *, has_pictures: bool) -> list[Wrong]:
        if is_blank(text):
            return [] if has_pictures else [Wrong(Trouble.NO_WORDS)]
        wrong = [Wrong(Trouble.FORMULA)] if _FORMULA.match(text) else []
        left = parse(text, config=self._known.config).left
        if left < 0:
            wrong.append(Wrong(Trouble.TOO_LONG, number=-left))
        words = text.strip()
        if words in self._first:
            wrong.append(Wrong(Trouble.TWICE, number=self._first[words]))
        elif words in self._known.said:
            wrong.append(Wrong(Trouble.DUPLICATE, what=self._known.said[words]))
        self._first.setdefault(words, row.number)
        return wrong

    def _when(self, row: Row, *, fits: bool) -> tuple[When | None, Wrong | None, bool]:
        """Its time, what is wrong with it, and whether it was given a slot of its own accord.

        A row that cannot be brought in takes no slot from the others.
        """
        day = self._cell(row, Column.DATE_TIME) or self._cell(row, Column.DATE)
        if self._wishes.only_slots or not day.strip():
            return self._slot(fits=fits)
        hour = self._cell(row, Column.TIME)
        zone = self._cell(row, Column.ZONE)
        try:
            read_zone(zone, self._known.zone)
        except NotATime:
            return None, Wrong(Trouble.UNKNOWN_ZONE, what=zone.strip()), False
        try:
            when = read_when(
                day=day,
                hour=hour,
                zone=zone,
                usual_zone=self._known.zone,
                order=self._columns.order,
            )
        except (NotATime, OverflowError):
            return None, Wrong(Trouble.BAD_TIME, what=f"{day} {hour}".strip()), False
        if when.due_at > self._known.now:
            self._taken.add(when.due_at // 60)
            return when, None, False
        if self._wishes.past_to_slots:
            return self._slot(fits=fits)
        return when, Wrong(Trouble.PAST, what=f"{day} {hour}".strip()), False

    def _slot(self, *, fits: bool) -> tuple[When | None, Wrong | None, bool]:
        if not fits:
            return None, None, True
        for slot in self._free:
            if slot.due_at // 60 not in self._taken:
                return When(slot.due_at, slot.wall, slot.zone), None, True
        return None, Wrong(Trouble.NO_SLOT), False
