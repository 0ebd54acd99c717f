"""When a row goes out: in its own zone, in an odd night, on a closed day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.clock import from_wall
from services.post_file.cells import read_table
from services.post_file.check import Checker
from services.post_file.guess import guess_mapping
from services.post_file.known import Known, OnClosed, Wishes
from services.post_file.values import Caution, CheckedRow, Trouble, Wrong
from services.publishing.slots import SlotTime

ZONE = "Europe/Helsinki"
NOW = from_wall("2026-11-20T12:00", ZONE)
KNOWN = Known(now=NOW, zone=ZONE)
SLOTS = tuple(
    SlotTime(from_wall(f"2026-11-2{n}T09:00", ZONE), f"2026-11-2{n}T09:00", ZONE)
    for n in range(1, 5)
)


def rows_of(text: str, known: Known = KNOWN, wishes: Wishes | None = None) -> list[CheckedRow]:
    found = read_table(text.encode())
    return list(Checker(found, guess_mapping(found), known, wishes or Wishes()).rows())


def test_a_time_in_another_zone_keeps_what_the_file_says() -> None:
    one, own, offset = rows_of(
        "text,date,time,zone\nTea,2026-12-01,10:00,Asia/Tokyo\nCake,2026-12-01,10:00,\n"
        "お茶,2026-12-01,10:00,+09:00\n"
    )
    assert (one.due_at, one.wall, one.zone) == (
        from_wall("2026-12-01T03:00", ZONE),
        "2026-12-01T10:00",
        "Asia/Tokyo",
    )
    assert (one.file_wall, one.file_zone) == ("2026-12-01T10:00", "Asia/Tokyo")
    assert one.ready
    assert one.cautions == (Caution.NIGHT,)
    assert (own.file_wall, own.file_zone, own.cautions) == ("", "", ())
    assert (offset.wall, offset.zone) == ("2026-12-01T03:00", ZONE)
    assert (offset.file_wall, offset.file_zone) == ("2026-12-01T10:00", "UTC+09:00")


@pytest.mark.parametrize(
    ("zone", "wall", "cautions"),
    [
        ("Europe/Lisbon", "2027-03-28 01:30", (Caution.SKIPPED, Caution.NIGHT)),
        ("Europe/Lisbon", "2027-10-31 01:30", (Caution.TWICE, Caution.NIGHT)),
        ("Europe/Lisbon", "2027-10-31 06:00", ()),
        ("America/New_York", "2027-03-14 02:30", (Caution.SKIPPED, Caution.NIGHT)),
        ("Australia/Lord_Howe", "2027-10-03 02:15", (Caution.SKIPPED, Caution.NIGHT)),
        ("Asia/Tokyo", "2027-03-28 00:00", (Caution.NIGHT,)),
    ],
)
def test_a_time_that_the_clocks_change_is_marked(
    zone: str, wall: str, cautions: tuple[Caution, ...]
) -> None:
    (row,) = rows_of(f"text,date\nTea,{wall}\n", replace(KNOWN, zone=zone))
    assert row.ready
    assert row.cautions == cautions
    assert row.due_at == from_wall(wall.replace(" ", "T"), zone)


def _fair(day: date) -> str | None:
    return {date(2026, 12, 1): "Fair 市", date(2026, 12, 2): ""}.get(day)


def test_a_closed_day_is_left_out_moved_or_kept_as_the_owner_says() -> None:
    text = "text,date,time\nOne,2026-12-01,09:00\nTwo,2026-12-02,09:00\nThree,2026-12-03,09:00\n"
    known = replace(KNOWN, closed=_fair, free=SLOTS)
    left = rows_of(text, known)
    assert [row.wrong for row in left] == [
        (Wrong(Trouble.CLOSED_DAY, what="Fair 市"),),
        (Wrong(Trouble.CLOSED_DAY),),
        (),
    ]
    moved = rows_of(text, known, Wishes(closed=OnClosed.TO_SLOTS))
    assert [(row.wall, row.moved) for row in moved] == [
        (SLOTS[0].wall, True),
        (SLOTS[1].wall, True),
        ("2026-12-03T09:00", False),
    ]
    posted = rows_of(text, known, Wishes(closed=OnClosed.POSTED))
    assert [(row.even_closed, row.closed, row.cautions) for row in posted] == [
        (True, "Fair 市", (Caution.CLOSED_DAY,)),
        (True, "", (Caution.CLOSED_DAY,)),
        (False, "", ()),
    ]
    assert all(row.ready for row in [*moved, *posted])


def test_the_closed_day_is_the_shop_s_own_and_not_the_file_s() -> None:
    """8:00 in Auckland on the 2nd is the evening of the 1st in Helsinki."""
    text = "text,date,time,zone\nTea,2026-12-02,08:00,Pacific/Auckland\n"
    (row,) = rows_of(text, replace(KNOWN, closed=_fair))
    assert row.wrong == (Wrong(Trouble.CLOSED_DAY, what="Fair 市"),)


@settings(max_examples=60, deadline=None)
@given(
    year=st.integers(1, 9999),
    clock=st.times(),
    zone=st.sampled_from(["", "Asia/Tokyo", "Pacific/Kiritimati", "-12:00", "+14:00"]),
)
def test_no_year_is_too_far_to_look_at(year: int, clock: time, zone: str) -> None:
    rows = rows_of(f"text,date,time,zone\nTea,{year:04}-01-01,{clock:%H:%M},{zone}\n")
    assert len(rows) == 1
