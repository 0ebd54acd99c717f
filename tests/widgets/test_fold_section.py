"""A section is closed until it is opened, by mouse, by keys, and by name."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from widgets.fold_section import FoldSection, fold_start


@pytest.fixture
def section(qtbot: QtBot, themed: Any) -> FoldSection:
    made = FoldSection("Voice")
    made.set_content(QLabel("Inside"))
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def is_seen(section: FoldSection) -> bool:
    assert section.content is not None
    return section.content.isVisible()


def test_it_is_closed_and_a_press_opens_it(section: FoldSection, qtbot: QtBot) -> None:
    assert not section.is_open
    assert not is_seen(section)
    with qtbot.waitSignal(section.turned, check_params_cb=lambda on: on is True):
        qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert is_seen(section)
    with qtbot.waitSignal(section.turned, check_params_cb=lambda on: on is False):
        qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert not is_seen(section)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_open_it(section: FoldSection, key: Qt.Key) -> None:
    assert section.head.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(section.head, key)
    assert is_seen(section)


def test_opened_by_the_program_it_tells_nobody(section: FoldSection, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(section.turned):
        section.set_open(True)
    assert is_seen(section)


def test_content_that_comes_late_is_seen_when_open(qtbot: QtBot, themed: Any) -> None:
    made = FoldSection("Mix")
    qtbot.addWidget(made)
    made.set_open(True)
    made.set_content(QLabel("Inside"))
    made.show()
    assert is_seen(made)


def test_a_screen_reader_hears_the_note_and_whether_it_is_open(section: FoldSection) -> None:
    section.set_note("Mia")
    heard = QAccessible.queryAccessibleInterface(section.head)
    assert heard.text(QAccessible.Text.Name) == "Voice, Mia"
    assert heard.text(QAccessible.Text.Description) == "Closed"
    assert not heard.state().checked
    section.set_open(True)
    assert heard.text(QAccessible.Text.Description) == "Open"
    assert heard.state().checked


def test_it_is_drawn_mirrored(section: FoldSection) -> None:
    def ink(image: QImage, left: int, right: int) -> int:
        ground = image.pixel(image.width() // 2, 1)
        return sum(
            image.pixel(x, y) != ground for x in range(left, right) for y in range(image.height())
        )

    left = section.head.grab().toImage()
    section.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = section.head.grab().toImage()
    wide = left.width()
    assert ink(left, 0, 24) > 0
    assert ink(left, wide - 24, wide) == 0
    assert ink(right, wide - 24, wide) > 0
    assert ink(right, 0, 24) == 0


def test_its_arrow_grows_with_the_words_and_begins_the_column(
    section: FoldSection, themed: Any
) -> None:
    ground = section.head.grab().toImage().pixel(0, 0)

    def arrow() -> tuple[int, int]:
        image = section.head.grab().toImage()
        found = [
            x
            for x in range(fold_start(section.head.font()) - 8)
            for y in range(image.height())
            if image.pixel(x, y) != ground
        ]
        return min(found), max(found) - min(found)

    start, wide = arrow()
    assert start <= 5
    themed.apply("light", "en", text_percent=200)
    _start, grown = arrow()
    themed.apply("light", "en", text_percent=100)
    assert grown >= wide * 1.25
