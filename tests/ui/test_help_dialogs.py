from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from ui.help_dialogs import KeysDialog
from ui.window_actions import WindowActions


@pytest.fixture
def actions(qtbot: QtBot, themed: object) -> WindowActions:
    window = QMainWindow()
    qtbot.addWidget(window)
    return WindowActions(window, [("compose", "Compose")])


def dialog_of(actions: WindowActions) -> KeysDialog:
    window = actions.parent()
    assert isinstance(window, QMainWindow)
    return KeysDialog(actions.by_name, window)


def texts(dialog: KeysDialog) -> list[str]:
    return [label.text().strip("\u2066\u2069") for label in dialog.findChildren(QLabel)]


def test_lists_the_commands_and_the_letters(actions: WindowActions) -> None:
    shown = texts(dialog_of(actions))
    assert {"Ctrl+N", "U", "J · K", "R", "E", "Z", "Ctrl+Shift+X", "Esc"} <= set(shown)
    assert not any("switched off" in text for text in shown)


def test_letters_that_are_switched_off_are_not_listed(actions: WindowActions, qtbot: QtBot) -> None:
    actions.set_single_keys(False)
    dialog = dialog_of(actions)
    shown = texts(dialog)
    assert {"Ctrl+N", "Esc"} <= set(shown)
    assert not {"U", "J · K", "R", "E", "Z"} & set(shown)
    assert any("switched off" in text for text in shown)
    (settings,) = (b for b in dialog.findChildren(QPushButton) if "settings" in b.text())
    with qtbot.waitSignal(actions.by_name["settings"].triggered):
        settings.click()
    assert not dialog.isVisible()


def test_keys_read_as_on_the_keyboard(actions: WindowActions) -> None:
    labels = [label.text() for label in dialog_of(actions).findChildren(QLabel)]
    assert "\u2066Ctrl+,\u2069" in labels
