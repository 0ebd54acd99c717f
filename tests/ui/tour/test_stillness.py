"""What is put off for a moment comes to pass at once, and the ids of a tour are counted."""

import threading
import uuid
from functools import partial

from PySide6.QtCore import QObject, QTimer

from ui.tour.stillness import SOON_MS, Hurry, count_ids


def timer(parent: QObject, ms: int, *, single: bool = True) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(single)
    made.start(ms)
    return made


def test_what_waits_a_moment_happens_now_and_waits_as_long_the_next_time(qtbot):
    root = QObject()
    put_off = timer(root, SOON_MS)
    hurry = Hurry()
    with qtbot.waitSignal(put_off.timeout, timeout=SOON_MS // 2):
        assert hurry.soon(root)
    assert not hurry.soon(root)
    hurry.over()
    assert put_off.interval() == SOON_MS


def test_undo_and_what_comes_again_are_not_hurried(qapp):
    root = QObject()
    kept = (timer(root, SOON_MS + 1), timer(root, 200, single=False))
    assert not Hurry().soon(root)
    assert all(one.isActive() and one.interval() for one in kept)


def test_a_timer_that_was_deleted_meanwhile_is_let_be(qtbot):
    root = QObject()
    gone = timer(root, 400)
    hurry = Hurry()
    assert hurry.soon(root)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    hurry.over()


def test_ids_are_counted_and_the_lanes_count_apart(monkeypatch):
    monkeypatch.setattr(uuid, "uuid4", uuid.uuid4)
    count_ids()
    of_lane: list[uuid.UUID] = []
    lane = threading.Thread(target=partial(_take, of_lane))
    first = uuid.uuid4()
    lane.start()
    lane.join()
    second = uuid.uuid4()
    assert second.int == first.int + 1
    assert of_lane[0] not in (first, second)
    assert {each.version for each in (first, second, *of_lane)} == {4}


def _take(found: list[uuid.UUID]) -> None:
    found.append(uuid.uuid4())
