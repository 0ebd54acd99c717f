"""Takes pictures of the screen, one or several: a region, a window, all of it.

The screens are photographed first and the overlay shows that photograph: what is chosen is what is
taken. The windows that asked step aside until it is over; between two captures a small bar waits,
so that a long page can be scrolled. Where programs may not look (Wayland), the desktop's own
chooser takes the picture, by its portal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from services.media.board_values import MOST
from ui import screen_mac, screen_win32, screen_x11
from ui.board.capture_bar import CaptureBar
from ui.board.capture_overlay import CaptureOverlay
from ui.board.capture_portal import CapturePortal, Photograph
from ui.tasks import Tasks

_ASIDE_MS = 350
"""Until a window that hides has left the screen, with the system's animation."""
_SAMPLES = 24

Grab = Callable[[QScreen], QPixmap]
Windows = Callable[[], Sequence[QRect]]


class Capture(QObject):
    captured = Signal(QImage)
    refused = Signal(str)
    """A sentence: why the system shows nothing, and what to do."""
    ended = Signal()
    """It is over, with pictures or without: the windows are back."""

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        *,
        room: Callable[[], int] | None = None,
        grab: Grab | None = None,
        windows: Windows | None = None,
        portal: Photograph | None = None,
    ) -> None:
        """`room`: how many pictures are wanted at most; asked when it begins."""
        super().__init__(parent)
        self._room = room or _most
        self._grab = grab or _grab
        self._windows = windows or _windows
        self._portal = CapturePortal(tasks, self, portal=portal)
        self._portal.taken.connect(self._on_portal)
        self._portal.stopped.connect(self._on_no_portal)
        self._aside: list[QWidget] = []
        self._overlays: list[CaptureOverlay] = []
        self._last: dict[str, QRect] = {}
        self._left = 0
        self._taken = 0
        self.bar: CaptureBar | None = None

    @property
    def overlays(self) -> tuple[CaptureOverlay, ...]:
        return tuple(self._overlays)

    @property
    def under_way(self) -> bool:
        return bool(self._left)

    def start(self, aside: list[QWidget]) -> None:
        """`aside`: windows that hide until it is over."""
        if self.under_way:
            return
        self._left = self._room()
        if self._left < 1:
            self.ended.emit()
            return
        self._taken = 0
        self._last.clear()
        self._aside = aside
        for window in aside:
            window.hide()
        self._look_soon()

    def stop(self) -> None:
        """Over at once; what was taken stays."""
        self._finish()

    def _look_soon(self) -> None:
        QTimer.singleShot(_ASIDE_MS if self._aside else 0, self, self._look)

    def _look(self) -> None:
        if not self.under_way:
            return
        if QGuiApplication.platformName().startswith("wayland"):
            self._portal.ask()
        elif not screen_mac.may_look():
            screen_mac.ask_owner()
            self._refuse(self._may_not_look())
        else:
            self._photograph()

    def _photograph(self) -> None:
        shots = [(screen, self._grab(screen)) for screen in QGuiApplication.screens()]
        if all(_shows_nothing(shot.toImage()) for _, shot in shots):
            self._refuse(self._may_not_look())
            return
        windows = self._windows()
        for screen, shot in shots:
            overlay = CaptureOverlay(
                shot,
                screen,
                windows=[_on(screen, window) for window in windows],
                region=self._last.get(screen.name()),
            )
            overlay.taken.connect(partial(self._on_taken, screen))
            overlay.cancelled.connect(self._finish)
            overlay.next_asked.connect(partial(self._on_next, overlay))
            self._overlays.append(overlay)
            overlay.show()
        self._give_keys(self._first())

    def _first(self) -> CaptureOverlay:
        """Where it was taken last, else where the pointer is."""
        here = QGuiApplication.screenAt(self._overlays[0].cursor().pos())
        known = [one for one in self._overlays if one.screen().name() in self._last]
        pointed = [one for one in self._overlays if one.screen() is here]
        return (*known, *pointed, *self._overlays)[0]

    def _give_keys(self, overlay: CaptureOverlay) -> None:
        overlay.activateWindow()
        overlay.setFocus()

    def _on_next(self, overlay: CaptureOverlay) -> None:
        place = self._overlays.index(overlay) + 1
        self._give_keys(self._overlays[place % len(self._overlays)])

    def _on_taken(self, screen: QScreen, image: QImage, box: QRect) -> None:
        self._put_overlays_away()
        self._last = {screen.name(): box}
        self._keep(image, screen)

    def _keep(self, image: QImage, screen: QScreen) -> None:
        self._left -= 1
        self._taken += 1
        self.captured.emit(image)
        if not self._left:
            self._finish()
            return
        if self.bar is None:
            self.bar = CaptureBar()
            self.bar.again_asked.connect(self._on_again)
            self.bar.done.connect(self._finish)
        self.bar.show_count(self._taken, image)
        self.bar.show_on(screen)

    def _on_again(self) -> None:
        if self.bar is not None:
            self.bar.hide()
        QTimer.singleShot(_ASIDE_MS, self, self._look)

    def _on_portal(self, image: QImage) -> None:
        self._keep(image, QGuiApplication.primaryScreen())

    def _on_no_portal(self, sentence: str) -> None:
        if sentence:
            self._refuse(sentence)
        else:
            self._finish()

    def _may_not_look(self) -> str:
        if sys.platform == "darwin" or not screen_mac.may_look():
            return self.tr(
                "The system hides the screen from Shoplark. Allow it under screen recording in the "
                "system's privacy settings and start Shoplark again, or paste a screenshot here."
            )
        return self.tr(
            "The system hides the screen from Shoplark. Take a screenshot with the system's own "
            "key and paste it here."
        )

    def _refuse(self, sentence: str) -> None:
        self._finish()
        self.refused.emit(sentence)

    def _put_overlays_away(self) -> None:
        for overlay in self._overlays:
            overlay.close()
            overlay.deleteLater()
        self._overlays.clear()

    def _finish(self) -> None:
        if not self.under_way and not self._aside and not self._taken:
            return
        self._portal.give_up()
        self._left = self._taken = 0
        self._put_overlays_away()
        if self.bar is not None:
            bar, self.bar = self.bar, None
            bar.blockSignals(True)
            bar.close()
            bar.deleteLater()
        for window in self._aside:
            window.show()
        self._aside = []
        self.ended.emit()


def _most() -> int:
    return MOST


def _grab(screen: QScreen) -> QPixmap:
    return screen.grabWindow(0)


def _windows() -> Sequence[QRect]:
    """None where the system has no list that is known here: then a region or all is taken."""
    platform = QGuiApplication.platformName()
    if platform == "xcb":
        return screen_x11.windows()
    return screen_win32.windows() if platform == "windows" else ()


def _on(screen: QScreen, window: QRect) -> QRect:
    """Measured from the screen's corner, which Qt leaves in the system's own pixels."""
    corner: QPoint = screen.geometry().topLeft()
    return window.translated(-corner)


def _shows_nothing(image: QImage) -> bool:
    """Null, or one black all over: how systems answer a program that may not look."""
    if image.isNull():
        return True
    small = image.scaled(_SAMPLES, _SAMPLES, Qt.AspectRatioMode.IgnoreAspectRatio)
    area = QRect(0, 0, small.width(), small.height())
    return all(
        small.pixelColor(x, y).lightness() == 0
        for x in range(area.width())
        for y in range(area.height())
    )
