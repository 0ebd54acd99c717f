from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from widgets.empty_state import EmptyState


@pytest.mark.parametrize("width", [300, 900])
@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody has written yet. When a customer mentions you, the words stand here.",
        "هنوز کسی چیزی ننوشته است. وقتی مشتری نام شما را بیاورد، اینجا دیده می‌شود. 🌿",
    ],
)
def test_the_whole_sentence_is_seen(qtbot: QtBot, width: int, sentence: str) -> None:
    state = EmptyState(QIcon(), sentence, "Check now")
    qtbot.addWidget(state)
    state.resize(width, 500)
    state.show()
    label = state._sentence
    assert label.width() <= width
    assert label.height() >= label.heightForWidth(label.width())


def test_one_action(qtbot: QtBot) -> None:
    state = EmptyState(QIcon(), "Nothing is planned.", "Write a post", primary=True)
    qtbot.addWidget(state)
    assert state.button.property("kind") == "primary"
    with qtbot.waitSignal(state.pressed):
        qtbot.keyClick(state.button, Qt.Key.Key_Space)


def test_without_an_action(qtbot: QtBot) -> None:
    state = EmptyState(QIcon(), "Nothing is planned.")
    qtbot.addWidget(state)
    assert state.button.isHidden()
    state.set("Still nothing.", "Look again")
    assert state.sentence == "Still nothing."
    assert not state.button.isHidden()


def test_nothing_to_say_yet(qtbot: QtBot) -> None:
    state = EmptyState(QIcon(), "")
    qtbot.addWidget(state)
    state.resize(300, 300)
    state.show()
    assert state._sentence.height() == 0
    state.hide()
