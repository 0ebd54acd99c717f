"""Looks at each row of a table: when it goes out, what it says, and whatever is wrong with it.

Pure: what is known of the shop comes in as `Known`. Nothing is changed in the words; a link that
stands in a column of its own follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from services.media.captions import ALT_TEXT_LIMIT
from services.post_file.kind_names import kind_named
from services.post_file.known import Known, Wishes
from services.post_file.row_times import RowTimes, TimeCells
from services.post_file.values import CheckedRow, Column, Mapping, Row, Table, Trouble, Wrong
from services.publishing.posts import MOST_PICTURES
from services.text.blank import is_blank
from services.text.clean import clean
from services.text.measure import parse

_FORMULA = re.compile(
    r"=\s*[A-Z][A-Z0-9.]*\(|=\s*\$?[A-Z]{1,3}\$?\d|#(REF!|NAME\?|VALUE!|N/A|DIV/0!|NULL!|NUM!)\s*$"
)
_PICTURES = re.compile(r"\s*[;|\n]\s*")


class Checker:
    """Row by row in order: an earlier one has the first free slot, and the first say."""

    def __init__(self, table: Table, columns: Mapping, known: Known, wishes: Wishes) -> None:
        self._columns = columns
        self._known = known
        self._rows = table.rows
        self._first: dict[str, int] = {}
        self._times = RowTimes(known, wishes, columns.order)

    def rows(self) -> Iterator[CheckedRow]:
        for row in self._rows:
            yield self.check(row)

    def check(self, row: Row) -> CheckedRow:
        text = self._text(row)
        pictures, wrong = self._pictures(row)
        alt_text = clean(self._cell(row, Column.ALT_TEXT))[0]
        if pictures and len(alt_text) > ALT_TEXT_LIMIT:
            wrong.append(Wrong(Trouble.LONG_ALT_TEXT, number=len(alt_text) - ALT_TEXT_LIMIT))
        if row.broken:
            wrong.insert(0, Wrong(Trouble.BROKEN))
        wrong += self._wrong_words(row, text, has_pictures=bool(pictures))
        timed = self._times.of(self._cells_of_time(row), fits=not wrong)
        if timed.wrong is not None:
            wrong.append(timed.wrong)
        when = timed.when
        return CheckedRow(
            number=row.number,
            text=text,
            due_at=when.due_at if when else None,
            wall=when.wall if when else "",
            zone=when.zone if when else "",
            moved=timed.moved,
            file_wall=when.file_wall if when else "",
            file_zone=when.file_zone if when else "",
            even_closed=timed.even_closed,
            closed=timed.closed,
            cautions=timed.cautions,
            pictures=pictures,
            alt_text=alt_text,
            kind=kind_named(self._cell(row, Column.KIND)),
            wrong=tuple(wrong),
            cells=row.cells,
        )

    def _cell(self, row: Row, column: Column) -> str:
        place = self._columns.place(column)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def _cells_of_time(self, row: Row) -> TimeCells:
        day = self._cell(row, Column.DATE_TIME) or self._cell(row, Column.DATE)
        return TimeCells(day, self._cell(row, Column.TIME), self._cell(row, Column.ZONE))

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
            said = self._known.said[words]
            trouble = Trouble.WAITS if said.waits else Trouble.WENT_OUT
            wrong.append(Wrong(trouble, at=said.at))
        self._first.setdefault(words, row.number)
        return wrong
