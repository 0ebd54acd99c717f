"""The program in a process of its own, with somebody who never stops typing: to be killed.

    python -m tests.typing_child DATA_FOLDER SEED [--full-after KEYS]

Prints a JSON line of what lies on the sheet once the window stands, and one after each key that
changed it: the text, where the caret stands, when (monotonic), and what the banner tells.
`--full-after`: from that key on the system lets no file of this process grow.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from services.options import RunOptions
from ui.app import make_application, open_window
from ui.program import Program
from ui.tour.hand import type_into

EACH_MS = 25
SIGNS = (*"tea bowls and cups ", *"شاي جديد ", *"新しい湯呑み", *"چای", "🍵", "🫖", "é", "\n", "\n")
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End)


class Typist(QObject):
    def __init__(self, program: Program, seed: int, full_after: int | None) -> None:
        super().__init__(program)
        self._program = program
        self._compose = program.rooms.compose
        self._chance = random.Random(seed)  # noqa: S311  # no secret
        self._full_after = full_after
        self._keys = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EACH_MS)
        self._timer.timeout.connect(self._on_timeout)
        program.ready.connect(self._begin)

    def _begin(self) -> None:
        self._say()
        self._compose.take_focus()
        self._timer.start()

    def _on_timeout(self) -> None:
        self._keys += 1
        if self._keys == self._full_after:
            _fill_the_disk()
        edit = self._compose.composer.sheet.edit
        if self._chance.random() < 0.1:
            move = self._chance.choice(MOVES)
            press = QKeyEvent(QEvent.Type.KeyPress, move, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(edit, press)
        type_into(edit, self._chance.choice(SIGNS))
        self._say()

    def _say(self) -> None:
        banner = self._program.window.banner
        line = {
            "text": self._compose.composer.content.text,
            "caret": self._compose.composer.caret(),
            "at": time.monotonic(),
            "told": "" if banner.isHidden() else banner.sentence,
        }
        print(json.dumps(line), flush=True)


def _fill_the_disk() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--full-after", type=int)
    asked = parser.parse_args()
    app = make_application()
    opened = open_window(RunOptions(data_dir=asked.folder, practice=True), app)
    if isinstance(opened, int):
        return opened
    typist = Typist(opened.program, asked.seed, asked.full_after)
    code = app.exec()
    del typist
    return code


if __name__ == "__main__":
    sys.exit(main())
