from __future__ import annotations

from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from ui.heartbeat import EVERY_SECONDS, SLEPT_SECONDS, Heartbeat


def test_it_beats_at_once_for_what_is_due(qtbot: QtBot, clock: SteppedClock) -> None:
    heart = Heartbeat(clock)
    heart.start()
    with qtbot.waitSignal(heart.beat, timeout=5_000) as beat:
        heart.arm(clock.now())
    assert beat.args == [False]
    heart.stop()


def test_a_far_date_never_overflows_the_timer(qtbot: QtBot, clock: SteppedClock) -> None:
    heart = Heartbeat(clock)
    heart.start()
    heart.arm(clock.now() + 400 * 86_400)
    assert heart._soon.interval() <= EVERY_SECONDS * 1000 + 500
    heart.arm(None)
    assert not heart._soon.isActive()
    heart.stop()


def test_a_heart_that_was_stopped_is_not_woken_by_what_is_due(clock: SteppedClock) -> None:
    heart = Heartbeat(clock)
    heart.start()
    heart.stop()
    heart.arm(clock.now())
    assert not heart._soon.isActive()


def test_a_jump_of_the_clock_is_a_sleep(qtbot: QtBot, clock: SteppedClock) -> None:
    heart = Heartbeat(clock)
    heart.start()
    clock.advance(SLEPT_SECONDS + 1)
    with qtbot.waitSignal(heart.beat, timeout=5_000) as beat:
        heart.arm(clock.now())
    assert beat.args == [True]
    clock.advance(-3600)
    with qtbot.waitSignal(heart.beat, timeout=5_000) as beat:
        heart.arm(clock.now())
    assert beat.args == [True]
    heart.stop()
