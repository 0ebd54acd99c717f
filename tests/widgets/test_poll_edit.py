from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.poll_edit import PollEdit


@pytest.fixture
def poll(qtbot: QtBot, themed: object, page: QWidget) -> PollEdit:
    made = PollEdit(QIcon(), fewest=2, most=4, signs=25)
    made.setParent(page)
    made.resize(500, 300)
    made.show()
    return made


def test_begins_with_two_and_gives_what_is_written(qtbot: QtBot, poll: PollEdit) -> None:
    heard: list[tuple[str, ...]] = []
    poll.changed.connect(heard.append)
    assert poll.options() == ("", "")
    qtbot.keyClicks(poll.row(0).edit, "Tea")
    assert heard[-1] == ("Tea", "")
    assert not poll.row(2).isVisible()
    assert not poll.row(0).remove.isVisible()


def test_enter_goes_on_and_adds_after_words_until_four(qtbot: QtBot, poll: PollEdit) -> None:
    for place, word in enumerate(("چای", "日本茶", "🍵", "Mate")):
        poll.row(place).edit.insert(word)
        qtbot.keyClick(poll.row(place).edit, Qt.Key.Key_Return)
    assert poll.options() == ("چای", "日本茶", "🍵", "Mate")
    assert poll.is_full
    poll.add()
    assert len(poll.options()) == 4


def test_enter_after_nothing_adds_nothing(qtbot: QtBot, poll: PollEdit) -> None:
    qtbot.keyClick(poll.row(1).edit, Qt.Key.Key_Return)
    assert poll.options() == ("", "")


@pytest.mark.parametrize(
    ("text", "left", "said"),
    [
        ("short", 20, ""),
        ("fifteen letters", 10, "10 characters left"),
        ("x" * 25, 0, "0 characters left"),
        ("x" * 26, -1, "1 character too many"),
        ("🍵" * 25, 0, "0 characters left"),
    ],
)
def test_counts_what_is_left(poll: PollEdit, text: str, left: int, said: str) -> None:
    poll.set_options((text, ""))
    edit = poll.row(0).edit
    assert edit.left() == left
    assert edit.accessibleDescription() == said
    assert edit.is_marked == (left < 0)


def test_alt_and_an_arrow_move_the_words_and_the_caret(qtbot: QtBot, poll: PollEdit) -> None:
    poll.set_options(("one", "two", "three"))
    alt = Qt.KeyboardModifier.AltModifier
    poll.row(0).edit.setCursorPosition(1)
    qtbot.keyClick(poll.row(0).edit, Qt.Key.Key_Down, alt)
    assert poll.options() == ("two", "one", "three")
    assert poll.row(1).edit.cursorPosition() == 1
    qtbot.keyClick(poll.row(0).edit, Qt.Key.Key_Up, alt)
    assert poll.options() == ("two", "one", "three")


def test_the_third_can_be_taken_out_and_its_words_are_told(qtbot: QtBot, poll: PollEdit) -> None:
    poll.set_options(("one", "two", "three", ""))
    told: list[tuple[str, ...]] = []
    poll.dropped.connect(told.append)
    assert [poll.row(n).remove.isVisible() for n in range(4)] == [False, False, True, True]
    poll.row(3).remove.click()
    assert told == []
    poll.row(2).remove.click()
    assert told == [("one", "two", "three")]
    assert poll.options() == ("one", "two")


def test_words_keep_their_own_side(poll: PollEdit) -> None:
    poll.set_options(("Green tea", "چای سیاه"))
    assert poll.row(0).edit.alignment() & Qt.AlignmentFlag.AlignLeft
    assert poll.row(1).edit.alignment() & Qt.AlignmentFlag.AlignRight
    poll.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    poll.row(0).edit.setText("Black tea")
    assert poll.row(0).edit.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_paste_of_lines_is_one_answer(poll: PollEdit) -> None:
    poll.row(0).edit.setText("two\nlines")
    assert poll.options()[0] == "two lines"


def test_the_same_words_again_keep_the_caret(poll: PollEdit) -> None:
    poll.set_options(("one", "two"))
    poll.row(0).edit.setCursorPosition(1)
    poll.set_options(("one", "two"))
    assert poll.row(0).edit.cursorPosition() == 1


def test_marks_only_what_is_wrong(poll: PollEdit) -> None:
    poll.mark({1})
    assert [poll.row(n).edit.is_marked for n in range(2)] == [False, True]
    poll.mark(())
    assert not poll.row(1).edit.is_marked


def test_every_part_has_a_name(poll: PollEdit) -> None:
    poll.set_options(("", "", "", ""))
    names = [poll.row(n).edit.accessibleName() for n in range(4)]
    assert names == ["Option 1", "Option 2", "Option 3", "Option 4"]
    assert poll.row(2).remove.accessibleName() == "Take option 3 out"


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_draws_the_count_at_the_end(
    poll: PollEdit, themed: object, way: Qt.LayoutDirection
) -> None:
    poll.setLayoutDirection(way)
    poll.set_options(("", ""))
    bare = poll.row(0).edit.grab().toImage()
    poll.set_options(("x" * 24, ""))
    assert poll.row(0).edit.grab().toImage() != bare
    margins = poll.row(0).edit.textMargins()
    at_end = margins.right() if way is Qt.LayoutDirection.LeftToRight else margins.left()
    assert at_end > 0
