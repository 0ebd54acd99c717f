from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import (
    AnswerNotUnderstood,
    BadImage,
    ImageProblem,
    KeychainProblem,
    KeychainTrouble,
    MonthlyCap,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
)
from services.publishing import waits
from services.publishing.states import State


def test_refusals_and_bad_pictures_are_for_the_owner() -> None:
    refused = waits.after(Rejected(Refusal.TOO_LONG), now=0, tries=0, settle=30)
    assert refused == waits.Wait(State.NEEDS_YOU, detail="too_long")
    gone = waits.after(BadImage(ImageProblem.UNREADABLE, Path("x")), now=0, tries=0, settle=30)
    assert gone == waits.Wait(State.NEEDS_YOU, detail="unreadable")


def test_a_wait_keeps_what_the_owners_words_need() -> None:
    """Which trouble of the keyring it was, and until when X asks to wait."""
    for problem in KeychainProblem:
        locked = waits.after(KeychainTrouble(problem, "Error"), now=0, tries=0, settle=30)
        assert (locked.state, locked.detail) == (State.QUEUED, problem.value)
    limited = waits.after(RateLimited("POST 429", until=900), now=0, tries=0, settle=30)
    assert (limited.next_try_at, limited.detail) == (900, "900")


@given(tries=st.integers(0, 10_000), settle=st.integers(1, 30))
def test_backoff_grows_and_never_passes_half_an_hour(tries: int, settle: int) -> None:
    assert 2 <= waits.backoff(tries, settle) <= 1_800
    assert waits.backoff(tries + 1, settle) >= waits.backoff(tries, settle)


def test_backoff_is_one_to_thirty_minutes() -> None:
    assert [waits.backoff(tries, 30) for tries in range(6)] == [60, 120, 240, 480, 960, 1_800]


@pytest.mark.parametrize("until", [50, 5_000])
def test_a_limit_waits_until_its_time_and_never_less_than_a_second(until: int) -> None:
    for error in (RateLimited(until=until), MonthlyCap(until=until)):
        assert waits.next_try(error, now=100, tries=0, settle=30) == max(until, 101)


def test_a_cap_without_a_time_is_looked_at_again() -> None:
    assert waits.next_try(MonthlyCap(), now=0, tries=9, settle=30) == 1_800


def test_an_x_in_trouble_backs_off() -> None:
    for error in (ServerTrouble(), AnswerNotUnderstood()):
        assert waits.next_try(error, now=7, tries=1, settle=30) == 127
