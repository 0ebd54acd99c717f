from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from services.clock import from_wall
from services.inbox.items import Customer, Item, Lane, Topic
from ui.inbox.item_values import called, row_value, rows_of
from ui.inbox.snooze import Wake, snooze_times
from widgets.chip import Chip, ChipTone
from widgets.item_row import HeadValue

ZONE = "Europe/Helsinki"
NOW = from_wall("2026-11-20T12:00", ZONE)
HOUR = 3_600
EN = QLocale("en_GB")


def an_item(*, waited: int = 60, topic: Topic = Topic.NONE, text: str = "Hello") -> Item:
    return Item(
        id="i",
        account_id="a",
        x_id="1",
        conversation_id="1",
        customer=Customer("c", "7", "maya_brews", "Maya"),
        text=text,
        created_at=NOW - waited,
        read=False,
        lane=Lane.TO_ANSWER,
        topic=topic,
        waiting_since=NOW - waited,
    )


@pytest.mark.parametrize(
    ("topic", "chip", "tone"),
    [
        (Topic.QUESTION, "Question", ChipTone.QUIET),
        (Topic.PRAISE, "Praise", ChipTone.QUIET),
        (Topic.COMPLAINT, "Complaint", ChipTone.AMBER),
        (Topic.ORDER, "Order", ChipTone.AMBER),
    ],
)
def test_a_chip_says_the_kind_however_late(
    qapp: object, topic: Topic, chip: str, tone: ChipTone
) -> None:
    for waited in (60, 80 * HOUR):
        item = an_item(waited=waited, topic=topic)
        value = row_value(item, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
        assert value.chip is not None
        assert (value.chip.text, value.chip.tone) == (chip, tone)
        assert not value.chip.icon.isNull()


@pytest.mark.parametrize(
    ("waited", "wait", "tone"),
    [
        (2 * HOUR, "2 h", ChipTone.AMBER),
        (24 * HOUR - 1, "23 h", ChipTone.AMBER),
        (25 * HOUR, "1 d", ChipTone.RED),
        (80 * HOUR, "3 d", ChipTone.RED),
    ],
)
def test_a_late_row_says_how_late(qapp: object, waited: int, wait: str, tone: ChipTone) -> None:
    item = an_item(waited=waited, topic=Topic.ORDER)
    value = row_value(item, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert value.wait is not None
    assert (value.wait.text, value.wait.tone) == (wait, tone)
    assert f"Order, Waits {wait}, " in value.spoken
    begun = row_value(item, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN, begun=True)
    assert begun.wait is not None
    assert begun.wait.text == f"Draft · {wait}"


def test_nobody_waits_long_before_two_hours(qapp: object) -> None:
    value = row_value(an_item(waited=2 * HOUR - 1), Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert (value.chip, value.wait) == (None, None)


def test_an_answered_row_that_stayed_says_so(qapp: object) -> None:
    item = replace(an_item(topic=Topic.COMPLAINT), lane=Lane.WAITING, waiting_since=None)
    value = row_value(item, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert value.chip is not None
    assert (value.chip.text, value.chip.tone) == ("Answered", ChipTone.QUIET)


def test_nobody_is_late_once_answered(qapp: object) -> None:
    value = row_value(an_item(waited=80 * HOUR), Lane.WAITING, now=NOW, zone=ZONE, locale=EN)
    assert (value.chip, value.wait) == (None, None)
    assert not value.unread


def test_a_snoozed_row_shows_its_wake(qapp: object) -> None:
    later = replace(an_item(), snoozed_until=NOW + 3 * HOUR)
    assert row_value(later, None, now=NOW, zone=ZONE, locale=EN).chip == Chip("15:00")
    monday = replace(an_item(), snoozed_until=from_wall("2026-11-23T09:00", ZONE))
    assert row_value(monday, None, now=NOW, zone=ZONE, locale=EN).chip == Chip("Mon 09:00")


@pytest.mark.parametrize(
    ("wall", "time"),
    [
        ("2026-11-20T09:05", "09:05"),
        ("2026-11-19T23:00", "Thu"),
        ("2026-11-14T09:00", "Sat"),
        ("2026-11-13T09:00", "13 Nov"),
    ],
)
def test_the_time_is_as_near_as_it_is(qapp: object, wall: str, time: str) -> None:
    item = replace(an_item(), created_at=from_wall(wall, ZONE))
    assert row_value(item, Lane.DONE, now=NOW, zone=ZONE, locale=EN).time == time


def test_digits_follow_the_locale(qapp: object) -> None:
    item = replace(an_item(), created_at=from_wall("2026-11-13T09:00", ZONE))
    value = row_value(item, Lane.DONE, now=NOW, zone=ZONE, locale=QLocale("fa_IR"))
    assert value.time == "۱۳ نوامبر"


def test_what_is_said_has_everything(qapp: object) -> None:
    value = row_value(
        an_item(topic=Topic.QUESTION, text="هل تشحنون؟"),
        Lane.TO_ANSWER,
        now=NOW,
        zone=ZONE,
        locale=EN,
    )
    assert value.spoken == "New, Maya, Question, 11:59, هل تشحنون؟"


def test_somebody_gone_from_x_still_has_a_row(qapp: object) -> None:
    nameless = replace(an_item(), customer=Customer("c", "7", "", ""))
    value = row_value(nameless, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert (value.name, value.handle) == ("", "")


def test_who_has_no_name_is_called_by_the_handle_once(qapp: object) -> None:
    nameless = replace(an_item(), customer=Customer("c", "7", "maya_brews", ""))
    value = row_value(nameless, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert (value.name, value.handle) == ("\u200e@maya_brews\u200e", "")
    assert called(nameless) == "\u200e@maya_brews\u200e"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maya", "Maya"),
        ("شيرين", "شيرين"),
        ("a" * 50, "a" * 28 + "…"),
        ("a" * 27 + "\u200d🍵", "a" * 27 + "…"),
    ],
)
def test_a_long_name_leaves_room_for_its_sentence(name: str, short: str) -> None:
    assert called(replace(an_item(), customer=Customer("c", "7", "maya", name))) == short


def test_groups_stand_in_the_order_of_need(qapp: object) -> None:
    items = (
        replace(an_item(topic=Topic.COMPLAINT), id="complaint"),
        replace(an_item(waited=30 * HOUR), id="old"),
        replace(an_item(), id="new"),
    )
    rows = rows_of(items, Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert [row.text if isinstance(row, HeadValue) else row.id for row in rows] == [
        "Complaints and orders",
        "complaint",
        "Waiting longest",
        "old",
        "Today",
        "new",
    ]
    alone = rows_of(items[2:], Lane.TO_ANSWER, now=NOW, zone=ZONE, locale=EN)
    assert not any(isinstance(row, HeadValue) for row in alone)
    done = rows_of(items, Lane.DONE, now=NOW, zone=ZONE, locale=EN)
    assert not any(isinstance(row, HeadValue) for row in done)


@pytest.mark.parametrize(
    ("wall", "wakes"),
    [
        (
            "2026-11-20T12:00",
            ["2026-11-20T15:00", "2026-11-21T09:00", "2026-11-23T09:00"],
        ),
        ("2026-11-20T20:30", ["2026-11-21T09:00", "2026-11-23T09:00"]),
        ("2026-11-22T10:00", ["2026-11-22T13:00", "2026-11-23T09:00", "2026-11-30T09:00"]),
        # The night the clocks go back: tomorrow at nine is ten hours and more away, still nine.
        ("2026-10-24T22:00", ["2026-10-25T09:00", "2026-10-26T09:00"]),
    ],
)
def test_snoozing_wakes_at_a_good_hour(wall: str, wakes: list[str]) -> None:
    now = from_wall(wall, ZONE)
    times = snooze_times(now, ZONE)
    assert [time.at for time in times] == [from_wall(wake, ZONE) for wake in wakes]
    assert [time.wake for time in times][-2:] == [Wake.TOMORROW, Wake.NEXT_WEEK]
