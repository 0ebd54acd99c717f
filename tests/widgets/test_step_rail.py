from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.step_rail import StepRail, StepState

NAMES = ("App on X", "رصيد", "クライアント ID 🔑")
STATES = (StepState.DONE, StepState.NOW, StepState.LATER)


@pytest.fixture
def rail(qtbot: QtBot, themed: object) -> StepRail:
    rail = StepRail(NAMES, name="Steps")
    qtbot.addWidget(rail)
    rail.set(STATES)
    rail.show()
    return rail


def test_what_is_done_can_be_gone_back_to_and_what_comes_later_not(
    rail: StepRail, qtbot: QtBot
) -> None:
    chosen: list[int] = []
    rail.chosen.connect(chosen.append)
    for step in rail.steps:
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)
        QTest.keyClick(step, Qt.Key.Key_Space)
    assert chosen == [0, 0, 1, 1]


def test_each_step_says_which_it_is_and_how_it_stands(rail: StepRail) -> None:
    assert [step.accessibleName() for step in rail.steps] == [
        "Step 1 of 3, App on X",
        "Step 2 of 3, رصيد",
        "Step 3 of 3, クライアント ID 🔑",
    ]
    assert [step.accessibleDescription() for step in rail.steps] == ["Done", "Now", "Later"]


def test_the_names_fit_and_a_narrow_rail_keeps_them_for_the_mouse(rail: StepRail) -> None:
    wide = rail.sizeHint().width()
    last = rail.steps[-1]
    assert last.fontMetrics().horizontalAdvance(last.text()) < wide
    rail.set_narrow(True)
    assert rail.sizeHint().width() < wide / 2
    assert last.toolTip() == last.text()
    rail.set_narrow(False)
    assert rail.sizeHint().width() == wide
    assert last.toolTip() == ""


def test_it_stands_the_other_way_round(rail: StepRail) -> None:
    left = rail.steps[1]._centre().x()
    rail.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rail.steps[1]._centre().x() == rail.steps[1].width() - left
    assert not rail.grab().toImage().isNull()
