"""Buttons that paint themselves say that they can be pressed, all in the same way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.choice_tile import ChoiceTile
from widgets.colour_well import ColourWell
from widgets.logo_button import LogoButton
from widgets.picture_button import PictureButton
from widgets.product_card import AddCard
from widgets.slot_button import SlotButton

MADE = [
    lambda: ChoiceTile(QIcon(), "My own shop", "Four questions."),
    lambda: ColourWell("Colour"),
    lambda: LogoButton("Logo"),
    lambda: PictureButton("Choose a picture"),
    lambda: AddCard("Add a product"),
    lambda: SlotButton("slot", "09:00", spoken="Free"),
]


@pytest.mark.parametrize("make", MADE)
def test_the_mouse_and_the_tab_key_find_it(
    make: Callable[[], QAbstractButton], qtbot: QtBot
) -> None:
    button = make()
    qtbot.addWidget(button)
    assert button.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus


class Paints(QObject):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize("make", MADE)
def test_it_is_painted_again_when_the_mouse_comes_and_goes(
    make: Callable[[], QAbstractButton], qtbot: QtBot
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(600, 600)
    button = make()
    button.setParent(room)
    button.setGeometry(100, 100, 300, 200)
    with qtbot.waitExposed(room):
        room.show()
    QTest.mouseMove(room, QPoint(10, 10))
    QApplication.processEvents()
    paints = Paints(button)
    QTest.mouseMove(room, QPoint(250, 200))
    qtbot.waitUntil(lambda: paints.count == 1)
    QTest.mouseMove(room, QPoint(10, 10))
    qtbot.waitUntil(lambda: paints.count == 2)
