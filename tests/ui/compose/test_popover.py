from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.compose.popover import Popover


def test_on_a_low_screen_it_lies_over_its_anchor(qtbot: QtBot, themed: object) -> None:
    """Neither above nor below is room: it stays on the screen all the same."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    anchor = QWidget()
    qtbot.addWidget(anchor)
    anchor.setGeometry(40, screen.height() // 2, 80, 24)
    anchor.show()
    popover = Popover(anchor)
    popover.setFixedHeight(screen.height() - 60)
    popover.open_at(anchor)
    assert screen.contains(popover.geometry())
    popover.close()
