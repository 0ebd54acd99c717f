from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from widgets.stat_tile import Change, StatTile


@pytest.fixture
def tile(qtbot: QtBot, themed: object) -> StatTile:
    tile = StatTile()
    qtbot.addWidget(tile)
    tile.resize(240, tile.sizeHint().height())
    return tile


def test_says_title_value_and_change(tile: StatTile) -> None:
    tile.set("Seen", value="12,345", note="18 % more", change=Change.BETTER)
    assert tile.accessibleName() == "Seen: 12,345, 18 % more"
    assert tile.isEnabled()


def test_a_tile_without_a_value_opens_nothing(tile: StatTile, qtbot: QtBot) -> None:
    tile.set("Seen", value="", note="X shows this only in its own Analytics")
    assert tile.accessibleName() == "Seen: X shows this only in its own Analytics"
    with qtbot.assertNotEmitted(tile.clicked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_click_and_the_space_key_open_the_list(tile: StatTile, qtbot: QtBot) -> None:
    tile.set("Seen", value="3", note="Too few to say")
    with qtbot.waitSignal(tile.clicked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Space)


def test_paints_in_both_directions_and_grows_with_the_text(tile: StatTile) -> None:
    tile.set("مشاهدات", value="١٢٬٣٤٥", note="18 % more", change=Change.BETTER)
    start = tile.grab().toImage()
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = tile.grab().toImage()
    assert start != mirrored
    small = tile.sizeHint()
    font = tile.font()
    font.setPixelSize(28)
    tile.setFont(font)
    assert tile.sizeHint().height() > small.height()
    assert tile.minimumSizeHint().width() <= QSize(220, 0).width()


def test_latin_words_keep_their_order_where_one_reads_from_the_right(
    tile: StatTile, qtbot: QtBot
) -> None:
    """The change stands at the right, and is the same picture but for its place."""

    def ink() -> list[int]:
        """How dark each 16th of the words is."""
        image = tile.grab().toImage()
        rows = range(16, tile.height() - 16)
        ground = image.pixelColor(tile.width() // 2, 8).lightness()
        dark = [
            sum(abs(image.pixelColor(x, y).lightness() - ground) for y in rows)
            for x in range(16, tile.width() - 16)
        ]
        inked = [x for x, value in enumerate(dark) if value]
        places.append((inked[0], inked[-1]))
        words = dark[inked[0] : inked[-1] + 1]
        part = len(words) / 16
        return [sum(words[round(n * part) : round((n + 1) * part)]) for n in range(16)]

    places: list[tuple[int, int]] = []
    tile.set("", value="", note="36 % more, as it was (12)")
    start = ink()
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink() == pytest.approx(start, rel=0.2, abs=150)
    room = tile.width() - 32
    assert places[0][0] < 4
    assert places[1][1] > room - 4
