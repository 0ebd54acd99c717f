from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from services.errors import AppError, Offline
from ui.tasks import InlineTasks, Lane, LaneTasks


@pytest.fixture
def tasks(qapp: object) -> Iterator[LaneTasks]:
    lanes = LaneTasks()
    yield lanes
    lanes.stop()
    lanes.join()


def test_a_value_comes_back_on_the_main_thread(tasks: LaneTasks, qtbot: QtBot) -> None:
    owner = QObject()
    seen: list[tuple[str, bool, bool]] = []

    def call() -> str:
        return f"🍵 {threading.current_thread().name}"

    def done(value: str) -> None:
        seen.append((value, threading.current_thread() is threading.main_thread(), True))

    tasks.run(call, lane=Lane.WORK, owner=owner, done=done, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(seen))
    value, on_main, _ = seen[0]
    assert value.startswith("🍵 work")
    assert on_main
    assert tasks.idle()


def test_a_known_error_goes_to_failed(tasks: LaneTasks, qtbot: QtBot) -> None:
    owner = QObject()
    errors: list[AppError] = []

    def call() -> None:
        raise Offline("cable out")

    tasks.run(call, lane=Lane.FETCH, owner=owner, done=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Offline)


def test_a_bug_goes_to_the_hook(
    tasks: LaneTasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))

    def call() -> None:
        raise KeyError("ours")

    tasks.run(call, lane=Lane.WORK, owner=owner, done=pytest.fail, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(bugs))
    assert bugs == [KeyError]


def test_nothing_reaches_an_owner_that_is_gone(tasks: LaneTasks, qtbot: QtBot) -> None:
    import shiboken6

    owner = QObject()
    go_on = threading.Event()
    reached: list[object] = []
    tasks.run(go_on.wait, lane=Lane.WORK, owner=owner, done=reached.append, failed=reached.append)
    shiboken6.delete(owner)
    go_on.set()
    qtbot.waitUntil(tasks.idle)
    assert reached == []


def test_the_send_lane_keeps_order_one_at_a_time(tasks: LaneTasks, qtbot: QtBot) -> None:
    owner = QObject()
    running = threading.Semaphore(1)
    seen: list[int] = []

    def call(number: int) -> int:
        assert running.acquire(blocking=False), "two calls at once"
        running.release()
        return number

    for number in range(50):
        tasks.run(
            lambda number=number: call(number),
            lane=Lane.SEND,
            owner=owner,
            done=seen.append,
            failed=pytest.fail,
        )
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_after_stop_nothing_is_taken_or_delivered(tasks: LaneTasks, qtbot: QtBot) -> None:
    owner = QObject()
    go_on = threading.Event()
    reached: list[object] = []

    def note(value: object = "taken") -> None:
        reached.append(value)

    tasks.run(go_on.wait, lane=Lane.WORK, owner=owner, done=note, failed=note)
    tasks.stop()
    tasks.run(note, lane=Lane.WORK, owner=owner, done=note, failed=note)
    go_on.set()
    tasks.join()
    qtbot.wait(1)
    assert reached == []


def test_in_line_tasks_have_run_when_run_returns(qapp: object) -> None:
    owner = QObject()
    seen: list[object] = []
    tasks = InlineTasks()
    tasks.run(lambda: "茶", lane=Lane.WORK, owner=owner, done=seen.append, failed=pytest.fail)

    def fail() -> None:
        raise Offline

    tasks.run(fail, lane=Lane.WORK, owner=owner, done=pytest.fail, failed=seen.append)
    assert seen[0] == "茶"
    assert isinstance(seen[1], Offline)


def test_held_work_begins_at_release(qtbot: QtBot) -> None:
    owner = QObject()
    seen: list[str] = []
    tasks = LaneTasks(held=True)
    tasks.run(lambda: "first", lane=Lane.SEND, owner=owner, done=seen.append, failed=pytest.fail)
    tasks.run(lambda: "second", lane=Lane.SEND, owner=owner, done=seen.append, failed=pytest.fail)
    qtbot.wait(20)
    assert seen == []
    assert not tasks.idle()
    tasks.release()
    qtbot.waitUntil(lambda: seen == ["first", "second"])
    tasks.stop()
    tasks.join()


def test_what_can_wait_comes_after_the_first_frame_a_turn_each(qtbot: QtBot) -> None:
    called: list[str] = []
    held = LaneTasks(held=True)
    for name in ("first", "second"):
        held.after_first_frame(partial(called.append, name))
    held.release()
    assert called == []
    assert not held.idle()
    held.after_first_frame(partial(called.append, "asked for later"))
    qtbot.waitUntil(held.idle, timeout=5_000)
    assert called == ["first", "second", "asked for later"]
    held.after_first_frame(partial(called.append, "at once"))
    assert called[-1] == "at once"
    held.stop()
    held.join()


def test_a_bug_in_one_of_them_keeps_none_of_the_others(qtbot: QtBot) -> None:
    called: list[str] = []
    held = LaneTasks(held=True)
    held.after_first_frame(partial(called.index, "never"))
    held.after_first_frame(partial(called.append, "still"))
    with qtbot.capture_exceptions() as caught:
        held.release()
        qtbot.waitUntil(held.idle, timeout=5_000)
        qtbot.waitUntil(lambda: called == ["still"], timeout=5_000)
    assert [kind for kind, *_ in caught] == [ValueError]
    held.stop()
    held.join()


def test_calls_of_a_lane_keep_their_order_over_the_first_frame(qtbot: QtBot) -> None:
    called: list[str] = []
    held = LaneTasks(held=True)
    owner = QObject(held)

    def ask(name: str) -> None:
        held.run(
            partial(called.append, name),
            lane=Lane.SEND,
            owner=owner,
            done=lambda _: None,
            failed=lambda _: None,
        )

    ask("a")
    ask("b")
    held.release()
    ask("c")
    qtbot.waitUntil(held.idle, timeout=5_000)
    assert called == ["a", "b", "c"]
    held.stop()
    held.join()
