from __future__ import annotations

import pytest

from ui.status import checked_ago, dollars, spend


@pytest.mark.parametrize(
    ("micro", "words"),
    [
        (0, "$0.00"),
        (1_000, "$0.001"),
        (15_000, "$0.015"),
        (200_000, "$0.20"),
        (12_345_678, "$12.35"),
    ],
)
def test_money_is_dollars(micro: int, words: str) -> None:
    assert dollars(micro) == words


def test_spend_beside_its_budget() -> None:
    assert spend(200_000, 5_000_000) == "$0.20 of $5.00"
    assert spend(200_000, None) == "$0.20 this month"


@pytest.mark.parametrize(
    ("seconds", "number"), [(-5, ""), (59, ""), (60, "1"), (3_599, "59"), (7_300, "2")]
)
def test_how_long_ago(qapp: object, seconds: int, number: str) -> None:
    assert number in checked_ago(seconds)
