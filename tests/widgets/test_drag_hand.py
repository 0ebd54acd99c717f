from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.drag_hand import DragHand


@pytest.fixture
def hand(qtbot: QtBot, page: QWidget) -> DragHand:
    hand = DragHand(page)
    picture = QPixmap(120, 60)
    picture.fill(Qt.GlobalColor.white)
    hand.take("one", picture, QPoint(10, 10), page.mapToGlobal(QPoint(100, 100)))
    yield hand  # type: ignore[misc]  # pytest's fixture that cleans up
    hand.let_go()


def test_it_follows_the_pointer_and_is_dropped(hand: DragHand, page: QWidget, qtbot: QtBot) -> None:
    before = hand.pos()
    qtbot.mousePress(hand, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(hand.moved) as moved:
        qtbot.mouseMove(hand, QPoint(60, 80))
    assert hand.pos() != before
    assert moved.args is not None
    hand.say("Thu, 09:00")
    assert not hand.grab().isNull()
    with qtbot.waitSignals([hand.moved, hand.dropped]):
        qtbot.mouseRelease(hand, Qt.MouseButton.LeftButton)
    assert hand.key == ""
    assert hand.isHidden()


def test_escape_puts_it_back(hand: DragHand, qtbot: QtBot) -> None:
    hand.say("That time is over", calm=False)
    with qtbot.waitSignal(hand.cancelled), qtbot.assertNotEmitted(hand.dropped):
        qtbot.keyClick(hand, Qt.Key.Key_Escape)
    assert hand.key == ""
    assert hand.isHidden()
    assert QWidget.mouseGrabber() is None


def test_let_go_over_another_program(hand: DragHand, qtbot: QtBot) -> None:
    """No release ever comes: the next move has no button pressed."""
    with qtbot.waitSignal(hand.cancelled):
        qtbot.mouseMove(hand, QPoint(60, 80))
    assert hand.key == ""


def test_right_to_left_it_hangs_at_the_pointer(hand: DragHand, page: QWidget) -> None:
    hand.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    hand.let_go()
    picture = QPixmap(120, 60)
    at = page.mapToGlobal(QPoint(300, 100))
    hand.take("two", picture, QPoint(10, 10), at)
    right = hand.geometry().right()
    assert right == 300 - 10 + 120 - 1
    assert not hand.grab().isNull()
