"""Takes a region of the screen as a picture: everything is dimmed but what is drawn over.

The screens are photographed first and the overlay shows that photograph: what is chosen is what is
taken. The window that asked steps aside meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from ui.board.capture_overlay import CaptureOverlay

_ASIDE_MS = 350
"""Until a window that hides has left the screen, with the system's animation."""
_SAMPLES = 24

Grab = Callable[[QScreen], QPixmap]


class Capture(QObject):
    captured = Signal(QImage)
    refused = Signal(str)
    """A sentence: why the system shows nothing, and what to do."""
    ended = Signal()
    """It is over, with a picture or without: the window may come back."""

    def __init__(self, parent: QWidget, *, grab: Grab | None = None) -> None:
        super().__init__(parent)
        self._grab = grab or _grab
        self._windows: list[QWidget] = []
        self._overlays: list[CaptureOverlay] = []

    @property
    def overlays(self) -> tuple[CaptureOverlay, ...]:
        return tuple(self._overlays)

    def start(self, aside: list[QWidget]) -> None:
        """`aside`: windows that hide until it is over."""
        if QGuiApplication.platformName().startswith("wayland"):
            self.refused.emit(
                self.tr(
                    "This desktop does not let programs see the screen. Take the picture with "
                    "its own screenshot key, then paste it here."
                )
            )
            self.ended.emit()
            return
        self._windows = aside
        for window in aside:
            window.hide()
        QTimer.singleShot(_ASIDE_MS if aside else 0, self, self._on_aside)

    def _on_aside(self) -> None:
        shots = [(screen, self._grab(screen)) for screen in QGuiApplication.screens()]
        if all(_shows_nothing(shot.toImage()) for _, shot in shots):
            self._finish()
            self.refused.emit(
                self.tr(
                    "The system hides the screen from Shoplark. Allow it under screen recording "
                    "in the system's privacy settings, or paste a screenshot here."
                )
            )
            return
        for screen, shot in shots:
            overlay = CaptureOverlay(shot, screen)
            overlay.taken.connect(self._on_taken)
            overlay.cancelled.connect(self._finish)
            self._overlays.append(overlay)
            overlay.show()
        self._overlays[0].activateWindow()
        self._overlays[0].setFocus()

    def _on_taken(self, image: QImage) -> None:
        self._finish()
        self.captured.emit(image)

    def _finish(self) -> None:
        for overlay in self._overlays:
            overlay.close()
            overlay.deleteLater()
        self._overlays.clear()
        for window in self._windows:
            window.show()
        self._windows.clear()
        self.ended.emit()


def _grab(screen: QScreen) -> QPixmap:
    return screen.grabWindow(0)


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
