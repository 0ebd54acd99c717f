"""The settings, from their key to what they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from services.publishing.states import State
from services.settings import THEME
from ui.program import Program
from ui.settings.settings_dialog import SettingsDialog
from ui.tour.hand import type_text


def open_settings(program: Program) -> SettingsDialog:
    program.window.actions_by_name["settings"].trigger()
    (dialog,) = program.window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    return dialog


def test_each_choice_has_its_effect(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    undo = program.window.actions_by_name["undo"]
    assert undo.shortcut() == QKeySequence("U")
    dialog = open_settings(program)
    dialog.general.look.button("dark").click()
    dialog.sending.undo.button("0").click()
    dialog.general.single_keys.click()
    assert program.shop.settings.get(THEME) == "dark"
    assert undo.shortcut().isEmpty()
    dialog.done_button.click()

    type_text(program.rooms.compose, "At once")
    program.rooms.compose.bar.post_button.click()
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    assert not program.window.undo_bar.offered
    (post,) = program.shop.outbox.list(program.shop.accounts.active().id) or (None,)
    assert post is None or (post.state, post.due_at) == (State.QUEUED, program.shop.clock.now())

    program = start()
    assert program.window.actions_by_name["undo"].shortcut().isEmpty()
    dialog = open_settings(program)
    assert (dialog.general.look.choice, dialog.sending.undo.choice) == ("dark", "0")
    dialog.general.look.button("system").click()
    dialog.reject()
