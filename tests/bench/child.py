"""Starts Shoplark or a bare Qt window and says when its first frame stood: run by the benchmarks.

    python -m tests.bench.child bare|shoplark [DATA_FOLDER] [--stay]

Prints one JSON line: seconds since BEGAN (a monotonic time in the environment), peak memory, and
which of the heavy modules were loaded by then. `--stay` goes on running until it is ended.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QTabWidget, QWidget

HEAVY = ("tweepy", "keyring", "PIL", "requests")


class FirstFrame(QObject):
    """Notes the first paint of any widget of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted = True
        return False


def wait_for_frame(app: QApplication, window: QWidget) -> None:
    """Until the window was painted and nothing posted is waiting: it would answer a key now."""
    first = FirstFrame()
    window.installEventFilter(first)
    for child in window.findChildren(QWidget):
        child.installEventFilter(first)
    while not first.painted:
        app.processEvents()
    app.sendPostedEvents()


def bare(app: QApplication) -> QMainWindow:
    window = QMainWindow()
    tabs = QTabWidget()
    tabs.addTab(QPlainTextEdit(), "One")
    tabs.addTab(QWidget(), "Two")
    window.setCentralWidget(tabs)
    window.resize(1280, 800)
    window.show()
    wait_for_frame(app, window)
    return window


def shoplark(app: QApplication, data: Path) -> object:
    from services.options import RunOptions
    from ui.app import open_window

    opened = open_window(RunOptions(data_dir=data), app)
    assert not isinstance(opened, int)
    wait_for_frame(app, opened.program.window)
    return opened


def peak_kb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def main() -> None:
    kind = sys.argv[1]
    if kind == "shoplark":
        gc.disable()  # As main.py does.
        from ui.app import make_application

        app = make_application()
        kept = shoplark(app, Path(sys.argv[2]))
    else:
        app = QApplication([])
        kept = bare(app)
    seconds = time.monotonic() - float(os.environ.get("BEGAN", time.monotonic()))
    loaded = [name for name in HEAVY if name in sys.modules]
    print(json.dumps({"seconds": seconds, "peak_kb": peak_kb(), "loaded": loaded}), flush=True)
    if "--stay" in sys.argv:
        app.exec()
    assert kept is not None
    os._exit(0)


if __name__ == "__main__":
    main()
