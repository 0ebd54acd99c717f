from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStyleOptionMenuItem, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from widgets import soft_menu
from widgets.soft_menu import ROOM, SoftMenu, draws_through


def test_the_shadow_lies_round_the_panel(qtbot: QtBot, themed: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = SoftMenu("", owner)
    menu.addAction("کپی 🌿")
    menu.popup(QPoint(100, 100))
    drawn = menu.grab().toImage()
    middle = menu.width() // 2
    assert drawn.pixelColor(middle, menu.height() // 2).alpha() == 255
    assert 0 < drawn.pixelColor(middle, menu.height() - ROOM + 3).alpha() < 120
    assert drawn.pixelColor(0, 0).alpha() == 0
    assert menu.pos() == QPoint(100 - ROOM, 100 - ROOM + 4)
    menu.close()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_under_a_button_it_ends_where_the_button_ends(
    qtbot: QtBot, themed: Theme, direction: Qt.LayoutDirection
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.setGeometry(0, 0, 700, 300)
    owner.setLayoutDirection(direction)
    button = QPushButton("⚙", owner)
    button.setGeometry(400, 10, 40, 30)
    owner.show()
    menu = SoftMenu("", owner)
    menu.setLayoutDirection(direction)
    menu.addAction("نسخه‌برداری 🌿")
    menu.open_under(button)
    seen = menu.geometry().adjusted(ROOM, ROOM, -ROOM, -ROOM)
    spot = button.mapToGlobal(QPoint())
    assert seen.top() == spot.y() + button.height() + 4
    if direction is Qt.LayoutDirection.LeftToRight:
        assert seen.right() == spot.x() + 39
    else:
        assert seen.left() == spot.x()
    menu.close()
    owner.hide()


@pytest.mark.parametrize(
    ("platform", "desktop", "through"),
    [
        ("windows", "", True),
        ("cocoa", "", True),
        ("wayland", "sway", True),
        ("xcb", "", False),
        ("xcb", "i3", False),
        ("xcb", "ubuntu:GNOME", True),
        ("xcb", "KDE", True),
    ],
)
def test_where_a_window_may_be_partly_transparent(
    monkeypatch: pytest.MonkeyPatch, platform: str, desktop: str, through: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: platform))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert draws_through() is through


def test_without_transparency_the_corners_are_masked(
    qtbot: QtBot, themed: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soft_menu, "draws_through", lambda: False)
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = SoftMenu("", owner)
    menu.addAction("Copy")
    menu.popup(QPoint(10, 10))
    assert not menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(QPoint(menu.width() // 2, 0))
    menu.close()


def test_keys_read_as_on_the_keyboard(qtbot: QtBot, themed: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    menu = SoftMenu("", owner)
    settings = menu.addAction("الإعدادات")
    settings.setShortcut("Ctrl+,")
    plain = menu.addAction("عن")
    option = QStyleOptionMenuItem()
    menu.initStyleOption(option, settings)
    assert option.text == "الإعدادات\t\u2066Ctrl+,\u2069"
    menu.initStyleOption(option, plain)
    assert option.text == "عن"
