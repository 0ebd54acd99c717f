"""No text is slow to measure, whoever made it."""

import time

import pytest

from services.text.measure import LONG, parse


@pytest.mark.parametrize(
    "text",
    [
        "a." * 50_000,
        "日" * 100_000 + ".",
        "日" * 100_000 + ".com",
        "#" * 100_000,
        "@a" * 50_000,
        "a.com.." * 14_000,
        "http://" * 14_000 + ".",
        "x.com/((" * 9_000,
        "x.com/" + "(" * 50_000 + ")" * 50_000,
        "👩\u200d" * 40_000,
        "🇦" * 50_000,
        "a\u0301" * 50_000,
        "a" + "\u0301" * 50_000,
        "http://a.b1 x.q1 " * 6_000,
        "www.tea.shop " * 8_000,
        " " * 100_000 + "@a",
    ],
    ids=lambda text: text[:8],
)
def test_hostile_pastes_stay_quick(text):
    began = time.perf_counter()
    parse(text, config=LONG)
    # At most 0.2 s as measured; the bar leaves room for a busy machine and still fails anything
    # quadratic.
    assert time.perf_counter() - began < 2.0
