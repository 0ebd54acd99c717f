"""What would make two tours differ though nothing did: this computer's place, hour and pace."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator
from itertools import count
from zlib import crc32

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

ZONE = "Europe/Lisbon"
"""Where the sample shop is."""
PLACE = "C.UTF-8"
THEIRS = ("QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS")
SOON_MS = 1_000
"""What waits no longer than this comes to pass before a picture; Undo waits longer."""
NEVER_MS = 24 * 3_600_000


def leave_this_computer() -> None:
    """Before Qt begins: no zone, no country, no desktop's wish is taken from the computer."""
    os.environ["TZ"] = ZONE
    os.environ["LC_ALL"] = PLACE
    for name in THEIRS:
        os.environ.pop(name, None)


def count_ids() -> None:
    """Ids go up, so that the stories of two tours can be laid side by side.

    Each module that makes some counts apart: how often a board is saved while pictures still come
    is a matter of pace, and must not move the ids of posts.
    """
    counts: dict[str, Iterator[int]] = {}

    def next_id() -> uuid.UUID:
        # 0 is here, 1 is services/ids.py.
        maker = sys._getframe(2).f_globals["__name__"]
        number = next(counts.setdefault(maker, count(1)))
        return uuid.UUID(int=crc32(maker.encode()) << 64 | number, version=4)

    uuid.uuid4 = next_id


def hold_still(app: QApplication, window: QObject) -> None:
    """No caret blinks, nothing slides, and no ring runs by the computer's clock."""
    app.setCursorFlashTime(0)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)
    for timer in window.findChildren(QTimer):
        if not timer.isSingleShot():
            timer.setInterval(NEVER_MS)


class Hurry:
    """Lets what is put off for a moment (saving after a key, drawing once more) happen now."""

    def __init__(self) -> None:
        self._usual: dict[QTimer, int] = {}

    def soon(self, root: QObject) -> bool:
        """True while anything is put off below `root`; it runs in the next turn."""
        waiting = [
            timer
            for timer in root.findChildren(QTimer)
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS
        ]
        for timer in waiting:
            if timer.interval():
                self._usual[timer] = timer.interval()
                timer.setInterval(0)
        return bool(waiting)

    def over(self) -> None:
        """Each timer waits again as long as it did."""
        for timer, usual in self._usual.items():
            if isValid(timer) and not timer.isActive():
                timer.setInterval(usual)
        self._usual.clear()
