"""Views day by day: from two neighbouring readings, or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.analytics.archive import Archive
from services.analytics.coverage import Calendar
from services.analytics.daily import FARTHEST, LONGEST, SHORTEST, SLACK, seen_by_day
from services.analytics.figures import Key, Period, day_of
from services.analytics.report import Report
from services.clock import DAY, SteppedClock, from_wall
from services.store.database import Database

HOUR = 3_600
ZONE = "Europe/Helsinki"
TODAY = day_of(date(2026, 11, 20))


def evening(days_ago: int, *, hour: int = 21) -> int:
    return from_wall(f"2026-11-20T{hour:02}:00", ZONE) - days_ago * DAY


def line(report: Report, account: Account) -> dict[int, int | None]:
    """By the days ago."""
    return {TODAY - point.day: point.value for point in report.build(account.id).line}


def test_a_day_is_what_its_readings_differ_by(report: Report, account: Account, books: Any) -> None:
    books.post("old", at=evening(9))
    books.post("new", at=evening(2) - HOUR)
    for ago, old, new in ((4, 100, None), (3, 130, None), (2, 150, 9), (1, 155, 70)):
        books.day(at=evening(ago))
        books.reading("old", at=evening(ago), seen=old)
        if new is not None:
            books.reading("new", at=evening(ago), seen=new)
    told = line(report, account)
    assert (told[3], told[2], told[1]) == (30, 20 + 9, 5 + 61)
    assert {told[ago] for ago in range(4, 28)} == {None}


def test_today_is_not_over(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    books.post("1", at=evening(3))
    for ago in (2, 1):
        books.day(at=evening(ago))
        books.reading("1", at=evening(ago), seen=100 - ago)
    books.day(at=clock.now())
    books.reading("1", at=clock.now(), seen=500)
    today, yesterday = list(report.build(account.id).line)[:-3:-1]
    assert (today.value, today.over) == (None, False)
    assert (yesterday.value, yesterday.over) == (1, True)


def test_after_the_first_reading_no_day_is_known(
    archive: Archive, x: Any, report: Report, account: Account, clock: SteppedClock
) -> None:
    x.published("1", at=clock.now() - 3 * DAY)
    archive.sample(account.id)
    figures = report.build(account.id)
    assert figures.tile(Key.SEEN).value == 40
    assert {(point.value, point.before) for point in figures.line} == {(None, None)}


def test_the_archive_reads_so_that_days_follow(
    archive: Archive, x: Any, report: Report, account: Account, clock: SteppedClock
) -> None:
    """At noon in Helsinki, daily: each post is seen ten times a day."""
    x.published("1", at=clock.now() - 3 * DAY + HOUR)
    for _ in range(4):
        archive.sample(account.id)
        clock.advance(DAY)
    values = [point.value for point in report.build(account.id).line]
    assert values[-6:] == [None, None, 10, 10, 10, None]


def test_a_gap_is_never_spread_nor_zero(report: Report, account: Account, books: Any) -> None:
    books.post("1", at=evening(9))
    for ago, seen in ((8, 10), (7, 20), (6, 30), (3, 60), (2, 70), (1, 80)):
        books.day(at=evening(ago))
        books.reading("1", at=evening(ago), seen=seen)
    told = line(report, account)
    assert [told[ago] for ago in range(8, 0, -1)] == [None, 10, 10, None, None, None, 10, 10]


def test_one_day_without_a_reading_leaves_two_unknown(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=evening(9))
    for ago in (5, 4, 2, 1):
        books.day(at=evening(ago))
        books.reading("1", at=evening(ago), seen=1_000 - 100 * ago)
    told = line(report, account)
    assert [told[ago] for ago in (4, 3, 2, 1)] == [100, None, None, 100]


def test_from_evening_readings_to_morning_ones_no_day_is_lost(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    """37 hours lie between the ends of such a day: the 24 that are more like it are taken."""
    books.post("1", at=evening(9))
    taken = [evening(5), evening(4), evening(3, hour=10), evening(2, hour=10), evening(1, hour=10)]
    for at, seen in zip(taken, (100, 200, 213, 413, 1_013), strict=True):
        books.day(at=at)
        books.reading("1", at=at, seen=seen)
    told = line(report, account)
    assert [told[ago] for ago in (5, 4, 3, 2, 1)] == [None, 100, 200, 600, None]


def test_a_read_day_without_views_is_a_true_zero(
    report: Report, account: Account, books: Any
) -> None:
    for ago in (3, 2, 1):
        books.day(at=evening(ago))
    told = line(report, account)
    assert (told[2], told[1]) == (0, 0)


def test_posts_older_than_the_period_count_on_the_day_they_were_seen(
    report: Report, account: Account, books: Any
) -> None:
    """So the days need not add up to Seen, which counts the posts of the period."""
    books.post("older", at=evening(29))
    for ago in range(29, 0, -1):
        books.day(at=evening(ago))
        books.reading("older", at=evening(ago), seen=10 * (30 - ago))
    figures = report.build(account.id)
    assert [point.value for point in figures.line] == [10] * 27 + [None]
    assert figures.tile(Key.SEEN).value in (None, 0)


def test_a_deleted_post_keeps_what_it_gained_and_gains_no_more(
    report: Report, account: Account, books: Any
) -> None:
    books.post("gone", at=evening(5))
    books.post("stays", at=evening(5))
    for ago in (4, 3, 2, 1):
        books.day(at=evening(ago))
        books.reading("stays", at=evening(ago), seen=100 - 10 * ago)
        if ago > 2:
            books.reading("gone", at=evening(ago), seen=1_000 - 100 * ago)
    told = line(report, account)
    assert [told[ago] for ago in (3, 2, 1)] == [110, 10, 10]


def test_what_x_takes_back_is_neither_lost_nor_found(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=evening(9))
    for ago, seen in ((5, 100), (4, 90), (3, 95), (2, 100), (1, 104)):
        books.day(at=evening(ago))
        books.reading("1", at=evening(ago), seen=seen)
    told = line(report, account)
    assert [told[ago] for ago in (4, 3, 2, 1)] == [0, 0, 0, 4]


def test_a_post_x_showed_late_does_not_bring_its_whole_life(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=evening(9))
    for ago in (3, 2, 1):
        books.day(at=evening(ago))
    books.reading("1", at=evening(2), seen=5_000)
    books.reading("1", at=evening(1), seen=5_007)
    told = line(report, account)
    assert (told[2], told[1]) == (0, 7)


@pytest.mark.parametrize(("before", "counted"), [(5, 40), (SLACK, 40), (SLACK + 1, 0)])
def test_a_post_x_did_not_show_yet_right_after_it_was_made_keeps_its_first_day(
    report: Report, account: Account, books: Any, before: int, counted: int
) -> None:
    """Figures are read again soon after a post; X's own list of posts may be behind by minutes."""
    books.post("1", at=evening(3) - before)
    for ago in (4, 3, 2, 1):
        books.day(at=evening(ago))
    books.reading("1", at=evening(2), seen=40)
    books.reading("1", at=evening(1), seen=45)
    told = line(report, account)
    assert [told[ago] for ago in (3, 2, 1)] == [0, counted, 5]


def test_a_night_the_clocks_go_back_is_one_day(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=from_wall("2026-10-20T12:00", ZONE))
    for number, wall in enumerate(("10-24T23:00", "10-25T23:00", "10-26T23:00")):
        at = from_wall(f"2026-{wall}", ZONE)
        books.day(at=at)
        books.reading("1", at=at, seen=10**number)
    told = line(report, account)
    sunday = TODAY - day_of(date(2026, 10, 25))
    assert (told[sunday], told[sunday - 1]) == (9, 90)


SAMPLES = st.dictionaries(st.integers(0, 12), st.integers(0, 23 * HOUR), max_size=13)
POSTS = st.lists(
    st.tuples(
        st.integers(0, 14 * DAY),
        st.dictionaries(st.integers(0, 12), st.integers(0, 500), max_size=13),
    ),
    max_size=6,
)
DAILY = dict.fromkeys(range(13), 20 * HOUR)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@example(samples=DAILY, posts=[(0, {n: 10 * n for n in range(13)})])
@example(samples=DAILY, posts=[(9 * DAY, {3: 500, 4: 0, 5: 500})])
@given(samples=SAMPLES, posts=POSTS)
def test_nothing_is_ever_invented(
    samples: dict[int, int],
    posts: list[tuple[int, dict[int, int]]],
    account: Account,
    books: Any,
    clock: SteppedClock,
    database: Database,
) -> None:
    with database.transaction() as connection:
        for table in ("own_post", "account_day"):
            connection.execute(f"DELETE FROM {table}")
    first = clock.now() // DAY * DAY - 12 * DAY
    taken = sorted(first + day * DAY + second for day, second in samples.items())
    taken = [at for at in taken if at <= clock.now()]
    for at in taken:
        books.day(at=at)
    most, born_at = {}, {}
    for number, (age, totals) in enumerate(posts):
        born = clock.now() - age
        books.post(str(number), at=born)
        born_at[str(number)] = born
        read = [at for at in taken if at >= born and (at - first) // DAY in totals]
        for at in read:
            books.reading(str(number), at=at, seen=totals[(at - first) // DAY])
        most[str(number)] = max((totals[(at - first) // DAY] for at in read), default=0)
    calendar = Calendar(ZONE, clock.now())
    period = Period(calendar.today - 27, calendar.today)
    told = seen_by_day(database.connection, account.id, period, calendar)

    assert all(value >= 0 for value in told.values())
    assert sum(told.values()) <= sum(most.values()), "no view that X did not tell"
    assert calendar.today not in told
    for day, value in told.items():
        start, end = calendar.start(day), calendar.start(day + 1)
        begun = [at for at in taken if abs(at - start) <= FARTHEST]
        ended = [at for at in taken if abs(at - end) <= FARTHEST]
        assert any(SHORTEST <= b - a <= LONGEST for a in begun for b in ended)
        alive = [most[name] for name, born in born_at.items() if born < max(ended)]
        assert value <= sum(alive)
    # What a part of the days tells does not hang on which days are asked for.
    for day in range(calendar.today - 13, calendar.today):
        alone = seen_by_day(database.connection, account.id, Period(day, day), calendar)
        assert alone.get(day) == told.get(day)


@pytest.mark.parametrize("hour", [0, 5, 11, 14, 21, 23])
def test_days_read_without_a_gap_add_up_to_all_that_was_gained(
    account: Account, books: Any, clock: SteppedClock, database: Database, hour: int
) -> None:
    books.post("1", at=evening(25))
    for ago in range(20, 0, -1):
        books.day(at=evening(ago, hour=hour))
        books.reading("1", at=evening(ago, hour=hour), seen=(21 - ago) ** 2)
    calendar = Calendar(ZONE, clock.now())
    period = Period(TODAY - 27, TODAY)
    told = seen_by_day(database.connection, account.id, period, calendar)
    assert sorted(told) == list(range(min(told), max(told) + 1))
    assert len(told) == 19
    assert sum(told.values()) == 20**2 - 1
