"""What columns hold, and what is wrong with a row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.clock import from_wall
from services.post_file.cells import read_table
from services.post_file.check import Checker
from services.post_file.guess import guess_mapping
from services.post_file.known import Known, Wishes
from services.post_file.mend import to_mend
from services.post_file.values import (
    Column,
    DateOrder,
    Mapping,
    Row,
    Said,
    Table,
    Trouble,
    Wrong,
)
from services.publishing.post_options import PostKind
from services.publishing.slots import SlotTime

ZONE = "Europe/Helsinki"
NOW = from_wall("2026-11-20T12:00", ZONE)
KNOWN = Known(now=NOW, zone=ZONE)
SLOTS = tuple(
    SlotTime(from_wall(f"2026-11-2{n}T09:00", ZONE), f"2026-11-2{n}T09:00", ZONE)
    for n in range(1, 5)
)


def table(text: str) -> Table:
    return read_table(text.encode())


def checked(text: str, known: Known = KNOWN, wishes: Wishes | None = None) -> list[Wrong]:
    found = table(text)
    rows = Checker(found, guess_mapping(found), known, wishes or Wishes()).rows()
    return [wrong for row in rows for wrong in row.wrong]


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("Text,Date,Time,Picture,Alt text", "text,date,time,picture,alt_text"),
        ("Texto;Fecha y hora;Enlace;Tipo", "text,date_time,link,kind"),
        ("النص,التاريخ,الوقت,صورة", "text,date,time,picture"),
        ("متن,تاریخ,ساعت,عکس", "text,date,time,picture"),
        ("本文,日付,時刻,画像,代替テキスト", "text,date,time,picture,alt_text"),
        ("正文,日期,时间,图片,链接", "text,date,time,picture,link"),
        ("Notes,Post,When", ",text,date_time"),
    ],
)
def test_columns_are_known_by_name(heading: str, columns: str) -> None:
    delimiter = ";" if ";" in heading else ","
    cells = delimiter.join("x" for _ in heading.split(delimiter))
    found = read_table(f"{heading}\n{cells}\n".encode())
    assert ",".join(guess_mapping(found).columns) == columns


def test_columns_without_names_are_known_by_what_they_hold() -> None:
    found = table(
        "2026-11-24,09:00,The kiln is warm today,tea.jpg,https://leaf.example.com,sell\n"
        "2026-11-25,17:30,湯呑みが焼き上がりました,b.png,https://leaf.example.com/b,help\n"
    )
    assert found.heading == ()
    assert guess_mapping(found).columns == (
        Column.DATE,
        Column.TIME,
        Column.TEXT,
        Column.PICTURE,
        Column.LINK,
        Column.KIND,
    )


def test_a_date_that_holds_the_hour_is_both() -> None:
    found = table("text,date\nTea,2026-11-24 09:00\nCake,2026-11-25 17:30\n")
    assert guess_mapping(found).columns == (Column.TEXT, Column.DATE_TIME)


def test_an_order_that_nothing_proves_is_not_sure() -> None:
    mapping = guess_mapping(table("text,date,time\nTea,03/04/2027,09:00\n"))
    assert (mapping.order, mapping.sure) == (DateOrder.DAY_FIRST, False)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Tea,2026-11-24,09:00,", []),
        (f"{'x' * 292},2026-11-24,09:00,", [Wrong(Trouble.TOO_LONG, number=12)]),
        ("茶" * 146 + ",2026-11-24,09:00,", [Wrong(Trouble.TOO_LONG, number=12)]),
        (",2026-11-24,09:00,", [Wrong(Trouble.NO_WORDS)]),
        ("\u200f ,2026-11-24,09:00,", [Wrong(Trouble.NO_WORDS)]),
        ("Tea,2026-11-01,09:00,", [Wrong(Trouble.PAST, what="2026-11-01 09:00")]),
        ("Tea,soon,09:00,", [Wrong(Trouble.BAD_TIME, what="soon 09:00")]),
        ("Tea,2026-11-24,late,", [Wrong(Trouble.BAD_TIME, what="2026-11-24 late")]),
        ("Tea,2026-11-24,09:00,Mars/Base", [Wrong(Trouble.UNKNOWN_ZONE, what="Mars/Base")]),
        ("Tea,2026-11-24,09:00,Asia/Tokyo", []),
        ("Tea,,,", [Wrong(Trouble.NO_SLOT)]),
    ],
)
def test_a_row_says_what_is_wrong(row: str, wrong: list[Wrong]) -> None:
    assert checked(f"text,date,time,zone\n{row}\n") == wrong


def test_words_that_stand_twice_or_wait_already() -> None:
    known = replace(
        KNOWN,
        said={"شاي بالنعناع": Said(NOW + 60, waits=True), "Cake": Said(NOW - 60, waits=False)},
    )
    text = (
        "text,date,time\nTea,24/11/2026,9:00\n Tea ,25/11/2026,9:00\nشاي بالنعناع,26/11/2026,9:00\n"
        "Cake,27/11/2026,9:00\n"
    )
    assert checked(text, known) == [
        Wrong(Trouble.TWICE, number=2),
        Wrong(Trouble.WAITS, at=NOW + 60),
        Wrong(Trouble.WENT_OUT, at=NOW - 60),
    ]


def test_pictures_are_looked_for_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "tea 🍵.jpg").write_bytes(b"x")
    known = replace(KNOWN, folder=tmp_path)
    head = "text,date,time,picture\n"
    assert checked(f"{head},2026-11-24,09:00,tea 🍵.jpg\n", known) == []
    assert checked(f"{head}Tea,2026-11-24,09:00,gone.jpg; tea 🍵.jpg\n", known) == [
        Wrong(Trouble.NO_PICTURE, what="gone.jpg")
    ]
    many = ";".join(["tea 🍵.jpg"] * 5)
    assert checked(f"{head}Tea,2026-11-24,09:00,{many}\n", known) == [
        Wrong(Trouble.TOO_MANY_PICTURES, number=5)
    ]
    long = "x" * 300
    assert (
        checked(f"{head}Tea,2026-11-24,09:00,{long}.jpg\n", known)[0].trouble is Trouble.NO_PICTURE
    )


def test_a_description_longer_than_x_takes_is_found_before_its_hour(tmp_path: Path) -> None:
    (tmp_path / "tea.jpg").write_bytes(b"x")
    known = replace(KNOWN, folder=tmp_path)
    head = "text,date,time,picture,alt text\n"
    long = "茶" * 1_003
    assert checked(f"{head}Tea,2026-11-24,09:00,tea.jpg,{long}\n", known) == [
        Wrong(Trouble.LONG_ALT_TEXT, number=3)
    ]
    assert checked(f"{head}Tea,2026-11-24,09:00,tea.jpg,{long[3:]}\n", known) == []
    assert checked(f"{head}Tea,2026-11-24,09:00,,{long}\n", known) == []


def test_a_broken_row_is_never_ready() -> None:
    assert checked('text,date,time\n"Tea,2026-11-24,09:00\nCake,2026-11-25,09:00\n') == [
        Wrong(Trouble.BROKEN)
    ]


def test_past_times_take_free_slots_that_no_row_has_by_itself() -> None:
    text = "text,date,time\nOne,2026-11-21,09:00\nTwo,2026-11-01,09:00\n,2026-11-02,09:00\nFour,,\n"
    found = table(text)
    known = replace(KNOWN, free=SLOTS)
    checker = Checker(found, guess_mapping(found), known, Wishes(past_to_slots=True))
    rows = list(checker.rows())
    assert [(row.wall, row.moved, row.ready) for row in rows] == [
        ("2026-11-21T09:00", False, True),
        ("2026-11-22T09:00", True, True),
        ("", True, False),
        ("2026-11-23T09:00", True, True),
    ]


def test_the_next_free_slots_leave_the_file_s_times_aside() -> None:
    found = table("text,date,time\nOne,2027-11-21,09:00\nTwo,never,09:00\n")
    known = replace(KNOWN, free=SLOTS)
    rows = list(Checker(found, guess_mapping(found), known, Wishes(only_slots=True)).rows())
    assert [row.wall for row in rows] == ["2026-11-21T09:00", "2026-11-22T09:00"]
    assert all(row.ready for row in rows)


def test_a_link_of_its_own_follows_the_words_once() -> None:
    found = table(
        "text,date,time,link,kind\n"
        "Tea,2026-11-24,9:00,https://a.example/b,Ask\n"
        "See https://a.example/b,2026-11-25,9:00,https://a.example/b,no kind\n"
    )
    rows = list(Checker(found, guess_mapping(found), KNOWN, Wishes()).rows())
    assert [row.text for row in rows] == ["Tea https://a.example/b", "See https://a.example/b"]
    assert [row.kind for row in rows] == [PostKind.ASK, PostKind.GUESSED]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=5))
def test_rows_to_mend_read_back_as_they_were(cells: list[str]) -> None:
    found = Table((Row(2, tuple(cells)),), "utf-8", ",", tuple("h" for _ in cells))
    mapping = Mapping(tuple(Column.IGNORED for _ in cells))
    rows = list(Checker(found, mapping, KNOWN, Wishes()).rows())
    data = to_mend(found, rows, column="What is wrong", say=lambda row: "نص")
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert back == [[*["h"] * len(cells), "What is wrong"], [*cells, "نص"]]


@pytest.mark.parametrize("cell", ["=A1&B2", "=CONCAT(A1;B1)", "#REF!", "#NAME?"])
def test_a_formula_is_no_post(cell: str) -> None:
    assert checked(f"text,date,time\n{cell},2026-11-24,9:00\n") == [Wrong(Trouble.FORMULA)]


@pytest.mark.parametrize("cell", ["= new today", "#tea and #cups", "=) come by"])
def test_words_that_only_begin_like_one_are_words(cell: str) -> None:
    assert checked(f"text,date,time\n{cell},2026-11-24,9:00\n") == []
