from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from widgets.lane_list import LaneList


@pytest.fixture
def lanes(qtbot: QtBot, themed: object) -> LaneList:
    lanes = LaneList()
    qtbot.addWidget(lanes)
    lanes.add("answer", "To answer", icon=QIcon(), strong=True)
    lanes.add("done", "Done", icon=QIcon())
    lanes.add("snoozed", "Snoozed", icon=QIcon(), at_foot=True)
    lanes.resize(184, 500)
    lanes.choose("answer")
    lanes.show()
    return lanes


def test_choosing_gives_the_key(lanes: LaneList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.chosen) as chosen:
        qtbot.mouseClick(lanes.lane("done"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["done"]
    assert lanes.current == "done"


def test_the_arrow_keys_choose(lanes: LaneList, qtbot: QtBot) -> None:
    lanes.lane("answer").setFocus()
    qtbot.keyClick(lanes.lane("answer"), Qt.Key.Key_Down)
    assert lanes.current == "done"


def test_counts_are_told(lanes: LaneList) -> None:
    lanes.set_counts({"answer": 12, "snoozed": 3})
    assert lanes.lane("answer").accessibleName() == "To answer: 12"
    assert lanes.lane("snoozed").count == 3


def test_counts_have_the_digits_of_the_locale(lanes: LaneList) -> None:
    lanes.setLocale(QLocale("fa_IR"))
    lanes.set_counts({"answer": 12})
    assert lanes.lane("answer").accessibleName() == "To answer: ۱۲"


def test_the_foot_stands_at_the_bottom(lanes: LaneList) -> None:
    assert lanes.lane("snoozed").y() > lanes.lane("done").y() + 200
