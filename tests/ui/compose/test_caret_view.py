"""The page follows the caret, at the size it is designed at and at the smallest."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _no_button_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt still counts a button that another test pressed and never let go."""
    none = staticmethod(lambda: Qt.MouseButton.NoButton)
    monkeypatch.setattr(QApplication, "mouseButtons", none)


@pytest.fixture(params=[(1280, 716), (960, 556)])
def sized(page: ComposePage, request: pytest.FixtureRequest) -> ComposePage:
    page.resize(*request.param)
    settle()
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def place(page: ComposePage) -> int:
    return page.centre.area.verticalScrollBar().value()


def is_seen(page: ComposePage, widget: QWidget) -> bool:
    view = page.centre.area.viewport()
    top = widget.mapTo(view, QPoint()).y()
    return top >= 0 and top + widget.height() <= view.height()


def caret_is_seen(page: ComposePage) -> bool:
    edit, view = page.composer.sheet.edit, page.centre.area.viewport()
    box = edit.cursorRect()
    top = edit.viewport().mapTo(view, box.topLeft()).y()
    return top >= 0 and top + box.height() <= view.height()


def thread(page: ComposePage, parts: int) -> None:
    for number in range(parts):
        if number:
            page.composer.sheet.thread_button.click()
        type_text(page, f"Part {number + 1} الشاي")
        settle()


def test_a_new_part_is_seen_with_its_tools(sized: ComposePage) -> None:
    for number in range(6):
        if number:
            sized.composer.sheet.thread_button.click()
            settle()
            assert is_seen(sized, sized.composer.sheet)
        type_text(sized, "お茶")
        settle()
        assert caret_is_seen(sized)
        assert is_seen(sized, sized.composer.sheet.more_button)
    assert place(sized) > 0


def test_the_arrows_and_what_moves_a_part_are_followed(sized: ComposePage, qtbot: QtBot) -> None:
    thread(sized, 6)
    for key in [Qt.Key.Key_Up] * 5 + [Qt.Key.Key_Down] * 5:
        qtbot.keyClick(sized.composer.sheet.edit, key)
        settle()
        assert caret_is_seen(sized)
    sized.composer.parts.go_to(0)
    settle()
    assert place(sized) == 0
    for _ in range(5):
        qtbot.keyClick(sized.composer.sheet.edit, Qt.Key.Key_Down, ALT_SHIFT)
        settle()
        assert caret_is_seen(sized)
    assert place(sized) > 0
    sized.composer.sheet.edit.place_caret(3)
    qtbot.keyClick(sized.composer.sheet.edit, Qt.Key.Key_Return, CONTROL_ALT)
    settle()
    assert sized.composer.parts.current == 6
    assert caret_is_seen(sized)


def test_what_waits_to_be_filled_in_is_seen(sized: ComposePage) -> None:
    thread(sized, 5)
    sized.composer.insert(" {product}")
    sized.composer.parts.go_to(0)
    settle()
    sized.composer.parts.go_to(4)
    at = sized.composer.sheet.edit.text().index("{product}")
    sized.composer.sheet.edit.select(at, at + len("{product}"))
    settle()
    assert caret_is_seen(sized)


def test_nothing_jumps_while_the_caret_is_in_view(page: ComposePage) -> None:
    thread(page, 6)
    page.composer.parts.go_to(3)
    settle()
    bar = page.centre.area.verticalScrollBar()
    bar.setValue(bar.value() - 4)
    before = place(page)
    type_text(page, " more")
    settle()
    assert place(page) == before


def test_who_scrolls_away_is_left_there_until_the_next_key(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    thread(page, 6)
    bar = page.centre.area.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    page.composer.parts.editors[0].attach(pictures[:1])
    settle()
    assert place(page) == 0
    type_text(page, "!")
    settle()
    assert caret_is_seen(page)


def test_the_poll_that_is_asked_for_is_seen(page: ComposePage, pictures: tuple[Path, ...]) -> None:
    page.resize(960, 556)
    type_text(page, "Which?\n" * 12)
    settle()
    page.composer.sheet.poll_button.click()
    settle()
    poll = page.composer.extras.poll
    assert poll is not None
    assert is_seen(page, poll.options.row(0).edit)
    paste_pictures(page, pictures[:1])
    settle()
    assert caret_is_seen(page)
