"""The rows of the list as they are shown: entries day by day, and one post's line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from services.clock import from_wall, in_zone
from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.publishing.queue_rows import QueueRow
from services.publishing.slots import SlotTime
from services.publishing.states import State
from ui import when
from ui.compose.asks import slot_key
from ui.icons import icon
from ui.queue.kind_look import TONES, kind_word
from ui.queue.post_states import StateLook, look_of
from ui.shown_text import shown_text
from widgets.queue_view_values import FOOT, Entry, EntryKind, LineValue, Mark
from widgets.text_block import one_line

_DAY = "day:"


@dataclass(frozen=True, slots=True)
class LineWords:
    """In whose hours and words a line is told. `kept_waiting`: another post holds these back."""

    locale: QLocale
    zone: str
    now: int
    kept_waiting: frozenset[str] = frozenset()

    def look(self, row: QueueRow) -> StateLook:
        stands = Post(
            id=row.id,
            account_id="",
            state=row.state,
            parts=(),
            reason=row.reason,
            opened_at=row.opened_at,
            created_at=0,
            changed_at=0,
        )
        return look_of(stands, kept_waiting=row.id in self.kept_waiting)

    def post(self, row: QueueRow, kind: PostKind) -> LineValue:
        look = self.look(row)
        over = row.state is State.SENT
        words = shown_text(row.words) if over else one_line(row.words)
        words = words or QCoreApplication.translate("Queue", "Pictures without words")
        time = when.clock_time(self.locale, row.at, self.zone)
        marks = _marks(row)
        day = self._day(row.at)
        said = (day, time, look.word, words, kind_word(kind), *(mark.text for mark in marks))
        return LineValue(
            time=time,
            words=words,
            spoken=", ".join(part for part in said if part),
            state="" if over else look.word,
            tone=look.tone,
            icon=look.icon,
            marks=marks,
            picture=row.picture,
            pictured=row.pictures > 0,
            dot=TONES[kind],
            over=over,
        )

    def free(self, at: int) -> LineValue:
        time = when.clock_time(self.locale, at, self.zone)
        day = self._day(at)
        spoken = QCoreApplication.translate("Queue", "Free: {day}, {time}. Write a post for it.")
        return LineValue(time=time, spoken=spoken.format(day=day, time=time))

    def moment(self, at: int) -> str:
        """A day, short, and its time."""
        day, today = when.date_of(at, self.zone), when.date_of(self.now, self.zone)
        near = today.daysTo(day) in (0, 1)
        named = (
            when.named_day(self.locale, day, today)
            if near
            else when.weekday_day(self.locale, day, today=today)
        )
        said = QCoreApplication.translate("Queue", "{day}, {time}")
        return said.format(day=named, time=when.clock_time(self.locale, at, self.zone))

    def entries(
        self, rows: Sequence[QueueRow], free: Iterable[SlotTime] = (), *, newest_first: bool = False
    ) -> tuple[Entry, ...]:
        """Heads of days, posts and free times in order of time, and room below them."""
        things = [(row.at, self._entry(row)) for row in rows]
        things += [
            (slot.due_at, Entry(EntryKind.FREE, slot_key(slot.due_at)))
            for slot in free
            if slot.post_id is None and slot.due_at > self.now
        ]
        things.sort(key=_time, reverse=newest_first)
        if not things:
            return ()
        found: list[Entry] = []
        since = until = 0
        for at, entry in things:
            if not since <= at < until:
                day = in_zone(at, self.zone).date()
                since, until = _around(day, self.zone)
                found.append(Entry(EntryKind.HEAD, f"{_DAY}{day.isoformat()}"))
            found.append(entry)
        return (*found, FOOT)

    def head(self, key: str) -> LineValue:
        """The name of the day whose key this is."""
        day = when.as_qdate(date.fromisoformat(key.removeprefix(_DAY)))
        today = when.date_of(self.now, self.zone)
        return LineValue("", words=when.named_day(self.locale, day, today))

    def _day(self, at: int) -> str:
        today = when.date_of(self.now, self.zone)
        return when.long_day(self.locale, when.date_of(at, self.zone), today=today)

    def _entry(self, row: QueueRow) -> Entry:
        """What is under way, or has gone, stays where it is."""
        moves = row.state is State.QUEUED and (row.due_at or 0) > self.now
        fixed = row.state not in (State.QUEUED, State.NEEDS_YOU)
        return Entry(EntryKind.POST, row.id, movable=moves, fixed=fixed)


def _marks(row: QueueRow) -> tuple[Mark, ...]:
    translate = QCoreApplication.translate
    marks = []
    if (parts := row.parts) > 1:
        words = QCoreApplication.translate("Queue", "%Ln parts", "", parts)
        marks.append(Mark(words, icon("list-plus")))
    if row.has_poll:
        marks.append(Mark(translate("Queue", "Poll"), icon("vote")))
    if row.has_link:
        marks.append(Mark(translate("Queue", "Link"), icon("link")))
    return tuple(marks)


def _time(thing: tuple[int, Entry]) -> int:
    return thing[0]


def _around(day: date, zone: str) -> tuple[int, int]:
    first, last = (from_wall(f"{each}T00:00", zone) for each in (day, day + timedelta(days=1)))
    return first, last
