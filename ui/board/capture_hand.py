"""What is chosen on a photograph of the screen: a region that is drawn, a window, or all of it.

All in the photograph's own pixels, so that what is chosen is what is cut out.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

LEAST = 8
"""A press that hardly moved is a click, not a region."""
STEP = 10
_START = 3
"""A region begun by keys is so much smaller than the screen."""


class Chosen(Enum):
    SCREEN = "screen"
    WINDOW = "window"
    REGION = "region"


class CaptureHand:
    def __init__(
        self, size: QSize, windows: Sequence[QRect] = (), *, region: QRect | None = None
    ) -> None:
        """`windows`: the uppermost first. `region`: one to begin with, as it was taken before."""
        self._all = QRect(QPoint(0, 0), size)
        inside = (window.intersected(self._all) for window in windows)
        self._windows = [each for each in inside if min(each.width(), each.height()) >= LEAST]
        self._window = -1
        kept = region.intersected(self._all) if region is not None else QRect()
        self._region = kept if kept.isValid() else QRect()
        self._from: QPoint | None = None
        self._before = QRect()

    @property
    def chosen(self) -> Chosen:
        if self._region.isValid():
            return Chosen.REGION
        return Chosen.WINDOW if self._window >= 0 else Chosen.SCREEN

    @property
    def drawing(self) -> bool:
        return self._from is not None

    def rect(self) -> QRect:
        """What Enter takes."""
        if self._region.isValid():
            return self._region
        return self._windows[self._window] if self._window >= 0 else self._all

    def hover(self, at: QPoint) -> None:
        """The pointer passes by: the window under it is meant, while there is no region."""
        if not self._region.isValid():
            self._window = self._window_at(at)

    def leave(self) -> None:
        """The pointer is on another screen."""
        if self._from is None:
            self._window = -1

    def press(self, at: QPoint) -> None:
        self._from = at
        self._before = self._region
        self._region = QRect()

    def draw(self, to: QPoint) -> None:
        if self._from is None:
            return
        drawn = QRect(self._from, to).normalized().intersected(self._all)
        self._region = drawn if max(drawn.width(), drawn.height()) >= LEAST else QRect()

    def release(self) -> QRect | None:
        """What is taken by letting go; None where it was a slip."""
        start, self._from = self._from, None
        if start is None:
            return None
        if self._region.isValid():
            good = min(self._region.width(), self._region.height()) >= LEAST
            taken = self._region if good else None
            self._region = QRect()
            return taken
        if self._before.contains(start):
            return self._before
        self._window = self._window_at(start)
        return self._windows[self._window] if self._window >= 0 else None

    def step(self, across: int, down: int, *, fine: bool = False) -> None:
        """By keys: a region moves; else the next window is meant, or the one before."""
        if self._region.isValid():
            by = 1 if fine else STEP
            self._region.moveTopLeft(self._region.topLeft() + QPoint(across * by, down * by))
            self._hold()
        elif self._windows:
            order = sorted(range(len(self._windows)), key=self._reading_place)
            place = order.index(self._window) if self._window >= 0 else None
            forward = across > 0 or down > 0
            if place is None:
                place = 0 if forward else len(order) - 1
            else:
                place = (place + (1 if forward else -1)) % len(order)
            self._window = order[place]

    def grow(self, across: int, down: int, *, fine: bool = False) -> None:
        """By keys: the region's far corner moves. The first time it is made, out of the window
        that is meant or in the middle of the screen."""
        if not self._region.isValid():
            self._region = QRect(self.rect())
            if self._window < 0:
                self._region = QRect(QPoint(0, 0), self._all.size() / _START)
                self._region.moveCenter(self._all.center())
            return
        by = 1 if fine else STEP
        far = self._region.bottomRight() + QPoint(across * by, down * by)
        least = self._region.topLeft() + QPoint(LEAST, LEAST)
        most = self._all.bottomRight()
        self._region.setRight(min(most.x(), max(least.x(), far.x())))
        self._region.setBottom(min(most.y(), max(least.y(), far.y())))
        self._hold()

    def _hold(self) -> None:
        """Within the screen."""
        spare = self._all.size() - self._region.size()
        corner = self._region.topLeft()
        self._region.moveTopLeft(
            QPoint(max(0, min(corner.x(), spare.width())), max(0, min(corner.y(), spare.height())))
        )
        self._region = self._region.intersected(self._all)

    def _window_at(self, at: QPoint) -> int:
        under = (n for n, window in enumerate(self._windows) if window.contains(at))
        return next(under, -1)

    def _reading_place(self, number: int) -> tuple[int, int, int]:
        window = self._windows[number]
        return window.y(), window.x(), number
