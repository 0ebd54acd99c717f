from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.answer_box import LEAST, MOST, AnswerBox
from widgets.tones import tones_of


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


def test_says_why_it_cannot_go_out_and_trims(box: AnswerBox, qtbot: QtBot) -> None:
    box.set_text("Too long")
    low = box.height()
    box.set_trouble("8 characters too many for one answer.", trim="Trim")
    (trim,) = [b for b in box.findChildren(QPushButton) if b.text() == "Trim"]
    assert trim.isVisible()
    assert box.height() > low
    with qtbot.waitSignal(box.trim_asked):
        trim.click()
    box.set_trouble("")
    assert not trim.isVisible()
    assert box.height() == low


def test_a_cut_counts_as_people_do_and_can_be_undone(box: AnswerBox) -> None:
    box.set_text("🍵🍵 شاي\nand more")
    box.cut(2)
    assert box.text() == "🍵🍵"
    box.edit.undo()
    assert box.text() == "🍵🍵 شاي\nand more"


def test_its_edge_shows_where_one_writes(box: AnswerBox, qtbot: QtBot) -> None:
    edge = tones_of(box)
    middle = box.height() // 2
    box.edit.clearFocus()
    assert box.grab().toImage().pixelColor(0, middle) == edge.border
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    box.window().activateWindow()
    qtbot.waitUntil(box.edit.hasFocus)
    assert box.grab().toImage().pixelColor(0, middle) == edge.accent


def test_a_no_break_space_stays_one(box: AnswerBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.changed) as heard:
        box.set_text("Oui\u00a0! 12\u00a0€ 🍵")
    assert heard.args == ["Oui\u00a0! 12\u00a0€ 🍵"]
    assert box.text() == "Oui\u00a0! 12\u00a0€ 🍵"
