"""Posts and free times as the cards of the queue show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QImage

from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.compose.asks import slot_key
from ui.queue.elsewhere import ONLY_ON_X
from ui.queue.kind_look import TONES, ShownKinds, kind_word
from ui.queue.moving import can_move
from ui.queue.post_states import StateLook, look_of
from ui.queue.week import Day, Entry
from ui.shown_text import shown_text
from widgets.post_card import PostValue
from widgets.text_block import one_line
from widgets.week_grid import DayValue, SlotValue

_MOST_CARDS = 24
"""Of one day."""
Picture = Callable[[str], QImage | None]
"""The small picture of a hash, or None while there is none."""


@dataclass(frozen=True, slots=True)
class Showing:
    """In whose words, hours and pictures the days are shown, and when.

    `kept_waiting`: ids of the posts that another one holds back.
    """

    locale: QLocale
    zone: str
    now: int
    picture: Picture
    kept_waiting: frozenset[str] = frozenset()
    kinds: ShownKinds = field(default_factory=ShownKinds)

    @property
    def today(self) -> QDate:
        return when.date_of(self.now, self.zone)

    def look(self, post: Post) -> StateLook:
        return look_of(post, kept_waiting=post.id in self.kept_waiting)

    def first_picture(self, post: Post) -> QImage | None:
        first = next(iter(post.pictures), ONLY_ON_X)
        return None if first == ONLY_ON_X else self.picture(first)


def day_values(days: tuple[Day, ...], showing: Showing) -> tuple[DayValue, ...]:
    return tuple(_day_value(day, showing) for day in days)


def words_of(post: Post) -> str:
    text = shown_text(post.text) if post.state is State.SENT else one_line(post.text)
    return text or QCoreApplication.translate("Queue", "Pictures without words")


def _is_over(entry: Entry) -> bool:
    return entry.post is not None and entry.post.state is State.SENT


def _day_value(day: Day, showing: Showing) -> DayValue:
    translate = QCoreApplication.translate
    date = when.as_qdate(day.date)
    nothing = translate("Queue", "Nothing planned")
    if day.closed:
        nothing = day.note or translate("Queue", "Closed")
    elif day.over:
        nothing = translate("Queue", "Nothing posted")
    spoken = when.long_day(showing.locale, date, today=showing.today)
    if day.closed:
        spoken = translate("Queue", "{day}, closed").format(day=spoken)
    if day.note:
        spoken = f"{spoken}, {day.note}"
    seen = seen_of(day)
    left_out = len(day.entries) - len(seen)
    more = translate("Queue", "+{count} more").format(count=showing.locale.toString(left_out))
    return DayValue(
        head=when.day_head(showing.locale, date),
        spoken=spoken,
        entries=tuple(_card_or_slot(entry, showing) for entry in seen),
        today=day.today,
        over=day.over,
        closed=day.closed,
        nothing=nothing,
        more=more if left_out else "",
        fold=_fold(day),
        fold_spoken=_fold_spoken(day),
    )


def _fold(day: Day) -> str:
    sent = day.sent
    if not sent:
        return ""
    if day.folded:
        return QCoreApplication.translate("Queue", "%Ln sent · show", "", sent)
    return QCoreApplication.translate("Queue", "%Ln sent · hide", "", sent)


def _fold_spoken(day: Day) -> str:
    if not day.sent:
        return ""
    if day.folded:
        return QCoreApplication.translate("Queue", "Show the posts sent today")
    return QCoreApplication.translate("Queue", "Hide the posts sent today")


def seen_of(day: Day) -> tuple[Entry, ...]:
    """A day as full as no shop has one shows its next posts; the list has them all."""
    if len(day.entries) <= _MOST_CARDS:
        return day.entries
    to_come = tuple(entry for entry in day.entries if not _is_over(entry))
    return to_come[:_MOST_CARDS] if to_come else day.entries[-_MOST_CARDS:]


def _card_or_slot(entry: Entry, showing: Showing) -> PostValue | SlotValue:
    if entry.post is None:
        return _slot(entry, showing)
    look = showing.look(entry.post)
    time = when.clock_time(showing.locale, entry.at, showing.zone)
    words = words_of(entry.post)
    kind = showing.kinds.of(entry.post)
    said = (_long_day(entry, showing), time, look.word, kind_word(kind), words)
    return PostValue(
        id=entry.post.id,
        time=time,
        text=words,
        spoken=", ".join(part for part in said if part),
        state=look.word,
        tone=look.tone,
        icon=look.icon,
        picture=showing.first_picture(entry.post),
        pictured=bool(entry.post.pictures),
        over=_is_over(entry),
        movable=can_move(entry.post),
        kind=TONES[kind],
    )


def _slot(entry: Entry, showing: Showing) -> SlotValue:
    time = when.clock_time(showing.locale, entry.at, showing.zone)
    kind = PostKind.GUESSED if entry.slot is None else entry.slot.kind
    spoken = QCoreApplication.translate("Queue", "Free: {day}, {time}. Write a post for it.")
    if kind:
        spoken = QCoreApplication.translate("Queue", "Free: {day}, {time}, for: {kind}.")
    return SlotValue(
        slot_key(entry.at),
        time,
        spoken.format(day=_long_day(entry, showing), time=time, kind=kind_word(kind)),
        kind=kind_word(kind),
        tone=TONES[kind],
    )


def _long_day(entry: Entry, showing: Showing) -> str:
    day = when.date_of(entry.at, showing.zone)
    return when.long_day(showing.locale, day, today=showing.today)
