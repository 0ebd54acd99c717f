from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.post_card import PostCard, PostValue
from widgets.post_row import PostRow, RowValue
from widgets.thumbnail import SIDE, draw_thumbnail
from widgets.tones import tones_of


def drawn(image: QImage | None, owner: QWidget) -> QImage:
    canvas = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    draw_thumbnail(painter, QRectF(0, 0, SIDE, SIDE), image, tones_of(owner))
    painter.end()
    return canvas


def test_a_quiet_tile_stands_for_what_is_not_here(qtbot: QtBot, themed: object) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    tile = drawn(None, owner)
    colours = {tile.pixel(x, y) for x in range(SIDE) for y in range(SIDE)}
    assert len(colours) > 3
    assert tile.pixelColor(SIDE // 2, 4).lightness() > 220
    picture = QImage(96, 96, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336655"))
    assert drawn(picture, owner).pixelColor(SIDE // 2, SIDE // 2) == QColor("#336655")


@pytest.mark.parametrize("text", ["One line", "一行"])
def test_the_place_is_kept_while_a_picture_is_read(qtbot: QtBot, themed: object, text: str) -> None:
    picture = QImage(96, 96, QImage.Format.Format_RGB32)
    rows = [
        PostRow(RowValue("1", text, picture=picture, pictured=True)),
        PostRow(RowValue("1", text, pictured=True)),
    ]
    cards = [
        PostCard(PostValue("1", "09:00", text, state="Sent", picture=picture)),
        PostCard(PostValue("1", "09:00", text, state="Sent", pictured=True)),
    ]
    for here, waited in (rows, cards):
        qtbot.addWidget(here)
        qtbot.addWidget(waited)
        for width in (110, 160, 320):
            assert here.heightForWidth(width) == waited.heightForWidth(width)
