"""Any text is measured in steps as many as its signs, whoever made it."""

import pytest

from services.text.measure import LONG, load_tables, parse
from tests.work import steps

HOSTILE = {
    "a.": 50_000,
    "日": 100_000,
    "#": 100_000,
    "@a": 50_000,
    "a.com..": 14_000,
    "http://": 14_000,
    "x.com/((": 9_000,
    "👩\u200d": 40_000,
    "🇦": 50_000,
    "a\u0301": 50_000,
    "\u0301": 50_000,
    "http://a.b1 x.q1 ": 6_000,
    "www.tea.shop ": 8_000,
}
"""Pieces, and how often each: some 100,000 signs."""
ODD = {
    "Japanese and a dot": "日" * 100_000 + ".",
    "Japanese and a domain": "日" * 100_000 + ".com",
    "protocols and a dot": "http://" * 14_000 + ".",
    "nested parentheses": "x.com/" + "(" * 50_000 + ")" * 50_000,
    "one letter, many marks": "a" + "\u0301" * 50_000,
    "spaces and a name": " " * 100_000 + "@a",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_hostile_paste_is_measured_to_its_end(text):
    _measured_whole(text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_longer_hostile_paste_takes_no_more_steps_a_sign(piece):
    _measured_whole(piece * HOSTILE[piece])
    load_tables()
    few, many = (piece * (HOSTILE[piece] // share) for share in (40, 10))
    parse(few, config=LONG)
    assert steps(lambda: parse(many, config=LONG)) < 6 * steps(lambda: parse(few, config=LONG))


def _measured_whole(text):
    """What is quadratic in C stays to pytest's own time-out, and to the bench."""
    parsed = parse(text, config=LONG)
    assert "".join(piece.text for piece in parsed.pieces) == text
    assert parsed.weighted_length > 0
    assert all(text[one.start : one.end] == one.text for one in parsed.entities)
