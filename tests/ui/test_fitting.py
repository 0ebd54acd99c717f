"""A dialog that grows does so to all sides, and leaves neither its screen nor its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.fitting import from_the_middle


@pytest.fixture
def dialog(qtbot: QtBot, themed: Any) -> Iterator[QDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 60, 700, 640)
    window.show()
    made = QDialog(window)
    made.setFixedSize(300, 200)
    made.show()
    yield made
    window.close()


def test_its_middle_stays(dialog: QDialog) -> None:
    middle = dialog.geometry().center()
    with from_the_middle(dialog):
        dialog.setFixedSize(420, 500)
    moved = dialog.geometry().center() - middle
    assert moved.manhattanLength() <= 2


def test_it_stays_on_its_screen(dialog: QDialog) -> None:
    screen = dialog.screen().availableGeometry()
    dialog.move(screen.right() - 300, screen.bottom() - 200)
    with from_the_middle(dialog):
        dialog.setFixedSize(500, 600)
    assert screen.contains(dialog.geometry())


def test_larger_than_its_screen_it_begins_where_that_does(dialog: QDialog) -> None:
    screen = dialog.screen().availableGeometry()
    with from_the_middle(dialog):
        dialog.setFixedSize(screen.size() + QSize(100, 100))
    assert dialog.geometry().topLeft() == screen.topLeft()


def test_what_does_not_grow_is_not_moved(dialog: QDialog) -> None:
    dialog.move(QPoint(-20, 10))
    with from_the_middle(dialog):
        dialog.setFixedSize(300, 200)
    assert dialog.pos() == QPoint(-20, 10)
