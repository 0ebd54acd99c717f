from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from widgets.focus_ring import FocusRing, FocusRings
from widgets.tab_bar import TabBar


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for text in ("One", "دو", "Three 🌿"):
        layout.addWidget(QPushButton(text))
    layout.addWidget(QLineEdit())
    window.resize(300, 240)
    window.show()
    yield window
    window.hide()


@pytest.fixture(autouse=True)
def _no_button_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt still counts a button that another test pressed and never let go."""
    none = staticmethod(lambda: Qt.MouseButton.NoButton)
    monkeypatch.setattr(QApplication, "mouseButtons", none)


def by_key(window: QWidget, ring: FocusRing, widget: QWidget | None) -> None:
    """What Qt does when Tab moves the focus; offscreen, windows are not always active."""
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    ring._on_focus_changed(None, widget)


def test_it_stands_two_pixels_away(window: QWidget) -> None:
    ring = FocusRing(window)
    button = window.findChildren(QPushButton)[0]
    by_key(window, ring, button)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    window.resize(400, 300)
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)


def test_text_fields_have_their_own_mark(window: QWidget) -> None:
    ring = FocusRing(window)
    by_key(window, ring, window.findChild(QLineEdit))
    assert ring.isHidden()


def test_not_after_the_mouse(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window)
    button = window.findChildren(QPushButton)[1]
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    ring._on_focus_changed(None, button)
    assert ring.isHidden()
    by_key(window, ring, button)
    assert ring.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ring.isHidden()


def test_it_goes_with_what_it_was_round(window: QWidget) -> None:
    ring = FocusRing(window)
    button = window.findChildren(QPushButton)[2]
    by_key(window, ring, button)
    button.hide()
    assert ring.isHidden()
    button.show()
    assert ring.isVisible()
    by_key(window, ring, None)
    assert ring.isHidden()
    assert ring.around is None


def test_it_is_cut_by_the_area_it_scrolls_in(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area = QScrollArea(window)
    inner = QWidget()
    inner.resize(200, 1000)
    button = QPushButton("x", inner)
    button.setGeometry(10, 10, 80, 30)
    area.setWidget(inner)
    area.setGeometry(20, 20, 220, 200)
    window.show()
    ring = FocusRing(window)
    by_key(window, ring, button)
    assert ring.isVisible()
    area.verticalScrollBar().setValue(25)
    top = area.viewport().mapTo(window, QPoint()).y()
    assert ring.y() == top
    area.verticalScrollBar().setValue(400)
    assert ring.isHidden()
    window.hide()


def test_every_window_gets_one(qtbot: QtBot, qapp: QApplication, window: QWidget) -> None:
    rings = FocusRings(qapp)
    first, second = window.findChildren(QPushButton)[:2]
    rings._on_focus_changed(None, first)
    assert window.findChild(FocusRing) is None
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    rings._on_focus_changed(None, first)
    rings._on_focus_changed(first, second)
    assert len(window.findChildren(FocusRing)) == 1
    assert window.findChildren(FocusRing)[0].isVisible()
    rings.deleteLater()


def test_only_the_chosen_tab_of_several(qtbot: QtBot, window: QWidget) -> None:
    tabs = TabBar(window)
    for name in ("queue", "صندوق", "shop 🌿"):
        tabs.add(name, QIcon(), name)
    tabs.resize(tabs.sizeHint())
    tabs.show()
    ring = FocusRing(window)
    by_key(window, ring, tabs)
    before = ring.geometry()
    assert before.width() < tabs.width() / 2
    assert tabs.geometry().contains(before)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert ring.x() > before.x()
