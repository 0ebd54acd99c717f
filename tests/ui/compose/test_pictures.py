"""Pictures of a post: in, out, in order, described."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from services.shop import Shop
from tests.ui.compose.reading import names
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text

LEFT = Qt.MouseButton.LeftButton
Paths = tuple[Path, ...]


def saved(page: ComposePage, shop: Shop) -> list[tuple[str, str]]:
    page.save_now()
    post = shop.drafts.get(page.keeper.post_id)
    return [(one.picture, one.alt_text) for one in post.parts[0].attachments]


def test_pasted_files_become_tiles_and_are_kept(
    page: ComposePage, shop: Shop, pictures: Paths
) -> None:
    paste_pictures(page, pictures[:2])
    assert names(page) == ["teal.png", "orange.png"]
    assert page.composer.sheet.strip.isVisible()
    assert len(page.preview.value.images) == 2
    assert [hash_ for hash_, _ in saved(page, shop)] == list(page.composer.sheet.strip.ids())


def test_files_are_chosen_in_a_dialog(page: ComposePage, pictures: Paths) -> None:
    page.composer.sheet.picture_button.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(path) for path in pictures[:2]])
    dialog.close()
    assert names(page) == [path.name for path in pictures[:2]]


def test_the_same_picture_is_not_taken_twice(page: ComposePage, pictures: Paths) -> None:
    paste_pictures(page, pictures[:1])
    paste_pictures(page, pictures[:1])
    assert names(page) == ["teal.png"]
    assert page.composer.advice.advice.sentence == "This picture is in the post already."


def test_a_moving_picture_goes_alone(page: ComposePage, pictures: Paths, tmp_path: Path) -> None:
    from PIL import Image

    moving = tmp_path / "steam.gif"
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("white", "black")]
    frames[0].save(moving, save_all=True, append_images=frames[1:], duration=100, loop=0)
    paste_pictures(page, (moving, pictures[0]))
    assert names(page) == ["steam.gif"]
    said = page.composer.advice.advice.sentence
    assert shown(said) == (
        "The moving picture goes alone: teal.png was left out. Take it out, or begin a new part."
    )
    paste_pictures(page, (pictures[1],))
    assert names(page) == ["steam.gif"]
    assert not page.composer.sheet.strip.plus.isVisible()


def test_a_moving_picture_does_not_join_others(
    page: ComposePage, pictures: Paths, tmp_path: Path
) -> None:
    from PIL import Image

    moving = tmp_path / "steam.gif"
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("white", "black")]
    frames[0].save(moving, save_all=True, append_images=frames[1:], duration=100, loop=0)
    paste_pictures(page, (pictures[0], moving))
    assert names(page) == ["teal.png"]
    assert shown(page.composer.advice.advice.sentence).startswith(
        "A moving picture goes alone: steam.gif was left out."
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no picture at all", "broken.png is not a picture. Nothing was changed."),
        (None, "broken.png is cut short and cannot be shown. Nothing was changed."),
    ],
)
def test_what_is_no_picture_is_said_in_one_sentence(
    page: ComposePage, pictures: Paths, tmp_path: Path, data: bytes | None, words: str
) -> None:
    broken = tmp_path / "broken.png"
    whole = pictures[0].read_bytes()
    broken.write_bytes(whole[: len(whole) // 2] if data is None else data)
    type_text(page, "words stay")
    paste_pictures(page, (broken, pictures[1]))
    assert page.composer.content.text == "words stay"
    assert names(page) == ["orange.png"]
    paste_pictures(page, (broken,))
    assert page.composer.advice.advice.sentence == words
    assert page.composer.advice.button_for(Act.CHOOSE_PICTURE) is not None


def shown(words: str) -> str:
    """As it is read: without the marks that hold a name together."""
    return words.replace("\u2068", "").replace("\u2069", "")


def dropped_on(widget: QWidget, paths: Paths) -> bool:
    """Drags files over a widget and lets go, the way Qt hands it up to whoever takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(4, 4), copy, data, left, none)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(4, 4), copy, data, left, none))
    return True


def test_a_file_that_is_no_picture_changes_nothing_however_it_comes(
    page: ComposePage, pictures: Paths, tmp_path: Path
) -> None:
    words = tmp_path / "doc.txt"
    words.write_text("price list", encoding="utf-8")
    type_text(page, "words stay")
    paste_pictures(page, (words,))
    assert page.composer.advice.advice.sentence == "doc.txt is not a picture. Nothing was changed."
    assert dropped_on(page.composer.sheet.edit.viewport(), (words, pictures[0]))
    assert page.composer.advice.advice.sentence == "doc.txt is not a picture. Nothing was changed."
    assert page.composer.content.text == "words stay"
    assert names(page) == ["teal.png"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert dropped_on(page, (empty,))
    assert page.composer.advice.advice.sentence.startswith("No pictures were found in ")
    assert names(page) == ["teal.png"]


def test_a_folder_brings_its_pictures(page: ComposePage, pictures: Paths, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    for path in pictures[2:]:
        path.unlink()

    assert dropped_on(page, (tmp_path,))

    assert sorted(names(page)) == ["orange.png", "teal.png"]


def test_pictures_may_be_dropped_anywhere_on_the_page(page: ComposePage, pictures: Paths) -> None:
    for number, place in enumerate((page, page.bar, page.drafts, page.composer.sheet)):
        assert dropped_on(place, pictures[number : number + 1])
    assert len(names(page)) == 4
    assert page.composer.content.text == ""


def test_order_is_changed_by_keys(
    page: ComposePage, shop: Shop, pictures: Paths, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:3])
    tile = page.composer.sheet.strip.tiles()[2]
    qtbot.keyClick(tile, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["teal.png", "navy.png", "orange.png"]
    assert [hash_ for hash_, _ in saved(page, shop)] == list(page.composer.sheet.strip.ids())


def test_taking_out_is_undone_in_its_place(
    page: ComposePage, pictures: Paths, heard: Any, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:3])
    page.composer._on_described(page.composer.content.pictures[1].hash, "An orange square")
    qtbot.mouseClick(page.composer.sheet.strip.tiles()[1].close_button, LEFT)
    assert names(page) == ["teal.png", "navy.png"]
    heard.undos[-1].undo()
    assert names(page) == ["teal.png", "orange.png", "navy.png"]
    assert page.composer.content.pictures[1].alt_text == "An orange square"


def test_undo_of_another_draft_changes_nothing_here(
    page: ComposePage, pictures: Paths, heard: Any, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:1])
    type_text(page, "words")
    qtbot.mouseClick(page.composer.sheet.strip.tiles()[0].close_button, LEFT)
    page.new_draft()
    heard.undos[-1].undo()
    assert page.composer.content.is_empty


def test_a_description_is_written_counted_and_kept_on_escape(
    page: ComposePage, shop: Shop, pictures: Paths, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:2])
    qtbot.mouseClick(page.composer.sheet.strip.tiles()[0], LEFT)
    dialog = page.composer.popups.dialog
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.edit, "A teal square")
    assert dialog.ring.left() == 1_000 - len("A teal square")
    qtbot.mouseClick(dialog.next_button, LEFT)
    qtbot.keyClicks(dialog.edit, "An orange one")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [alt for _, alt in saved(page, shop)] == ["A teal square", "An orange one"]
    assert page.composer.sheet.strip.tiles()[0].described


def test_a_description_too_long_for_x_is_cut_where_x_would(
    page: ComposePage, shop: Shop, pictures: Paths, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:1])
    qtbot.mouseClick(page.composer.sheet.strip.tiles()[0], LEFT)
    dialog = page.composer.popups.dialog
    assert dialog is not None
    dialog.edit.setPlainText("茶" * 1_001)
    assert dialog.ring.left() == -1
    qtbot.mouseClick(dialog.done_button, LEFT)
    assert saved(page, shop)[0][1] == "茶" * 1_000


def test_an_emoji_is_put_at_the_caret_and_remembered(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, "tea ")
    qtbot.mouseClick(page.composer.sheet.emoji_button, LEFT)
    popover = page.composer.popups.emoji
    assert popover is not None
    index = next(
        index for row in range(80) if (index := popover.grid.model().index(row, 0)).data() == "🍵"
    )
    cells = [popover.grid.visualRect(popover.grid.model().index(n, 0)) for n in range(80)]
    whole = popover.grid.viewport().rect()
    assert all(whole.contains(cell) for cell in cells)
    assert whole.width() - cells[9].right() - 1 <= 12, "as much room at the end as at the start"
    popover.grid.clicked.emit(index)
    assert page.composer.content.text == "tea 🍵"
    assert not popover.isVisible()
    qtbot.mouseClick(page.composer.sheet.emoji_button, LEFT)
    assert popover.recent.shown.signs == ["🍵"]
    popover.hide()


def test_a_description_keeps_its_no_break_spaces(
    page: ComposePage, shop: Shop, pictures: Paths, qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:1])
    tile = page.composer.sheet.strip.tiles()[0]
    qtbot.mouseClick(tile, LEFT)
    dialog = page.composer.popups.dialog
    assert dialog is not None
    dialog.edit.setPlainText("Un bol\u00a0: 12\u00a0€ 🍵")
    dialog.accept()
    assert saved(page, shop)[0][1] == "Un bol\u00a0: 12\u00a0€ 🍵"
    qtbot.mouseClick(page.composer.sheet.strip.tiles()[0], LEFT)
    with qtbot.assertNotEmitted(dialog.described):
        dialog.accept()
