"""The tray icon is there for a real panel, and a notice is read back from a real daemon."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from services.clock import SystemClock
from tests.desktop.panel import registered
from ui.tasks import LaneTasks
from ui.tray import Tray

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    tasks = LaneTasks()
    made = Tray(SystemClock(), tasks)
    yield made
    made.close()
    tasks.stop()
    tasks.join()


def test_the_icon_is_registered_with_the_panel(tray: Tray, qtbot: QtBot) -> None:
    assert QSystemTrayIcon.isSystemTrayAvailable()
    before = registered()
    assert tray.show()
    qtbot.waitUntil(lambda: len(registered()) == len(before) + 1, timeout=10_000)
    assert tray.shown
    tray.set_count(12)
    assert "12" in tray.tool_tip


def test_a_notice_is_shown_and_its_text_read_back(tray: Tray, qtbot: QtBot) -> None:
    assert tray.notify("Sample: 2 new to answer", "مينا: هل المتجر مفتوح اليوم؟ 🍵", "item-7")
    log = Path(os.environ["DESKTOP_LOGS"]) / "dunst.log"
    qtbot.waitUntil(lambda: "مينا: هل المتجر مفتوح اليوم؟ 🍵" in log.read_text(), timeout=10_000)
    assert "Sample: 2 new to answer" in log.read_text()
    assert not tray.notify("again", "too soon", "item-8")


def test_a_click_on_a_notice_names_its_item(tray: Tray, qtbot: QtBot) -> None:
    _dunstctl("close-all")
    clicked: list[str] = []
    tray.item_asked.connect(clicked.append)
    tray.notify("Sample: 1 new to answer", "click me", "item-9")
    log = Path(os.environ["DESKTOP_LOGS"]) / "dunst.log"
    qtbot.waitUntil(lambda: "click me" in log.read_text(), timeout=10_000)
    # The reply that carries the notice's number comes just after it is shown.
    _until(qtbot, lambda: bool(clicked), lambda: _dunstctl("action"))
    assert clicked[0] == "item-9"


def _until(qtbot: QtBot, there: Callable[[], bool], press: Callable[[], None]) -> None:
    until = time.monotonic() + 10
    while not there() and time.monotonic() < until:
        press()
        qtbot.wait(200)


def _dunstctl(what: str) -> None:
    subprocess.run(["dunstctl", what], check=True, capture_output=True, timeout=5)
