from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.build import column, label, scroll

Shown = tuple[QWidget, QScrollArea, list[QPushButton]]
"""The window, for as long as the test holds it."""


def shown(qtbot: QtBot, *, name: str = "") -> Shown:
    """Twenty buttons in a window that has room for a few, or as many lines of words."""
    inner, window = QWidget(), QWidget()
    parts: list[QWidget] = [
        label("お茶 🍵") if name else QPushButton(f"Button {number}") for number in range(20)
    ]
    inner.setLayout(column(*parts))
    area = scroll(inner, name=name)
    window.setLayout(column(area))
    window.resize(200, 120)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    window.activateWindow()
    return window, area, [part for part in parts if isinstance(part, QPushButton)]


def test_words_have_a_stop_and_scroll_by_the_keys(qtbot: QtBot) -> None:
    _window, area, _none = shown(qtbot, name="Words")
    assert area.accessibleName() == "Words"
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(area, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0


def test_controls_are_the_only_stops_and_bring_themselves_into_view(qtbot: QtBot) -> None:
    window, area, buttons = shown(qtbot)
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    for _ in buttons[1:]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert buttons[-1].hasFocus()
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_button_in_it_leaves_the_page_keys_to_it(qtbot: QtBot) -> None:
    _window, area, buttons = shown(qtbot)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
