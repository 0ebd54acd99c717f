"""Guesses what each column of a table holds: by its name, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from services.post_file.headers import column_named
from services.post_file.kind_names import kind_named
from services.post_file.times import (
    NotATime,
    order_in,
    read_day,
    read_hour,
    read_when,
    read_zone,
)
from services.post_file.values import Column, Mapping, Table
from services.publishing.post_options import PostKind

_LOOKED_AT = 200
_MOST = 0.7
_PICTURE = re.compile(r"\S.*\.(jpe?g|png|gif|webp|heic|heif|avif)\s*$", re.I)
_LINK = re.compile(r"\s*(https?://|www\.)\S+\s*$", re.I)


def guess_mapping(table: Table) -> Mapping:
    """Each meaning is given once, and to the column that fits it best."""
    columns = [Column.IGNORED] * table.width
    for place, name in enumerate(table.heading):
        meaning = column_named(name)
        if meaning is not Column.IGNORED and meaning not in columns:
            columns[place] = _as_found(meaning, _cells(table, place))
    for place in range(table.width):
        if columns[place] is Column.IGNORED:
            meaning = _meaning(_cells(table, place))
            clash = meaning in columns or _told_already(meaning, columns)
            if meaning is not Column.TEXT and not clash:
                columns[place] = meaning
    if Column.TEXT not in columns:
        open_places = [n for n, each in enumerate(columns) if each is Column.IGNORED]
        if open_places:
            columns[max(open_places, key=lambda n: _length(_cells(table, n)))] = Column.TEXT
    return with_order(table, Mapping(tuple(columns)))


def with_order(table: Table, mapping: Mapping) -> Mapping:
    """The mapping with the order its dates are written in."""
    places = [mapping.place(Column.DATE), mapping.place(Column.DATE_TIME)]
    cells = [
        row.cells[place]
        for row in table.rows
        for place in places
        if place is not None and place < len(row.cells)
    ]
    order, sure = order_in(cells)
    return Mapping(mapping.columns, order, sure)


def _as_found(meaning: Column, cells: Sequence[str]) -> Column:
    """A "date" that holds the hour as well is both."""
    if meaning in (Column.DATE, Column.TIME) and _share(cells, _is_moment) >= _MOST:
        return Column.DATE_TIME
    return meaning


def _told_already(meaning: Column, columns: Sequence[Column]) -> bool:
    """A day or an hour beside a column that has both."""
    if meaning in (Column.DATE, Column.TIME):
        return Column.DATE_TIME in columns
    return meaning is Column.DATE_TIME and Column.DATE in columns


def _meaning(cells: Sequence[str]) -> Column:
    tests: tuple[tuple[Column, Callable[[str], bool]], ...] = (
        (Column.DATE_TIME, _is_moment),
        (Column.DATE, _is_day),
        (Column.TIME, _is_hour),
        (Column.PICTURE, _is_picture),
        (Column.LINK, _is_link),
        (Column.KIND, _is_kind),
        (Column.ZONE, _is_zone),
    )
    for meaning, test in tests:
        if cells and _share(cells, test) >= _MOST:
            return meaning
    return Column.TEXT


def _cells(table: Table, place: int) -> list[str]:
    found = [row.cells[place] for row in table.rows[:_LOOKED_AT] if place < len(row.cells)]
    return [cell for cell in found if cell.strip()]


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else -1.0


def _reads(call: Callable[[], object]) -> bool:
    try:
        call()
    except NotATime:
        return False
    return True


def _is_moment(cell: str) -> bool:
    return len(cell) < 60 and _reads(
        lambda: read_when(day=cell, hour="", zone="", usual_zone="UTC", order=order_in([cell])[0])
    )


def _is_day(cell: str) -> bool:
    return len(cell) < 40 and _reads(lambda: read_day(cell, order_in([cell])[0]))


def _is_hour(cell: str) -> bool:
    return len(cell) < 20 and _reads(lambda: read_hour(cell))


def _is_picture(cell: str) -> bool:
    return _PICTURE.match(cell) is not None


def _is_link(cell: str) -> bool:
    return _LINK.match(cell) is not None


def _is_kind(cell: str) -> bool:
    return kind_named(cell) is not PostKind.GUESSED


def _is_zone(cell: str) -> bool:
    return (
        len(cell) < 40 and ("/" in cell or "+" in cell) and _reads(lambda: read_zone(cell, "UTC"))
    )
