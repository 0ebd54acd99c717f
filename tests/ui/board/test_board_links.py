"""The link that goes with a board is a whole one, and never gets lost on the way to the post."""

import pytest
from PySide6.QtTest import QTest

from services.media.board_values import Corner
from tests.ui.board.parts import heard
from ui.board.side_panel import POST

LINK = "https://www.pinterest.com/teashop/autumn"
LONG = f"{LINK}/{'a' * 200}"


@pytest.fixture
def dialog(opened, pictures):
    return opened(pictures[:2])


def used_with(dialog):
    used = heard(dialog.used)
    dialog.use_button.click()
    return [link for _, _, link, _ in used]


def test_words_that_are_no_link_are_told_and_never_used(dialog):
    words = dialog.editor.panel.words
    dialog.project.set_words(link="not a link at all")
    assert used_with(dialog) == []
    assert dialog.isVisible()
    assert dialog.editor.panel.current == POST
    assert words.link_trouble.isVisible()
    assert words.link.selectedText() == "not a link at all"
    QTest.keyClicks(words.link, LINK)
    assert not words.link_trouble.isVisible()
    assert used_with(dialog) == [LINK]


def test_a_board_without_a_link_is_used_without(dialog):
    dialog.project.set_words(link="   ")
    assert used_with(dialog) == [""]


def test_a_bare_address_becomes_whole_when_the_field_is_left(dialog):
    dialog.editor.panel.turn_to(POST)
    words = dialog.editor.panel.words
    QTest.keyClicks(words.link, "pinterest.com/tea")
    words.link.editingFinished.emit()
    assert words.link.text() == "https://pinterest.com/tea"
    assert dialog.project.board.link == "https://pinterest.com/tea"
    dialog.project.undo()
    assert dialog.project.board.link == ""


def test_a_link_that_stands_in_the_picture_is_not_in_the_post(dialog):
    dialog.project.set_words(link=LINK)
    dialog.project.set_look(qr_at=Corner.BOTTOM_END)
    assert used_with(dialog) == [""]


def test_a_link_too_long_for_a_code_goes_into_the_post(dialog):
    dialog.project.set_words(link=LONG)
    dialog.project.set_look(qr_at=Corner.BOTTOM_END)
    dialog.editor.panel.turn_to(POST)
    assert "It goes into the post" in dialog.editor.panel.words.note.text()
    assert used_with(dialog) == [LONG]


def test_what_is_no_link_makes_no_code(dialog):
    dialog.project.set_look(qr_at=Corner.BOTTOM_END)
    dialog.project.set_words(link="not a link at all")
    assert not dialog.editor.stage.shows_code
    dialog.project.set_words(link="pinterest.com/tea")
    assert dialog.editor.stage.shows_code
