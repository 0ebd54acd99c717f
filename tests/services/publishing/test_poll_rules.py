from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.publishing.poll_rules import PollTrouble, as_sent, option_length, poll_trouble
from services.publishing.post_options import (
    LONGEST_POLL,
    MOST_OPTION_SIGNS,
    SHORTEST_POLL,
    Poll,
)

UNSEEN = ("\u200b", "\u2060", "\u00ad", "\ufe0f", "\u200c", "\u200d", "\u3164", "\u034f")
ENGLAND, SCOTLAND = (
    "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f"
    for name in ("gbeng", "gbsct")
)
OPTIONS = st.text(max_size=40)
POLLS = st.builds(
    Poll,
    st.lists(OPTIONS, max_size=6).map(tuple),
    st.integers(min_value=-1, max_value=2 * LONGEST_POLL),
)


def trouble(*options: str, minutes: int = 60, pictures: int = 0) -> PollTrouble | None:
    return poll_trouble(Poll(options, minutes), pictures=pictures)


@pytest.mark.parametrize(
    "options",
    [
        ("tea", "coffee"),
        ("緑茶", "ほうじ茶", "抹茶"),
        ("شاي", "قهوة", "ماء", "عصير"),
        ("چای", "قهوه"),
        ("🍵", "☕"),
        ("x" * 25, "y"),
        ("茶" * 25, "🍵" * 25),
        ("👩‍🍳", "👩🍳", "👨‍🍳"),
        ("👍🏻", "👍🏿"),
        (ENGLAND, SCOTLAND, "🏴"),
        ("が", "か"),
        ("café", "cafe"),
    ],
)
def test_good_polls(options: tuple[str, ...]) -> None:
    assert trouble(*options) is None


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), PollTrouble.TOO_FEW_OPTIONS),
        (("tea",), PollTrouble.TOO_FEW_OPTIONS),
        (("a", "b", "c", "d", "e"), PollTrouble.TOO_MANY_OPTIONS),
        (("", ""), PollTrouble.EMPTY_OPTION),
        (("tea", "coffee", ""), PollTrouble.EMPTY_OPTION),
        (("tea", "  \n "), PollTrouble.EMPTY_OPTION),
        (("tea", "\u200b\u200d"), PollTrouble.EMPTY_OPTION),
        (("tea", "\u3164"), PollTrouble.EMPTY_OPTION),
        (("tea", "\x00"), PollTrouble.EMPTY_OPTION),
        (("tea", "x" * 26), PollTrouble.OPTION_TOO_LONG),
        (("tea", "茶" * 26), PollTrouble.OPTION_TOO_LONG),
        (("tea", "tea"), PollTrouble.SAME_OPTIONS),
        (("Tea", "coffee", "TEA"), PollTrouble.SAME_OPTIONS),
        (("green tea", " green\u00a0  tea "), PollTrouble.SAME_OPTIONS),
        (("café", "cafe\u0301"), PollTrouble.SAME_OPTIONS),
        (("Straße", "STRASSE"), PollTrouble.SAME_OPTIONS),
        *((("Yes", f"Y{unseen}es{unseen}"), PollTrouble.SAME_OPTIONS) for unseen in UNSEEN),
        (("نعم", "نعم\u200f"), PollTrouble.SAME_OPTIONS),
        (("می‌خواهم", "میخواهم"), PollTrouble.SAME_OPTIONS),
        (("ＹＥＳ", "yes"), PollTrouble.SAME_OPTIONS),
        (("ﾊﾟﾝ", "パン"), PollTrouble.SAME_OPTIONS),
        (("茶", "茶\ufe00"), PollTrouble.SAME_OPTIONS),
        (("❤", "❤\ufe0f"), PollTrouble.SAME_OPTIONS),
        (("🍵", "🍵\u200d"), PollTrouble.SAME_OPTIONS),
        (("tea \u200b pot", "tea pot"), PollTrouble.SAME_OPTIONS),
        (("🍵", "🍵\U000e0067"), PollTrouble.SAME_OPTIONS),
    ],
)
def test_bad_options(options: tuple[str, ...], expected: PollTrouble) -> None:
    assert trouble(*options) is expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, PollTrouble.TOO_SHORT_A_TIME),
        (SHORTEST_POLL - 1, PollTrouble.TOO_SHORT_A_TIME),
        (SHORTEST_POLL, None),
        (LONGEST_POLL, None),
        (LONGEST_POLL + 1, PollTrouble.TOO_LONG_A_TIME),
    ],
)
def test_times(minutes: int, expected: PollTrouble | None) -> None:
    assert trouble("tea", "coffee", minutes=minutes) is expected


def test_pictures_are_told_first() -> None:
    assert trouble("", "", pictures=1) is PollTrouble.WITH_PICTURES


def test_a_mark_of_its_own_counts_with_its_letter() -> None:
    assert option_length("cafe\u0301") == 4
    assert trouble("e\u0301" * 25, "tea") is None


def test_options_go_out_on_one_line_and_trimmed() -> None:
    assert as_sent(Poll((" green\n tea ", "cafe\u0301"))) == ("green tea", "café")


@given(POLLS, st.integers(min_value=0, max_value=4))
def test_what_passes_is_what_x_takes(poll: Poll, pictures: int) -> None:
    if poll_trouble(poll, pictures=pictures) is not None:
        return
    sent = as_sent(poll)
    assert pictures == 0
    assert 2 <= len(sent) <= 4
    assert all(1 <= len(option) <= MOST_OPTION_SIGNS for option in sent)
    assert all(option == unicodedata.normalize("NFC", option) for option in sent)
    assert len({option.casefold() for option in sent}) == len(sent)
    assert SHORTEST_POLL <= poll.minutes <= LONGEST_POLL
    for option in sent:
        option.encode()


@given(POLLS)
def test_sending_changes_nothing_a_second_time(poll: Poll) -> None:
    sent = as_sent(poll)
    assert as_sent(Poll(sent, poll.minutes)) == sent
    again = poll_trouble(Poll(sent, poll.minutes), pictures=0)
    assert again is poll_trouble(poll, pictures=0)
