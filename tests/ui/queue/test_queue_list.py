"""The whole queue below each other, by choice or where the week has no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.clock import from_wall
from services.publishing.posts import Post
from services.settings import SINGLE_KEYS
from services.shop import Shop
from tests.ui.queue.list_reading import free_times, heads, lines, words
from ui.compose.asks import NEW_POST, slot_key
from ui.queue.list_filter import ListFilter, Shown
from ui.queue.queue_page import QueuePage

Queued = Callable[..., Post]


def test_the_list_stands_in_for_the_week_when_it_is_narrow(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("Sent", "2026-11-17T09:00", state="sent")
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    assert page.calendar.currentWidget() is page.grid
    page.resize(880, 600)
    qtbot.waitUntil(lambda: page.calendar.currentWidget() is page.list)
    assert page.header.views.choice == "list"
    assert words(page) == ["Tea"]
    page.resize(1280, 700)
    qtbot.waitUntil(lambda: page.calendar.currentWidget() is page.grid)
    page.header.views.button("list").click()
    assert page.calendar.currentWidget() is page.list


def test_the_owner_s_choice_outlives_the_width(page: QueuePage, queued: Queued) -> None:
    queued("Tea", "2026-11-21T09:00")
    page.resize(880, 600)
    page.header.views.button("week").click()
    assert page.calendar.currentWidget() is page.grid
    page.resize(1280, 700)
    page.header.views.button("list").click()
    page.resize(880, 600)
    page.resize(1280, 700)
    assert page.calendar.currentWidget() is page.list


def test_every_week_of_the_queue_is_there_day_by_day(page: QueuePage, queued: Queued) -> None:
    queued("新しい湯呑み 🍵", "2026-11-21T12:00")
    queued("In a month", "2026-12-22T09:00")
    queued("Late", "2026-11-19T09:00", state="needs_you", reason="Late")
    page.header.views.button("list").click()
    assert words(page) == ["Late", "新しい湯呑み 🍵", "In a month"]
    days = heads(page)
    assert days[:2] == ["Yesterday", "Today"]
    assert days[-1] == "Tuesday, 22 December"
    assert [line.state for line in lines(page)] == ["Needs you", "", ""]


def test_the_list_offers_free_times_of_two_weeks(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("صباح الخير 🍵", "2026-11-21T12:00")
    page.header.views.button("list").click()
    free = free_times(page)
    assert [line.time for line in free[:3]] == ["17:30", "17:30", "11:00"]
    assert free[1].spoken == "Free: Saturday, 21 November, 17:30. Write a post for it."
    last = from_wall("2026-12-04T00:00", "Europe/Helsinki")
    ats = [int(e.key.split(":")[1]) for e in page.list.view.entries if e.key.startswith("slot:")]
    assert max(ats) < last
    at = slot_key(from_wall("2026-11-21T17:30", "Europe/Helsinki"))
    with qtbot.waitSignal(page.go) as go:
        page.list.view.slot_chosen.emit(at)
    assert go.args == ["compose", at]
    with qtbot.waitSignal(page.go) as go:
        page.header.write.click()
    assert go.args == ["compose", NEW_POST]


def test_what_was_sent_is_a_filter_and_the_newest_comes_first(
    page: QueuePage, queued: Queued
) -> None:
    queued("This morning", "2026-11-20T09:00", state="sent")
    queued("This evening", "2026-11-20T17:30")
    queued("On Tuesday", "2026-11-17T09:00", state="sent")
    page.header.views.button("list").click()
    assert words(page) == ["This evening"]
    page.list.filters.choose(ListFilter(shown=Shown.SENT))
    assert words(page) == ["This morning", "On Tuesday"]
    assert all(line.over for line in lines(page))
    assert heads(page) == ["Today", "Tuesday, 17 November"]
    assert free_times(page) == []


def test_a_click_opens_any_post_of_the_queue(page: QueuePage, queued: Queued) -> None:
    far = queued("In a month", "2026-12-22T09:00")
    page.header.views.button("list").click()
    page.list.view.opened.emit(far.id)
    assert page.drawer.is_open
    assert page.drawer.panel.preview.value().text == "In a month"


def test_letters_go_from_row_to_row(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    for number in range(12):
        queued(f"Tea {number} 🍵", f"2026-11-21T{number + 8:02}:00")
    page.header.views.button("list").click()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view = page.list.view

    def at() -> str:
        return view.line(view.current).words

    # The first stop is the free time of today.
    qtbot.keyClick(page, Qt.Key.Key_J)
    while at() != "Tea 11 🍵":
        before = view.currentIndex().row()
        qtbot.keyClick(page, Qt.Key.Key_J)
        assert view.currentIndex().row() > before
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(rect)
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert at() == "Tea 10 🍵"
    shop.settings.set(SINGLE_KEYS, False)
    page.refresh()
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert at() == "Tea 10 🍵"
