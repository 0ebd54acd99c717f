from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from widgets.tab_bar import TabBar

ROOMS = [("compose", "Compose"), ("queue", "صف"), ("inbox", "Inbox 🌿")]


@pytest.fixture
def tabs(qtbot: QtBot) -> TabBar:
    bar = TabBar()
    qtbot.addWidget(bar)
    for name, title in ROOMS:
        bar.add(name, QIcon(), title)
    bar.resize(bar.sizeHint())
    return bar


def test_a_click_chooses_by_name(qtbot: QtBot, tabs: TabBar) -> None:
    assert tabs.current == "compose"
    with qtbot.waitSignal(tabs.chosen) as seen:
        spot = tabs.tabRect(2).center()
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=spot)
    assert seen.args == ["inbox"]
    assert tabs.current == "inbox"


@pytest.mark.parametrize(
    ("direction", "key"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left),
    ],
)
def test_arrows_walk_in_reading_order(
    qtbot: QtBot, tabs: TabBar, direction: Qt.LayoutDirection, key: Qt.Key
) -> None:
    tabs.setLayoutDirection(direction)
    with qtbot.waitSignal(tabs.chosen) as seen:
        qtbot.keyClick(tabs, key)
    assert seen.args == ["queue"]


def test_right_to_left_begins_at_the_right(tabs: TabBar) -> None:
    assert tabs.tabRect(0).left() < tabs.tabRect(2).left()
    tabs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert tabs.tabRect(0).left() > tabs.tabRect(2).left()
    assert not tabs.grab().isNull()


def test_a_count_is_drawn_and_spoken(tabs: TabBar) -> None:
    before = tabs.tabRect(2).width()
    tabs.set_count("inbox", 3, "3 to answer")
    assert tabs.count_text("inbox") == "3"
    assert tabs.accessibleTabName(2) == "Inbox 🌿, 3 to answer"
    assert tabs.tabToolTip(2) == "3 to answer"
    assert tabs.sizeHint().width() > before
    tabs.set_count("inbox", 0, "nothing to answer")
    assert tabs.count_text("inbox") == ""
    assert tabs.accessibleTabName(2) == "Inbox 🌿"
    assert tabs.tabRect(2).width() == before


def test_choosing_moves_no_tab(tabs: TabBar) -> None:
    before = [tabs.tabRect(index) for index in range(3)]
    tabs.set_current("queue")
    assert [tabs.tabRect(index) for index in range(3)] == before


def test_without_room_only_the_chosen_tab_keeps_its_word(tabs: TabBar) -> None:
    tabs.show()
    full = tabs.sizeHint().width()
    wide = [tabs.tabRect(index).width() for index in range(3)]
    assert tabs.minimumSizeHint().width() < full
    tabs.resize(full - 40, tabs.height())
    assert tabs.tabRect(0).width() == wide[0]
    assert tabs.tabRect(1).width() < wide[1]
    assert tabs.tabRect(2).width() < wide[2]
    tabs.set_current("inbox")
    assert tabs.tabRect(0).width() < wide[0]
    assert tabs.tabRect(2).width() == wide[2]
    tabs.resize(full, tabs.height())
    assert [tabs.tabRect(index).width() for index in range(3)] == wide
    tabs.hide()
