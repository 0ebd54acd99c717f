from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from widgets.switch import Switch


@pytest.mark.parametrize("text", ["Link marks", "علامت پیوند", "Quiet 🌙", ""])
def test_space_and_click_turn_it(qtbot: QtBot, text: str) -> None:
    switch = Switch(text)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    seen: list[bool] = []
    switch.toggled.connect(seen.append)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 3, 10))
    assert seen == [True, False]
    assert isinstance(switch, QCheckBox)


def test_drawn_mirrored(qtbot: QtBot) -> None:
    switch = Switch("")
    qtbot.addWidget(switch)
    switch.setChecked(True)
    switch.resize(switch.sizeHint())
    ltr = switch.grab().toImage()
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rtl = switch.grab().toImage()
    right, left = QPoint(25, 14), QPoint(11, 14)
    assert ltr.pixelColor(right) == rtl.pixelColor(left)
    assert ltr.pixelColor(left) == rtl.pixelColor(right)
    assert ltr.pixelColor(right).lightness() > ltr.pixelColor(left).lightness()


def test_off_control_takes_nothing(qtbot: QtBot) -> None:
    switch = Switch("x")
    qtbot.addWidget(switch)
    switch.setEnabled(False)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
