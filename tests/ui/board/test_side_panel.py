"""The panel beside an open board: the words that go with it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from services.media.board_values import Corner, Look
from ui.board.side_panel import LOOK, PICTURE, SidePanel
from ui.board.words_panel import IN_PICTURE, IN_POST, WordsPanel

pytestmark = pytest.mark.usefixtures("themed")
WORDS = "Deux bols\u00a0: 12\u00a0€ 🍵"


@pytest.fixture
def words(qtbot: QtBot) -> WordsPanel:
    panel = WordsPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_a_description_keeps_its_no_break_spaces(qtbot: QtBot, words: WordsPanel) -> None:
    with qtbot.waitSignal(words.alt_typed) as typed:
        words.alt.setPlainText(WORDS)
    assert typed.args == [WORDS]
    caret = words.alt.textCursor()
    caret.setPosition(4)
    words.alt.setTextCursor(caret)
    words.show_alt(WORDS, own=True)
    assert words.alt.textCursor().position() == 4
    with qtbot.assertNotEmitted(words.alt_typed):
        words.show_alt(f"{WORDS}\u00a0…", own=False)


def test_a_code_keeps_its_corner_while_the_link_is_in_the_post(
    qtbot: QtBot, words: WordsPanel
) -> None:
    words.tell_cost("A link costs $0.20.")
    words.show_link("x.com/a", Look(qr_at=Corner.TOP_END), code=True)
    assert words.way.choice == IN_PICTURE
    assert words.corner.isVisible()
    with qtbot.waitSignal(words.qr_moved) as moved:
        words.way.button(IN_POST).click()
    assert moved.args == [None]
    words.show_link("x.com/a", Look(), code=False)
    assert not words.corner.isVisible()
    assert words.note.text() == "A link costs $0.20."
    with qtbot.waitSignal(words.qr_moved) as moved:
        words.way.button(IN_PICTURE).click()
    assert moved.args == [Corner.TOP_END]


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("corner", list(Corner))
def test_every_corner_is_shown_and_chosen(
    qtbot: QtBot, words: WordsPanel, corner: Corner, right_to_left: bool
) -> None:
    words.corner.show_corner(corner, right_to_left=right_to_left)
    key = words.corner.segments.choice
    starts = corner in (Corner.TOP_START, Corner.BOTTOM_START)
    assert ("right" in key) == (starts == right_to_left)
    with qtbot.waitSignal(words.corner.chosen) as chosen:
        words.corner.segments.button(key).click()
    assert chosen.args == [corner]


def test_only_the_chosen_tab_is_shown(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show()
    assert panel.current == LOOK
    assert panel.look.isVisible()
    with qtbot.waitSignal(panel.turned):
        panel.tabs.button(PICTURE).click()
    assert panel.cell.isVisible()
    assert not panel.look.isVisible()
    panel.turn_to(LOOK)
    assert panel.look.isVisible()


def test_what_is_unfolded_comes_into_sight(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.resize(panel.wanted_width(), 520)
    panel.show()
    fold = panel.look.marks_fold
    fold.head.click()
    page = panel._pages[LOOK]
    seen = page.viewport().rect()

    def in_sight() -> bool:
        box = fold.rect().translated(fold.mapTo(page.viewport(), fold.rect().topLeft()))
        return fold.height() > 80 and seen.top() <= box.top() and box.bottom() <= seen.bottom()

    qtbot.waitUntil(in_sight)
