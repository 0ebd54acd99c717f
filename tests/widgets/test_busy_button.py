from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.busy_button import BusyButton


def test_busy_takes_no_press_and_keeps_its_size(qtbot: QtBot) -> None:
    button = BusyButton("Post 🌿")
    qtbot.addWidget(button)
    size = button.sizeHint()
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    button.set_busy(True, "Sending")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == []
    assert button.busy
    assert button.isEnabled()
    assert button.sizeHint() == size
    assert button.accessibleDescription() == "Sending"
    assert not button.grab().isNull()
    button.set_busy(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["pressed"]
    assert button.accessibleDescription() == ""


def test_the_arc_turns_only_while_seen_and_wanted(qtbot: QtBot) -> None:
    button = BusyButton("ارسال")
    qtbot.addWidget(button)
    still = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, True)
    try:
        button.set_busy(True)
        assert not button._timer.isActive()
        button.show()
        assert button._timer.isActive()
        button.hide()
        assert not button._timer.isActive()
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)
        button.show()
        assert not button._timer.isActive()
        button.hide()
    finally:
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, still)
