from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from services.media.board_values import Cell
from services.media.outings import Site
from tests.ui.board.parts import heard
from ui import links
from ui.board import elsewhere
from ui.board.elsewhere import Elsewhere

BOARD = "https://www.pinterest.com/leafandkiln/autumn-table/"


@pytest.fixture
def pages(opened_by):
    return opened_by(elsewhere)


@pytest.fixture
def places(monkeypatch, tmp_path):
    folder = tmp_path / "Pictures"
    monkeypatch.setattr(elsewhere, "picture_folder", lambda: str(folder))
    return folder


@pytest.fixture
def board(shop, account, pictures):
    cells = [Cell(pictures[0], "Moss teapot"), Cell(pictures[1], "چای سبز")]
    return shop.boards.create(account, name="Autumn", cells=cells)


@pytest.fixture
def dialog_of(qtbot, themed, shop, inline_tasks, places):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def make(board, words="Two things for tea"):
        dialog = Elsewhere(shop, inline_tasks, board, window, words=words)
        dialog.open()
        return dialog

    return make


def test_the_pictures_are_in_their_folder_at_once(dialog_of, board, places):
    dialog = dialog_of(board)
    folder = places / "Shoplark" / "Autumn"
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["01 Moss teapot.jpg", "02 چای سبز.jpg"]
    assert "Autumn" in dialog.steps.place.text().replace("\u200b", "")
    assert dialog.steps.folder_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("site", "page"), [(Site.PINTEREST, links.PINTEREST), (Site.TUMBLR, links.TUMBLR)]
)
def test_the_page_is_opened_with_the_words_copied(dialog_of, board, pages, site, page, places):
    dialog = dialog_of(board)
    dialog.site.choose(site.value)
    dialog.site.chosen.emit(site.value)
    dialog.steps.words.setPlainText("چای 🍵 お茶")
    dialog.steps.page_button.click()
    assert QGuiApplication.clipboard().text() == "چای 🍵 お茶"
    assert pages[0] == page
    assert pages[1].startswith("file://")
    assert dialog.steps.copied.isVisible()
    dialog.reject()


def test_no_post_without_a_link_of_theirs(dialog_of, board):
    dialog = dialog_of(board)
    assert not dialog.post_button.isEnabled()
    assert dialog.steps.page_button.property("kind") == "primary"
    assert dialog.post_button.property("kind") != "primary"
    height = dialog.height()
    for wrong in ("words", "https://shop.example/", links.PINTEREST, links.TUMBLR):
        dialog.steps.link.setText(wrong)
        assert not dialog.post_button.isEnabled()
        assert dialog.steps.note.isVisible()
        assert dialog.height() == height
    dialog.steps.link.setText(" pinterest.com/leafandkiln/autumn-table?utm_source=x ")
    assert dialog.post_button.isEnabled()
    assert dialog.post_button.property("kind") == "primary"
    assert dialog.steps.page_button.property("kind") != "primary"
    dialog.reject()


def test_the_link_is_kept_and_the_post_asked_for(dialog_of, board):
    dialog = dialog_of(board)
    found, asked = heard(dialog.link_found), heard(dialog.post_asked)
    dialog.steps.link.setText("pinterest.com/leafandkiln/autumn-table/?utm_source=x")
    dialog.post_button.click()
    assert found == [(BOARD,)]
    assert asked == [()]


def test_a_link_that_was_copied_there_comes_in_by_itself(dialog_of, board, monkeypatch):
    dialog = dialog_of(board)
    found = heard(dialog.link_found)
    QGuiApplication.clipboard().setText("words of something else")
    monkeypatch.setattr(Elsewhere, "isActiveWindow", lambda _self: True)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
    assert dialog.steps.link.text() == ""
    QGuiApplication.clipboard().setText(BOARD)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
    assert dialog.steps.link.text() == BOARD
    assert found == [(BOARD,)]
    QGuiApplication.clipboard().setText("https://leaf.tumblr.com/post/1")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
    assert dialog.steps.link.text() == BOARD
    dialog.reject()


def test_it_is_gone_on_with_later(dialog_of, board, shop, places):
    first = dialog_of(board)
    first.site.choose(Site.TUMBLR.value)
    first.site.chosen.emit(Site.TUMBLR.value)
    first.reject()
    again = dialog_of(shop.boards.save(shop.boards.get(board.id)))
    assert again.site.choice == Site.TUMBLR
    assert [path.name for path in (places / "Shoplark").iterdir()] == ["Autumn"]
    again.reject()


def test_a_board_that_lives_there_already_has_its_link(dialog_of, shop, account, pictures):
    cells = [Cell(pictures[0]), Cell(pictures[1])]
    board = shop.boards.create(account, name="B", cells=cells, link=BOARD)
    dialog = dialog_of(board)
    found = heard(dialog.link_found)
    assert dialog.steps.link.text() == BOARD
    assert dialog.post_button.isEnabled()
    dialog.reject()
    assert found == []


def test_a_place_that_cannot_be_written_is_told_and_another_one_taken(
    dialog_of, board, places, tmp_path
):
    places.write_bytes(b"a file where the folder should be")
    dialog = dialog_of(board)
    assert not dialog.steps.folder_button.isEnabled()
    assert str(places) in dialog.steps.place.text()
    dialog.steps.other_button.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.filesSelected.emit([str(tmp_path)])
    chooser.reject()
    assert (tmp_path / "Autumn").is_dir()
    assert dialog.steps.folder_button.isEnabled()
    dialog.reject()


def test_a_folder_that_was_thrown_away_comes_back(dialog_of, board, pages, places):
    dialog = dialog_of(board)
    folder = Path(places / "Shoplark" / "Autumn")
    folder.rename(places / "moved")
    dialog.steps.folder_button.click()
    assert sorted(path.name for path in folder.iterdir())[0] == "01 Moss teapot.jpg"
    dialog.reject()


def test_the_board_goes_there_comes_back_and_is_posted(opened, pictures, places):
    dialog = opened(pictures[:2])
    used = heard(dialog.used)
    dialog.away.open()
    (way,) = dialog.findChildren(Elsewhere)
    assert "Moss teapot" in way.steps.words.text()
    way.steps.link.setText(BOARD)
    way.post_button.click()
    ((_picture, description, link, board_id),) = used
    assert link == BOARD
    assert "moss teapot" in description
    assert dialog.project.board.id == board_id
    assert dialog.project.board.link == BOARD
