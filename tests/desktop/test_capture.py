"""A real screen with windows of another program: what is clicked or drawn over is taken."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import screen_x11
from ui.board.capture import Capture
from ui.tasks import InlineTasks

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
RED, BLUE = QRect(100, 100, 400, 300), QRect(300, 250, 400, 300)
OTHERS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
kept = []
for colour, box in (("#d04040", (100, 100, 400, 300)), ("#4040d0", (300, 250, 400, 300))):
    window = QLabel()
    window.setStyleSheet(f"background: {colour}")
    window.setGeometry(*box)
    window.show()
    kept.append(window)
app.exec()
"""


@pytest.fixture
def others(qtbot: QtBot) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", OTHERS])
    only = [RED.topLeft() + QPoint(50, 50), BLUE.bottomRight() - QPoint(50, 50)]
    qtbot.waitUntil(lambda: all(len(at(point)) == 1 for point in only), timeout=20_000)
    qtbot.waitUntil(lambda: len(at(RED.intersected(BLUE).center())) == 2, timeout=20_000)
    yield
    process.kill()
    process.wait()


@pytest.fixture
def taken() -> list[QImage]:
    return []


@pytest.fixture
def capture(
    qtbot: QtBot, themed: object, others: None, taken: list[QImage]
) -> Iterator[Callable[..., Capture]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(200, 200, 300, 200)
    window.show()
    qtbot.waitExposed(window)
    begun: list[Capture] = []

    def begin(room: int = 1) -> Capture:
        made = Capture(window, InlineTasks(), room=lambda: room)
        made.captured.connect(taken.append)
        begun.append(made)
        made.start([window])
        qtbot.waitUntil(lambda: bool(made.overlays) and made.overlays[0].isActiveWindow())
        return made

    yield begin
    for made in begun:
        made.stop()


def at(point: QPoint) -> list[QRect]:
    """Windows of others at a point, without the panel and the box's own."""
    return [each for each in screen_x11.windows() if each.contains(point) and each.height() < 600]


def press(button: QPushButton, qtbot: QtBot) -> None:
    """Until it went: the window manager may still be putting its window in place."""
    tries = 0
    while button.isVisible() and tries < 20:
        tries += 1
        where = button.mapToGlobal(button.rect().center())
        do("mousemove", where.x(), where.y(), "click", 1)
        qtbot.wait(200)
    assert not button.isVisible()


def do(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, timeout=5)


def test_windows_are_told_with_their_frames_the_uppermost_first(others: None, qtbot: QtBot) -> None:
    shared = RED.intersected(BLUE).center()
    # The frames come around the windows a moment after the windows.
    qtbot.waitUntil(lambda: all(each.height() > BLUE.height() for each in at(shared)))
    above, below = at(shared)
    assert above.contains(BLUE)
    assert below.contains(RED)
    assert above.height() > BLUE.height(), "the title belongs to it"
    assert above.height() < BLUE.height() + 60


def test_a_click_takes_the_window_and_our_own_is_not_in_it(
    capture: Callable[..., Capture], taken: list[QImage], qtbot: QtBot
) -> None:
    capture()
    middle = RED.intersected(BLUE).center()
    do("mousemove", middle.x(), middle.y(), "click", 1)
    qtbot.waitUntil(lambda: bool(taken))
    (image,) = taken
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("#4040d0")
    assert image.pixelColor(12, 60) == QColor("#4040d0")


def test_a_region_is_drawn_and_taken_again_by_enter(
    capture: Callable[..., Capture], taken: list[QImage], qtbot: QtBot
) -> None:
    made = capture(room=2)
    do("mousemove", 120, 130, "mousedown", 1, "mousemove", 180, 180, "mousemove", 240, 230)
    do("mouseup", 1)
    qtbot.waitUntil(lambda: bool(taken))
    bar = made.bar
    assert bar is not None
    press(bar.again_button, qtbot)
    qtbot.waitUntil(lambda: bool(made.overlays) and made.overlays[0].isActiveWindow())
    do("key", "Return")
    qtbot.waitUntil(lambda: len(taken) == 2)
    first, second = taken
    assert first.size() == second.size()
    assert abs(first.width() - 121) <= 1
    assert first == second
    assert first.pixelColor(60, 50) == QColor("#d04040")
    assert not made.under_way


def test_the_whole_screen_by_enter_has_every_pixel(
    capture: Callable[..., Capture], taken: list[QImage], qtbot: QtBot
) -> None:
    capture()
    do("mousemove", 1200, 700)
    do("key", "Return")
    qtbot.waitUntil(lambda: bool(taken))
    screen = QGuiApplication.primaryScreen()
    assert taken[0].size() == screen.size() * screen.devicePixelRatio()
