"""Rules for every test: no warning, no network, no stray thread or window, no modal dialog.

Fixtures: a stepped clock, a temporary folder's paths, its database, an open shop, in-line tasks.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = os.environ.get("SHOPLARK_TEST_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

import pytest
from hypothesis import settings as hypothesis_settings

from services.clock import SteppedClock
from services.paths import Paths, paths_under
from services.store.database import Database, open_database

TEN_O_CLOCK = 1_795_168_800
"""2026-11-20 10:00 UTC, a Friday."""

# No example is timed: a busy computer would fail it.
hypothesis_settings.register_profile("untimed", parent=hypothesis_settings.default, deadline=None)
hypothesis_settings.load_profile("untimed")


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(TEN_O_CLOCK)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_under(tmp_path / "data")


@pytest.fixture
def database(paths: Paths) -> Iterator[Database]:
    opened = open_database(paths)
    yield opened
    opened.close()


@pytest.fixture
def shop(paths: Paths, clock: SteppedClock) -> Iterator[Any]:
    """The whole of services on a fresh folder, with the practice account."""
    from services.shop import open_shop

    opened = open_shop(paths, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As ui/app.py begins it."""
    return ["shoplark", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Iterator[Any]:
    """The test application, speaking English as the program does: its plurals, its numbers."""
    from ui.languages import speak

    speak(qapp, "en")
    yield qapp
    # Without a desktop Qt keeps the clipboard until after Python has ended, and then cannot end
    # what Python laid there: the process would die of it.
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A test may speak another language; the next one starts in English."""
    yield
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from ui.languages import speak

    app = QApplication.instance()
    if isinstance(app, QApplication) and QLocale() != QLocale("en"):
        speak(app, "en")


@pytest.fixture
def inline_tasks(qapp: Any) -> Any:
    from ui.tasks import InlineTasks

    return InlineTasks()


@pytest.fixture
def themed(qapp: Any) -> Any:
    """The program's own look on the test application, light and left-to-right."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from ui.theme import Theme

    theme = Theme(qapp)
    theme.apply("light", "en")
    yield theme
    # The windows of the test go first, as in `Theme.building`.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach nothing, or this computer alone where a test is marked `loopback`."""
    allowed = (
        ("127.0.0.1", "::1", "localhost") if request.node.get_closest_marker("loopback") else ()
    )
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family == getattr(socket, "AF_UNIX", None) or address[0] in allowed:
            connect(self, address)
            return
        raise AssertionError(f"a test tried to reach {address}")

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _no_modal_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """`exec` would wait for a person who is not there."""
    from PySide6.QtWidgets import QDialog, QMessageBox

    def refuse(*_args: object) -> None:
        raise AssertionError("a modal exec was called")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)
    for name in ("information", "warning", "critical", "question"):
        monkeypatch.setattr(QMessageBox, name, refuse)


@pytest.fixture(autouse=True)
def _no_loud_log(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[str], None]]:
    """A log record of WARNING or worse fails the test, unless the test expects it.

    A test expects records of a logger by asking for this fixture as `expect_log`.
    """
    expected: set[str] = set()
    yield expected.add
    loud = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)  # type: ignore[arg-type]  # pytest's own literal
        if record.levelno >= logging.WARNING and record.name not in expected
    ]
    assert not loud, [f"{record.name}: {record.getMessage()}" for record in loud]


@pytest.fixture
def expect_log(_no_loud_log: Callable[[str], None]) -> Callable[[str], None]:
    """`expect_log("services.x")`: records of that logger may be loud in this test."""
    return _no_loud_log


COLLECT_EVERY = 20
COLLECTED = pytest.StashKey[int]()


@pytest.fixture(autouse=True)
def _collect_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Python's collector may end a widget that a test left behind while Qt paints another one,
    which Qt does not survive. Here it runs between tests, when nothing is painted.
    """
    gc.disable()
    yield
    request.session.stash[COLLECTED] = request.session.stash.get(COLLECTED, 0) + 1
    if request.session.stash[COLLECTED] % COLLECT_EVERY == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread for thread in left if thread.is_alive()], left
    _fail_on_stray_windows()


def _fail_on_stray_windows() -> None:
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    visible = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in visible:
        window.close()
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in visible]
    assert not names, f"left open: {names}"
