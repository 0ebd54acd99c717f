"""A folded text knows where each of its signs stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.places import fold_entry, fold_places


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Plain TEXT", "plain text"),
        ("CAFÉ Ünïcödé", "cafe unicode"),
        ("cafe\u0301", "cafe"),
        ("ＦＵＬＬ ｗｉｄｅ", "full wide"),
        ("أَهْلًا", "اهلا"),
        ("كتابي", "کتابی"),
        ("می‌شود", "میشود"),
        ("Straße", "strasse"),
        ("don’t", "don't"),
        ("ガガガ がぎ", "ガガガ がぎ"),
        ("ﷺ"[:0] + "茶🍵", "茶🍵"),
    ],
)
def test_one_way_of_writing(text: str, folded: str) -> None:
    assert fold_places(text).text == folded


@pytest.mark.parametrize(
    ("text", "word", "written"),
    [
        ("🍵 CAFÉ au lait", "cafe", "CAFÉ"),
        ("un cafe\u0301 más", "cafe", "cafe\u0301"),
        ("Die Straße hier", "strasse", "Straße"),
        ("گفت می‌شود باز", "میشود", "می‌شود"),
        ("plain words", "words", "words"),
    ],
)
def test_a_stretch_is_found_as_it_was_written(text: str, word: str, written: str) -> None:
    folded = fold_places(text)
    at = folded.text.index(word)
    start, end = folded.span(at, at + len(word))
    assert text[start:end] == written


def test_an_entry_keeps_the_signs_of_its_rule() -> None:
    assert fold_entry(r"كتاب(ي)?\w* / [ةه]") == r"کتاب(ی)?\w* / [هه]"


@given(st.text(max_size=60), st.data())
def test_places_rise_and_stay_within(text: str, data: st.DataObject) -> None:
    folded = fold_places(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.span(0, len(folded.text))[1] <= len(text)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold_places(text).text
    assert fold_places(once).text == once
