"""The dialog in little room: what gives way, and that no word is cut."""

import pytest

from ui.board.side_panel import LOOK, PICTURE, POST
from ui.tour.faults import clipped


@pytest.fixture
def large_words(themed):
    themed.choose_text(200)
    yield
    themed.choose_text(100)


def faults(dialog):
    found = []
    for tab in (LOOK, PICTURE, POST):
        dialog.editor.panel.tabs.button(tab).click()
        found += [f"{tab}: {fault}" for fault in clipped(dialog)]
    return found


@pytest.mark.parametrize("size", [(1240, 780), (920, 600)])
def test_no_word_is_cut(opened, pictures, size):
    dialog = opened(pictures)
    dialog.resize(*size)
    assert faults(dialog) == []
    assert dialog.pane.isVisible()
    assert not dialog.bar.boards_button.isVisible()


def test_large_words_push_the_saved_boards_behind_a_button(opened, pictures, large_words):
    dialog = opened(pictures)
    dialog.resize(920, 600)
    assert faults(dialog) == []
    assert not dialog.pane.isVisible()
    assert dialog.width() == 920
    dialog.bar.boards_button.click()
    assert dialog.pane.isVisible()
    assert not dialog.editor.panel.isVisible()
    dialog.bar.boards_button.click()
    assert dialog.editor.panel.isVisible()
    dialog.resize(1600, 900)
    assert dialog.pane.isVisible()
    assert dialog.editor.panel.isVisible()
