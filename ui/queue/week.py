"""Which post and which free slot stands on which day, and which days: pure, by the shop's zone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.clock import from_wall, in_zone
from services.publishing.posts import Post
from services.publishing.slots import SlotTime
from services.publishing.states import State

DAYS = 7
_FOLDED_FROM = 2
"""Posts that went out today: a single one is no longer than the line in its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post, or a slot that nobody has. `at` is UTC seconds."""

    at: int
    post: Post | None = None
    slot: SlotTime | None = None


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    entries: tuple[Entry, ...]
    today: bool
    over: bool
    closed: bool = False
    """By the shop's opening hours, by its owner, or for a holiday."""
    note: str = ""
    """Why it is closed: the holiday's name, or the owner's word."""
    sent: int = 0
    """So many posts that went out can be folded away, or are."""
    folded: bool = False


def shown_at(post: Post) -> int | None:
    """When the post stands in the week: when it went out, else when it is due."""
    if post.state is State.SENT:
        return post.sent_at if post.sent_at is not None else post.due_at
    return post.due_at


def week_start(now: int, zone: str, *, first_weekday: int, weeks: int = 0) -> date:
    """The first day of the week that holds `now`. `first_weekday`: 1 Monday to 7 Sunday."""
    today = in_zone(now, zone).date()
    return first_of_week(today, first_weekday) + timedelta(weeks=weeks)


def first_of_week(day: date, first_weekday: int) -> date:
    return day - timedelta(days=(day.isoweekday() - first_weekday) % DAYS)


def month_days(day: date, first_weekday: int) -> tuple[date, int]:
    """The first day that the month of `day` shows, and how many weeks: five or six, whole ones."""
    start = first_of_week(day.replace(day=1), first_weekday)
    last = months_on(day, 1) - timedelta(days=1)
    return start, max((last - start).days // DAYS + 1, 5)


def months_on(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def midnight(day: date, zone: str) -> int:
    return from_wall(f"{day.isoformat()}T00:00", zone)


def week_of(
    start: date,
    posts: Iterable[Post],
    slots: Iterable[SlotTime],
    *,
    now: int,
    zone: str,
    closed: Mapping[date, str] | None = None,
) -> tuple[Day, ...]:
    """Seven days from `start`. Answers stand in the inbox, past slots are not offered.

    `closed`: the days on which the shop does not open, each with what it is called, or "".
    """
    closed = closed or {}
    today = in_zone(now, zone).date()
    by_day: dict[date, list[Entry]] = {start + timedelta(days=n): [] for n in range(DAYS)}
    taken: set[int] = set()
    for post in posts:
        at = shown_at(post)
        if post.due_at is not None:
            taken.add(post.due_at // 60)
        if at is None or post.answers_item is not None:
            continue
        _place(by_day, Entry(at, post=post), zone)
    for slot in slots:
        if slot.post_id is None and slot.due_at > now and slot.due_at // 60 not in taken:
            _place(by_day, Entry(slot.due_at, slot=slot), zone)
    return tuple(
        Day(
            date=day,
            entries=tuple(sorted(entries, key=_order)),
            today=day == today,
            over=day < today,
            closed=day in closed,
            note=closed.get(day, ""),
        )
        for day, entries in by_day.items()
    )


def fold_sent(day: Day, *, folded: bool) -> Day:
    """Today with what went out folded away: what is still to come stands on top then."""
    rest = tuple(entry for entry in day.entries if not _went_out(entry))
    sent = len(day.entries) - len(rest)
    if not day.today or sent < _FOLDED_FROM or not rest:
        return day
    return replace(day, entries=rest if folded else day.entries, sent=sent, folded=folded)


def _went_out(entry: Entry) -> bool:
    return entry.post is not None and entry.post.state is State.SENT


def _place(by_day: dict[date, list[Entry]], entry: Entry, zone: str) -> None:
    entries = by_day.get(in_zone(entry.at, zone).date())
    if entries is not None:
        entries.append(entry)


def _order(entry: Entry) -> tuple[int, str]:
    return entry.at, entry.post.id if entry.post is not None else ""
