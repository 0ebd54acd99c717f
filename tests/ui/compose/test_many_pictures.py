"""More pictures than one: a board of them is offered, and four are all that a post holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from services.shop import Shop
from tests.ui.compose.reading import names
from ui.board.board_dialog import BoardDialog
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.paint.text_painter import text_painter
from ui.tour.hand import paste_pictures, type_text

LEFT = Qt.MouseButton.LeftButton
Paths = tuple[Path, ...]


def press(page: ComposePage, act: Act) -> None:
    button = page.composer.advice.button_for(act)
    assert button is not None
    button.click()


@pytest.fixture
def dozen(tmp_path: Path) -> Paths:
    return squares(tmp_path, range(12))


def more_than(paths: Paths, count: int) -> Paths:
    return squares(paths[0].parent, range(len(paths), len(paths) + count))


def squares(folder: Path, numbers: range) -> Paths:
    """Small pictures, all different."""
    from PIL import Image

    made = tuple(folder / f"glaze-{number:02}.png" for number in numbers)
    for number, path in zip(numbers, made, strict=True):
        Image.new("RGB", (40 + number, 40), (number * 12, 90, 120)).save(path)
    return made


def test_of_twelve_at_once_four_are_held_and_the_owner_says_what_of_the_rest(
    page: ComposePage, shop: Shop, dozen: Paths
) -> None:
    paste_pictures(page, dozen)
    assert names(page) == [path.name for path in dozen[:4]]
    assert not page.composer.sheet.strip.plus.isVisible()
    advice = page.composer.advice.advice
    assert advice.sentence == "12 pictures: a post holds four."
    assert advice.first == ("Make a board of 12", Act.MAKE_BOARD)
    assert advice.second == ("Keep four", Act.KEEP_THESE)
    type_text(page, "The whole shelf 茶")
    assert page.composer.advice.advice == advice, "nothing is lost by typing on"
    press(page, Act.MAKE_BOARD)
    (dialog,) = page.findChildren(BoardDialog)
    cells = [cell.picture for cell in dialog.project.board.cells]
    assert [shop.pictures.get(one).name for one in cells] == [path.name for path in dozen]
    dialog.reject()
    assert page.composer.advice.advice == advice, "a closed board takes nothing away"


def test_four_of_many_are_kept_when_the_owner_says_so(page: ComposePage, dozen: Paths) -> None:
    paste_pictures(page, dozen)
    press(page, Act.KEEP_THESE)
    assert names(page) == [path.name for path in dozen[:4]]
    assert page.composer.advice.advice.sentence == "4 pictures have no description yet."
    assert page.composer.for_board == tuple(page.composer.sheet.strip.ids())


def test_a_board_of_many_and_back_again(
    page: ComposePage, shop: Shop, dozen: Paths, heard: Any
) -> None:
    paste_pictures(page, dozen[:6])
    press(page, Act.MAKE_BOARD)
    (dialog,) = page.findChildren(BoardDialog)
    made = shop.boards.export(dialog.project.board, text_painter("en"))
    dialog.used.emit(made, "Six squares", "", dialog.project.board.id)
    dialog.close()
    assert len(names(page)) == 1
    assert page.composer.advice.button_for(Act.KEEP_THESE) is None
    heard.undos[-1].undo()
    assert len(names(page)) == 4
    assert page.composer.advice.advice.sentence == "6 pictures: a post holds four."


def test_a_fifteenth_finds_no_place_on_a_board(page: ComposePage, dozen: Paths) -> None:
    paste_pictures(page, dozen)
    paste_pictures(page, (*dozen[:1], *more_than(dozen, 3)))
    assert page.composer.advice.advice.sentence == "15 pictures: a post holds four, a board twelve."
    assert page.composer.advice.advice.first == ("Make a board of 12", Act.MAKE_BOARD)
    page.new_draft()
    assert page.composer.for_board == ()


def test_a_second_picture_offers_a_board(page: ComposePage, pictures: Paths) -> None:
    paste_pictures(page, pictures[:1])
    assert page.composer.advice.button_for(Act.MAKE_BOARD) is None
    paste_pictures(page, pictures[1:2])
    offered = page.composer.advice.button_for(Act.MAKE_BOARD)
    assert offered is not None
    dismiss = page.composer.advice.button_for(Act.DISMISS)
    assert dismiss is not None
    dismiss.click()
    assert page.composer.advice.button_for(Act.MAKE_BOARD) is None


def test_a_board_takes_the_place_of_its_pictures_and_brings_its_link(
    page: ComposePage, shop: Shop, pictures: Paths, heard: Any
) -> None:
    type_text(page, "Our week")
    paste_pictures(page, pictures[:2])
    before = names(page)
    offered = page.composer.advice.button_for(Act.MAKE_BOARD)
    assert offered is not None
    offered.click()
    (dialog,) = page.findChildren(BoardDialog)
    board_id = dialog.project.board.id
    assert len(dialog.project.board.cells) == 2
    dialog.project.keep()
    made = shop.boards.export(dialog.project.board, text_painter("en"))
    dialog.used.emit(made, "Two squares", "https://pin.example/b", board_id)
    dialog.close()
    assert page.composer.content.text == "Our week\nhttps://pin.example/b"
    (picture,) = page.composer.content.pictures
    assert (picture.hash, picture.alt_text) == (made.hash, "Two squares")
    page.save_now()
    assert shop.drafts.get(page.keeper.post_id).board_id == board_id
    heard.undos[-1].undo()
    assert [shop.pictures.get(one.hash).name for one in page.composer.content.pictures] == before


def test_a_folder_of_more_than_a_board_holds_is_counted_whole(
    page: ComposePage, tmp_path: Path
) -> None:
    folder = tmp_path / "棚"
    folder.mkdir()
    squares(folder, range(15))

    page.composer.attach((folder,))

    advice = page.composer.advice.advice
    assert advice.sentence == "15 pictures: a post holds four, a board twelve."
    assert advice.first is not None
    assert advice.first[0] == "Make a board of 12"
    type_text(page, "Words")
    assert page.composer.advice.advice.sentence == advice.sentence
