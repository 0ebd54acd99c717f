from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.analytics.figures import ENGAGEMENT_KINDS, TILES, Key, Why
from services.analytics.report import Report
from services.analytics.tiles import value_of
from services.clock import DAY, SteppedClock
from services.store.database import Database

POSTS = st.lists(
    st.tuples(
        st.integers(0, 70),  # days ago
        st.integers(0, 86_399),
        st.sampled_from(["post", "answer", "thread"]),
        st.lists(st.tuples(st.integers(0, 40), st.integers(0, 999), st.booleans()), max_size=4),
    ),
    max_size=25,
)
TALKS = st.lists(
    st.tuples(st.integers(0, 70), st.integers(0, 9), st.integers(0, 3), st.booleans()), max_size=25
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(posts=POSTS, talks=TALKS, sampled=st.sets(st.integers(0, 70)), days=st.sampled_from([7, 28]))
def test_each_tile_is_the_sum_of_its_list(
    posts: Any,
    talks: Any,
    sampled: set[int],
    days: int,
    report: Report,
    account: Account,
    books: Any,
    clock: SteppedClock,
    database: Database,
) -> None:
    with database.transaction() as connection:
        for table in ("own_post", "inbox_item", "post", "account_day", "feed_cursor"):
            connection.execute(f"DELETE FROM {table}")
    now = clock.now()
    for place, (ago, second, kind, read) in enumerate(posts):
        at = min(now, now - ago * DAY + second - 40_000)
        parent = {"post": None, "answer": "999", "thread": "post0"}[kind]
        books.post(f"post{place}", at=at, parent=parent)
        for later in {day: (seen, told) for day, seen, told in read}.items():
            day, (seen, told) = later
            if at + day * DAY <= now:
                books.reading(
                    f"post{place}",
                    at=at + day * DAY,
                    seen=seen,
                    likes=seen // 9,
                    clicks=seen // 7 if told else None,
                )
    for place, (ago, thread, hours, answered) in enumerate(talks):
        item = books.mention(place, at=now - ago * DAY, thread=str(thread))
        if answered and now - ago * DAY + hours * 3_600 <= now:
            books.sent(at=now - ago * DAY + hours * 3_600, item=item, x_post_id=f"a{place}")
    for ago in sampled:
        books.day(at=now - ago * DAY, followers=100 + ago % 7)
    figures = report.build(account.id, days=days)
    for key in (*TILES, *ENGAGEMENT_KINDS):
        tile = figures.tile(key)
        items = report.items(account.id, key, figures.period)
        values = [item.value for item in items]
        if tile.value is None:
            assert not items
        elif key is Key.FIRST_ANSWER:
            below = sum(value <= tile.value for value in values)
            assert 2 * below >= len(values)
            assert 2 * sum(value >= tile.value for value in values) >= len(values)
        else:
            assert tile.value == pytest.approx(sum(values))
        if tile.before is not None:
            before = report.items(account.id, key, figures.earlier)
            assert tile.before == pytest.approx(value_of(key, before))
        assert 0 <= tile.missing_days <= days
        assert (tile.change is None) == (tile.why is not Why.NOTHING)
    days_posted = figures.tile(Key.DAYS_POSTED).value or 0
    assert days_posted <= min(days, figures.tile(Key.POSTS).value or 0)
    kinds = [figures.tile(key).value for key in ENGAGEMENT_KINDS]
    if figures.tile(Key.ENGAGEMENTS).value is not None:
        assert figures.tile(Key.ENGAGEMENTS).value == sum(kinds)
