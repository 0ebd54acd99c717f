"""The posts and free times below each other, by choice or where the week has no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.clock import from_wall
from services.publishing.posts import Post
from services.settings import SINGLE_KEYS
from services.shop import Shop
from ui.compose.asks import NEW_POST, slot_key
from ui.queue.queue_page import QueuePage

Queued = Callable[..., Post]


def test_the_list_stands_in_for_the_week_when_it_is_narrow(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("Sent", "2026-11-17T09:00", state="sent")
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    assert page._stack.currentWidget() is page.grid
    page.resize(880, 600)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.list)
    assert page.header.views.choice == "list"
    assert [row.value.text for row in page.list.rows] == ["Tea", "Sent"]
    page.resize(1280, 700)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.grid)
    page.header.views.button("list").click()
    assert page._stack.currentWidget() is page.list


def test_the_owner_s_choice_outlives_the_width(page: QueuePage, queued: Queued) -> None:
    queued("Tea", "2026-11-21T09:00")
    page.resize(880, 600)
    page.header.views.button("week").click()
    assert page._stack.currentWidget() is page.grid
    page.resize(1280, 700)
    page.header.views.button("list").click()
    page.resize(880, 600)
    page.resize(1280, 700)
    assert page._stack.currentWidget() is page.list


def test_the_list_offers_free_times_between_the_posts(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("صباح الخير 🍵", "2026-11-21T12:00")
    page.header.views.button("list").click()
    assert [slot.text() for slot in page.list.slots] == ["17:30", "17:30", "11:00"]
    with qtbot.waitSignal(page.go) as go:
        page.list.slots[1].click()
    assert go.args == ["compose", slot_key(from_wall("2026-11-21T17:30", "Europe/Helsinki"))]
    assert page.list.slots[1].accessibleName() == (
        "Free: Saturday, 21 November, 17:30. Write a post for it."
    )
    assert page.header.write.isVisible()
    with qtbot.waitSignal(page.go) as go:
        page.header.write.click()
    assert go.args == ["compose", NEW_POST]


def test_what_went_out_today_is_over_in_the_list(page: QueuePage, queued: Queued) -> None:
    queued("This morning", "2026-11-20T09:00", state="sent")
    queued("This evening", "2026-11-20T17:30")
    queued("On Tuesday", "2026-11-17T09:00", state="sent")
    page.header.views.button("list").click()
    rows = [(row.value.text, row.value.over) for row in page.list.rows]
    assert rows == [("This evening", False), ("This morning", True), ("On Tuesday", True)]
    assert [row.value.state for row in page.list.rows] == ["", "Sent", "Sent"]


def test_letters_go_from_row_to_row(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    for number in range(12):
        queued(f"Tea {number} 🍵", f"2026-11-21T{number + 8:02}:00")
    page.header.views.button("list").click()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def at() -> str:
        return next((row.value.text for row in page.list.rows if row.hasFocus()), "")

    for _ in range(12):
        qtbot.keyClick(page, Qt.Key.Key_J)
    assert at() == "Tea 11 🍵"
    last = page.list.rows[-1]
    assert last.visibleRegion().boundingRect().height() == last.height()
    qtbot.keyClick(page, Qt.Key.Key_J)
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert at() == "Tea 10 🍵"
    shop.settings.set(SINGLE_KEYS, False)
    page.refresh()
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert at() == "Tea 10 🍵"
