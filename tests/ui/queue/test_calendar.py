"""A post is put elsewhere by hand and by keys; the month; where one was is remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import from_wall
from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.shop import Shop
from tests.ui.queue.reading import cards
from ui.compose.asks import slot_of
from ui.page import Undo
from ui.queue.queue_page import QueuePage
from widgets.post_card import LEAST_HEIGHT, PostCard
from widgets.slot_button import SlotButton

Queued = Callable[..., Post]
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def undos(page: QueuePage) -> list[Undo]:
    found: list[Undo] = []
    page.undo_offered.connect(found.append)
    return found


@pytest.fixture
def nine(shop: Shop, account: Account) -> None:
    """One time a day: 09:00."""
    shop.slots.save(account.id, [(day, "09:00") for day in range(7)])


def card_of(page: QueuePage, post: Post) -> PostCard:
    return next(card for card in cards(page) if card.value.id == post.id)


def drag(
    page: QueuePage, qtbot: QtBot, post: Post, to: Callable[[], QPoint], *, drop: bool = True
) -> None:
    """The mouse takes hold of the post's card and goes to a global place."""
    card = card_of(page, post)
    start = QPoint(30, 30)
    qtbot.waitUntil(lambda: card.height() >= LEAST_HEIGHT)
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(card, start + QPoint(20, 20))
    hand = page.calendar.dragging.hand
    assert hand.key == card.value.id
    qtbot.mouseMove(hand, hand.mapFromGlobal(to()))
    if drop:
        let_go(page, qtbot, to())


def let_go(page: QueuePage, qtbot: QtBot, to: QPoint) -> None:
    hand = page.calendar.dragging.hand
    qtbot.mouseRelease(hand, Qt.MouseButton.LeftButton, pos=hand.mapFromGlobal(to))


def middle_of(page: QueuePage, day: int, *, down: int = 400) -> QPoint:
    column = page.grid._days[day]
    return column.mapToGlobal(QPoint(column.width() // 2, down))


def wall_of(shop: Shop, post: Post) -> str | None:
    return shop.outbox.get(post.id).due_wall


@pytest.mark.usefixtures("nine")
def test_a_card_is_dragged_to_a_free_time(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    post = queued("شاي بالنعناع", "2026-11-20T15:00")
    page.refresh()
    drag(page, qtbot, post, lambda: middle_of(page, 6), drop=False)
    (slot,) = [each for each in page.grid._days[6].buttons if isinstance(each, SlotButton)]
    assert slot.is_target
    hand = page.calendar.dragging.hand
    assert hand.said == "Sun, 09:00"
    let_go(page, qtbot, middle_of(page, 6))
    assert wall_of(shop, post) == "2026-11-22T09:00"
    assert undos[-1].sentence == "Moved to Sun 09:00"
    undos[-1].undo()
    assert wall_of(shop, post) == "2026-11-20T15:00"


@pytest.mark.usefixtures("nine")
def test_a_full_day_takes_it_at_its_own_hour(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    queued("茶", "2026-11-22T09:00")
    queued("چای", "2026-11-22T15:00")
    page.refresh()
    drag(page, qtbot, post, lambda: middle_of(page, 6), drop=False)
    landing = page.grid._days[6].landing
    assert landing is not None
    first, second = page.grid._days[6].buttons
    qtbot.waitUntil(lambda: first.geometry().bottom() < second.geometry().top())
    let_go(page, qtbot, middle_of(page, 6))
    assert wall_of(shop, post) == "2026-11-22T15:01"
    assert all(column.landing is None for column in page.grid._days)


@pytest.mark.usefixtures("nine")
def test_the_past_refuses_it_and_says_why(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    page.refresh()
    drag(page, qtbot, post, lambda: middle_of(page, 1), drop=False)
    hand = page.calendar.dragging.hand
    assert hand.said == "That time is over"
    let_go(page, qtbot, middle_of(page, 1))
    assert wall_of(shop, post) == "2026-11-20T15:00"
    assert not undos


def test_what_is_under_way_or_out_stays(page: QueuePage, queued: Queued, qtbot: QtBot) -> None:
    for hour, state in enumerate(("sending", "checking", "needs_you", "sent"), start=12):
        queued(f"Tea {state}", f"2026-11-20T{hour}:30", state=state)
    page.refresh()
    assert [card.value.movable for card in cards(page)] == [False] * 4
    card = cards(page)[0]
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(card, QPoint(70, 70))
    assert not page.calendar.dragging.is_held
    qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(900, 900))


@pytest.mark.usefixtures("nine")
def test_held_over_an_arrow_the_week_turns(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea 🍵", "2026-11-20T15:00")
    page.refresh()
    arrow = page.header.onward
    drag(page, qtbot, post, lambda: arrow.mapToGlobal(arrow.rect().center()), drop=False)
    dragging = page.calendar.dragging
    assert dragging._turn.isActive()
    dragging._turn.timeout.emit()
    assert page.header.title.text() == "Next week"
    qtbot.waitUntil(lambda: page.grid._days[6].x() > 0)
    hand = dragging.hand
    qtbot.mouseMove(hand, hand.mapFromGlobal(middle_of(page, 1)))
    assert not dragging._turn.isActive()
    let_go(page, qtbot, middle_of(page, 1))
    assert wall_of(shop, post) == "2026-11-24T09:00"
    assert page.header.title.text() == "Next week"


@pytest.mark.usefixtures("nine")
def test_what_went_out_while_it_was_held_is_not_moved(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    page.refresh()
    drag(page, qtbot, post, lambda: middle_of(page, 6), drop=False)
    shop.outbox.mark_posted_by_hand(post.id)
    let_go(page, qtbot, middle_of(page, 6))
    assert wall_of(shop, post) == "2026-11-20T15:00"
    assert not undos


@pytest.mark.usefixtures("nine")
def test_escape_leaves_it_where_it_was(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    page.refresh()
    drag(page, qtbot, post, lambda: middle_of(page, 6), drop=False)
    qtbot.keyClick(page.calendar.dragging.hand, Qt.Key.Key_Escape)
    assert not page.calendar.dragging.is_held
    assert not any(each.is_target for each in page.findChildren(SlotButton))
    assert wall_of(shop, post) == "2026-11-20T15:00"


@pytest.mark.usefixtures("nine")
def test_keys_move_it_by_day_and_by_free_time(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    post = queued("茶", "2026-11-21T15:00")
    page.refresh()
    card_of(page, post).setFocus()
    walls = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(page.grid, key, modifier=BOTH)
        walls.append(wall_of(shop, post))
        assert card_of(page, post).hasFocus()
    assert walls == [
        "2026-11-22T09:00",
        # On Mondays the shop is closed: no free time stands there.
        "2026-11-24T09:00",
        "2026-11-22T09:00",
        "2026-11-21T09:00",
    ]
    assert page.header.title.text() == "This week"
    assert undos[-1].sentence == "Moved to Sat 09:00"
    qtbot.keyClick(page.grid, Qt.Key.Key_Up, modifier=BOTH)
    assert wall_of(shop, post) == "2026-11-21T09:00"


@pytest.mark.usefixtures("nine")
def test_a_closed_day_takes_it_when_the_owner_says_so(
    page: QueuePage, queued: Queued, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    shop.closed_days.close(account.id, date(2026, 11, 22), date(2026, 11, 22), "Family feast")
    post = queued("Tea", "2026-11-20T15:00")
    page.refresh()
    sunday = page.grid._days[6]
    assert sunday.value.closed
    assert sunday.value.nothing == "Family feast"
    assert sunday.accessibleName() == "Sunday, 22 November, closed, Family feast"
    assert not sunday.buttons
    drag(page, qtbot, post, lambda: middle_of(page, 6))
    moved = shop.outbox.get(post.id)
    assert moved.due_wall == "2026-11-22T15:00"
    assert moved.even_closed


def test_the_kind_stands_beside_the_time(
    page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> None:
    shop.slots.save(account.id, [(5, "09:00", PostKind.HELP)])
    queued("Tea bowls, $24 each, in the shop now", "2026-11-21T15:00")
    page.refresh()
    (card,) = cards(page)
    assert card.value.kind == "amber"
    assert "Sell" in card.accessibleName()
    (slot,) = [each for each in page.grid.buttons() if isinstance(each, SlotButton)]
    assert slot.kind == "Help"
    assert "Help" in slot.accessibleName()


def test_the_month_shows_the_first_posts_of_a_day(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    for hour in range(9, 14):
        queued(f"Tea {hour}", f"2026-11-25T{hour:02}:15")
    page.header.views.button("month").click()
    assert page.header.title.text() == "November 2026"
    days = page.month.days
    assert [day.head for day in days[:7]] == ["26", "27", "28", "29", "30", "31", "1 Nov"]
    (day,) = [day for day in days if day.lines]
    assert (day.key, day.count, len(day.lines)) == ("2026-11-25", 5, 3)
    assert day.more[3] == "+2 more"
    assert "5 posts" in day.spoken
    assert [day.key for day in days if day.today] == ["2026-11-20"]
    page.header.onward.click()
    assert page.header.title.text() == "December 2026"
    page.header.today.click()
    assert page.header.title.text() == "November 2026"


def test_a_day_of_the_month_opens_in_its_week(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-12-02T15:00")
    page.header.views.button("month").click()
    page.header.onward.click()
    page.month.setFocus()
    page.month.set_current("2026-12-02")
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    assert page.calendar.currentWidget() is page.grid
    assert page.header.title.text() == "30 Nov – 6 Dec"
    assert card_of(page, post).isVisible()
    focused = QApplication.focusWidget()
    assert focused in page.grid._days[2].buttons


@pytest.mark.usefixtures("nine")
def test_a_line_of_the_month_is_dragged_to_another_day(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    post = queued("抹茶", "2026-11-20T15:00")
    page.header.views.button("month").click()
    start = page.month.line_place(post.id).center()
    qtbot.mousePress(page.month, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.month, start + QPoint(30, 30))
    hand = page.calendar.dragging.hand
    assert hand.key == post.id
    there = page.month.mapToGlobal(page.month.place_of("2026-11-28").center())
    qtbot.mouseMove(hand, hand.mapFromGlobal(there))
    assert page.month.landing_key == "2026-11-28"
    qtbot.mouseRelease(hand, Qt.MouseButton.LeftButton, pos=hand.mapFromGlobal(there))
    assert wall_of(shop, post) == "2026-11-28T09:00"
    assert undos[-1].sentence == "Moved to Sat 28 Nov 09:00"
    assert page.month.landing_key == ""


def test_view_and_place_are_there_at_the_next_start(
    page: QueuePage, shop: Shop, account: Account, inline_tasks: Any, qtbot: QtBot
) -> None:
    page.header.views.button("month").click()
    page.header.onward.click()
    again = QueuePage(shop, inline_tasks)
    qtbot.addWidget(again)
    again.setLocale(QLocale("en_GB"))
    again.show_account(account)
    again.resize(1280, 716)
    again.show()
    assert again.header.views.choice == "month"
    assert again.header.title.text() == "December 2026"


def test_arabic_months_begin_on_saturday_with_their_own_words(page: QueuePage) -> None:
    page.setLocale(QLocale("ar_EG"))
    page.header.views.button("month").click()
    assert page.header.title.text() == "نوفمبر ٢٠٢٦"
    assert page.month.days[0].spoken.startswith("السبت")
    page.setLocale(QLocale("fa_IR"))
    page.refresh()
    assert "نوامبر" in page.header.title.text()
    page.setLocale(QLocale("ja_JP"))
    page.refresh()
    assert page.month.days[0].spoken.startswith("日曜日")


@pytest.mark.usefixtures("nine")
def test_a_deleted_post_leaves_a_gap_to_be_closed(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    first = queued("One", "2026-11-21T09:00")
    second = queued("دو", "2026-11-22T09:00")
    page.refresh()
    page.open_item(first.id)
    page.drawer.panel.delete.click()
    asked = undos[-1]
    assert (asked.sentence, asked.second) == ("Post deleted", "Close the gap")
    assert asked.choose is not None
    asked.choose()
    assert wall_of(shop, second) == "2026-11-21T09:00"
    assert undos[-1].sentence.endswith("moved up")
    undos[-1].undo()
    assert wall_of(shop, second) == "2026-11-22T09:00"
    assert undos[-1].second == "Close the gap"
    undos[-1].undo()
    assert shop.outbox.get(first.id).due_at == from_wall("2026-11-21T09:00", "Europe/Helsinki")


@pytest.mark.usefixtures("nine")
def test_the_last_post_leaves_nothing_to_close(
    page: QueuePage, queued: Queued, undos: list[Undo]
) -> None:
    only = queued("One", "2026-11-21T09:00")
    page.refresh()
    page.open_item(only.id)
    page.drawer.panel.delete.click()
    assert undos[-1].second == ""


def test_a_day_as_full_as_no_shop_has_one_leads_to_the_list(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    for minute in range(30):
        queued(f"新しい湯呑み {minute}", f"2026-11-21T12:{minute:02}")
    page.refresh()
    saturday = page.grid._days[5]
    assert len(saturday.buttons) == 24
    assert saturday.more is not None
    assert saturday.more.text().startswith("+")
    saturday.more.click()
    assert page.calendar.currentWidget() is page.list


@pytest.mark.usefixtures("nine")
def test_a_month_offers_its_free_places(page: QueuePage, qtbot: QtBot) -> None:
    page.header.views.button("month").click()
    month = page.month
    qtbot.waitUntil(lambda: month.height() > 300)
    day = next(each for each in month.days if each.key == "2026-11-25")
    assert day.free == "09:00"
    assert "free at 09:00" in day.spoken
    cell = month._cell(month.days.index(day))
    with qtbot.waitSignal(page.go) as go:
        qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=cell.free(day).center())
    assert go.args[0] == "compose"
    assert slot_of(go.args[1]) == from_wall("2026-11-25T09:00", "Europe/Helsinki")
    month.setFocus()
    month.set_current("2026-11-26")
    with qtbot.waitSignal(page.go) as go:
        qtbot.keyClick(month, Qt.Key.Key_Plus)
    assert slot_of(go.args[1]) == from_wall("2026-11-26T09:00", "Europe/Helsinki")
    assert page.header.write.isVisible()


def test_a_weekly_closed_day_of_the_month_says_so(page: QueuePage) -> None:
    page.header.views.button("month").click()
    monday = next(each for each in page.month.days if each.key == "2026-11-23")
    assert (monday.closed, monday.note, monday.free) == (True, "Closed", "")


@pytest.mark.usefixtures("nine")
def test_keys_move_a_post_in_the_month(
    page: QueuePage, queued: Queued, shop: Shop, undos: list[Undo], qtbot: QtBot
) -> None:
    queued("茶", "2026-11-21T12:00")
    post = queued("شاي", "2026-11-21T15:00")
    page.header.views.button("month").click()
    month = page.month
    month.setFocus()
    month.set_current("2026-11-21")
    page.open_item(post.id)
    page.drawer.close_drawer()
    month.mark(post.id)
    walls = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(month, key, modifier=BOTH)
        walls.append(wall_of(shop, post))
        assert month.current_key == walls[-1][:10]
    assert [wall[:10] for wall in walls] == ["2026-11-22", "2026-11-29", "2026-11-28", "2026-11-21"]
    assert undos[-1].sentence.startswith("Moved to Sat ")
    month.mark("")
    qtbot.keyClick(month, Qt.Key.Key_Up, modifier=BOTH)
    assert wall_of(shop, post) == walls[-1]
