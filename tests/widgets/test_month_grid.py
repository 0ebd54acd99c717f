from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from widgets.month_grid import MonthDay, MonthGrid, MonthLine

HEADS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def a_line(name: str, text: str = "Celadon cups", **more: Any) -> MonthLine:
    return MonthLine(name, "09:00", text, **({"kind": "amber", "movable": True} | more))


def a_month(weeks: int = 5) -> tuple[MonthDay, ...]:
    days = [
        MonthDay(f"2026-11-{n + 1:02}", str(n + 1), f"Day {n + 1}", other=n > 29)
        for n in range(7 * weeks)
    ]
    days[8] = MonthDay(
        "2026-11-09",
        "9",
        "Monday 9, 5 posts",
        lines=(a_line("one"), a_line("two", "أكواب جديدة"), a_line("three", "新しい湯呑み 🍵")),
        count=5,
        more=("+5 more", "+4 more", "+3 more", "+2 more"),
        today=True,
    )
    days[9] = MonthDay(
        "2026-11-10",
        "10",
        "Tuesday 10",
        lines=(a_line("gone", over=True, movable=False),),
        count=1,
        more=("+1 more", ""),
        closed=True,
        note="Feast",
    )
    return tuple(days)


@pytest.fixture
def grid(qtbot: QtBot, themed: object) -> MonthGrid:
    grid = MonthGrid()
    qtbot.addWidget(grid)
    grid.resize(1120, 640)
    grid.set(HEADS, a_month(), name="November 2026")
    grid.show()
    return grid


def test_it_begins_at_today(grid: MonthGrid) -> None:
    assert grid.current_key == "2026-11-09"
    assert grid.accessibleName() == "November 2026"


def test_a_line_opens_its_post_and_the_rest_its_day(grid: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.line_place("two").center())
    assert opened.args == ["two"]
    day = grid.place_of("2026-11-09")
    with qtbot.waitSignal(grid.day_chosen) as chosen:
        more = QPoint(day.center().x(), day.bottom() - 8)
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=more)
    assert chosen.args == ["2026-11-09"]


def test_keys_go_from_day_to_day(grid: MonthGrid, qtbot: QtBot) -> None:
    grid.setFocus()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
    seen = []
    for key in keys:
        qtbot.keyClick(grid, key)
        seen.append(grid.current_key[-2:])
    assert seen == ["10", "17", "16", "09"]
    assert grid.accessibleDescription() == "Monday 9, 5 posts"
    with qtbot.waitSignal(grid.day_chosen) as chosen:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert chosen.args == ["2026-11-09"]
    with qtbot.waitSignal(grid.turned) as turned:
        qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert turned.args == [1]
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.current_key == "2026-11-02"


def test_right_to_left_the_arrows_follow_the_eye(grid: MonthGrid, qtbot: QtBot) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert grid.place_of("2026-11-01").left() > grid.place_of("2026-11-02").left()
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.current_key == "2026-11-10"


def test_a_waiting_line_is_grabbed_and_one_that_is_over_is_not(
    grid: MonthGrid, qtbot: QtBot
) -> None:
    held: list[tuple[str, QPixmap, QPoint]] = []
    grid.grabbed.connect(lambda *what: held.append(what))
    for name in ("one", "gone"):
        start = grid.line_place(name).center()
        qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(grid, start + QPoint(40, 30))
        qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    assert [name for name, _picture, _hot in held] == ["one"]
    assert not held[0][1].isNull()


def test_the_landing_is_outlined(grid: MonthGrid) -> None:
    grid.show_landing("2026-11-12")
    assert grid.landing_key == "2026-11-12"
    inside = grid.mapToGlobal(grid.place_of("2026-11-12").center())
    assert grid.target_at(inside) == "2026-11-12"
    assert grid.target_at(grid.mapToGlobal(QPoint(-5, -5))) == ""
    grid.clear_landing()
    assert grid.landing_key == ""


def test_only_a_changed_day_is_painted_again(grid: MonthGrid, qtbot: QtBot) -> None:
    qtbot.waitExposed(grid)
    days = list(a_month())
    days[20] = MonthDay("2026-11-21", "21", "Day 21", lines=(a_line("new"),), count=1)
    painted: list[int] = []

    class Spy(MonthGrid):
        def update(self, *area: Any) -> None:
            painted.append(len(area))
            super().update(*area)

    spy = Spy()
    qtbot.addWidget(spy)
    spy.set(HEADS, a_month(), name="")
    painted.clear()
    spy.set(HEADS, tuple(days), name="")
    assert painted == [1]
    spy.set(HEADS, tuple(days), name="")
    assert painted == [1]


def test_pictures_and_large_words_are_drawn(grid: MonthGrid, themed: Any) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    days = list(a_month())
    days[3] = MonthDay("2026-11-04", "4", "", lines=(a_line("p", picture=picture),), count=1)
    grid.set(HEADS, tuple(days), name="")
    before = grid.minimumSizeHint()
    themed.choose_text(200)
    assert grid.minimumSizeHint().height() > before.height()
    assert not grid.grab().isNull()
    themed.choose_text(100)
