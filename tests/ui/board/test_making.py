"""The finished picture: used in a post, saved in a file, and what can go wrong."""

from errno import ENOSPC
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from services.media.board_values import Cell, Corner
from tests.ui.board.parts import heard
from ui.board.making import file_name
from ui.board.size_words import pixel_words, size_words


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def save_as(dialog, path):
    dialog.bar.save_button.click()
    asked = dialog.making.dialog
    asked.fileSelected.emit(str(path))
    asked.reject()


def test_the_picture_is_saved_where_the_owner_wants(opened, shop, pictures, out):
    dialog = opened(pictures)
    path = out / "棚.jpg"
    save_as(dialog, path)
    with Image.open(path) as image:
        assert max(image.size) >= 1_200
    assert "棚.jpg" in dialog.banner.sentence
    assert "KB" in dialog.bar.pixels.text() or "MB" in dialog.bar.pixels.text()
    assert dialog.isVisible()
    board = dialog.project.board
    assert board.made == shop.boards.get(board.id).made is not None


def test_another_file_is_replaced_only_after_asking(opened, pictures):
    dialog = opened(pictures)
    dialog.bar.save_button.click()
    asked = dialog.making.dialog
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not asked.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert Path(asked.selectedFiles()[0]).suffix == ".jpg"
    asked.reject()


def test_a_full_disk_leaves_the_old_file_whole(opened, pictures, out, monkeypatch):
    dialog = opened(pictures)
    path = out / "board.jpg"
    path.write_bytes(b"old")

    def full(self, _board, _painter):
        raise OSError(ENOSPC, "No space left on device")

    write = "services.media.files.os.replace"
    monkeypatch.setattr(write, lambda *_paths: full(*_paths, None))
    save_as(dialog, path)
    assert path.read_bytes() == b"old"
    assert "full" in dialog.banner.sentence
    assert not dialog.making.busy
    monkeypatch.undo()
    save_as(dialog, path)
    assert path.read_bytes() != b"old"


def test_a_link_in_the_picture_is_not_in_the_post(opened, pictures):
    dialog = opened(pictures)
    used = heard(dialog.used)
    dialog.project.set_words(link="https://pin.example/tea")
    dialog.project.set_look(qr_at=Corner.BOTTOM_END)
    dialog.use_button.click()
    assert used[0][2] == ""


def test_one_picture_is_told_to_be_too_few(opened, pictures):
    dialog = opened(pictures[:1])
    used = heard(dialog.used)
    dialog.away.post_asked.emit()
    assert used == []
    assert "2 pictures" in dialog.banner.sentence


def test_undo_and_redo_have_buttons_too(opened, pictures):
    dialog = opened(pictures)
    dialog.project.swap(0, 1)
    assert not dialog.bar.redo_button.isEnabled()
    dialog.bar.undo_button.click()
    assert [cell.picture for cell in dialog.project.board.cells] == pictures
    dialog.bar.redo_button.click()
    assert dialog.project.board.cells[0].picture == pictures[1]


def test_words_are_taken_back_too(opened, pictures):
    dialog = opened(pictures)
    dialog.editor.stage.canvas.choose(0)
    dialog.editor.panel.turn_to("picture")
    caption = dialog.editor.panel.cell.caption
    before = caption.text()
    caption.end(False)
    QTest.keyClicks(caption, " in the sun")
    QTest.keyClicks(dialog.editor.stage.name, "Autumn ")
    dialog.bar.undo_button.click()
    assert not dialog.editor.stage.name.text().startswith("Autumn")
    dialog.bar.undo_button.click()
    assert caption.text() == before
    dialog.bar.redo_button.click()
    assert caption.text() == f"{before} in the sun"


def test_a_board_with_a_picture_gone_says_so_and_takes_another(opened, shop, pictures, account):
    board = shop.boards.create(account, name="b", cells=[Cell(each, "x") for each in pictures[:3]])
    shop.pictures.path(pictures[1]).unlink()
    dialog = opened(board_id=board.id)
    assert dialog.banner.isVisible()
    assert "2" in dialog.banner.sentence
    dialog.editor.stage.canvas.choose(1)
    dialog.editor.panel.turn_to("picture")
    assert dialog.editor.panel.cell.gone.isVisible()
    dialog.banner.button.click()
    asked = dialog.others.dialog
    asked.filesSelected.emit([str(shop.pictures.path(pictures[3]))])
    asked.reject()
    cell = dialog.project.board.cells[1]
    assert cell.picture not in pictures[:3]
    assert cell.caption == "x"
    assert not dialog.editor.panel.cell.gone.isVisible()
    used = heard(dialog.used)
    dialog.use_button.click()
    assert len(used) == 1


def test_using_it_with_a_picture_gone_points_to_the_picture(opened, shop, pictures):
    dialog = opened(pictures[:3])
    shop.pictures.path(pictures[2]).unlink()
    dialog.images.forget_gone()
    used = heard(dialog.used)
    dialog.use_button.click()
    assert used == []
    assert "3" in dialog.banner.sentence


def test_the_open_board_is_duplicated_as_it_is(opened, shop, pictures, account):
    dialog = opened(pictures)
    first = dialog.project.board.id
    dialog.project.set_words(name="Autumn")
    dialog.shelf.duplicate(first) if shop.boards.all(account) else dialog.project.save_now()
    dialog.project.save_now()
    dialog.shelf.duplicate(first)
    assert dialog.project.board.id != first
    assert dialog.project.board.cells == shop.boards.get(first).cells
    assert dialog.project.board.name != "Autumn"
    dialog.project.remove(0)
    dialog.project.save_now()
    assert len(shop.boards.get(first).cells) == len(pictures)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Board, 20 Nov", "Board, 20 Nov"),
        ("چای / سبز", "چای سبز"),
        (" ..a\\b:c*? \n", "a b c"),
        ("🍵" * 100, "🍵" * 80),
        ("Con", "Con_"),
        ("", ""),
    ],
)
def test_a_boards_name_as_a_files(name, file):
    assert file_name(name) == file


def test_sizes_in_words():
    english = QLocale("en")
    assert pixel_words(4096, 2304, english).strip("\u2066\u2069").replace("\u200e", "") == (
        "4096 × 2304"
    )
    assert size_words(4096, 2304, 2_140_000, english).endswith(", 2.1 MB")
    assert size_words(40, 20, 900, english).endswith(", 1 KB")
    assert "٤٠٩٦" in pixel_words(4096, 2304, QLocale("ar-EG"))
