"""The page as a whole: names of its controls, its panes, its size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from services.settings import DRAFTS_SHOWN, PREVIEW_SHOWN
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


def controls(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox | QLineEdit)
    ]


def name_of(widget: QWidget) -> str:
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text()
    return words


def test_every_control_has_a_name(
    page: ComposePage, pictures: tuple[Path, ...], qtbot: QtBot
) -> None:
    paste_pictures(page, pictures[:2])
    page.resize(1000, 600)
    page.open_item("own-shop")
    QApplication.processEvents()
    nameless = [widget for widget in controls(page) if not name_of(widget)]
    assert nameless == []


def seen(page: ComposePage) -> list[QWidget]:
    """Without the field itself and what has nothing to show yet; the two halves of a button that
    is split are one. No pointer stands over the page."""
    for pane in (page.drafts, page.preview.pane):
        pane.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    return [
        widget
        for widget in controls(page)
        if widget is not page.composer.sheet.edit
        and widget is not page.bar.time_button
        and not (isinstance(widget, QToolButton) and widget.icon().isNull() and not widget.text())
    ]


def test_at_most_twelve_controls_at_rest(page: ComposePage) -> None:
    QApplication.processEvents()
    assert len(seen(page)) <= 12, [name_of(widget) for widget in seen(page)]


def test_all_of_it_is_reached_by_tab(page: ComposePage) -> None:
    type_text(page, "words")
    QApplication.processEvents()
    reached: set[QWidget] = set()
    widget: QWidget = page
    for _ in range(500):
        widget = widget.nextInFocusChain()
        if widget is page:
            break
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
    missing = [name_of(each) for each in controls(page) if each not in reached]
    assert missing == []


def test_the_panes_are_folded_and_stay_so(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    wide = page.drafts.width()
    page.drafts.fold_button.click()
    page.preview.pane.fold_button.click()
    QApplication.processEvents()
    assert page.drafts.width() < wide
    assert not page.drafts.list.isVisible()
    assert not page.preview.pane.card.isVisible()
    assert not shop.settings.get(DRAFTS_SHOWN)
    assert not shop.settings.get(PREVIEW_SHOWN)
    page.search()
    assert page.drafts.list.isVisible() or page.drafts.search.isVisible()


def test_below_1100_the_preview_lies_in_a_drawer(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, "in the drawer")
    assert page.preview.pane.isVisible()
    page.resize(1000, 600)
    QApplication.processEvents()
    assert not page.preview.pane.isVisible()
    page.composer.sheet.preview_button.click()
    drawer = page.preview.drawer
    assert drawer is not None
    assert drawer.is_open
    qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.is_open


@pytest.mark.parametrize("size", [(960, 556), (1280, 716), (1920, 1000)])
def test_nothing_is_cut_off(
    page: ComposePage, size: tuple[int, int], pictures: tuple[Path, ...]
) -> None:
    page.resize(*size)
    type_text(page, "Bowls #tea #clay #kiln")
    paste_pictures(page, pictures[:4])
    QApplication.processEvents()
    assert page.width() == size[0]
    for button in (page.bar.post_button, page.bar.queue_button, page.composer.sheet.board_button):
        assert button.width() >= button.sizeHint().width()
    assert page.composer.sheet.width() <= 640


def test_it_is_mirrored(page: ComposePage) -> None:
    QApplication.processEvents()
    assert page.drafts.x() < page.preview.pane.x()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert page.drafts.x() > page.preview.pane.x()
    bar = page.bar
    assert bar.post_button.x() < bar.queue_button.x()


def test_the_caret_waits_on_the_sheet(page: ComposePage) -> None:
    assert page.composer.sheet.edit.hasFocus() or page.focusWidget() is page.composer.sheet.edit


def test_another_account_has_its_own_drafts(page: ComposePage, shop: Shop) -> None:
    type_text(page, "sample words")
    own = shop.accounts.start_own_shop(handle="kiln", zone="UTC")
    page.show_account(own)
    assert page.composer.content.is_empty
    assert page.drafts.list.count() == 0
    type_text(page, "my words")
    page.show_account(shop.accounts.practice())
    assert page.drafts.list.count() == 1
    assert shop.drafts.all(own.id)[0].text == "my words"


def test_a_poll_or_pictures_stand_close_under_a_few_words(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    edit = page.composer.sheet.edit
    alone = edit.height()
    page.composer.sheet.poll_button.click()
    assert edit.height() == alone // 2
    poll = page.composer.extras.poll
    assert poll is not None
    poll.remove_button.click()
    assert edit.height() == alone
    paste_pictures(page, pictures[:1])
    assert edit.height() == alone // 2


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_the_scroll_bar_stands_clear_of_the_preview(
    page: ComposePage, way: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(way)
    type_text(page, "Bowls\n" * 18)
    paste_pictures(page, ())
    page.resize(1280, 420)
    QApplication.processEvents()
    area, pane = page.centre.area, page.preview.pane
    assert area.verticalScrollBar().isVisible()
    box = area.geometry().translated(area.mapTo(page, area.rect().topLeft()) - area.pos())
    if way is Qt.LayoutDirection.LeftToRight:
        assert pane.x() - (box.right() + 1) == 8
    else:
        assert box.left() - (pane.x() + pane.width()) == 8


def test_new_stands_at_the_end_of_the_drafts(page: ComposePage) -> None:
    type_text(page, "words")
    QApplication.processEvents()
    drafts = page.drafts

    def end_of(widget: QWidget) -> int:
        return widget.mapTo(drafts, widget.rect().topRight()).x()

    assert end_of(drafts.new_button) == end_of(drafts.search)
    assert drafts.fold_button.geometry().right() < drafts.new_button.x()


def test_the_preview_is_as_wide_as_its_widest_words(page: ComposePage) -> None:
    pane, side = page.preview.pane, page.tools.side
    assert side is not None
    usual = pane.width()
    side.setMinimumWidth(340)
    QApplication.processEvents()
    assert pane.width() > usual
    inner = side.parentWidget()
    assert inner is not None
    assert inner.width() >= 340
    side.setMinimumWidth(0)
    QApplication.processEvents()
    assert pane.width() == usual
