from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.completion_popup import CompletionPopup, CompletionRow
from widgets.post_edit import PostEdit

KEYS = Qt.Key
ROWS = (
    CompletionRow("#teahouse", "Your own tag"),
    CompletionRow("#شاي", "used 4 times"),
    CompletionRow("#teaceremony" * 8, "a very long detail of it " * 4),
)


@pytest.fixture
def window(qtbot: QtBot, themed: object) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 500)
    layout = QVBoxLayout(made)
    layout.addWidget(PostEdit())
    layout.addStretch(1)
    made.show()
    return made


@pytest.fixture
def edit(window: QWidget) -> PostEdit:
    found = window.findChild(PostEdit)
    assert found is not None
    found.setFocus()
    return found


@pytest.fixture
def popup(edit: PostEdit) -> CompletionPopup:
    return CompletionPopup(edit)


def test_the_editor_keeps_the_focus_and_the_letters(
    edit: PostEdit, popup: CompletionPopup, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "#te")
    popup.show_rows(ROWS)
    assert popup.isVisible()
    assert popup.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not popup.isWindow()
    qtbot.keyClicks(edit, "a")
    assert edit.text() == "#tea"
    assert popup.isVisible()


def test_arrows_choose_and_enter_takes(
    edit: PostEdit, popup: CompletionPopup, qtbot: QtBot
) -> None:
    taken: list[str] = []
    popup.taken.connect(taken.append)
    popup.show_rows(ROWS)
    for key, chosen in ((KEYS.Key_Down, 0), (KEYS.Key_Down, 1), (KEYS.Key_Up, 0), (KEYS.Key_Up, 2)):
        qtbot.keyClick(edit, key)
        assert popup.chosen == chosen
    qtbot.keyClick(edit, KEYS.Key_Down)
    assert popup.accessibleName() == "#teahouse, Your own tag"
    qtbot.keyClick(edit, KEYS.Key_Return)
    assert taken == ["#teahouse"]
    assert not popup.isVisible()
    assert edit.text() == ""


def test_enter_ends_the_line_while_nothing_is_chosen(
    edit: PostEdit, popup: CompletionPopup, qtbot: QtBot
) -> None:
    popup.show_rows(ROWS)
    qtbot.keyClick(edit, KEYS.Key_Return)
    assert edit.text() == "\n"


def test_tab_takes_the_first(edit: PostEdit, popup: CompletionPopup, qtbot: QtBot) -> None:
    taken: list[str] = []
    popup.taken.connect(taken.append)
    popup.show_rows(ROWS)
    qtbot.keyClick(edit, KEYS.Key_Tab)
    assert taken == ["#teahouse"]


def test_escape_closes_and_says_so(edit: PostEdit, popup: CompletionPopup, qtbot: QtBot) -> None:
    popup.show_rows(ROWS)
    with qtbot.waitSignal(popup.dismissed, timeout=500):
        qtbot.keyClick(edit, KEYS.Key_Escape)
    assert not popup.isVisible()


def test_keys_with_ctrl_are_the_windows(
    edit: PostEdit, popup: CompletionPopup, qtbot: QtBot
) -> None:
    taken: list[str] = []
    popup.taken.connect(taken.append)
    popup.show_rows(ROWS)
    qtbot.keyClick(edit, KEYS.Key_Down)
    qtbot.keyClick(edit, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == []


def test_a_click_takes(popup: CompletionPopup, qtbot: QtBot) -> None:
    taken: list[str] = []
    popup.taken.connect(taken.append)
    popup.show_rows(ROWS)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    assert taken == ["#شاي"]


def test_it_stays_in_the_window_and_is_mirrored(
    edit: PostEdit, popup: CompletionPopup, window: QWidget
) -> None:
    edit.set_text("a word " * 9)
    edit.place_caret(60)
    popup.show_rows(ROWS)
    assert window.rect().contains(popup.geometry())
    there = popup.grab().toImage()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    popup.show_rows(ROWS)
    assert popup.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.rect().contains(popup.geometry())
    assert popup.grab().toImage() != there


def test_no_rows_close_it(popup: CompletionPopup) -> None:
    popup.show_rows(ROWS)
    popup.show_rows(())
    assert not popup.isVisible()
