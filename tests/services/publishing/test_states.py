import pytest

from services.publishing.states import MOVES, IllegalMove, State, check_move

TABLE = """
draft -> queued deleted
queued -> sending draft deleted needs_you sent
sending -> sent needs_you checking queued
checking -> sent queued needs_you
needs_you -> queued draft sent deleted
sent -> deleted needs_you
deleted ->
"""


def test_the_table_is_the_one_of_the_house() -> None:
    written = {}
    for line in TABLE.strip().splitlines():
        source, _, targets = line.partition("->")
        written[State(source.strip())] = frozenset(State(name) for name in targets.split())
    assert written == MOVES


@pytest.mark.parametrize("source", State)
def test_any_other_move_raises(source: State) -> None:
    for target in State:
        if target in MOVES[source]:
            check_move(source, target)
        else:
            with pytest.raises(IllegalMove):
                check_move(source, target)
