from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.post_edit import PostEdit


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


@pytest.fixture
def heard(edit: PostEdit) -> list[str]:
    said: list[str] = []
    edit.completing.connect(said.append)
    return said


def test_says_what_is_being_typed_and_when_it_is_over(
    edit: PostEdit, heard: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "new #te ")
    assert heard == ["#", "#t", "#te", ""]
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert heard[-1] == "#te"
    edit.place_caret(0)
    assert heard[-1] == ""


def test_a_paste_and_another_text_offer_nothing(edit: PostEdit, heard: list[str]) -> None:
    edit.insert("see #tea")
    edit.set_text("see @mi")
    edit.place_caret(7)
    assert heard == []


def test_taking_a_word_is_one_step_of_undo(edit: PostEdit, heard: list[str], qtbot: QtBot) -> None:
    edit.insert("🍵 ")
    qtbot.keyClicks(edit, "#te")
    edit.complete("#teahouse")
    assert edit.text() == "🍵 #teahouse "
    assert edit.caret() == len(edit.text())
    assert heard[-1] == ""
    edit.undo()
    assert edit.text() == "🍵 #te"


def test_no_second_space(edit: PostEdit, qtbot: QtBot) -> None:
    edit.set_text("so  bowls")
    edit.place_caret(3)
    qtbot.keyClicks(edit, "@le")
    edit.complete("@leafandkiln")
    assert edit.text() == "so @leafandkiln bowls"
    assert edit.caret() == len("so @leafandkiln ")


def test_nothing_to_complete_changes_nothing(edit: PostEdit) -> None:
    edit.insert("tea")
    edit.complete("#teahouse")
    assert edit.text() == "tea"


def test_an_input_method_is_left_alone(edit: PostEdit, heard: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "#")
    QApplication.sendEvent(edit, QInputMethodEvent("おちゃ", []))
    assert heard == ["#", ""]
    done = QInputMethodEvent("", [])
    done.setCommitString("お茶")
    QApplication.sendEvent(edit, done)
    assert heard == ["#", "", "#お茶"]
    edit.complete("#お茶会")
    assert edit.text() == "#お茶会 "
