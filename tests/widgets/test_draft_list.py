from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.draft_list import DraftList, DraftRow

ROWS = (
    DraftRow("a", "New bowls 🍵", "10:04"),
    DraftRow("b", "شاي جديد", "Yesterday", QImage(8, 8, QImage.Format.Format_RGB32), 1),
    DraftRow("c", "", "3 Nov"),
)


@pytest.fixture
def drafts(qtbot: QtBot, themed: object) -> DraftList:
    made = DraftList()
    qtbot.addWidget(made)
    made.resize(220, 300)
    made.set_rows(ROWS)
    made.show()
    return made


def test_a_click_or_enter_chooses(qtbot: QtBot, drafts: DraftList) -> None:
    chosen: list[str] = []
    drafts.chosen.connect(chosen.append)
    middle = drafts.visualRect(drafts.model().index(1, 0)).center()
    qtbot.mouseClick(drafts.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    drafts.setCurrentIndex(drafts.model().index(0, 0))
    qtbot.keyClick(drafts, Qt.Key.Key_Return)
    assert chosen == ["b", "a"]


def test_delete_and_the_cross_ask_to_delete(qtbot: QtBot, drafts: DraftList) -> None:
    asked: list[str] = []
    chosen: list[str] = []
    drafts.delete_asked.connect(asked.append)
    drafts.chosen.connect(chosen.append)
    drafts.setCurrentIndex(drafts.model().index(2, 0))
    qtbot.keyClick(drafts, Qt.Key.Key_Delete)
    row = drafts.visualRect(drafts.model().index(0, 0))
    QTest.mousePress(
        drafts.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(row.right() - 12, row.top() + 12),
    )
    assert asked == ["c", "a"]
    assert chosen == []


def test_marks_the_one_that_is_open(drafts: DraftList) -> None:
    drafts.show_current("b")
    assert drafts.currentIndex().row() == 1
    drafts.show_current("gone")
    assert not drafts.currentIndex().isValid()


def test_keeps_the_mark_when_only_words_change(drafts: DraftList) -> None:
    drafts.show_current("b")
    drafts.set_rows((ROWS[0], DraftRow("b", "other words", "now"), ROWS[2]))
    assert drafts.currentIndex().row() == 1
    assert drafts.ids() == ("a", "b", "c")


def test_is_read_out_with_its_time(drafts: DraftList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [drafts.model().index(n, 0).data(role) for n in range(3)]
    assert spoken == ["New bowls 🍵, 10:04", "شاي جديد, Yesterday", "Picture without text, 3 Nov"]


def test_draws_in_both_directions(drafts: DraftList) -> None:
    one_way = drafts.grab().toImage()
    drafts.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drafts.grab().toImage() != one_way


def test_only_the_row_shows_that_it_has_the_keyboard(drafts: DraftList) -> None:
    drafts.go_in()
    assert drafts.currentIndex().row() == 0
    assert drafts.focus_rect().isEmpty()
    drafts.setCurrentIndex(drafts.model().index(2, 0))
    drafts.go_in()
    assert drafts.currentIndex().row() == 2
    drafts.set_rows(())
    assert drafts.focus_rect() == drafts.rect()
