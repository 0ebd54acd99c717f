from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from widgets.segmented import Segmented


def made(qtbot: QtBot) -> Segmented:
    choice = Segmented(name="View")
    qtbot.addWidget(choice)
    for key, text in (("week", "هفته"), ("month", "Month 🌿"), ("list", "List")):
        choice.add(key, text)
    return choice


def test_the_first_is_chosen(qtbot: QtBot) -> None:
    choice = made(qtbot)
    assert choice.choice == "week"
    assert choice.accessibleName() == "View"


def test_a_click_says_the_key_and_choosing_in_code_says_nothing(qtbot: QtBot) -> None:
    choice = made(qtbot)
    said: list[str] = []
    choice.chosen.connect(said.append)
    choice.choose("list")
    assert choice.choice == "list"
    assert said == []
    qtbot.mouseClick(choice.button("month"), Qt.MouseButton.LeftButton)
    assert said == ["month"]
    assert choice.choice == "month"


@pytest.mark.parametrize(
    ("direction", "key"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left),
    ],
)
def test_arrow_keys_choose_in_reading_order(
    qtbot: QtBot, direction: Qt.LayoutDirection, key: Qt.Key
) -> None:
    choice = made(qtbot)
    choice.setLayoutDirection(direction)
    choice.resize(choice.sizeHint())
    with qtbot.waitExposed(choice):
        choice.show()
    choice.button("week").setFocus()
    with qtbot.waitSignal(choice.chosen) as seen:
        qtbot.keyClick(choice.button("week"), key)
    assert seen.args == ["month"]
    choice.hide()


def test_tab_stops_at_the_choice_alone(qtbot: QtBot) -> None:
    choice = made(qtbot)
    for chosen in ("week", "list", "month"):
        choice.choose(chosen)
        stops = [
            key
            for key in ("week", "month", "list")
            if choice.button(key).focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [chosen]
