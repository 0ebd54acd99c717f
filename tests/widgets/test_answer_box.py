from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.answer_box import LEAST, MOST, AnswerBox


@pytest.fixture
def box(qtbot: QtBot, themed: object) -> Iterator[AnswerBox]:
    window = QWidget()
    layout = QVBoxLayout(window)
    box = AnswerBox()
    layout.addWidget(box)
    qtbot.addWidget(window)
    window.resize(500, 400)
    box.set_words(button="Answer", hint="Answer Maya", name="Your answer to Maya", note="As @tea")
    window.show()
    yield box
    window.close()


def test_grows_with_its_words_between_its_bounds(box: AnswerBox) -> None:
    assert box.height() == LEAST
    box.set_text("line\n" * 5)
    grown = box.height()
    assert LEAST < grown < MOST
    box.set_text("سطر\n" * 40)
    assert box.height() == MOST
    box.set_text("")
    assert box.height() == LEAST


def test_ctrl_enter_answers_only_when_ready(box: AnswerBox, qtbot: QtBot) -> None:
    box.set_text("Thank you")
    box.set_ready(False)
    with qtbot.assertNotEmitted(box.answer_asked):
        qtbot.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    box.set_ready(True)
    with qtbot.waitSignal(box.answer_asked):
        qtbot.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "Thank you"


def test_the_windows_own_ctrl_enter_leaves_the_key_to_the_answer(
    box: AnswerBox, qtbot: QtBot
) -> None:
    window = box.window()
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), window)
    box.set_text("Yes")
    box.set_ready(True)
    with qtbot.assertNotEmitted(shortcut.activated), qtbot.waitSignal(box.answer_asked):
        qtbot.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_alone_is_a_new_line(box: AnswerBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.changed):
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert box.text() == "\n"


def test_names_for_screen_readers(box: AnswerBox) -> None:
    assert box.edit.accessibleName() == "Your answer to Maya"
    assert box.edit.placeholderText() == "Answer Maya"
    assert box.button.text() == "Answer"
