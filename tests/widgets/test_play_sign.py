"""The tile that stands for a video."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from widgets.cut_view import CutView
from widgets.play_sign import draw_length, poster


@pytest.mark.parametrize(
    ("size", "most", "made"),
    [((1_280, 720), 640, (640, 360)), ((720, 1_280), 96, (54, 96)), ((3, 1), 2, (8, 8))],
)
def test_it_has_the_videos_own_shape(size, most, made):
    image = poster(*size, most)

    assert (image.width(), image.height()) == made


def test_the_sign_stands_in_its_middle():
    image = poster(1_280, 720, 640)

    assert image.pixelColor(320, 180).lightness() > 200
    assert image.pixelColor(10, 180).lightness() < 90


@pytest.mark.parametrize(("mirrored", "there"), [(False, 90), (True, 10)])
def test_its_length_stands_at_the_end(qapp, mirrored, there):
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill("#00ff00")
    painter = QPainter(image)
    draw_length(painter, QRectF(0, 0, 100, 60), "0:42", QWidget().font(), mirrored=mirrored)
    painter.end()

    assert image.pixelColor(there, 50).green() < 200
    assert image.pixelColor(100 - there, 20).green() == 255


def test_what_a_frame_cuts_off_is_dimmed(qtbot):
    view = CutView(100)
    qtbot.addWidget(view)
    view.resize(100, 100)
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill("white")
    view.show_image(image)
    whole = view.grab().toImage()
    view.set_shown(QRectF(0.25, 0, 0.5, 1))
    cut = view.grab().toImage()

    assert whole.pixelColor(10, 50).lightness() == 255
    assert cut.pixelColor(10, 50).lightness() < 150
    assert cut.pixelColor(50, 50).lightness() == 255
