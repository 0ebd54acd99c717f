"""Bytes to cells: any encoding, any quotes, and not a character lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.post_file.cells import guess_delimiter, read_file, read_table, rows_of
from services.post_file.values import BadFile, FileProblem

_SIGNS = {
    "utf-8-sig": st.characters(codec="utf-8", exclude_characters="\ufeff"),
    "utf-16": st.characters(codec="utf-16", exclude_characters="\ufeff"),
    "cp1252": st.characters(codec="cp1252"),
    "cp1256": st.characters(codec="cp1256"),
    "cp932": st.sampled_from("緑茶ジャスミン。\r\n,;\"' あｱ漢"),
    "gb18030": st.sampled_from("绿茶，。《》\r\n,;\"' 𠀀🍵"),
    "big5": st.sampled_from("綠茶，。「」\r\n,;\"' 櫃"),
}


def written(rows: list[list[str]], encoding: str, delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), encoding=st.sampled_from(sorted(_SIGNS)), delimiter=st.sampled_from(",;\t|"))
def test_any_table_comes_back_equal(data: st.DataObject, encoding: str, delimiter: str) -> None:
    cell = st.text(_SIGNS[encoding], max_size=12)
    width = data.draw(st.integers(1, 4))
    row = st.lists(cell, min_size=width, max_size=width)
    rows = data.draw(st.lists(row, min_size=1, max_size=6))
    shown = [each for each in rows if any(text.strip() for text in each)]
    blob = written(rows, encoding, delimiter)
    if not shown:
        with pytest.raises(BadFile):
            read_table(blob, encoding=encoding, delimiter=delimiter, heading=False)
        return
    table = read_table(blob, encoding=encoding, delimiter=delimiter, heading=False)
    assert [list(each.cells) for each in table.rows] == shown
    assert not any(each.broken for each in table.rows)


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.sampled_from('a"\n\r,;é茶 '), max_size=60))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    """Whatever the quotes do, the letters are all somewhere."""
    rows = rows_of(text, ",")
    kept = "".join(cell for row in rows for cell in row.cells)
    assert sorted(c for c in kept if c not in '"\r\n,') == sorted(
        c for c in text if c not in '"\r\n,'
    )


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Naïve café 🍵 שלום"),
        ("utf-8-sig", "نص المنشور"),
        ("utf-16", "Emoji 👨‍👩‍👧 and \u200fmarks\u200e"),
        ("utf-16-le", "¿Cuál es la taza más vieja?"),
        ("cp1252", "¿Cuál es la taza más vieja? 5 € — “ven”"),
        ("cp1252", "Été à l'œuvre, crème brûlée"),
        ("cp1256", "أخضر وأسود وياسمين، ثلاثة صحون على الطاولة"),
        ("cp1256", "سبز، سياه، ياس: سه ظرف کوچک"),
        ("cp932", "緑茶、紅茶、ジャスミン。カウンターに小皿を三つ。"),
        ("gb18030", "绿茶、红茶、茉莉：柜台上三个小碟，先尝再选。"),
        ("big5", "綠茶、紅茶、茉莉：櫃檯上三個小碟，先嚐再選。"),
    ],
)
def test_the_encoding_is_guessed(encoding: str, words: str) -> None:
    table = read_table(written([["text", "date"], [words, "2026-11-24"]], encoding))
    assert table.rows[0].cells == (words, "2026-11-24")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_guessed_past_signs_in_the_words(delimiter: str) -> None:
    rows = [["نص", "تاريخ"]] + [[f"one, two; three {n}", "24/11/2026"] for n in range(4)]
    assert guess_delimiter(written(rows, "utf-8", delimiter).decode()) == delimiter


def test_a_broken_quote_costs_its_own_line_alone() -> None:
    text = 'text,date\n"fine, really",1\n"never closed,2\n"with ""quotes""\nand a line",3\nlast,4\n'
    table = read_table(text.encode())
    assert [(row.number, row.broken) for row in table.rows] == [
        (2, False),
        (3, True),
        (4, False),
        (5, False),
    ]
    assert table.rows[0].cells == ("fine, really", "1")
    assert table.rows[2].cells == ('with "quotes"\nand a line', "3")


def test_a_cell_longer_than_the_module_s_own_limit_is_read() -> None:
    long = "茶" * 200_000
    assert read_table(f'text\n"{long}"\n'.encode()).rows[0].cells == (long,)


def test_nul_and_formulas_are_only_text() -> None:
    table = read_table(b"text,date\n=1+1\x00,2026-11-24\n")
    assert table.rows[0].cells == ("=1+1\x00", "2026-11-24")


def test_a_wrong_encoding_shows_itself_and_keeps_the_rows() -> None:
    table = read_table("text\nسبز\nplain\n".encode("cp1256"), encoding="utf-8")
    assert "\ufffd" in table.rows[0].cells[0]
    assert table.rows[1].cells == ("plain",)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"\r\n , \r\n", FileProblem.EMPTY),
        (b"\xef\xbb\xbf", FileProblem.EMPTY),
        (b"text,date,time\n", FileProblem.ONLY_HEADING),
        ("本文,日付\n".encode("cp932"), FileProblem.ONLY_HEADING),
    ],
)
def test_a_file_without_a_post_says_so(data: bytes, problem: FileProblem) -> None:
    with pytest.raises(BadFile) as caught:
        read_table(data)
    assert caught.value.problem is problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 a workbook", FileProblem.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0 an older one", FileProblem.SPREADSHEET),
        (b"\x89PNG\r\n", FileProblem.NO_TABLE),
        (b"%PDF-1.7", FileProblem.NO_TABLE),
    ],
)
def test_another_kind_of_file_is_named(tmp_path: Path, data: bytes, problem: FileProblem) -> None:
    path = tmp_path / "posts.csv"
    path.write_bytes(data)
    with pytest.raises(BadFile) as caught:
        read_file(path)
    assert caught.value.problem is problem


def test_a_folder_and_a_file_that_is_gone(tmp_path: Path) -> None:
    for path, problem in (
        (tmp_path, FileProblem.FOLDER),
        (tmp_path / "gone.csv", FileProblem.UNREADABLE),
    ):
        with pytest.raises(BadFile) as caught:
            read_file(path)
        assert caught.value.problem is problem


def test_a_hundred_thousand_rows_are_rows() -> None:
    table = read_table(b"text,date\n" + b"tea,2026-11-24\n" * 100_000)
    assert len(table.rows) == 100_000
    assert table.rows[-1].number == 100_001


def test_a_file_full_of_nuls_is_no_table() -> None:
    with pytest.raises(BadFile) as caught:
        read_table(b"\x00\x01a\x00\x00\x02b\x00" * 50 + b"text\x00")
    assert caught.value.problem is FileProblem.NO_TABLE
