"""Twenty posts around now, and what they are for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.publishing.mix import COUNTED, KINDS, Mix, around_now, mix_of
from services.publishing.post_options import PostKind


def test_counts_by_kind() -> None:
    mix = mix_of([PostKind.SELL, PostKind.SELL, PostKind.ASK, PostKind.GUESSED])
    assert mix == Mix(sell=2, ask=1)
    assert [mix.count(kind) for kind in KINDS] == [2, 0, 0, 1]
    assert mix.count(PostKind.GUESSED) == 0
    assert mix.total == 3


def test_mostly_selling_is_more_than_half_of_enough_posts() -> None:
    assert Mix(sell=11, help=9).mostly_sells
    assert not Mix(sell=10, help=10).mostly_sells
    assert not Mix(sell=5).mostly_sells
    assert Mix(sell=6).mostly_sells


def test_the_shortest_kind_is_never_selling() -> None:
    assert Mix(sell=0, help=3, people=2, ask=1).shortest is PostKind.ASK
    assert Mix().shortest is PostKind.HELP


def test_half_ahead_and_half_behind_or_more_of_one() -> None:
    assert around_now(list(range(30)), [-n for n in range(1, 31)]) == [
        *(-n for n in range(1, 11)),
        *range(10),
    ]
    assert around_now([1, 2], [-n for n in range(1, 31)]) == [*(-n for n in range(1, 19)), 1, 2]
    assert around_now(list(range(30)), [-1]) == [-1, *range(19)]
    assert around_now([], []) == []


@given(st.integers(0, 40), st.integers(0, 40))
def test_as_many_as_there_are_up_to_twenty(sent: int, waiting: int) -> None:
    assert len(around_now(["s"] * sent, ["w"] * waiting)) == min(COUNTED, sent + waiting)
