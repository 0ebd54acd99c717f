from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from widgets.tick_list import TickList, TickRow

ROWS = tuple(
    TickRow(f"{n}", f"@{name}", words, f"{name} is in: {words}")
    for n, (name, words) in enumerate((("mina", "Me"), ("علی", "من هم"), ("さくら", "🍵")))
)
ALL = frozenset(row.id for row in ROWS)


@pytest.fixture
def ticks(qtbot: QtBot, themed: object) -> TickList:
    made = TickList("People")
    qtbot.addWidget(made)
    made.set_rows(ROWS, chosen=ALL)
    made.resize(made.sizeHint())
    made.show()
    return made


def middle(ticks: TickList, place: int) -> QPoint:
    return ticks.visualRect(ticks.model().index(place, 0)).center()


def test_a_click_anywhere_in_the_row_and_space_toggle(qtbot: QtBot, ticks: TickList) -> None:
    with qtbot.waitSignal(ticks.toggled):
        QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=middle(ticks, 1))
    assert ticks.chosen == {"0", "2"}
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.chosen == ALL
    box = middle(ticks, 1)
    box.setX(14)
    QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert ticks.chosen == {"0", "2"}
    ticks.set_all(False)
    assert ticks.chosen == frozenset()


def test_a_reader_hears_the_name_and_the_tick(ticks: TickList) -> None:
    QAbstractItemModelTester(ticks.model())
    index = ticks.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "mina is in: Me"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    ticks.toggle("0")
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_the_same_rows_again_change_nothing(qtbot: QtBot, ticks: TickList) -> None:
    with qtbot.assertNotEmitted(ticks.model().modelReset):
        ticks.set_rows(ROWS, chosen=ALL)
    ticks.set_rows(ROWS[:1], chosen=ALL)
    assert ticks.chosen == {"0"}
    ticks.set_rows((), chosen=ALL)
    assert ticks.sizeHint().height() <= 2 * ticks.frameWidth()


def test_it_is_no_taller_than_some_rows_and_mirrors(ticks: TickList) -> None:
    low = ticks.sizeHint().height()
    many = [TickRow(f"{n}", "@a", "b", "c") for n in range(5_000)]
    ticks.set_rows(many, chosen=frozenset())
    assert ticks.sizeHint().height() < 4 * low
    ticks.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not ticks.grab().isNull()
