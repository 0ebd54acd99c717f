"""Calls are let go by events: nothing here waits for a time of its own but `PASSED`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from services.accounts import timed_turns
from services.accounts.timed_turns import NoAnswer, TimedTurns

LONG = 30.0
PASSED = 0.0


@pytest.fixture
def turns() -> TimedTurns:
    return TimedTurns("turn under test")


@pytest.fixture
def blocked(turns: TimedTurns) -> Iterator[Event]:
    """A call that was given up and still runs until this is set."""
    let_go = Event()
    with pytest.raises(NoAnswer):
        turns.run(lambda: let_go.wait(LONG), patience=PASSED)
    yield let_go
    let_go.set()


def _join() -> None:
    for thread in threading.enumerate():
        if thread.name == "turn under test":
            thread.join(LONG)


def test_what_a_call_returns_or_raises_comes_back(turns: TimedTurns) -> None:
    assert turns.run(lambda: "お茶", patience=LONG) == "お茶"
    assert turns.run(lambda: None, patience=LONG) is None
    with pytest.raises(ZeroDivisionError):
        turns.run(lambda: 1 / 0, patience=LONG)
    assert turns.run(threading.current_thread, patience=LONG).daemon


def test_a_call_that_was_given_up_keeps_its_turn(
    turns: TimedTurns, blocked: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timed_turns, "BRIEF", PASSED)
    made = []
    with pytest.raises(NoAnswer):
        turns.run(lambda: made.append(1), patience=LONG)
    blocked.set()
    _join()
    assert made == []
    assert turns.run(lambda: "goes on", patience=LONG) == "goes on"


def test_after_it_has_ended_the_next_one_waits_as_long_as_ever(
    turns: TimedTurns, blocked: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked.set()
    _join()
    monkeypatch.setattr(timed_turns, "BRIEF", PASSED)
    begun, let_go, after = Event(), Event(), []

    def first() -> None:
        begun.set()
        let_go.wait(LONG)

    one = Thread(target=lambda: turns.run(first, patience=LONG))
    one.start()
    begun.wait(LONG)
    two = Thread(target=lambda: after.append(turns.run(lambda: "two", patience=LONG)))
    two.start()
    let_go.set()
    one.join()
    two.join()
    assert after == ["two"]


def test_never_two_at_once(turns: TimedTurns) -> None:
    inside, most = [], []

    def call() -> None:
        inside.append(1)
        most.append(len(inside))
        inside.pop()

    def many() -> None:
        for _ in range(50):
            turns.run(call, patience=LONG)

    threads = [Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 200
    assert set(most) == {1}


def test_a_late_outcome_is_told_to_nobody(turns: TimedTurns, blocked: Event) -> None:
    landed: list[str] = []
    blocked.set()
    _join()
    let_go = Event()

    def late() -> str:
        let_go.wait(LONG)
        landed.append("late")
        return "late"

    with pytest.raises(NoAnswer):
        turns.run(late, patience=PASSED)
    let_go.set()
    _join()
    assert landed == ["late"]
    assert turns.run(lambda: "mine", patience=LONG) == "mine"


def test_where_no_thread_can_be_made_the_turn_is_given_back(
    turns: TimedTurns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(Thread, "start", none)
        with pytest.raises(RuntimeError):
            turns.run(lambda: 1, patience=LONG)
    assert turns.run(lambda: 2, patience=LONG) == 2
