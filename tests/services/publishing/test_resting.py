"""A draft rests for ten minutes, whatever becomes of the program meanwhile."""

from __future__ import annotations

import pytest

from services.clock import SteppedClock
from services.publishing.resting import REST_SECONDS, Resting
from services.settings import Field, Settings
from services.store.database import Database


@pytest.fixture
def resting(database: Database, clock: SteppedClock) -> Resting:
    return Resting(Settings(database), clock)


def test_ten_minutes_and_no_longer(resting: Resting, clock: SteppedClock) -> None:
    until = resting.rest("a")
    assert until == clock.now() + REST_SECONDS
    clock.advance(REST_SECONDS - 1)
    assert resting.until("a") == until
    clock.advance(1)
    assert resting.until("a") is None


def test_another_run_knows_of_it(resting: Resting, database: Database, clock: SteppedClock) -> None:
    resting.rest("a")
    resting.rest("b")
    again = Resting(Settings(database), clock)
    assert again.until("a") is not None
    assert again.until("b") is not None
    assert again.until("c") is None
    assert again.until(None) is None


def test_the_owner_can_end_it(resting: Resting) -> None:
    resting.rest("a")
    resting.rest("b")
    resting.wake("a")
    resting.wake("never rested")
    assert resting.until("a") is None
    assert resting.until("b") is not None


def test_a_clock_put_back_keeps_nothing_for_years(resting: Resting, clock: SteppedClock) -> None:
    resting.rest("a")
    clock.advance(-86_400)
    assert resting.until("a") is None


def test_damaged_words_are_as_none(resting: Resting, database: Database) -> None:
    Settings(database).set(Field("resting_drafts", ""), "a b= =5 c=x d=-1 \ud7ff")
    assert resting.until("a") is None
    resting.rest("a")
    assert resting.until("a") is not None
