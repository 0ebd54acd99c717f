"""Four programs, one account, tokens that open once, killed over and over (`make refresh-test`)."""

from __future__ import annotations

import time

import pytest

from tests.refresh.lap import Lap

REFRESHES = 40


@pytest.mark.loopback
@pytest.mark.slow
def test_the_account_is_never_lost_where_x_kept_it_and_no_token_is_sent_twice() -> None:
    seed = int(time.time()) % 100_000
    lap = Lap(seed)
    try:
        count = lap.run(REFRESHES)
    finally:
        lap.close()

    assert count.is_good, (seed, count)
    assert count.refreshes >= REFRESHES
    assert count.kills >= 4
    assert count.kept > 0
    assert count.kept + count.answer_lost + count.in_doubt == count.rounds
