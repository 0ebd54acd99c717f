"""Conversations as the rows of a lane: who, what, of what kind, and when or how late."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from services.clock import start_of_day
from services.inbox.answer_drafts import Thread, thread_of
from services.inbox.items import Item, Lane, Topic
from ui import when
from ui.icons import icon
from ui.shown_text import shown_text
from widgets.chip import Chip, ChipTone
from widgets.item_row import HeadValue, ItemValue

LATE_AFTER = 2 * 3_600
"""A first answer should not take longer: from here on the row says how long it has been."""
GOAL = 24 * 3_600
"""Past this the wait is told in red."""
_LONG_NAME = 28
_HALF_SIGNS = " \u200d\ufe0f"
"""What may stand between two parts of one emoji."""
_URGENT = (Topic.COMPLAINT, Topic.ORDER)
_SIGNS = {
    Topic.COMPLAINT: "triangle-alert",
    Topic.ORDER: "package",
    Topic.QUESTION: "message-circle",
    Topic.PRAISE: "heart",
}

Row = ItemValue | HeadValue


def rows_of(
    items: tuple[Item, ...],
    lane: Lane | None,
    *,
    now: int,
    zone: str,
    locale: QLocale,
    begun: frozenset[Thread] = frozenset(),
) -> tuple[Row, ...]:
    """`lane` None: the snoozed. Only To answer has groups, and only where there are several.

    `begun`: the conversations with an answer begun.
    """
    values = [
        row_value(item, lane, now=now, zone=zone, locale=locale, begun=thread_of(item) in begun)
        for item in items
    ]
    if lane is not Lane.TO_ANSWER:
        return tuple(values)
    midnight = start_of_day(now, zone)
    translate = QCoreApplication.translate
    heads = (
        translate("Inbox", "Complaints and orders"),
        translate("Inbox", "Waiting longest"),
        translate("Inbox", "Today"),
    )
    groups: list[list[ItemValue]] = [[], [], []]
    for item, value in zip(items, values, strict=True):
        since = item.waiting_since if item.waiting_since is not None else item.created_at
        place = 0 if item.topic in _URGENT else 1 if since < midnight else 2
        groups[place].append(value)
    if sum(bool(group) for group in groups) < 2:
        return tuple(values)
    rows: list[Row] = []
    for head, group in zip(heads, groups, strict=True):
        if group:
            rows += [HeadValue(head), *group]
    return tuple(rows)


def row_value(
    item: Item,
    lane: Lane | None,
    *,
    now: int,
    zone: str,
    locale: QLocale,
    begun: bool = False,
) -> ItemValue:
    chip = _wakes(item, now=now, zone=zone, locale=locale) if lane is None else _kind(item, lane)
    wait = _wait(item, now=now) if lane is Lane.TO_ANSWER else None
    time = short_time(item.created_at, now=now, zone=zone, locale=locale)
    waits = ""
    if wait is not None:
        waits = QCoreApplication.translate("Inbox", "Waits {age}").format(age=wait.text)
    if begun:
        words = QCoreApplication.translate("Inbox", "Draft · {time}")
        time = words.format(time=time)
        wait = None if wait is None else replace(wait, text=words.format(time=wait.text))
    name = item.customer.name or handle_of(item)
    unread = not item.read and lane is Lane.TO_ANSWER
    said = [
        QCoreApplication.translate("Inbox", "New") if unread else "",
        name,
        "" if chip is None else chip.text,
        waits,
        time,
        item.text,
    ]
    return ItemValue(
        id=item.id,
        name=name,
        handle=handle_of(item) if item.customer.name else "",
        text=shown_text(item.text),
        time=time,
        spoken=", ".join(part for part in said if part),
        chip=chip,
        wait=wait,
        unread=unread,
    )


def handle_of(item: Item) -> str:
    """With its @, held left-to-right so that it stays in front in any line."""
    return f"\u200e@{item.customer.handle}\u200e" if item.customer.handle else ""


def called(item: Item) -> str:
    """The customer inside a sentence: X's longest names would be all one reads of it."""
    name = item.customer.name or handle_of(item)
    if len(name) <= _LONG_NAME:
        return name
    return name[:_LONG_NAME].rstrip(_HALF_SIGNS) + "…"


def short_time(at: int, *, now: int, zone: str, locale: QLocale) -> str:
    """The hour today, the weekday within a week, else the day."""
    day, today = when.date_of(at, zone), when.date_of(now, zone)
    away = day.daysTo(today)
    if away == 0:
        return when.clock_time(locale, at, zone)
    if 0 < away < 7:
        return locale.standaloneDayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    return when.day_month(locale, day, today=today)


def topic_words(topic: Topic) -> str:
    translate = QCoreApplication.translate
    return {
        Topic.QUESTION: translate("Inbox", "Question"),
        Topic.COMPLAINT: translate("Inbox", "Complaint"),
        Topic.ORDER: translate("Inbox", "Order"),
        Topic.PRAISE: translate("Inbox", "Praise"),
        Topic.NOISE: translate("Inbox", "Noise"),
        Topic.NONE: "",
    }[topic]


def _kind(item: Item, lane: Lane) -> Chip | None:
    if lane is Lane.TO_ANSWER and item.lane is Lane.WAITING:
        return Chip(QCoreApplication.translate("Inbox", "Answered"), icon=icon("check"))
    words = topic_words(item.topic)
    if not words:
        return None
    presses = lane is Lane.TO_ANSWER and item.topic in _URGENT
    tone = ChipTone.AMBER if presses else ChipTone.QUIET
    sign = _SIGNS.get(item.topic)
    if sign is None:
        return Chip(words, tone)
    return Chip(words, tone, icon(sign, tone=tone.value))


def _wait(item: Item, *, now: int) -> Chip | None:
    """How long it has waited, from the hour on when that is late."""
    waited = now - item.waiting_since if item.waiting_since is not None else 0
    if waited < LATE_AFTER:
        return None
    tone = ChipTone.RED if waited >= GOAL else ChipTone.AMBER
    return Chip(when.short_age(waited), tone, icon("clock", tone=tone.value))


def _wakes(item: Item, *, now: int, zone: str, locale: QLocale) -> Chip | None:
    at = item.snoozed_until
    if at is None:
        return None
    hour = when.clock_time(locale, at, zone)
    day = when.date_of(at, zone)
    if day == when.date_of(now, zone):
        return Chip(hour)
    name = locale.standaloneDayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    words = QCoreApplication.translate("Inbox", "{day} {time}")
    return Chip(words.format(day=name, time=hour))
