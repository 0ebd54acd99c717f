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

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QTabWidget, QWidget

HEAVY = ("tweepy", "keyring", "PIL", "requests")


class FirstFrame(QObject):
    """When the window was painted, and what was loaded by then.

    Qt paints while it handles the first exposure. The turn of the event loop after that counts: a
    key pressed meanwhile would be answered in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.stood_at = 0.0
        self.loaded: list[str] = []
        self._native = window.windowHandle()
        assert not self._native.isExposed()
        self._native.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose and self._native.isExposed():
            self._native.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.stood_at = time.monotonic()
        self.loaded = [name for name in HEAVY if name in sys.modules]


def wait_for_frame(app: QApplication, window: QWidget) -> FirstFrame:
    first = FirstFrame(window)
    while not first.stood_at:
        app.processEvents()
    return first


def bare(app: QApplication) -> tuple[FirstFrame, object]:
    window = QMainWindow()
    tabs = QTabWidget()
    tabs.addTab(QPlainTextEdit(), "One")
    tabs.addTab(QWidget(), "Two")
    window.setCentralWidget(tabs)
    window.resize(1280, 800)
    window.show()
    return wait_for_frame(app, window), window


def shoplark(app: QApplication, data: Path) -> tuple[FirstFrame, object]:
    from services.options import RunOptions
    from ui.app import open_window

    opened = open_window(RunOptions(data_dir=data), app)
    assert not isinstance(opened, int)
    return wait_for_frame(app, opened.program.window), opened


def peak_kb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def main() -> None:
    kind = sys.argv[1]
    if kind == "shoplark":
        gc.disable()  # As main.py does.
        from ui.app import make_application

        app = make_application()
        frame, kept = shoplark(app, Path(sys.argv[2]))
    else:
        app = QApplication([])
        frame, kept = bare(app)
    seconds = frame.stood_at - float(os.environ.get("BEGAN", frame.stood_at))
    line = {"seconds": seconds, "peak_kb": peak_kb(), "loaded": frame.loaded}
    print(json.dumps(line), flush=True)
    if "--stay" in sys.argv:
        app.exec()
    assert kept is not None
    os._exit(0)


if __name__ == "__main__":
    main()
