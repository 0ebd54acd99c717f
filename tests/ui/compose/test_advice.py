"""Of all that could be said, the most serious is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from services.text.measure import parse
from ui.compose.advice import Act, Situation, Weight, advise
from ui.compose.content import Attached, Content
from ui.compose.trim import trimmed

ALL = Situation(
    content=Content("x" * 300 + " #a1 #b1 #c1", (Attached("h"), Attached("i"))),
    measured=parse("x" * 300 + " #a1 #b1 #c1"),
    same_as="p",
    asked_to_describe=True,
    trouble="That is no picture.",
    note="wide.jpg was made smaller.",
    left_over=(Attached("j"), Attached("k"), Attached("l")),
    dropped_signs=2,
    board_offered=True,
)


def test_from_the_gravest_to_the_least() -> None:
    now = ALL
    short = replace(now.content, text="x #a1 #b1 #c1")
    steps = [
        (now, Act.MAKE_BOARD),
        (now := replace(now, left_over=()), Act.CHOOSE_PICTURE),
        (now := replace(now, trouble=""), Act.SHOW_SAME),
        (now := replace(now, same_as=None), Act.TRIM),
        (
            now := replace(now, content=short, measured=parse(short.text)),
            Act.DESCRIBE,
        ),
    ]
    for situation, act in steps:
        first = advise(situation).first
        assert first is not None
        assert first[1] is act
    now = replace(now, asked_to_describe=False)
    assert "hashtags" in advise(now).sentence
    plain = replace(now.content, text="x")
    now = replace(now, content=plain, measured=parse("x"))
    assert advise(now).sentence == "wide.jpg was made smaller."
    now = replace(now, note="")
    assert advise(now).first == ("Make a board", Act.MAKE_BOARD)
    now = replace(now, board_offered=False)
    assert advise(now).sentence == "2 pictures have no description yet."
    now = replace(now, content=Content("x"))
    assert "left out: 2" in advise(now).sentence
    now = replace(now, dropped_signs=0)
    assert advise(now).weight is Weight.GOOD
    assert advise(replace(now, content=Content())).weight is Weight.CALM


texts = st.text(alphabet=st.sampled_from("ab ش茶🍵\n#"), min_size=200, max_size=400)


@given(texts)
def test_what_is_trimmed_fits_and_tears_no_word(text: str) -> None:
    measured = parse(text)
    kept = trimmed(text, measured)
    assert parse(text[:kept]).fits
    if measured.fits:
        assert kept == len(text)
    else:
        assert kept <= (measured.overflow or 0)


def test_trimming_stops_at_the_last_whole_word() -> None:
    text = "word " * 60
    assert text[: trimmed(text, parse(text))] == ("word " * 56).rstrip()


def test_a_text_without_spaces_is_cut_where_it_stops_fitting() -> None:
    assert trimmed("茶" * 200, parse("茶" * 200)) == 140
