"""The line of advice is seen however long the sheet is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.compose import compose_page
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def is_seen(page: ComposePage) -> bool:
    line = page.composer.advice
    top = line.mapTo(page, QPoint()).y()
    room = page.bar.y() if page.centre.dock.is_docked else page.centre.area.height()
    return line.isVisible() and top >= 0 and top + line.height() <= room


def long_sheet(page: ComposePage, pictures: tuple[Path, ...]) -> None:
    type_text(page, "Bowls\n" * 6)
    page.composer.sheet.poll_button.click()
    paste_pictures(page, pictures[:1])
    settle()


@pytest.mark.parametrize("size", [(1280, 716), (960, 556), (1280, 480)])
def test_it_stands_under_a_short_sheet_and_over_the_bar_under_a_long_one(
    page: ComposePage, pictures: tuple[Path, ...], size: tuple[int, int]
) -> None:
    page.resize(*size)
    settle()
    assert is_seen(page)
    long_sheet(page, pictures)
    assert page.centre.dock.is_docked
    assert is_seen(page)
    sheets = page.composer.parts.sheets
    line = page.composer.advice
    assert line.mapTo(page, QPoint()).x() == sheets.mapTo(page, QPoint()).x()
    assert line.width() == sheets.width()
    page.new_draft()
    page.resize(1280, 716)
    settle()
    assert not page.centre.dock.is_docked
    assert page.composer.isAncestorOf(line)
    assert is_seen(page)


def test_it_comes_to_rest_at_any_height(page: ComposePage) -> None:
    """Docked it takes room from the sheet: that alone never sends it back."""
    type_text(page, "شاي\n" * 8)
    for height in range(380, 720, 7):
        page.resize(1280, height)
        settle()
        docked = page.centre.dock.is_docked
        settle()
        assert page.centre.dock.is_docked == docked
        assert is_seen(page)


def test_it_lies_under_the_sheet_from_the_right_too(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    long_sheet(page, pictures)
    sheets = page.composer.parts.sheets
    assert page.composer.advice.mapTo(page, QPoint()).x() == sheets.mapTo(page, QPoint()).x()


def test_its_button_keeps_the_keyboard_when_the_line_moves(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    type_text(page, "Bowls")
    paste_pictures(page, pictures[:1])
    page.post()
    settle()
    button = page.composer.advice.button_for(Act.DESCRIBE)
    assert page.focusWidget() is button
    page.resize(1280, 400)
    settle()
    assert page.centre.dock.is_docked
    assert page.focusWidget() is button


def test_undo_stands_clear_of_it(page: ComposePage, pictures: tuple[Path, ...]) -> None:
    long_sheet(page, pictures)
    place = page.undo_place()
    foot = place.mapTo(page, QPoint(0, place.height())).y()
    assert foot <= page.composer.advice.mapTo(page, QPoint()).y()


def test_why_it_cannot_go_is_said_aloud(page: ComposePage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    tell: Callable[[object, str], None] = lambda _widget, sentence: said.append(sentence)  # noqa: E731
    monkeypatch.setattr(compose_page, "announce", tell)
    page.post()
    assert said == ["Write something first, or add a picture."]
    type_text(page, "Tea")
    page.composer.sheet.thread_button.click()
    page.queue()
    assert said[1:] == ["Part 2 of the thread is empty."]
    page.composer.insert("お茶")
    page.post()
    assert len(said) == 2
