"""Posts as the cards and rows of the queue show them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QImage

from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.compose.asks import slot_key
from ui.queue.elsewhere import ONLY_ON_X
from ui.queue.post_states import look_of
from ui.queue.queue_list import Group
from ui.queue.week import Day, Entry
from ui.shown_text import shown_text
from widgets.post_card import PostValue
from widgets.post_row import RowValue
from widgets.text_block import one_line
from widgets.week_grid import DayValue, SlotValue

Picture = Callable[[str], QImage | None]
"""The small picture of a hash, or None while there is none."""


def day_values(
    days: tuple[Day, ...], *, locale: QLocale, zone: str, picture: Picture
) -> tuple[DayValue, ...]:
    return tuple(_day_value(day, locale, zone, picture) for day in days)


def groups_of(
    days: tuple[Day, ...], *, now: int, locale: QLocale, zone: str, picture: Picture
) -> tuple[Group, ...]:
    """The days with a post on them: what is to come first, then what is over, newest first."""
    today = when.date_of(now, zone)
    to_come = [day for day in days if not day.over]
    over = [day for day in reversed(days) if day.over]
    return tuple(
        Group(when.named_day(locale, when.as_qdate(day.date), today), rows)
        for day in (*to_come, *over)
        if (rows := _rows_of(day, locale, zone, picture))
    )


def words_of(post: Post) -> str:
    text = shown_text(post.text) if post.state is State.SENT else one_line(post.text)
    return text or QCoreApplication.translate("Queue", "Pictures without words")


def _day_value(day: Day, locale: QLocale, zone: str, picture: Picture) -> DayValue:
    date = when.as_qdate(day.date)
    nothing = QCoreApplication.translate("Queue", "Nothing planned")
    if day.over:
        nothing = QCoreApplication.translate("Queue", "Nothing posted")
    return DayValue(
        head=when.day_head(locale, date),
        spoken=when.long_day(locale, date),
        entries=tuple(_entry(entry, locale, zone, picture) for entry in day.entries),
        today=day.today,
        over=day.over,
        nothing=nothing,
    )


def _entry(entry: Entry, locale: QLocale, zone: str, picture: Picture) -> PostValue | SlotValue:
    time = when.clock_time(locale, entry.at, zone)
    day = when.long_day(locale, when.date_of(entry.at, zone))
    if entry.post is None:
        spoken = QCoreApplication.translate("Queue", "Free: {day}, {time}. Write a post for it.")
        return SlotValue(slot_key(entry.at), time, spoken.format(day=day, time=time))
    look = look_of(entry.post)
    words = words_of(entry.post)
    said = [day, time, look.word, words]
    return PostValue(
        id=entry.post.id,
        time=time,
        text=words,
        spoken=", ".join(part for part in said if part),
        state=look.word,
        tone=look.tone,
        icon=look.icon,
        picture=_first_picture(entry.post, picture),
        pictured=bool(entry.post.pictures),
        over=entry.post.state is State.SENT,
    )


def _rows_of(day: Day, locale: QLocale, zone: str, picture: Picture) -> tuple[RowValue, ...]:
    rows = []
    for entry in day.entries:
        if entry.post is None:
            continue
        look = look_of(entry.post)
        time = when.clock_time(locale, entry.at, zone)
        rows.append(
            RowValue(
                id=entry.post.id,
                text=words_of(entry.post),
                figure=time,
                state=look.word,
                tone=look.tone,
                icon=look.icon,
                picture=_first_picture(entry.post, picture),
                pictured=bool(entry.post.pictures),
                spoken=", ".join(p for p in (time, look.word, words_of(entry.post)) if p),
            )
        )
    return tuple(rows)


def _first_picture(post: Post, picture: Picture) -> QImage | None:
    first = next(iter(post.pictures), ONLY_ON_X)
    return None if first == ONLY_ON_X else picture(first)
