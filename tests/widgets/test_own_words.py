from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from widgets.own_words import OwnWords, as_paragraphs

SAID = "شكراً @tea  جداً 🍵\n\nhttps://leafandkiln.example.com/products/celadon #お茶\u2068"
"""Marks are put in for its name, its tag and its address; two spaces and the last one are hers."""


@pytest.fixture
def words(qtbot: QtBot, themed: object) -> OwnWords:
    made = OwnWords(SAID)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    QGuiApplication.clipboard().clear()
    return made


def menu_of(words: OwnWords) -> dict[str, QAction]:
    where = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, words.mapToGlobal(where))
    words.contextMenuEvent(event)
    menu = words.findChild(QMenu)
    assert menu is not None
    return {action.text(): action for action in menu.actions()}


def test_the_keys_copy_what_was_written(words: OwnWords, qtbot: QtBot) -> None:
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SAID


def test_the_menu_copies_what_was_written(words: OwnWords, qtbot: QtBot) -> None:
    actions = menu_of(words)
    assert not actions["Copy"].isEnabled()
    actions["Select all"].trigger()
    words.findChild(QMenu).close()
    qtbot.waitUntil(lambda: words.findChild(QMenu) is None)
    menu_of(words)["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == SAID


def test_nothing_chosen_leaves_the_clipboard_alone(words: OwnWords, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_part_is_copied_as_it_was_written(words: OwnWords) -> None:
    words.setSelection(0, 13)
    assert words.chosen() == SAID[:11]
    assert "\u2068" in words.selectedText()


def test_what_is_dragged_is_what_was_written(
    words: OwnWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda *_: None)
    monkeypatch.setattr(QDrag, "setMimeData", lambda _drag, data: dragged.append(data.text()))
    words.choose_all()
    grip = QPoint(60, words.height() - 12)
    QTest.mousePress(words, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(words, grip + QPoint(60, 0))
    assert dragged == [SAID]
    assert words.hasSelectedText()


def test_words_are_never_markup() -> None:
    made = as_paragraphs("<b>50 % & more</b>\nسلام", Qt.LayoutDirection.LeftToRight, line=24)
    assert "<b>" not in made
    assert "&lt;b&gt;50 % &amp; more&lt;/b&gt;" in made
    assert made.count("<p ") == 2
    assert 'dir="rtl"' in made
    assert made.index('dir="ltr"') < made.index('dir="rtl"')


@pytest.mark.parametrize("text", ["سلام کاوه، خوبی؟", "二煎目の話です", "Hello there", "🌿🍵"])
def test_lines_are_as_high_in_any_script(qtbot: QtBot, themed: object, text: str) -> None:
    heights = []
    for lines in (1, 4):
        made = OwnWords("\n".join([text] * lines))
        qtbot.addWidget(made)
        made.ensurePolished()
        heights.append(made.heightForWidth(400))
    assert heights[1] - heights[0] == 3 * 24
