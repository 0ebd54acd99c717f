from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from widgets.drawer import Drawer


def test_it_covers_the_end_and_follows_the_page(page: QWidget) -> None:
    drawer = Drawer(page, width=340, title="Post")
    assert drawer.isHidden()
    drawer.open()
    assert drawer.geometry().getRect() == (560, 0, 340, 600)
    page.resize(700, 500)
    assert drawer.geometry().getRect() == (360, 0, 340, 500)


def test_it_opens_at_the_left_where_reading_ends_there(page: QWidget) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawer = Drawer(page, width=300, title="مشتری")
    drawer.open()
    assert drawer.x() == 0
    page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert drawer.x() == 600


def test_at_the_start(page: QWidget) -> None:
    drawer = Drawer(page, width=240, at_start=True)
    drawer.open()
    assert drawer.x() == 0


def test_never_wider_than_the_page(page: QWidget) -> None:
    page.resize(200, 300)
    drawer = Drawer(page, width=340)
    drawer.open()
    assert drawer.width() == 200


def test_escape_closes_and_the_words_stay(qtbot: QtBot, page: QWidget) -> None:
    drawer = Drawer(page)
    field = QLineEdit()
    drawer.set_content(field)
    closed: list[bool] = []
    drawer.closed.connect(lambda: closed.append(True))
    drawer.open()
    drawer.open()
    qtbot.keyClicks(field, "notes ")
    field.insert("🌿")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert closed == [True]
    assert drawer.isHidden()
    assert not drawer.is_open
    assert field.text() == "notes 🌿"
    drawer.close_drawer()
    assert closed == [True]


def test_the_close_button_is_named_and_works(qtbot: QtBot, page: QWidget) -> None:
    drawer = Drawer(page, close_name="Close")
    drawer.open()
    assert drawer._close.accessibleName() == "Close"
    with qtbot.waitSignal(drawer.closed):
        drawer._close.click()


def test_content_is_changed_without_losing_the_first(page: QWidget) -> None:
    drawer = Drawer(page)
    first, second = QWidget(), QWidget()
    drawer.set_content(first)
    drawer.set_content(second)
    assert first.parent() is None
    assert second.parent() is drawer
    first.deleteLater()


def test_it_slides_where_movement_is_wanted(qtbot: QtBot, page: QWidget) -> None:
    before = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, True)
    try:
        drawer = Drawer(page, width=300)
        drawer.open()
        assert drawer.x() > 600
        qtbot.waitUntil(lambda: drawer.x() == 600, timeout=5_000)
        drawer.close_drawer()
        qtbot.waitUntil(drawer.isHidden, timeout=5_000)
    finally:
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, before)


def test_focus_goes_back_where_it_was(page: QWidget) -> None:
    layout = QVBoxLayout(page)
    field = QLineEdit()
    layout.addWidget(field)
    field.show()
    field.setFocus()
    drawer = Drawer(page)
    drawer.open()
    assert page.focusWidget() is drawer._close
    drawer.close_drawer()
    assert page.focusWidget() is field


def test_it_closes_when_what_had_the_focus_is_gone(page: QWidget) -> None:
    """The page under it was drawn anew while it was open."""
    card = QLineEdit(page)
    card.show()
    card.setFocus()
    drawer = Drawer(page)
    drawer.open()
    delete(card)
    closed: list[bool] = []
    drawer.closed.connect(lambda: closed.append(True))
    drawer.close_drawer()
    assert drawer.isHidden()
    assert closed == [True]


def test_closed_from_elsewhere_the_focus_stays_there(page: QWidget) -> None:
    first, second = QPushButton("first", page), QPushButton("second", page)
    for button in (first, second):
        button.show()
    drawer = Drawer(page)
    first.setFocus()
    drawer.open()
    second.setFocus()
    drawer.close_drawer()
    assert page.window().focusWidget() is second
