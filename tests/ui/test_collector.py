from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collector import Collector


class Ring:
    """Kept by itself alone, as a widget is whose slot is a lambda of its own."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    gc.enable()
    owner = QObject()
    made = Collector(owner)
    yield made
    made.stop()
    owner.deleteLater()


def make_rings(count: int) -> weakref.ref[Ring]:
    first = Ring()
    kept = [Ring() for _ in range(count)]
    assert kept
    return weakref.ref(first)


def test_nothing_is_collected_between_two_lines(collector: Collector) -> None:
    assert not gc.isenabled()
    ring = make_rings(5_000)
    assert ring() is not None


def test_the_timer_collects_what_only_a_cycle_kept(
    collector: Collector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.collector._EVERY_MS", 50)
    collector.start()
    ring = make_rings(5_000)
    qtbot.waitUntil(lambda: ring() is None, timeout=5_000)


def test_stopped_python_does_it_again(collector: Collector) -> None:
    collector.start()
    assert gc.get_freeze_count() > 0
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
