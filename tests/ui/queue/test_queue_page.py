from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.my_shop.profiles import DayHours
from services.publishing.posts import Post
from services.shop import Shop
from tests.ui.queue.reading import cards
from ui.compose.asks import NEW_POST, slot_of
from ui.queue.queue_page import QueuePage
from ui.theme import Theme
from widgets.segmented import Segmented
from widgets.slot_button import SlotButton

Queued = Callable[..., Post]


def slots(page: QueuePage) -> list[SlotButton]:
    return [button for button in page.grid.buttons() if isinstance(button, SlotButton)]


def test_posts_of_the_week_in_order_of_time(page: QueuePage, queued: Queued) -> None:
    queued("Second", "2026-11-21T09:00")
    queued("Not this week", "2026-11-24T09:00")
    queued("First", "2026-11-20T15:00")
    queued("Gone out", "2026-11-17T09:00", state="sent")
    page.refresh()
    assert [card.value.text for card in cards(page)] == ["Gone out", "First", "Second"]
    assert [card.value.over for card in cards(page)] == [True, False, False]
    assert [card.value.time for card in cards(page)] == ["09:00", "15:00", "09:00"]


def test_the_zone_decides_the_day(page: QueuePage, queued: Queued, shop: Shop) -> None:
    queued("Late at night", "2026-11-22T23:30")
    page.refresh()
    assert [card.value.text for card in cards(page)] == ["Late at night"]
    page.show_account(shop.accounts.set_zone(shop.accounts.active().id, "Asia/Tokyo"))
    assert cards(page) == []
    page.header.onward.click()
    assert [(card.value.text, card.value.time) for card in cards(page)] == [
        ("Late at night", "06:30")
    ]


@pytest.mark.parametrize(
    ("state", "reason", "word"),
    [
        ("queued", "", ""),
        ("queued", "Offline", "Waits"),
        ("queued", "Late", "Moved"),
        ("sending", "", "Sending…"),
        ("checking", "OutcomeUnknown", "Checking"),
        ("needs_you", "ByHand", "Needs you"),
        ("sent", "", "Sent"),
    ],
)
def test_a_state_is_a_word_and_an_icon(
    page: QueuePage, queued: Queued, state: str, reason: str, word: str
) -> None:
    queued("Tea", "2026-11-20T15:00", state=state, reason=reason)
    page.refresh()
    (card,) = cards(page)
    assert card.value.state == word
    assert card.value.icon.isNull() is (word == "")


def test_a_free_place_takes_its_time_to_compose(
    page: QueuePage, account: Account, qtbot: QtBot
) -> None:
    free = slots(page)
    assert free
    with qtbot.waitSignal(page.go) as go:
        qtbot.mouseClick(free[0], Qt.MouseButton.LeftButton)
    tab, key = go.args
    assert tab == "compose"
    due_at = slot_of(key)
    assert due_at is not None
    assert due_at in {slot.due_at for slot in page._shop.slots.week(account.id, due_at)}


def test_the_first_week_says_what_to_do(page: QueuePage, queued: Queued, qtbot: QtBot) -> None:
    assert page.note.isVisible()
    with qtbot.waitSignal(page.go) as go:
        page.note.button.click()
    assert go.args == ["compose", NEW_POST]
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    assert not page.note.isVisible()


def test_weeks_go_back_and_forth(page: QueuePage, qtbot: QtBot) -> None:
    assert page.header.title.text() == "This week"
    page.header.onward.click()
    assert page.header.title.text() == "Next week"
    page.header.onward.click()
    assert page.header.title.text() == "30 Nov – 6 Dec"
    page.header.today.click()
    assert page.header.title.text() == "This week"
    page.header.back.click()
    assert page.header.title.text() == "Last week"


def test_an_empty_week_says_so(page: QueuePage) -> None:
    page.header.back.click()
    assert page.calendar.currentWidget() is page.empty
    assert page.empty.sentence.endswith(".")


def test_a_shop_that_never_posted_is_told_what_it_plans(page: QueuePage, queued: Queued) -> None:
    assert page.header.rhythm.text() == "One post a week is a good start"
    assert not page.header.fill.isVisible()
    queued("Tomorrow", "2026-11-21T09:00")
    page.refresh()
    assert page.header.rhythm.text() == "1 post planned · nothing planned Sunday"


def test_the_rhythm_counts_days(page: QueuePage, queued: Queued) -> None:
    queued("One", "2026-11-13T09:00", state="sent")
    queued("Two", "2026-11-13T17:30", state="sent")
    queued("Three", "2026-11-21T09:00")
    page.refresh()
    said = page.header.rhythm.text()
    assert said.startswith("Posted on 1 of ")
    assert "days · nothing planned " in said


def test_the_first_week_is_not_counted_in_shares(page: QueuePage, queued: Queued) -> None:
    queued("شاي", "2026-11-17T09:00", state="sent")
    page.refresh()
    assert page.header.rhythm.text().startswith("Posted on 1 day so far")
    queued("Three", "2026-11-21T09:00")
    queued("Overdue", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    page.refresh()
    assert page.header.rhythm.text().startswith("1 post planned")
    queued("Today", "2026-11-20T10:00", state="sent")
    page.refresh()
    assert page.header.rhythm.text().startswith("Posted today")


def test_no_view_looks_chosen_while_the_slots_are_shown(page: QueuePage) -> None:
    page.header.slots.click()
    assert page.header.views.choice == ""
    page.header.views.button("week").click()
    assert page.header.views.choice == "week"
    assert not page.calendar.shows_slots


def test_a_closed_day_is_not_asked_about(
    page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> None:
    """It would be a reproach for resting."""
    queued("Three", "2026-11-21T09:00")
    page.refresh()
    assert page.grid._days[6].accessibleName() == "Sunday, 22 November"
    assert page.header.rhythm.text().endswith("nothing planned Sunday")
    hours = tuple(DayHours(day, "10:00", "18:00") if day < 6 else DayHours(day) for day in range(7))
    shop.profiles.save(account.id, replace(shop.profiles.get(account.id), hours=hours))
    page.refresh()
    sunday = page.grid._days[6]
    assert sunday.accessibleName() == "Sunday, 22 November, closed"
    assert "Closed" in [label.text() for label in sunday.findChildren(QLabel)]
    assert page.header.rhythm.text() == "1 post planned · nothing planned Monday"


def test_arabic_shows_its_digits_and_saturday_first(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("شاي", "2026-11-20T15:00")
    page.setLocale(QLocale("ar_EG"))
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.refresh()
    (card,) = cards(page)
    assert "٣:٠٠" in card.value.time
    heads = [day.accessibleName() for day in page.grid._days]
    assert "السبت" in heads[0]


def test_every_control_has_a_name_and_takes_the_focus(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("Tea", "2026-11-21T09:00")
    queued("Duplicate", "2026-11-21T12:00", state="needs_you", reason="Rejected", detail="invalid")
    page.refresh()
    page.open_item(cards(page)[0].value.id)
    page.drawer.panel.move_button.click()
    controls = [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QComboBox) and each.isVisible()
    ]
    assert len(controls) > 10
    nameless = [each for each in controls if not (each.accessibleName() or _text(each))]
    assert not nameless
    # Of segments Tab lands on the chosen one, and arrows go on from there.
    single = [each for each in controls if not isinstance(each.parentWidget(), Segmented)]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in single)


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_tab_walks_from_the_header_to_the_week(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    page.activateWindow()
    qtbot.waitUntil(lambda: cards(page)[0].isVisible())
    page.header.back.setFocus()
    reached: set[Any] = set()
    for _ in range(20):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.header.onward in reached
    assert cards(page)[0] in reached


def test_a_hidden_page_reads_nothing(page: QueuePage, queued: Queued) -> None:
    page.hide()
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    assert cards(page) == []
    page.show()
    assert len(cards(page)) == 1


def test_posts_written_elsewhere_stand_in_the_week_too(
    page: QueuePage, shop: Shop, account: Account
) -> None:
    shop.archive.sample(account.id)
    page.refresh()
    assert len(cards(page)) >= 3
    assert all(card.value.over and card.value.state == "Sent" for card in cards(page))
    assert page.header.rhythm.text().startswith("Posted on 2")
    page.open_item(cards(page)[0].value.id)
    assert page.drawer.panel.preview.value().text
    assert not page.drawer.panel.edit.isVisible()


def test_an_old_post_is_opened_in_its_own_week(page: QueuePage, queued: Queued) -> None:
    """As a line of Analytics, or the advice about the same words, asks for it."""
    old = queued("Summer 🍵", "2026-08-26T09:00", state="sent")
    later = queued("Later", "2026-12-07T09:00")
    page.open_item(old.id)
    assert page.drawer.is_open
    assert page.header.title.text() == "24 Aug – 30 Aug"
    assert [card.value.text for card in cards(page)] == ["Summer 🍵"]
    page.open_item(later.id)
    assert page.header.title.text() == "7 Dec – 13 Dec"
    assert page.drawer.panel.says() == ""
    page.open_item("gone")
    assert not page.drawer.is_open


def test_an_answer_is_opened_in_the_inbox(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = replace(queued("Yes", "2026-08-26T09:00", state="sent"), answers_item="word")
    monkeypatch.setattr(type(shop.outbox), "get", lambda *_: answer)
    with qtbot.waitSignal(page.go) as go:
        page.open_item(answer.id)
    assert go.args == ["inbox", "word"]


def test_a_week_without_free_times_does_not_offer_them(page: QueuePage) -> None:
    assert page.note.isVisible()
    page.header.back.click()
    assert not page.note.isVisible()
    page.header.onward.click()
    assert page.note.isVisible()


def test_tab_goes_by_day_and_time_after_a_day_was_made_anew(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    for wall in ("2026-11-21T09:00", "2026-11-20T19:00", "2026-11-21T12:00", "2026-11-22T08:00"):
        queued(f"Tea {wall}", wall)
        page.refresh()
    page.activateWindow()
    buttons = list(page.grid.buttons())
    qtbot.waitUntil(buttons[0].isVisible)
    buttons[0].setFocus()
    walked = [buttons[0]]
    for _ in buttons[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == buttons
    qtbot.keyClick(buttons[1], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is buttons[-2]


def test_escape_closes_the_post_from_the_week(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    queued("Tea", "2026-11-21T09:00")
    other = queued("Cups", "2026-11-21T12:00")
    page.refresh()
    page.open_item(other.id)
    first, second = cards(page)
    assert (first.is_chosen, second.is_chosen) == (False, True)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not page.drawer.is_open
    assert page.window().focusWidget() is first
    assert not second.is_chosen


def test_what_went_out_today_is_folded_while_something_is_to_come(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    sent = [queued(f"Sent {n}", f"2026-11-20T0{n}:00", state="sent") for n in (7, 8, 9)]
    queued("شاي", "2026-11-20T19:00")
    page.refresh()
    today = page.grid._days[4]
    assert [card.value.text for card in cards(page)] == ["شاي"]
    assert today.fold is not None
    assert today.fold.text() == "3 sent · show"
    today.fold.setFocus()
    qtbot.keyClick(today.fold, Qt.Key.Key_Return)
    assert len(cards(page)) == 4
    fold = page.grid._days[4].fold
    assert fold is not None
    fold.click()
    assert len(cards(page)) == 1
    page.open_item(sent[1].id)
    assert [card.value.text for card in cards(page) if card.is_chosen] == ["Sent 8"]


def test_a_day_that_is_over_or_done_folds_nothing(page: QueuePage, queued: Queued) -> None:
    for day in ("19", "20"):
        for hour in ("07", "08"):
            queued(f"Sent {day} {hour}", f"2026-11-{day}T{hour}:00", state="sent")
    page._shop.slots.save(page._account.id, ((0, "09:00"),))
    page.refresh()
    assert len(cards(page)) == 4


def test_the_drawer_grows_with_the_words(page: QueuePage, queued: Queued, themed: Theme) -> None:
    post = queued("Tea", "2026-11-25T09:00")
    themed.choose_text(200)
    page.open_item(post.id)
    page.drawer.panel.move_button.click()
    form = page.drawer.panel.form
    assert form._day.currentText() == "Wed 25 Nov"
    assert page.drawer.width() > 340
    page.drawer.panel.layout().activate()
    inner = page.drawer.panel.findChildren(QScrollArea)[0]
    assert inner.widget().minimumSizeHint().width() <= page.drawer.width()
    themed.choose_text(100)
    page.drawer.close_drawer()
    page.open_item(post.id)
    assert page.drawer.width() == 340
