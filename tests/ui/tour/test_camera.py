"""What the tour's camera takes, and what it refuses."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.tour.camera import BadPicture, Camera


class Stripes(QWidget):
    """Stripes of 20 colours; `first` is the first one's hue."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self.first = 0
        self.setFixedHeight(height)

    def show_hue(self, first: int) -> None:
        self.first = first
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for stripe in range(20):
            colour = QColor.fromHsv((self.first + stripe * 18) % 360, 200, 200)
            painter.fillRect(stripe * 10, 0, 10, self.height(), colour)


@pytest.fixture
def window(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.tabs, shown.page = Stripes(shown, 20), Stripes(shown, 100)
    layout = QVBoxLayout(shown)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(shown.tabs)
    layout.addWidget(shown.page)
    shown.resize(200, 120)
    shown.show()
    return shown


@pytest.fixture
def camera(tmp_path):
    return Camera(tmp_path / "tour")


def test_a_picture_is_what_the_window_shows(camera, window):
    first = camera.shoot("compose-empty", window, window.page)
    assert first.name == "01-compose-empty.png"
    taken = QImage(str(first))
    assert (taken.width(), taken.height()) == (200, 120)
    assert taken.pixelColor(5, 60) == window.grab().toImage().pixelColor(5, 60)
    assert camera.count == 1


def test_the_same_page_is_no_second_picture(camera, window):
    camera.shoot("queue", window, window.page)
    window.tabs.show_hue(90)
    with pytest.raises(BadPicture, match="the same picture as queue"):
        camera.shoot("queue-again", window, window.page)
    window.page.show_hue(90)
    assert camera.shoot("queue-again", window, window.page).name == "02-queue-again.png"


def test_a_dialog_over_the_same_page_is_another_picture(camera, window, qtbot):
    camera.shoot("page", window, window.page)
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.open()
    assert camera.shoot("dialog", window, window.page).is_file()


def test_a_blank_picture_is_refused(camera, qtbot):
    blank = QWidget()
    qtbot.addWidget(blank)
    blank.resize(100, 100)
    blank.show()
    with pytest.raises(BadPicture, match="blank"):
        camera.shoot("blank", blank, blank)


def test_a_folder_that_takes_nothing_is_said(camera, window, tmp_path):
    folder = Path(tmp_path / "tour")
    folder.rmdir()
    with pytest.raises(BadPicture, match="cannot be written"):
        camera.shoot("lost", window, window.page)
