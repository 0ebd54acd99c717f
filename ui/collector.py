"""Python's cycle collector, on the main thread and between Qt's events only.

Left to itself it runs wherever the next object is made: in the middle of a paint, or in a lane.
There it may end a widget that only a cycle kept alive, which Qt survives neither while it paints
nor off the main thread. So it is switched off from the start, which also makes the start quicker,
and called by a timer once the first frame stands. main.py switches it off while this loads.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000


class Collector(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """What the start made stays for the whole run, and is looked through no more."""
        gc.freeze()
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _on_time(self) -> None:
        """The oldest generation whose count is full, as Python itself would do it."""
        full = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(full) if count > most]
        if due:
            gc.collect(due[-1])
