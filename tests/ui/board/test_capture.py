import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from ui.board import capture as capture_file
from ui.board.capture import Capture


def screen_shot(scale=1):
    """Linen, with a red square of 100 by 100 at (50, 60)."""
    shot = QPixmap(800 * scale, 800 * scale)
    shot.fill(QColor("linen"))
    painter = QPainter(shot)
    painter.fillRect(QRect(50 * scale, 60 * scale, 100 * scale, 100 * scale), QColor("red"))
    painter.end()
    return shot


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def started(window, qtbot):
    made = []

    def start(grab, aside=None):
        capture = Capture(window, grab=lambda _screen: grab)
        made.append(capture)
        said = {"captured": [], "refused": [], "ended": 0}
        capture.captured.connect(said["captured"].append)
        capture.refused.connect(said["refused"].append)

        def ended():
            said["ended"] += 1

        capture.ended.connect(ended)
        capture.start(aside or [])
        qtbot.wait_until(lambda: bool(capture.overlays) or said["ended"] > 0)
        return capture, said

    yield start
    for capture in made:
        capture._finish()


def drag(overlay, start, end):
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(overlay, end)
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize("scale", [1, 2])
def test_what_was_drawn_over_is_taken_in_full_resolution(started, scale):
    capture, said = started(screen_shot(scale))
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    drag(overlay, QPoint(50, 60), QPoint(149, 159))
    image = said["captured"][0]
    assert (image.width(), image.height()) == (100 * scale, 100 * scale)
    for x, y in ((2, 2), (100 * scale - 3, 100 * scale - 3)):
        assert image.pixelColor(x, y) == QColor("red")
    assert said["ended"] == 1
    assert capture.overlays == ()


def test_it_can_be_drawn_from_any_corner(started):
    capture, said = started(screen_shot())
    capture.overlays[0].setGeometry(0, 0, 800, 800)
    drag(capture.overlays[0], QPoint(149, 159), QPoint(50, 60))
    assert said["captured"][0].pixelColor(50, 50) == QColor("red")


def test_esc_ends_it_without_a_picture(started):
    capture, said = started(screen_shot())
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
    assert (said["captured"], said["ended"]) == ([], 1)


def test_a_slip_of_the_mouse_takes_nothing(started):
    capture, said = started(screen_shot())
    drag(capture.overlays[0], QPoint(10, 10), QPoint(13, 12))
    assert said["captured"] == []
    assert capture.overlays


def test_enter_takes_the_whole_screen(started):
    capture, said = started(screen_shot())
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    assert said["captured"][0].width() == 800


def test_the_region_stays_bright_and_the_rest_is_dimmed(started):
    capture, _said = started(screen_shot())
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(overlay, QPoint(149, 159))
    shown = overlay.grab().toImage()
    assert shown.pixelColor(100, 100) == QColor("red")
    assert shown.pixelColor(400, 600).lightness() < QColor("linen").lightness() - 40


@pytest.mark.parametrize("shade", [None, "black"])
def test_a_system_that_hides_the_screen_is_said_so(started, shade):
    shot = QPixmap()
    if shade:
        shot = QPixmap(300, 200)
        shot.fill(QColor(shade))
    _capture, said = started(shot)
    assert len(said["refused"]) == 1
    assert "privacy" in said["refused"][0]
    assert said["ended"] == 1


def test_wayland_is_said_so_at_once(started, monkeypatch):
    monkeypatch.setattr(
        capture_file.QGuiApplication, "platformName", staticmethod(lambda: "wayland")
    )
    _capture, said = started(screen_shot())
    assert "screenshot" in said["refused"][0]


def test_windows_step_aside_and_come_back_as_they_were(started, window, qtbot):
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    finished = []
    dialog.finished.connect(finished.append)
    dialog.open()
    capture, _said = started(screen_shot(), [dialog, window])
    assert not dialog.isVisible()
    assert not window.isVisible()
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
    assert window.isVisible()
    assert dialog.isVisible()
    assert finished == []
    dialog.close()
