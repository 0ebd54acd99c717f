from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from widgets.line_list import LineList, LineRow

ROWS = (
    LineRow("a", "Today, 10:04", "131 characters", ours=True),
    LineRow("b", "شحن 📦", "التوصيل خلال يومين"),
    LineRow("c", "発送", ""),
)


@pytest.fixture
def lines(qtbot: QtBot, themed: object) -> LineList:
    made = LineList("Snippets")
    qtbot.addWidget(made)
    made.resize(240, 300)
    made.set_rows(ROWS)
    made.show()
    return made


def test_the_first_row_is_marked_or_the_one_asked_for(lines: LineList) -> None:
    assert lines.current == "a"
    lines.set_rows(ROWS, current="c")
    assert lines.current == "c"
    lines.set_rows(ROWS[:1], current="c")
    assert lines.current == "a"
    assert lines.ids() == ("a",)


def test_arrows_point_enter_and_a_click_choose(qtbot: QtBot, lines: LineList) -> None:
    pointed: list[str] = []
    chosen: list[str] = []
    entered: list[str] = []
    lines.pointed.connect(pointed.append)
    lines.chosen.connect(chosen.append)
    lines.entered.connect(entered.append)
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    last = lines.visualRect(lines.model().index(2, 0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert pointed == ["b", "c"]
    assert chosen == ["b", "c"]
    assert entered == ["b"]
    lines.step(5)
    lines.step(-1)
    assert lines.current == "b"


def test_delete_asks_and_nothing_is_asked_of_no_row(qtbot: QtBot, lines: LineList) -> None:
    asked: list[str] = []
    pointed: list[str] = []
    lines.delete_asked.connect(asked.append)
    lines.pointed.connect(pointed.append)
    qtbot.keyClick(lines, Qt.Key.Key_Delete)
    lines.set_rows(())
    qtbot.keyClick(lines, Qt.Key.Key_Delete)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert asked == ["a"]
    assert pointed == [""]
    assert lines.current == ""


def test_rows_are_read_with_their_note(lines: LineList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [lines.model().index(n, 0).data(role) for n in range(3)]
    assert said == ["Today, 10:04, 131 characters", "شحن 📦, التوصيل خلال يومين", "発送"]


def _ink(lines: LineList, *, row: int) -> tuple[int, int]:
    """Where the row's words begin and end, in pixels; a marked row has a ground of its own."""
    lines.setCurrentIndex(lines.model().index(row, 0))
    box = lines.visualRect(lines.model().index(row, 0))
    box.translate(lines.viewport().pos())
    image = lines.grab(box).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixelColor(8, 8).lightness()
    columns = [
        x
        for x in range(8, image.width() - 8)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in range(6, 40))
    ]
    return columns[0], columns[-1]


def test_each_text_begins_where_its_reading_does(lines: LineList) -> None:
    start, end = _ink(lines, row=2)
    assert start < 40
    assert end < 120
    start, end = _ink(lines, row=1)
    assert start > 60
    assert end > 200
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    start, _end = _ink(lines, row=0)
    assert start > 60


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_row_is_known_by_its_edge_at_the_start(lines: LineList, side: Qt.LayoutDirection) -> None:
    lines.setLayoutDirection(side)
    edged = (LineRow("a", "青い扉"), LineRow("b", "در آبی", edge="#B3261E", mark="In view"))
    lines.set_rows(edged)
    picture = lines.viewport().grab().toImage()
    row = lines.visualRect(lines.model().index(1, 0))
    red = [
        x
        for x in range(row.width())
        if picture.pixelColor(x, row.center().y()).name().upper() == "#B3261E"
    ]
    assert len(red) >= 2
    starts = side is Qt.LayoutDirection.LeftToRight
    assert (max(red) < row.width() / 4) is starts
    assert (min(red) > row.width() * 3 / 4) is not starts
    spoken = lines.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "در آبی, In view"


def test_it_is_as_high_as_its_rows_and_no_higher_than_asked(lines: LineList) -> None:
    lines.show_rows(2)
    two = lines.height()
    lines.show_rows(9)
    assert lines.height() == pytest.approx(two * 3 / 2, abs=2)
