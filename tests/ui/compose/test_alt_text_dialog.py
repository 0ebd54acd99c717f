"""Describing pictures: what is typed is kept, what is proposed is taken over, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from services.shop import Shop
from ui.board.size_words import byte_words
from ui.compose.alt_text_dialog import AltTextDialog
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_into

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


def plain(words: str) -> str:
    return words.translate(dict.fromkeys((0x2066, 0x2068, 0x2069, 0x200E)))


def picture(folder: Path, name: str, size: tuple[int, int] = (64, 48), form: str = "PNG") -> Path:
    path = folder / name
    Image.new("RGB", size, (len(name) * 7 % 255, size[0] % 255, 90)).save(path, form)
    return path


def opened(page: ComposePage, place: int = 0) -> AltTextDialog:
    page.composer.describe(page.composer.content.pictures[place].hash)
    (dialog,) = page.composer.findChildren(AltTextDialog)
    return dialog


def words_of(page: ComposePage) -> list[str]:
    return [one.alt_text for one in page.composer.content.pictures]


def test_words_are_proposed_from_the_files_name(page: ComposePage, tmp_path: Path) -> None:
    paste_pictures(page, (picture(tmp_path, "moss-teapot.png"),))

    dialog = opened(page)

    assert plain(dialog.proposal.text()) == "Use “Moss teapot”"
    assert dialog.edit.text() == ""
    dialog.accept()
    assert words_of(page) == [""]


def test_the_down_arrow_takes_them_over(page: ComposePage, tmp_path: Path, qtbot: QtBot) -> None:
    paste_pictures(page, (picture(tmp_path, "قوری سبز.png"),))
    dialog = opened(page)

    qtbot.keyClick(dialog.edit, Qt.Key.Key_Down)

    assert dialog.edit.text() == "قوری سبز"
    assert not dialog.proposal.isVisible()
    dialog.accept()
    assert words_of(page) == ["قوری سبز"]


def test_in_written_words_the_down_arrow_is_an_arrow(
    page: ComposePage, tmp_path: Path, qtbot: QtBot
) -> None:
    paste_pictures(page, (picture(tmp_path, "moss-teapot.png"),))
    dialog = opened(page)
    type_into(dialog.edit, "青い 🫖")

    qtbot.keyClick(dialog.edit, Qt.Key.Key_Down)

    assert dialog.edit.text() == "青い 🫖"
    dialog.accept()
    assert words_of(page) == ["青い 🫖"]


def test_a_press_takes_them_over_and_undo_takes_them_back(
    page: ComposePage, tmp_path: Path
) -> None:
    paste_pictures(page, (picture(tmp_path, "moss-teapot.png"),))
    dialog = opened(page)

    dialog.proposal.click()
    assert dialog.edit.text() == "Moss teapot"
    dialog.edit.undo()

    assert dialog.edit.text() == ""
    assert dialog.proposal.isVisible()


@pytest.mark.parametrize("name", ["IMG_2034.png", "PXL_20261103_1.png", "20261103.png"])
def test_a_cameras_name_proposes_nothing(page: ComposePage, tmp_path: Path, name: str) -> None:
    paste_pictures(page, (picture(tmp_path, name),))

    dialog = opened(page)

    assert not dialog.proposal.isVisible()


def test_a_products_name_is_proposed(page: ComposePage, tmp_path: Path, shop: Shop) -> None:
    paste_pictures(page, (picture(tmp_path, "IMG_1.png"),))
    (one,) = page.composer.content.pictures
    shop.products.add(shop.accounts.active().id, name="苔色の急須", picture=one.hash)

    assert plain(opened(page).proposal.text()) == "Use “苔色の急須”"


def test_what_the_feed_cuts_off_is_dimmed(page: ComposePage, tmp_path: Path) -> None:
    tall = picture(tmp_path, "tall.png", (100, 300))
    wide = picture(tmp_path, "wide.png", (300, 200))
    paste_pictures(page, (tall,))
    dialog = opened(page)
    assert dialog.image.shown is not None
    assert dialog.image.shown.height() == pytest.approx(100 * 4 / 3 / 300)
    assert dialog.cut.isVisible()
    dialog.accept()
    page.composer.remove(page.composer.content.pictures[0].hash)
    paste_pictures(page, (wide,))

    page.composer.describe(page.composer.content.pictures[0].hash)
    again = page.composer.popups.dialog
    assert again is not None
    assert again.image.shown is None
    assert not again.cut.isVisible()


def test_its_size_and_what_was_done_are_told(page: ComposePage, tmp_path: Path) -> None:
    paste_pictures(page, (picture(tmp_path, "cup.bmp", (320, 200), "BMP"),))

    facts = plain(opened(page).facts.text())

    assert facts.startswith("cup.bmp: 320 × 200 pixels, ")
    assert facts.endswith("Saved anew as PNG.")


def test_its_size_is_said_as_beside_a_board(page: ComposePage, shop: Shop, tmp_path: Path) -> None:
    paste_pictures(page, (picture(tmp_path, "shelf.png", (2_000, 1_200)),))
    dialog = opened(page)
    (kept,) = page.composer.content.pictures
    count = shop.pictures.get(kept.hash).bytes
    english = QLocale("en")
    assert plain(dialog.facts.text()) == (
        f"shelf.png: 2000 × 1200 pixels, {byte_words(count, english)}"
    )


def test_a_video_is_told_of_and_asks_for_no_words(page: ComposePage) -> None:
    paste_pictures(page, (POT,))

    dialog = opened(page)

    assert dialog.windowTitle() == "The video"
    assert not dialog.edit.isVisible()
    assert dialog.no_words.isVisible()
    assert not dialog.proposal.isVisible()
    told = plain(dialog.facts.text())
    assert told.startswith("pot.mp4: 0:01, 160 × 90 pixels, 11 KB.")
    assert told.endswith("Cleaned of place and day.")
    dialog.accept()
    assert words_of(page) == [""]


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_a_small_window_and_nothing_lies_on_the_picture(
    page: ComposePage, tmp_path: Path, percent: int
) -> None:
    page.resize(960, 640)
    font = page.font()
    font.setPixelSize(font.pixelSize() * percent // 100)
    page.setFont(font)
    paste_pictures(
        page,
        (picture(tmp_path, "celadon-cups-and-a-pot.png", (900, 900)), picture(tmp_path, "b.png")),
    )

    dialog = opened(page)
    dialog.setFont(font)

    assert dialog.height() <= page.window().height() - 40
    assert dialog.width() <= page.window().width()
    assert dialog.image.height() >= 120
    for shown in (dialog.facts, dialog.cut):
        assert shown.geometry().top() >= dialog.image.geometry().bottom()
        assert shown.height() >= shown.heightForWidth(shown.width())
    assert dialog.done_button.geometry().bottom() < dialog.height()
    dialog.accept()


def test_the_ring_is_there_once_there_is_something_to_count(
    page: ComposePage, tmp_path: Path
) -> None:
    paste_pictures(page, (picture(tmp_path, "IMG_2034.png"),))
    dialog = opened(page)
    assert not dialog.ring.isVisible()

    type_into(dialog.edit, "湯呑み 🍵")

    assert dialog.ring.isVisible()
