from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from services.errors import StorageProblem, StorageTrouble
from ui import app
from ui.crash_dialog import CrashDialog
from ui.crash_hook import CrashHook, catch_what_python_would_print, report

WORDS = "Where is my teapot? 茶壺"


def _trace_of_a_bug() -> tuple[type[BaseException], BaseException, object]:
    try:
        raise ValueError(f"{WORDS} refresh_token=abcdefghijklmnop")
    except ValueError:
        return sys.exc_info()  # type: ignore[return-value]  # all three are there


def test_a_report_names_the_place_and_no_words() -> None:
    kind, error, trace = _trace_of_a_bug()
    text = report(kind, error, trace)  # type: ignore[arg-type]  # a real traceback
    assert "builtins.ValueError" in text
    assert "_trace_of_a_bug" in text
    assert "abcdefghijklmnop" not in text
    assert f"{WORDS} refresh" not in text


def test_the_dialog_copies_its_report(qtbot: QtBot, themed: object) -> None:
    dialog = CrashDialog("Shoplark 0\nreport")
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy report"].click()
    assert QGuiApplication.clipboard().text() == "Shoplark 0\nreport"


def test_one_dialog_at_a_time(
    qtbot: QtBot,
    themed: object,
    expect_log: object,
) -> None:
    expect_log("ui.crash_hook")  # type: ignore[operator]  # the fixture is a function
    window = QWidget()
    qtbot.addWidget(window)
    hook = CrashHook()
    hook.show_over(window)
    for _ in range(3):
        hook.hook(*_trace_of_a_bug())  # type: ignore[arg-type]  # a real traceback
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    qtbot.wait(10)
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].accept()


def test_a_disk_that_refuses_is_no_mistake_of_ours(
    qtbot: QtBot, themed: object, expect_log: object
) -> None:
    expect_log("ui.crash_hook")  # type: ignore[operator]  # the fixture is a function
    window = QWidget()
    qtbot.addWidget(window)
    hook = CrashHook()
    hook.show_over(window)
    error = StorageTrouble(StorageProblem.FULL, Path("data"))
    with qtbot.waitSignal(hook.uncaught) as told:
        hook.hook(type(error), error, None)
    assert told.args == [error]
    qtbot.wait(10)
    assert window.findChildren(CrashDialog) == []


def test_a_bug_in_a_lane_reaches_the_main_thread(
    qtbot: QtBot, themed: object, expect_log: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_log("ui.crash_hook")  # type: ignore[operator]  # the fixture is a function
    window = QWidget()
    qtbot.addWidget(window)
    hook = CrashHook()
    hook.show_over(window)
    thread = threading.Thread(target=hook.hook, args=_trace_of_a_bug())
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    window.findChildren(CrashDialog)[0].accept()


def test_a_start_that_fails_says_so_before_it_ends(
    qtbot: QtBot, themed: object, expect_log: object
) -> None:
    expect_log("ui.app")  # type: ignore[operator]  # the fixture is a function
    said: list[str] = []

    def press() -> None:
        dialog = next(
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, CrashDialog) and window.isVisible()
        )
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["Quit"].click()

    QTimer.singleShot(0, press)
    assert app.tell_of_bug(RuntimeError(WORDS)) == 1
    assert said[0] == "Something in Shoplark broke"


def test_what_python_would_print_goes_the_same_way(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    expect_log: object,
) -> None:
    """Errors of other threads, and those in a `__del__`: no message, and nothing on stderr."""
    expect_log("ui.crash_hook")  # type: ignore[operator]  # the fixture is a function
    for module, name in ((threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind))
    catch_what_python_would_print()

    def fail() -> None:
        raise ValueError(f"{WORDS} refresh_token=abcdefghijklmnop")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    class Gone:
        def __del__(self) -> None:
            fail()

    Gone()
    assert seen == [ValueError]
    assert "told to nobody" in caplog.text
    assert "in __del__" in caplog.text
    assert WORDS not in caplog.text
    assert "abcdefghijklmnop" not in caplog.text
    assert capfd.readouterr() == ("", "")
