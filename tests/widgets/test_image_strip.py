from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.image_strip import ImageStrip, TileValue

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def value(name: str, *, described: bool = False) -> TileValue:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return TileValue(name, image, described, f"{name}.jpg")


@pytest.fixture
def strip(qtbot: QtBot, themed: object) -> ImageStrip:
    made = ImageStrip()
    qtbot.addWidget(made)
    made.set_tiles([value("a"), value("b", described=True), value("c")])
    made.resize(500, 96)
    made.show()
    return made


def drag(strip: ImageStrip, place: int, by: int) -> None:
    tile = strip.tiles()[place]
    QTest.mousePress(tile, LEFT, NONE, QPoint(48, 48))
    QTest.mouseMove(tile, QPoint(48 + by // 2, 48))
    moved = tile.x()
    QTest.mouseMove(tile, QPoint(48 + by - by // 2, 48))
    assert tile.x() != 0 or moved != 0
    QTest.mouseRelease(tile, LEFT, NONE, QPoint(48, 48))


def test_has_a_plus_until_there_are_four(strip: ImageStrip) -> None:
    assert strip.plus.isVisible()
    strip.set_tiles([value(name) for name in "abcd"])
    assert not strip.plus.isVisible()
    assert strip.ids() == ("a", "b", "c", "d")


def test_asks_for_more(qtbot: QtBot, strip: ImageStrip) -> None:
    with qtbot.waitSignal(strip.add_asked):
        qtbot.keyClick(strip.plus, Qt.Key.Key_Space)


def test_a_press_or_enter_asks_for_the_description(qtbot: QtBot, strip: ImageStrip) -> None:
    asked: list[str] = []
    strip.alt_asked.connect(asked.append)
    qtbot.mouseClick(strip.tiles()[1], LEFT)
    qtbot.keyClick(strip.tiles()[0], Qt.Key.Key_Return)
    assert asked == ["b", "a"]


def test_the_cross_and_delete_take_out(qtbot: QtBot, strip: ImageStrip) -> None:
    asked: list[str] = []
    strip.remove_asked.connect(asked.append)
    qtbot.mouseClick(strip.tiles()[2].close_button, LEFT)
    qtbot.keyClick(strip.tiles()[0], Qt.Key.Key_Delete)
    assert asked == ["c", "a"]


def test_is_moved_by_keys(qtbot: QtBot, strip: ImageStrip) -> None:
    orders: list[tuple[str, ...]] = []
    strip.moved.connect(orders.append)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(strip.tiles()[0], Qt.Key.Key_Right, control)
    qtbot.keyClick(strip.tiles()[0], Qt.Key.Key_Left, control)
    qtbot.keyClick(strip.tiles()[2], Qt.Key.Key_Left, control)
    assert orders == [("b", "a", "c"), ("a", "c", "b")]


def test_arrows_are_turned_round_when_reading_from_the_right(
    qtbot: QtBot, strip: ImageStrip
) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    orders: list[tuple[str, ...]] = []
    strip.moved.connect(orders.append)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(strip.tiles()[0], Qt.Key.Key_Left, control)
    assert orders == [("b", "a", "c")]


def test_is_moved_by_dragging(strip: ImageStrip) -> None:
    orders: list[tuple[str, ...]] = []
    strip.moved.connect(orders.append)
    drag(strip, 0, 130)
    assert orders == [("b", "a", "c")]


def test_a_short_drag_moves_nothing_and_presses_nothing(strip: ImageStrip) -> None:
    heard: list[object] = []
    strip.moved.connect(heard.append)
    strip.alt_asked.connect(heard.append)
    before = [tile.x() for tile in strip.tiles()]
    drag(strip, 1, 24)
    assert heard == []
    assert [tile.x() for tile in strip.tiles()] == before


def test_names_every_tile(strip: ImageStrip) -> None:
    assert strip.tiles()[0].accessibleName() == "Picture 1 of 3: a.jpg, no description"
    assert strip.tiles()[1].accessibleName() == "Picture 2 of 3: b.jpg, described"
    assert strip.tiles()[2].close_button.accessibleName() == "Take out picture 3"
    assert strip.plus.accessibleName() == "Add a picture"


def test_a_tile_that_stays_keeps_its_widget(strip: ImageStrip) -> None:
    before = strip.tiles()
    strip.set_tiles([value("c"), value("a")])
    assert strip.tiles() == (before[2], before[0])
    assert not before[1].isVisible()


def test_the_badge_says_what_is_missing(strip: ImageStrip) -> None:
    missing = strip.tiles()[0].grab().toImage()
    strip.set_tiles([value("a", described=True)])
    assert strip.tiles()[0].grab().toImage() != missing
