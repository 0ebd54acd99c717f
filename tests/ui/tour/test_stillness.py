"""What is put off for a moment comes to pass at once, and the ids of a tour are counted."""

import uuid

from PySide6.QtCore import QObject, QTimer

from services.ids import new_id
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
    with qtbot.waitSignal(put_off.timeout):
        assert hurry.soon(root)
        assert put_off.interval() == 0
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


def test_ids_are_counted_by_whoever_makes_them(monkeypatch):
    monkeypatch.setattr(uuid, "uuid4", uuid.uuid4)
    count_ids()
    elsewhere: dict[str, object] = {"__name__": "elsewhere", "new_id": new_id}
    exec("def make(): return new_id()", elsewhere)  # noqa: S102  # a module of its own
    first, other, second = new_id(), elsewhere["make"](), new_id()
    assert uuid.UUID(second).int == uuid.UUID(first).int + 1
    assert other not in (first, second)
    count_ids()
    assert new_id() == first
