"""Of all that could be said, the most serious is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.text.measure import parse
from ui.compose.advice import Act, Situation, Weight, advise
from ui.compose.content import Attached, PartContent, PartState
from ui.compose.trim import trimmed

LONG_WORDS = "x" * 300 + " #a1 #b1 #c1"
TWO = (Attached("h"), Attached("i"))
PART = PartState(
    content=PartContent(LONG_WORDS, TWO),
    measured=parse(LONG_WORDS),
    trouble="That is no picture.",
    note="wide.jpg was made smaller.",
    left_over=(Attached("j"), Attached("k"), Attached("l")),
    dropped_signs=2,
    board_offered=True,
)
ALL = Situation(
    part=PART,
    undescribed=2,
    is_empty=False,
    same_as="p",
    asked_to_describe=True,
    elsewhere_too_long=3,
)


def with_part(now: Situation, part: PartState) -> Situation:
    return now._replace(part=part)


def worded(part: PartState, text: str) -> PartState:
    return part._replace(content=part.content._replace(text=text), measured=parse(text))


def test_from_the_gravest_to_the_least() -> None:
    now, part = ALL, PART
    steps = [
        (now, Act.MAKE_BOARD),
        (now := with_part(now, part := part._replace(left_over=())), Act.CHOOSE_PICTURE),
        (now := with_part(now, part := part._replace(trouble="")), Act.SHOW_SAME),
        (now := now._replace(same_as=None), Act.MAKE_THREAD),
        (now := with_part(now, part := worded(part, "x #a1 #b1 #c1")), Act.GO_THERE),
        (now := now._replace(elsewhere_too_long=None), Act.DESCRIBE),
    ]
    for situation, act in steps:
        first = advise(situation).first
        assert first is not None
        assert first[1] is act
    now = now._replace(asked_to_describe=False)
    assert "hashtags" in advise(now).sentence
    now = with_part(now, part := worded(part, "x"))
    assert advise(now).sentence == "wide.jpg was made smaller."
    now = with_part(now, part := part._replace(note=""))
    assert advise(now).first == ("Make a board", Act.MAKE_BOARD)
    assert advise(now._replace(has_board=True)).first == ("Describe", Act.DESCRIBE)
    now = with_part(now, part := part._replace(board_offered=False))
    assert advise(now).sentence == "2 pictures have no description yet."
    now = now._replace(undescribed=0)
    assert advise(now).sentence == "2 signs that X cannot show were left out."
    now = with_part(now, part._replace(dropped_signs=0))
    assert advise(now).weight is Weight.GOOD
    assert advise(now._replace(is_empty=True)).weight is Weight.CALM


def test_a_part_elsewhere_is_named() -> None:
    now = Situation(PartState(PartContent("x"), parse("x")), is_empty=False, elsewhere_too_long=2)
    assert advise(now).sentence == "Part 2 is too long for one post."


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
