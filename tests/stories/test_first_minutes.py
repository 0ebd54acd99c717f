"""From the first start to a queued post, by clicks and keys alone: product.md §1 allows twelve."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Way
from services.publishing.states import State
from ui.program import Program

FORBIDDEN = re.compile(r"\b(keys?|api|tokens?|credits?|sync\w*)\b", re.IGNORECASE)
POST = "We are open: candles, cards and a very old cat 🕯️ شمع"
MOST_STEPS = 12


class Owner:
    """Clicks what stands in view, types where the caret is, counts both, and reads every word."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._window = program.window
        self._qtbot = qtbot
        self.steps = 0

    def click(self, words: str) -> None:
        self.read()
        button = next(
            button
            for button in self._window.findChildren(QAbstractButton)
            if button.isVisible() and words in f"{button.text()} {button.accessibleName()}"
        )
        self.steps += 1
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.read()
        self.steps += 1
        self._qtbot.keyClick(self._window.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        self.read()
        field = self._window.focusWidget()
        assert isinstance(field, QLineEdit | QTextEdit), field
        self.steps += 1
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(field, event)

    def read(self) -> None:
        shown: list[str] = []
        for label in self._window.findChildren(QLabel):
            shown += [label.text()] if label.isVisible() else []
        for button in self._window.findChildren(QAbstractButton):
            if button.isVisible():
                shown += [button.text(), button.toolTip(), button.accessibleName()]
        assert len(shown) > 5
        assert not [words for words in shown if FORBIDDEN.search(words)]


def test_twelve_steps_to_a_queued_post(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    owner = Owner(program, qtbot)
    assert program.window.current_tab == "compose"
    owner.click("Start with my shop")
    owner.type("The Blue Door")
    owner.click("Begin")
    owner.type(POST)
    owner.press(
        Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert owner.steps <= MOST_STEPS
    qtbot.waitUntil(program.tasks.idle)
    account = program.shop.accounts.active()
    assert account.way is Way.BY_HAND
    (post,) = program.shop.outbox.list(account.id)
    assert (post.state, post.text) == (State.QUEUED, POST)
    for tab in ("queue", "inbox", "analytics", "shop"):
        program.window.show_tab(tab)
        qtbot.waitUntil(program.tasks.idle)
        owner.read()


def test_looking_around_first_loses_nothing(start: Callable[[], Program], qtbot: QtBot) -> None:
    """A draft of the sample shop comes along to the own shop."""
    program = start()
    owner = Owner(program, qtbot)
    owner.click("Look around a sample shop")
    owner.type(POST)
    owner.click("Start my own shop")
    owner.type("در آبی")
    owner.click("Begin")
    account = program.shop.accounts.active()
    assert account.way is Way.BY_HAND
    assert [draft.text for draft in program.shop.drafts.all(account.id)] == [POST]
    assert program.rooms.compose.composer.sheet.edit.toPlainText() == POST
