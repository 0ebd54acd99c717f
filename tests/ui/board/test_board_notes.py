"""What is left out, and what will look soft, is said beside the board and on it."""

import pytest
from PySide6.QtCore import QLocale

from services.media.board_values import Arrangement, Captions, Shape
from tests.ui.board.parts import photo
from ui.board.board_notes import BoardNotes
from ui.board.side_panel import PICTURE

LONG = "A price so long that no narrow strip of a board has room for it"
EN = QLocale("en")


@pytest.fixture
def crowded(opened, pictures):
    dialog = opened(pictures)
    dialog.project.set_look(arrangement=Arrangement.STRIP, shape=Shape.WIDE)
    dialog.project.set_cell(1, price=LONG)
    return dialog


def test_words_without_room_are_told_and_their_pictures_marked(crowded):
    stage = crowded.editor.stage
    assert stage.note.isVisible()
    assert "picture 2 " in stage.note.text()
    notes = [cell.note for cell in stage.canvas._shown.cells]
    assert [bool(note) for note in notes] == [False, True, False, False]
    stage.canvas.choose(1)
    assert notes[1] in stage.canvas.accessibleName()
    crowded.editor.panel.turn_to(PICTURE)
    assert crowded.editor.panel.cell.note.text() == notes[1]
    stage.canvas.choose(0)
    assert not crowded.editor.panel.cell.note.isVisible()


def test_what_has_room_again_is_not_told_any_more(crowded):
    crowded.project.set_cell(1, price="€ 3")
    stage = crowded.editor.stage
    assert not stage.note.isVisible()
    assert not any(cell.note for cell in stage.canvas._shown.cells)


def test_captions_that_are_not_on_the_board_are_nobodys_loss(opened, pictures):
    dialog = opened(pictures)
    dialog.project.set_look(captions=Captions.NONE, arrangement=Arrangement.STRIP)
    dialog.project.set_cell(0, caption=LONG * 3)
    assert dialog.editor.stage.note.text() == ""


def test_a_picture_too_small_for_its_place_is_told(opened, shop, pictures):
    tiny = shop.pictures.add_bytes(photo("pink", (120, 80)), name="tiny.jpg").hash
    dialog = opened([*pictures[:3], tiny])
    stage = dialog.editor.stage
    assert "Picture 4 " in stage.note.text()
    assert stage.canvas._shown.cells[3].note
    dialog.project.remove(3)
    assert not stage.note.isVisible()


def test_a_picture_that_is_gone_is_not_called_small(opened, shop, pictures):
    dialog = opened(pictures[:2])
    shop.pictures.path(pictures[0]).unlink()
    dialog.images.forget_gone()
    dialog.editor.show_board()
    assert dialog.editor.stage.note.text() == ""


def test_sentences_name_every_picture():
    said = BoardNotes((0, 3, 11), (8,)).sentences(EN)
    assert "pictures 1, 4, and 12 " in said
    assert "Picture 9 " in said
    assert BoardNotes().sentences(EN) == ""
    both = BoardNotes((8,), (8, 9)).of_cell(8)
    assert "left out" in both
    assert "soft" in both
    assert "١" in BoardNotes((0,)).sentences(QLocale("ar_EG"))


def test_of_many_pictures_only_the_number_is_told():
    said = BoardNotes(tuple(range(11)), tuple(range(5))).sentences(EN)
    assert "11 pictures" in said
    assert "5 pictures" in said
    assert "1, 2" not in said
