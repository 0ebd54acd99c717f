"""The pressable pictures: choice tile, product card, logo, colour, picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from widgets.choice_tile import ChoiceTile
from widgets.colour_well import ColourWell
from widgets.logo_button import LogoButton
from widgets.picture_button import PictureButton
from widgets.product_card import AddCard, ProductCard, ProductValue
from widgets.text_block import direction_of_ours


def test_a_choice_is_pressed_and_read_out(qtbot: QtBot, themed: object) -> None:
    tile = ChoiceTile(QIcon(), "Start with my shop", "Free. Four questions.")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "Start with my shop"
    assert tile.accessibleDescription() == "Free. Four questions."
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Space)


def test_a_choice_grows_with_its_sentence(qtbot: QtBot, themed: object) -> None:
    short = ChoiceTile(QIcon(), "Title", "One line")
    long = ChoiceTile(QIcon(), "Title", "Words enough to fill two lines of a tile at this width")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.heightForWidth(280) > short.heightForWidth(280)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [200, 280, 400])
def test_a_choice_loses_none_of_its_words(
    qtbot: QtBot, themed: Theme, percent: int, width: int
) -> None:
    themed.choose_text(percent)
    title, sentence = "Start with my shop", "Free. Four questions, then your first post."
    tile = ChoiceTile(QIcon(), title, sentence)
    qtbot.addWidget(tile)
    tile.resize(width, tile.heightForWidth(width))
    with_all = tile.grab().toImage()
    tile.resize(width, with_all.height() + 60)
    lower = tile.grab().toImage()
    ground = lower.pixelColor(width // 2, lower.height() - 30)
    rows = range(with_all.height() - 12, lower.height() - 4)
    # Given more height it draws nothing more.
    assert all(lower.pixelColor(width // 2, row) == ground for row in rows)
    themed.choose_text(100)


def test_a_sentence_not_translated_yet_keeps_its_order(qtbot: QtBot, themed: Theme) -> None:
    rtl = Qt.LayoutDirection.RightToLeft
    assert direction_of_ours("Free. Four questions.", rtl) is Qt.LayoutDirection.LeftToRight
    assert direction_of_ours("\u0663\u0666 % more", rtl) is Qt.LayoutDirection.LeftToRight
    assert direction_of_ours("Shoplark يعمل على هذا الحاسوب", rtl) is rtl
    assert direction_of_ours("١٢", rtl) is rtl
    ltr = Qt.LayoutDirection.LeftToRight
    assert direction_of_ours("کاوه wrote", ltr) is ltr


def test_a_product_is_opened_and_moved(qtbot: QtBot, themed: object) -> None:
    card = ProductCard(ProductValue("p", "Moss teapot", "€58.00"))
    qtbot.addWidget(card)
    opened: list[str] = []
    steps: list[tuple[str, int]] = []
    card.opened.connect(opened.append)
    card.step_asked.connect(lambda which, step: steps.append((which, step)))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["p", "p"]
    assert steps == [("p", 1)]
    assert card.accessibleName() == "Moss teapot, €58.00"


def test_pictures_are_shown_once_there_are_any(qtbot: QtBot, themed: object) -> None:
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    for button in (LogoButton("Choose a logo"), PictureButton("Choose a picture")):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        middle = button.rect().center()
        button.show_image(image)
        assert button.grab().toImage().pixelColor(middle) == image.pixelColor(1, 1)
        assert button.accessibleName().startswith("Choose")


def test_a_colour_says_which_it_is(qtbot: QtBot, themed: object) -> None:
    well = ColourWell("First colour")
    qtbot.addWidget(well)
    assert well.accessibleName() == "First colour"
    well.set_colour("#1b6e40")
    well.resize(well.sizeHint())
    assert well.accessibleName() == "First colour #1b6e40"
    assert well.grab().toImage().pixelColor(16, 16).name() == "#1b6e40"


def test_the_adding_card_is_named(qtbot: QtBot, themed: object) -> None:
    card = AddCard("Add a product")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Add a product"
    assert card.sizeHint().width() == 160
