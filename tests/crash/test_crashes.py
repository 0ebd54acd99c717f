"""The program killed at every named point, and at 25 random moments (`make crash-test`: 1,000)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from services.publishing.crash_points import Point
from tests.crash.lap import Lap
from tests.crash.truth import Count

KILLS = 25

pytestmark = [pytest.mark.loopback, pytest.mark.slow]


@pytest.fixture(scope="module")
def seed() -> int:
    return int(time.time()) % 100_000


@pytest.fixture(scope="module")
def laps(seed: int) -> Iterator[tuple[Future[Count], Future[Count]]]:
    """Both side by side: they mostly wait."""
    at_points, at_random = Lap(seed), Lap(seed + 1)
    with ThreadPoolExecutor(2) as lanes:
        yield lanes.submit(at_points.kill_at_points), lanes.submit(at_random.kill_at_random, KILLS)
    at_points.close()
    at_random.close()


def test_at_every_named_point(laps: tuple[Future[Count], Future[Count]], seed: int) -> None:
    count = laps[0].result()
    assert count.is_good, (seed, count)
    assert set(count.points) == set(Point)
    assert not count.needs_you, (seed, count)


def test_at_random_moments(laps: tuple[Future[Count], Future[Count]], seed: int) -> None:
    count = laps[1].result()
    assert count.is_good, (seed + 1, count)
    assert count.kills == KILLS
    assert len(count.moments) > 1
