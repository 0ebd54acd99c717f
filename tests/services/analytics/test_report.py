from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.accounts.accounts import Account
from services.analytics.figures import (
    TILES,
    Headline,
    Key,
    Period,
    Why,
    date_of,
    day_of,
)
from services.analytics.report import Report
from services.clock import DAY, SteppedClock, from_wall
from services.store.database import Database

ZONE = "Europe/Helsinki"


@pytest.fixture
def known(books: Any, clock: SteppedClock) -> Any:
    """Every day of the last 60 was read."""
    books.day(at=clock.now(), reads_from=clock.now() - 60 * DAY)
    books.heard(checked_at=clock.now())
    return books


def test_days_count_from_1970() -> None:
    assert day_of(date(1970, 1, 2)) == 1
    assert date_of(day_of(date(2026, 2, 28))) == date(2026, 2, 28)


def test_a_new_account_has_no_percentages(
    report: Report, account: Account, clock: SteppedClock
) -> None:
    figures = report.build(account.id)
    assert [tile.key for tile in figures.tiles] == list(TILES)
    assert figures.day_count == len(figures.line) == 28
    assert figures.headline is Headline.NEW
    for tile in figures.tiles:
        assert tile.value is None
        assert tile.before is None
        assert tile.change is None
        assert tile.why is not Why.NOTHING
    assert all(point.value is None and point.before is None for point in figures.line)


def test_an_empty_period_that_was_read_is_zero(
    report: Report, account: Account, known: Any
) -> None:
    figures = report.build(account.id)
    for key in (Key.POSTS, Key.SEEN, Key.MENTIONS, Key.ANSWERS, Key.LINK_CLICKS, Key.RATE):
        assert (figures.tile(key).value, figures.tile(key).missing_days) == (0, 0)
        assert figures.tile(key).why is Why.TOO_FEW
    assert {point.value for point in figures.line} == {None}, "one reading shows no growth"


def test_changes_and_the_sentence(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    for number in range(4):
        known.post(f"now{number}", at=clock.now() - (2 + number) * DAY)
        known.reading(f"now{number}", at=clock.now(), seen=118, likes=4, clicks=2)
        known.post(f"old{number}", at=clock.now() - (30 + number) * DAY)
        known.reading(f"old{number}", at=clock.now(), seen=100, likes=5)
    figures = report.build(account.id)
    seen = figures.tile(Key.SEEN)
    assert (seen.value, seen.before) == (472, 400)
    assert seen.change == pytest.approx(0.18)
    assert (figures.headline, figures.percent) == (Headline.BETTER, 18)
    rate = figures.tile(Key.RATE)
    assert (rate.value, rate.before) == (pytest.approx(4 / 118), pytest.approx(0.05))
    assert figures.tile(Key.LIKES).value == 16
    earlier = report.build(account.id, end_day=figures.earlier.last_day)
    assert earlier.tile(Key.SEEN).value == 400
    assert earlier.tile(Key.LINK_CLICKS).value is None, "X told no clicks: not zero"


def test_fewer_than_three_posts_are_too_few_to_say(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    for number in range(5):
        known.post(f"now{number}", at=clock.now() - DAY)
        known.reading(f"now{number}", at=clock.now(), seen=100, clicks=1)
    for number in range(2):
        known.post(f"old{number}", at=clock.now() - 40 * DAY)
        known.reading(f"old{number}", at=clock.now(), seen=100)
    figures = report.build(account.id)
    for key in (Key.SEEN, Key.POSTS, Key.RATE):
        assert figures.tile(key).change is None
        assert figures.tile(key).why is Why.TOO_FEW
    assert figures.headline is Headline.NEW


def test_a_period_is_counted_as_it_stood_at_its_end(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    last_day = day_of(date(2026, 10, 1))
    noon = from_wall("2026-10-01T12:00", ZONE)
    known.post("1", at=noon - 3 * DAY)
    known.reading("1", at=noon - 2 * DAY, seen=10)
    known.reading("1", at=noon, seen=30)
    known.reading("1", at=noon + DAY, seen=40)
    known.reading("1", at=noon + 9 * DAY, seen=90)
    known.post("2", at=noon - 3 * DAY)
    known.reading("2", at=noon - 2 * DAY, seen=1)
    known.reading("2", at=noon - DAY, seen=2)
    known.post("3", at=noon - 3 * DAY)
    known.reading("3", at=noon + 20 * DAY, seen=5)
    known.post("4", at=noon - 9 * DAY)
    known.reading("4", at=noon - DAY, seen=6)
    known.reading("4", at=noon + 2 * DAY, seen=8)
    known.post("5", at=noon - 9 * DAY)
    known.reading("5", at=noon - 13 * 3_600, seen=7)
    known.reading("5", at=noon + 11 * 3_600, seen=9)
    period = Period(last_day - 27, last_day)
    values = {item.x_post_id: item.value for item in report.items(account.id, "seen", period)}
    assert values == {"1": 30, "2": 2, "3": 5, "4": 6, "5": 9}


def test_days_are_the_shops_days(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    """Midnight in Helsinki, on both sides of the night the clocks went back."""
    for number, wall in enumerate(("2026-10-24T23:59", "2026-10-25T00:00", "2026-10-25T23:59")):
        known.post(str(number), at=from_wall(wall, ZONE))
        known.reading(str(number), at=clock.now(), seen=10**number)
    sunday = day_of(date(2026, 10, 25))
    assert [
        item.x_post_id for item in report.items(account.id, "posts", Period(sunday, sunday))
    ] == ["1", "2"]


def test_unread_days_are_missing_and_forbid_a_comparison(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    books.day(at=clock.now(), reads_from=from_wall("2026-11-01T00:00", ZONE))
    for number in range(4):
        books.post(str(number), at=clock.now() - number * DAY)
        books.reading(str(number), at=clock.now(), seen=100)
    figures = report.build(account.id)
    seen = figures.tile(Key.SEEN)
    # 24 October to 20 November, read from 1 November on.
    assert (seen.value, seen.missing_days) == (400, 8)
    assert (seen.before, seen.change, seen.why) == (None, None, Why.NOT_AVAILABLE)


def test_today_is_known_within_a_day_of_the_last_reading(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    books.day(at=clock.now(), reads_from=clock.now() - 60 * DAY)
    clock.advance(DAY - 60)
    # Yesterday was read at noon only, today not at all: it was read within 24 hours.
    assert report.build(account.id).tile(Key.SEEN).missing_days == 1
    clock.advance(3 * DAY)
    assert report.build(account.id).tile(Key.SEEN).missing_days == 5


def test_days_posted_are_the_shops_days_with_a_post(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    """Two on one day, one an hour after its midnight, an answer, and one of the time before."""
    for name, wall in (
        ("first", "2026-11-18T00:30"),
        ("second", "2026-11-18T23:59"),
        ("third", "2026-11-19T00:00"),
        ("before", "2026-10-01T12:00"),
    ):
        known.post(name, at=from_wall(wall, ZONE))
    known.post("answer", at=from_wall("2026-11-17T12:00", ZONE), parent="777")
    figures = report.build(account.id)
    tile = figures.tile(Key.DAYS_POSTED)
    assert (tile.value, tile.before, tile.change) == (2, 1, None)
    items = report.items(account.id, Key.DAYS_POSTED, figures.period)
    assert [(item.text, item.value) for item in items] == [("first", 1), ("third", 1)]


def test_answers_and_threads(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    at = clock.now() - DAY
    known.post("root", at=at)
    known.post("second", at=at + 1, parent="root")
    known.post("outside", at=at + 2, parent="777")
    item = known.mention(50, at=at)
    known.sent(at=at + 600, item=item, x_post_id="60")
    known.sent(at=at + 700, text="by hand")
    known.post("60", at=at + 600, parent="50")
    figures = report.build(account.id)
    period = figures.period
    assert figures.tile(Key.POSTS).value == 3
    assert figures.tile(Key.ANSWERS).value == 2
    posts = [item.text for item in report.items(account.id, "posts", period)]
    assert posts == ["root", "second", "by hand"]
    answers = [item.text for item in report.items(account.id, "answers", period)]
    assert answers == ["outside", "ours"]


def test_first_answer_is_the_median_wait_from_the_first_open_word(
    report: Report, account: Account, known: Any, clock: SteppedClock
) -> None:
    start = clock.now() - 5 * DAY
    known.mention(1, at=start, thread="a")
    later = known.mention(2, at=start + 100, thread="a")
    known.sent(at=start + 600, item=later, x_post_id="90")
    known.sent(at=start + 700, item=later, x_post_id="91")
    known.mention(3, at=start, thread="b", customer="bo")
    known.post("92", at=start + 1_000, parent="3")
    known.mention(4, at=start + 2_000, thread="b", customer="bo")
    known.post("93", at=start + 2_200, parent="4")
    known.mention(5, at=start, thread="c", customer="unanswered")
    figures = report.build(account.id)
    items = report.items(account.id, "first_answer", figures.period)
    assert [(item.text, item.value) for item in items] == [("w1", 600), ("w3", 1_000), ("w4", 200)]
    assert figures.tile(Key.FIRST_ANSWER).value == 600
    assert figures.tile(Key.FIRST_ANSWER).why is Why.TOO_FEW
    assert figures.tile(Key.ANSWERS).value == 4


def test_followers_are_the_newest_count_and_their_list_adds_up(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    for days, followers in ((30, 80), (20, 90), (10, 85), (0, 99)):
        books.day(at=clock.now() - days * DAY, followers=followers)
    figures = report.build(account.id)
    tile = figures.tile(Key.FOLLOWERS)
    assert (tile.value, tile.before, tile.change) == (99, 80, pytest.approx(19 / 80))
    assert [item.value for item in report.items(account.id, "followers", figures.period)] == [
        90,
        -5,
        14,
    ]
    assert tile.missing_days == 25


def test_mentions_before_the_first_read_are_not_known(
    report: Report, account: Account, books: Any, clock: SteppedClock
) -> None:
    books.mention(1, at=clock.now() - DAY)
    books.heard(checked_at=clock.now(), whole_since=clock.now() - 30 * DAY)
    tile = report.build(account.id).tile(Key.MENTIONS)
    assert (tile.value, tile.missing_days) == (1, 0)
    assert (tile.before, tile.why) == (None, Why.NOT_AVAILABLE)


def test_by_hand_posts_and_answers_count_and_the_rest_is_not_available(
    report: Report, account: Account, books: Any, clock: SteppedClock, database: Database
) -> None:
    with database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand'")
    books.sent(at=clock.now() - DAY)
    item = books.mention(1, at=clock.now() - DAY)
    books.sent(at=clock.now() - DAY + 60, item=item)
    figures = report.build(account.id)
    assert (figures.tile(Key.POSTS).value, figures.tile(Key.POSTS).missing_days) == (1, 0)
    assert figures.tile(Key.ANSWERS).value == 1
    assert figures.tile(Key.FIRST_ANSWER).value == 60
    for key in (Key.SEEN, Key.RATE, Key.LINK_CLICKS, Key.FOLLOWERS):
        assert figures.tile(key).value is None
        assert figures.tile(key).why is Why.NOT_AVAILABLE


def test_the_best_posts_come_with_their_picture(
    report: Report, account: Account, known: Any, clock: SteppedClock, database: Database
) -> None:
    for number in range(7):
        known.post(str(number), at=clock.now() - DAY, text=f"お茶 {number}")
        known.reading(str(number), at=clock.now(), seen=number, likes=1)
    known.post("answer", at=clock.now() - DAY, parent="50")
    known.reading("answer", at=clock.now(), seen=1_000)
    post_id = known.sent(at=clock.now() - DAY, x_post_id="6", text="新茶")
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at) "
            "VALUES ('abc', 'image/png', 1, 1, 1, 'a.png', 0)"
        )
        connection.execute(
            "INSERT INTO attachment(id, part_id, position, picture) "
            "SELECT 'x', id, 0, 'abc' FROM part WHERE post_id = ?",
            (post_id,),
        )
        connection.execute("UPDATE own_post SET pictures = 2 WHERE x_post_id = '5'")
    top = report.build(account.id).top_posts
    assert [post.x_post_id for post in top] == ["6", "5", "4", "3", "2"]
    assert (top[0].text, top[0].picture, top[0].seen) == ("新茶", "abc", 6)
    assert [post.pictured for post in top] == [True, True, False, False, False]
    assert top[1].picture is None
