"""Compose in a small window: panes become drawers, and what stops a post is brought into view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from services.settings import DRAFTS_SHOWN
from services.shop import Shop
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text
from widgets.drawer import Drawer


@pytest.fixture
def narrow(page: ComposePage) -> ComposePage:
    """As large as the smallest window leaves it."""
    page.resize(960, 556)
    QApplication.processEvents()
    return page


def drawer_of(page: ComposePage) -> Drawer:
    drawer = page.drawer.drawer
    assert drawer is not None
    return drawer


def place_of(widget: QWidget, page: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint())


def test_the_drafts_lie_in_a_drawer(narrow: ComposePage, qtbot: QtBot) -> None:
    type_text(narrow, "first چای")
    narrow.save_now()
    narrow.new_draft()
    assert not narrow.drafts.isVisible()
    narrow.composer.sheet.drafts_button.click()
    drawer = drawer_of(narrow)
    assert drawer.is_open
    assert drawer.isAncestorOf(narrow.drafts.list)
    narrow.drafts.list.chosen.emit(narrow.drafts._posts[0].id)
    assert not drawer.is_open
    assert narrow.composer.content.text == "first چای"
    assert narrow.focusWidget() is narrow.composer.sheet.edit
    narrow.search()
    assert drawer.is_open
    qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.is_open


def test_a_new_draft_is_begun_from_the_drawer(narrow: ComposePage) -> None:
    type_text(narrow, "words")
    narrow.composer.sheet.drafts_button.click()
    drawer = drawer_of(narrow)
    (new,) = (each for each in drawer.findChildren(QToolButton) if each.text() == "New draft")
    new.click()
    assert not drawer.is_open
    assert narrow.composer.content.is_empty


@pytest.mark.parametrize("shown", [True, False])
def test_the_pane_is_as_it_was_when_there_is_room_again(
    narrow: ComposePage, shop: Shop, shown: bool
) -> None:
    narrow.drafts.set_folded(not shown)
    shop.settings.set(DRAFTS_SHOWN, shown)
    for _ in range(2):
        narrow.search()
        assert narrow.drafts.search.isVisible()
        narrow.resize(1280, 716)
        QApplication.processEvents()
        assert not drawer_of(narrow).is_open
        assert narrow.drafts.isVisible()
        assert narrow.drafts.isAncestorOf(narrow.drafts.search)
        assert narrow.drafts.search.isVisible() is shown
        assert not narrow.composer.sheet.drafts_button.isVisible()
        narrow.resize(960, 556)
        QApplication.processEvents()


def test_the_drawer_stands_at_the_start_also_from_the_right(narrow: ComposePage) -> None:
    narrow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    narrow.composer.sheet.drafts_button.click()
    assert drawer_of(narrow).geometry().right() == narrow._room.rect().right()


@pytest.mark.parametrize("text", ["Bowls", "Bowls\n" * 40])
def test_the_sheet_stands_in_the_middle_with_a_scroll_bar_and_without(
    narrow: ComposePage, pictures: tuple[Path, ...], text: str
) -> None:
    type_text(narrow, text)
    paste_pictures(narrow, pictures[:2])
    QApplication.processEvents()
    sheet = narrow.composer.sheet
    left = place_of(sheet, narrow).x()
    right = narrow.width() - left - sheet.width()
    assert sheet.width() == 640
    assert abs(left - right) <= 1


def test_what_stops_a_post_is_in_view_and_has_the_caret(
    narrow: ComposePage, pictures: tuple[Path, ...]
) -> None:
    type_text(narrow, "Bowls\n" * 20)
    paste_pictures(narrow, pictures[:2])
    QApplication.processEvents()
    narrow.centre.area.verticalScrollBar().setValue(0)
    advice = narrow.composer.advice
    narrow.queue()
    QApplication.processEvents()
    assert place_of(advice, narrow).y() + advice.height() <= narrow.bar.y()
    assert narrow.focusWidget() is advice.button_for(Act.DESCRIBE)
    anyway = advice.button_for(Act.POST_ANYWAY)
    assert anyway is not None
    assert anyway.text() == "Queue anyway"
    narrow.post()
    assert anyway.text() == "Post anyway"


def test_a_long_name_ends_in_dots_before_the_handle(
    make_page: Callable[[], ComposePage], shop: Shop
) -> None:
    account = shop.accounts.active()
    profile = shop.profiles.get(account.id)
    name = "The Extraordinarily Long-Named Emporium of Handmade Tea, Ceramics and Curiosities"
    shop.profiles.save(account.id, replace(profile, name=name))
    page = make_page()
    QApplication.processEvents()
    sheet = page.composer.sheet
    assert sheet.head.name.is_cut
    assert sheet.head.name.toolTip() == name
    assert sheet.head.handle.width() >= sheet.head.handle.sizeHint().width()
    assert sheet.head.handle.geometry().right() < sheet.width()
    page.resize(960, 556)
    QApplication.processEvents()
    assert sheet.preview_button.width() >= sheet.preview_button.sizeHint().width()
    assert sheet.head.name.geometry().right() < sheet.head.handle.x()
