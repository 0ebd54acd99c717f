from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from widgets.conversation import ConversationView
from widgets.message_bubble import MessageBubble, WordValue
from widgets.post_card import StateTone

THEIRS = WordValue("1", True, "Maya", "Do you ship to Amman?", "09:00", "Yesterday")
OURS = WordValue("2", False, "tea", "نعم، إلى عمّان أيضاً 🍵", "09:05", "Today", state="Sent")


@pytest.fixture
def view(qtbot: QtBot, themed: object) -> ConversationView:
    view = ConversationView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.set((THEIRS, OURS))
    return view


def left_of(bubble: MessageBubble) -> int:
    frame = bubble.findChildren(QLabel)[0].parentWidget()
    assert frame is not None
    return frame.mapTo(bubble, frame.rect().topLeft()).x()


def test_theirs_start_and_ours_end(view: ConversationView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.bubbles[1].width() > 300)
    theirs, ours = view.bubbles
    assert left_of(theirs) == 0
    assert left_of(ours) > 100
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: left_of(view.bubbles[0]) > 100)
    assert left_of(view.bubbles[1]) == 0


def test_each_new_day_has_its_line(view: ConversationView) -> None:
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert [text for text in texts if text in ("Yesterday", "Today")] == ["Yesterday", "Today"]


def test_says_who_said_what_when(view: ConversationView) -> None:
    assert view.bubbles[0].accessibleName() == "Maya, 09:00: Do you ship to Amman?"


def test_the_button_gives_the_words_id(view: ConversationView, qtbot: QtBot) -> None:
    needy = replace(
        OURS,
        state="Needs you",
        tone=StateTone.TROUBLE,
        note="X allows this answer only on x.com. Your words are ready to paste there.",
        button="Open in X",
    )
    view.set((THEIRS, needy))
    button = view.bubbles[1].findChild(QPushButton)
    with qtbot.waitSignal(view.pressed) as pressed:
        button.click()
    assert pressed.args == ["2"]
    labels = [label.text() for label in view.bubbles[1].findChildren(QLabel)]
    assert needy.note in labels


def test_goes_to_the_last_word_and_stays_where_one_reads(
    view: ConversationView, qtbot: QtBot
) -> None:
    many = tuple(replace(THEIRS, id=str(n), text=f"Word {n}\n" * 3) for n in range(20))
    view.set(many)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200 and bar.value() == bar.maximum())
    bar.setValue(40)
    view.set((*many[:-1], replace(many[-1], state="Sent")))
    assert bar.value() == 40
    view.set((*many, replace(OURS, id="new")))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_no_bubble_is_wider_than_the_view(view: ConversationView, qtbot: QtBot) -> None:
    view.set((replace(THEIRS, text="x" * 400),))
    view.resize(420, 400)
    qtbot.waitUntil(lambda: view.bubbles[0].width() <= 420)
    assert view.widget().width() <= view.viewport().width()


def test_no_line_of_a_bubble_is_cut_off(view: ConversationView, qtbot: QtBot) -> None:
    words = "This made my morning. Thank you for sharing how things look behind the counter."
    long = tuple(
        replace(THEIRS, id=str(size), text=(words + " 🍵 شكراً")[:size]) for size in range(40, 90, 5)
    )
    for width in (700, 640, 760, 380):
        view.resize(width, 400)
        view.set(long)
        qtbot.wait(1)
        for bubble in view.bubbles:
            label = bubble.findChildren(QLabel)[0]
            needs = label.heightForWidth(label.width())
            assert label.height() >= needs
