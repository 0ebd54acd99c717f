"""Thousands of rows that are painted where they are seen, chosen, stepped and dragged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.checked_rows import CheckedRows, CheckedValue
from widgets.queue_view import QueueView
from widgets.queue_view_values import FOOT, Entry, EntryKind, LineValue, Place

TEXTS = ("Green tea 🍵", "شاي بالنعناع", "新しい湯呑み")


@pytest.fixture
def looked() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, looked: list[str]) -> QueueView:
    view = QueueView("The queue")
    qtbot.addWidget(view)
    view.resize(700, 420)
    view.show()
    view.set_entries(entries(200), look(looked))
    return view


def entries(count: int) -> list[Entry]:
    """Two posts and a free time a day."""
    found = []
    for number in range(count):
        if number % 2 == 0:
            found.append(Entry(EntryKind.HEAD, f"day {number}"))
        found.append(Entry(EntryKind.POST, f"p{number}", movable=True))
        if number % 2:
            found.append(Entry(EntryKind.FREE, f"f{number}"))
    return [*found, FOOT]


def look(looked: list[str]) -> Callable[[Entry], LineValue]:
    def line(entry: Entry) -> LineValue:
        looked.append(entry.key)
        words = TEXTS[len(entry.key) % 3]
        return LineValue("09:00", words=words, spoken=f"{entry.key}, {words}", dot="accent")

    return line


def middle(view: QueueView, key: str) -> QPoint:
    row = next(n for n, each in enumerate(view.entries) if each.key == key)
    return view.visualRect(view.model().index(row, 0)).center()


def _at_first(view: QueueView) -> None:
    """Coming in by the keyboard, Qt goes to the first row by itself."""
    if not view.current:
        view.step(1)
    assert view.current == "p0"


def test_only_what_is_seen_is_looked_at(view: QueueView, looked: list[str]) -> None:
    view.grab()
    assert 0 < len(set(looked)) < 20


def test_a_row_says_who_it_is(view: QueueView) -> None:
    index = view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"p0, {TEXTS[2]}"
    assert view.model().index(0, 0).flags() == Qt.ItemFlag.NoItemFlags


def test_a_click_opens_and_chooses_nothing(view: QueueView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "p1"))
    assert opened.args == ["p1"]
    assert view.chosen == ()
    with qtbot.waitSignal(view.slot_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "f1"))
    assert chosen.args == ["f1"]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_tick_and_control_and_shift_choose(
    view: QueueView, direction: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(direction)
    ltr = direction is Qt.LayoutDirection.LeftToRight
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    x = 18 if ltr else port.width() - 18
    QTest.mouseClick(port, left, pos=QPoint(x, middle(view, "p0").y()))
    assert view.chosen == ("p0",)
    QTest.mouseClick(port, left, Qt.KeyboardModifier.ControlModifier, middle(view, "p2"))
    assert view.chosen == ("p0", "p2")
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen) == 200
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen == ()


def test_keys_step_over_heads_choose_and_open(view: QueueView, qtbot: QtBot) -> None:
    _at_first(view)
    view.step(1)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert (view.current, view.chosen) == ("p1", ("p1",))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.current, view.chosen) == ("f1", ("p1",))
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["p2"]


def test_the_ends_stay_where_they_are(view: QueueView, qtbot: QtBot) -> None:
    _at_first(view)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.current == "p0"
    with qtbot.assertNotEmitted(view.moved):
        view.move_current(-1)
    with qtbot.waitSignal(view.moved) as moved:
        view.move_current(1)
    assert moved.args == ["p0", Place(above="p1", below="p2")]


def test_going_far_chooses_nothing_but_with_shift(view: QueueView) -> None:
    _at_first(view)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert (view.current, view.chosen) == ("f199", ())
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current not in ("f199", "p0", "")
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_X)
    assert (view.current, view.chosen) == ("p0", ())
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen == ("p0", "p1")
    right = Qt.MouseButton.RightButton
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseClick(view.viewport(), right, pos=middle(view, "p1"))
    assert view.chosen == ()


def test_a_drag_ends_between_two_rows(view: QueueView, qtbot: QtBot) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=middle(view, "p0"))
    QTest.mouseMove(port, middle(view, "p1") + QPoint(0, 10))
    assert view.drag.active
    view.grab()
    with qtbot.waitSignal(view.moved) as moved:
        QTest.mouseRelease(port, left, pos=middle(view, "p1") + QPoint(0, 10))
    assert moved.args == ["p0", Place(above="p1", below="p2")]


def test_a_row_dropped_where_it_was_does_not_move(view: QueueView, qtbot: QtBot) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=middle(view, "p1"))
    QTest.mouseMove(port, middle(view, "p0") - QPoint(0, 14))
    QTest.mouseMove(port, middle(view, "p1") + QPoint(0, 8))
    with qtbot.assertNotEmitted(view.moved):
        QTest.mouseRelease(port, left, pos=middle(view, "p1") + QPoint(0, 8))


def test_the_same_rows_stay_chosen_when_the_queue_is_read_again(
    view: QueueView, looked: list[str]
) -> None:
    view.choose(["p3", "p5"])
    _at_first(view)
    view.verticalScrollBar().setValue(60)
    view.set_entries(entries(202), look(looked))
    assert (view.chosen, view.current) == (("p3", "p5"), "p0")
    assert view.verticalScrollBar().value() == 60


def test_rows_of_a_file_are_made_when_they_are_seen(qtbot: QtBot) -> None:
    rows = CheckedRows("Rows")
    qtbot.addWidget(rows)
    rows.resize(600, 300)
    rows.show()
    seen: list[int] = []

    def value(row: int) -> CheckedValue:
        seen.append(row)
        return CheckedValue(str(row), "Tue, 09:00", TEXTS[row % 3], wrong="Too long by 12")

    rows.show_rows(100_000, value)
    rows.grab()
    assert rows.count == 100_000
    assert 0 < len(set(seen)) < 20
    spoken = rows.model().index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"7, Too long by 12, Tue, 09:00, {TEXTS[1]}"
