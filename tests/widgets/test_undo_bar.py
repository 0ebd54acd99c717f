from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.undo_bar import UndoBar


class Heard:
    def __init__(self, bar: UndoBar) -> None:
        self.said: list[str] = []
        bar.undone.connect(lambda: self.said.append("undone"))
        bar.ended.connect(lambda: self.said.append("ended"))
        bar.chosen.connect(lambda: self.said.append("chosen"))


@pytest.mark.parametrize("sentence", ["Post goes out", "پست تا ده ثانیه دیگر می‌رود", "Done 🌿"])
def test_pressed_in_time(qtbot: QtBot, page: QWidget, sentence: str) -> None:
    bar = UndoBar(page, undo="Undo")
    heard = Heard(bar)
    bar.offer(sentence, 10)
    assert bar.isVisible()
    assert bar.sentence == sentence
    qtbot.keyClick(bar.button, Qt.Key.Key_Space)
    assert heard.said == ["undone"]
    assert bar.isHidden()
    bar.press()
    bar.settle()
    assert heard.said == ["undone"]


def test_time_over(qtbot: QtBot, page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo")
    heard = Heard(bar)
    with qtbot.waitSignal(bar.ended, timeout=5_000):
        bar.offer("Deleted", 0.03)
    assert heard.said == ["ended"]
    assert bar.isHidden()


def test_a_new_offer_ends_the_one_before(page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo")
    heard = Heard(bar)
    bar.offer("First", 10)
    bar.offer("Second", 10)
    assert heard.said == ["ended"]
    assert bar.sentence == "Second"
    bar.press()
    assert heard.said == ["ended", "undone"]


def test_settling_before_quitting(page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo")
    heard = Heard(bar)
    bar.settle()
    assert heard.said == []
    bar.offer("Post goes out", 10)
    bar.settle()
    assert heard.said == ["ended"]


def test_it_stays_in_the_middle_of_the_bottom(page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo", above=80)
    bar.offer("Post goes out", 10)
    for size in ((900, 600), (1200, 800), (300, 400)):
        page.resize(*size)
        assert abs(bar.geometry().center().x() - size[0] / 2) <= 1
        assert bar.geometry().bottom() == size[1] - 81
        assert bar.width() <= size[0] - 32
    bar.settle()


def test_it_stands_at_the_foot_of_the_pane_it_is_given(page: QWidget) -> None:
    pane = QWidget(page)
    page.resize(900, 600)
    pane.setGeometry(400, 50, 500, 350)
    pane.show()
    bar = UndoBar(page, undo="Undo")
    bar.stand_over(pane)
    bar.offer("Post goes out", 10)
    assert abs(bar.geometry().center().x() - 650) <= 1
    assert pane.geometry().bottom() - bar.geometry().bottom() == 16
    pane.setGeometry(100, 50, 300, 250)
    assert abs(bar.geometry().center().x() - 250) <= 1
    assert pane.geometry().bottom() - bar.geometry().bottom() == 16
    pane.hide()
    pane.setGeometry(0, 0, 100, 100)
    assert abs(bar.geometry().center().x() - 450) <= 1
    pane.setGeometry(100, 50, 300, 250)
    pane.show()
    assert abs(bar.geometry().center().x() - 250) <= 1
    bar.stand_over(None)
    assert abs(bar.geometry().center().x() - 450) <= 1
    bar.settle()


def test_a_long_sentence_ends_in_dots_and_leaves_the_button_whole(page: QWidget) -> None:
    page.resize(420, 600)
    bar = UndoBar(page, undo="Undo")
    bar.offer("Your answer to Maximiliana Wolfeschlegelsteinhausenbergerdorff goes out", 10)
    page.grab()
    assert bar.width() <= 420 - 32
    assert bar.button.width() >= bar.button.sizeHint().width()
    assert bar.rect().contains(bar.button.geometry())
    bar.settle()


def test_the_ring_counts_down(page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo")
    bar.offer("Post goes out", 10)
    assert bar._ring._seconds == 10
    assert not bar.grab().isNull()
    bar.settle()


def test_something_else_can_be_done_instead(qtbot: QtBot, page: QWidget) -> None:
    bar = UndoBar(page, undo="Undo")
    heard = Heard(bar)
    bar.offer("Post deleted", 10, second="Close the gap")
    assert bar.second.text() == "Close the gap"
    qtbot.keyClick(bar.second, Qt.Key.Key_Space)
    assert heard.said == ["chosen"]
    assert bar.isHidden()
    bar.offer("Saved", 10)
    assert bar.second.isHidden()
