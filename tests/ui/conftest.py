"""What the pages would have the desktop do is noted instead of done; a lane that is kept busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QObject, QUrl
from pytestqt.qtbot import QtBot

from ui import links as outside

if TYPE_CHECKING:
    from ui.tasks import LaneTasks

OpenedBy = Callable[..., list[str]]


@pytest.fixture
def opened_by(monkeypatch: pytest.MonkeyPatch) -> OpenedBy:
    """`opened_by(module, …)`: the links that these ask a browser or file manager to open.

    All go through `ui/links.py`: the modules are named for whoever reads the test.
    """
    links: list[str] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 (Qt's name)
            links.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True

    def note(*modules: ModuleType) -> list[str]:
        assert all(module.__dict__["links"] is outside for module in modules)
        monkeypatch.setattr(outside, "QDesktopServices", Desktop)
        return links

    return note


class BusyLane(NamedTuple):
    """Threads whose `send` lane is taken until it is freed, as by a slow picture."""

    tasks: LaneTasks
    free: Callable[[], None]
    """Lets everything through, and returns when its outcomes have come back."""


@pytest.fixture
def busy_lane(qtbot: QtBot) -> Iterator[BusyLane]:
    from ui.tasks import Lane, LaneTasks

    tasks, gate, holder = LaneTasks(), Event(), QObject()
    tasks.run(
        partial(gate.wait, 20),
        lane=Lane.SEND,
        owner=holder,
        done=lambda _value: None,
        failed=lambda _error: None,
    )

    def free() -> None:
        gate.set()
        qtbot.waitUntil(tasks.idle)

    yield BusyLane(tasks, free)
    gate.set()
    tasks.stop()
    tasks.join()
