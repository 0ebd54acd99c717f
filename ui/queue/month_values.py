"""The days of a month as its grid shows them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.compose.asks import slot_key
from ui.queue.kind_look import TONES, kind_word
from ui.queue.moving import can_move
from ui.queue.values import Showing, words_of
from ui.queue.week import shown_at
from ui.queue.week_reader import MonthDate
from widgets.month_values import MonthDay, MonthLine
from widgets.post_card import StateTone

_STATE_TONES = {
    StateTone.BUSY: "blue",
    StateTone.WARNING: "amber",
    StateTone.TROUBLE: "red",
}


def weekday_heads(locale: QLocale) -> tuple[str, ...]:
    first = locale.firstDayOfWeek().value
    days = [(first - 1 + n) % 7 + 1 for n in range(7)]
    return tuple(locale.standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in days)


def month_values(days: tuple[MonthDate, ...], showing: Showing) -> tuple[MonthDay, ...]:
    return tuple(_day(day, showing) for day in days)


def _day(day: MonthDate, showing: Showing) -> MonthDay:
    first = next((post for post in day.posts if post.pictures), None)
    free = None if day.other else day.free
    return MonthDay(
        key=day.date.isoformat(),
        head=_head(day.date, showing.locale),
        spoken=_spoken(day, showing),
        lines=tuple(_line(post, showing, pictured=post is first) for post in day.posts),
        count=day.count,
        more=tuple(_more(day.count - shown, showing.locale) for shown in range(len(day.posts) + 1)),
        today=day.today,
        other=day.other,
        over=day.over,
        closed=day.closed,
        note=day.note or (QCoreApplication.translate("Queue", "Closed") if day.closed else ""),
        free="" if free is None else when.clock_time(showing.locale, free, showing.zone),
        free_key="" if free is None else slot_key(free),
    )


def _line(post: Post, showing: Showing, *, pictured: bool) -> MonthLine:
    at = shown_at(post) or 0
    look = showing.look(post)
    # One picture a day: a month has room for no more, in its cells and in memory.
    return MonthLine(
        id=post.id,
        time=when.clock_time(showing.locale, at, showing.zone),
        text=words_of(post),
        kind=TONES[showing.kinds.of(post)],
        tone=_STATE_TONES.get(look.tone, "") if look.word else "",
        picture=showing.first_picture(post) if pictured else None,
        over=post.state is State.SENT,
        movable=can_move(post),
    )


def _head(day: date, locale: QLocale) -> str:
    """The first of a month says which."""
    shown = when.as_qdate(day)
    if day.day == 1:
        return when.day_month(locale, shown)
    return locale.toString(shown, "d")


def _more(count: int, locale: QLocale) -> str:
    said = QCoreApplication.translate("Queue", "+{count} more")
    return said.format(count=locale.toString(count)) if count > 0 else ""


def _spoken(day: MonthDate, showing: Showing) -> str:
    spoken = when.long_day(showing.locale, when.as_qdate(day.date), today=showing.today)
    said, count = [spoken], day.count
    if day.closed:
        said.append(day.note or QCoreApplication.translate("Queue", "Closed"))
    said.append(QCoreApplication.translate("Queue", "%Ln posts", "", count))
    for post in day.posts:
        parts = (
            when.clock_time(showing.locale, shown_at(post) or 0, showing.zone),
            showing.look(post).word,
            kind_word(showing.kinds.of(post)),
            words_of(post),
        )
        said.append(" ".join(part for part in parts if part))
    if day.free is not None and not day.other:
        time = when.clock_time(showing.locale, day.free, showing.zone)
        free = QCoreApplication.translate("Queue", "free at {time}, press + to write a post for it")
        said.append(free.format(time=time))
    return ", ".join(said)
