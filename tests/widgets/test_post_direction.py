from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from widgets.post_direction import Direction, has_overrides, in_written_order
from widgets.post_edit import PostEdit

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def shown(edit: PostEdit, paragraph: int = 0) -> Qt.LayoutDirection:
    return edit.document().findBlockByNumber(paragraph).textDirection()


def test_a_choice_is_written_as_the_mark_that_begins_the_paragraph(edit: PostEdit) -> None:
    edit.set_text("first\nYunomi کاسه‌ی چای")
    edit.place_caret(9)
    edit.set_direction(Direction.RTL)
    assert edit.text() == "first\n\u200fYunomi کاسه‌ی چای"
    assert edit.caret() == 10
    assert shown(edit, 0) is LTR
    assert shown(edit, 1) is RTL
    assert edit.direction() is Direction.RTL
    edit.set_direction(Direction.LTR)
    assert edit.text() == "first\n\u200eYunomi کاسه‌ی چای"
    assert shown(edit, 1) is LTR
    edit.set_direction(Direction.AUTO)
    assert edit.text() == "first\nYunomi کاسه‌ی چای"


def test_undo_takes_a_choice_back(edit: PostEdit) -> None:
    edit.insert("tea")
    edit.set_direction(Direction.RTL)
    edit.undo()
    assert edit.text() == "tea"
    assert shown(edit) is LTR
    assert edit.direction() is Direction.AUTO


def test_it_stays_while_the_words_are_edited(edit: PostEdit, qtbot: QtBot) -> None:
    edit.set_direction(Direction.RTL)
    qtbot.keyClicks(edit, "tea")
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    qtbot.keyClicks(edit, "my ")
    assert edit.text() == "\u200fmy tea"
    assert shown(edit) is RTL
    assert edit.direction() is Direction.RTL


def test_the_caret_goes_past_a_mark_both_ways(edit: PostEdit, qtbot: QtBot) -> None:
    edit.set_text("one\n\u200etwo")
    edit.place_caret(5)
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    assert edit.caret() == 3
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.caret() == 5


def test_backspace_at_the_start_takes_the_mark_first(edit: PostEdit, qtbot: QtBot) -> None:
    edit.set_text("one\n\u200ftwo")
    edit.place_caret(5)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "one\ntwo"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "onetwo"


def test_ctrl_shift_x_turns_round_and_back(edit: PostEdit, qtbot: QtBot) -> None:
    heard: list[Direction] = []
    edit.direction_changed.connect(heard.append)
    qtbot.keyClicks(edit, "Tea ")
    edit.insert("چای")
    qtbot.keyClick(edit, Qt.Key.Key_X, BOTH)
    assert shown(edit) is RTL
    assert edit.text() == "\u200fTea چای"
    qtbot.keyClick(edit, Qt.Key.Key_X, BOTH)
    assert shown(edit) is LTR
    assert edit.text() == "Tea چای"
    assert heard == [Direction.RTL, Direction.AUTO]


def test_each_paragraph_has_its_own(edit: PostEdit) -> None:
    heard: list[Direction] = []
    edit.direction_changed.connect(heard.append)
    edit.set_text("\u200fone\ntwo")
    edit.place_caret(2)
    edit.place_caret(6)
    assert heard == [Direction.RTL, Direction.AUTO]


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_signs_that_turn_the_order_are_shown(edit: PostEdit, sign: str) -> None:
    assert has_overrides(f"a{sign}b")
    assert not has_overrides("a\u200fb شاي")
    edit.set_text("tea cup")
    plain = edit.grab().toImage()
    edit.set_text(f"tea{sign} cup")
    assert edit.text() == f"tea{sign} cup"
    assert edit.grab().toImage() != plain


def test_a_name_is_shown_in_the_order_it_is_written_in() -> None:
    assert in_written_order("Mia \u202emoc.live\u202c\u2069 سارة") == "Mia moc.live سارة"
