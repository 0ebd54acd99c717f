"""The readings the sample shop begins with, held against the practice X asked at those moments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

import pytest

from services.accounts.accounts import Account
from services.accounts.reset_practice import reset_practice
from services.accounts.token_values import FixedToken
from services.analytics import practice_past
from services.analytics.archive import Archive
from services.analytics.figures import ENGAGEMENT_KINDS, TILES, Key
from services.analytics.practice_past import keep_past
from services.analytics.tiles import value_of
from services.clock import DAY, SteppedClock, utc_day
from services.errors import StorageProblem, StorageTrouble
from services.shop import Shop
from services.store.database import Database
from services.x_api.gateway import Gateway
from services.x_api.practice import TOKEN, PracticeX
from services.x_api.practice.adapter import PracticeAdapter

HOUR = 3_600


@dataclass
class Watched:
    """A database that calls `around` for each transaction."""

    database: Database
    around: Callable[[], Any]

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        with self.around(), self.database.transaction() as connection:
            yield connection


@pytest.fixture
def practice(shop: Shop) -> Account:
    return shop.accounts.practice()


def rows(shop: Shop, what: str, account: Account) -> list[tuple[Any, ...]]:
    found = shop.database.connection.execute(
        f"SELECT * FROM {what} WHERE account_id = ? ORDER BY 1, 2, 3",
        (account.id,),
    )
    return [tuple(row) for row in found]


def keep(shop: Shop, account: Account) -> None:
    x, now = shop.clients.practice_x(), shop.clock.now()
    keep_past(shop.database, account.id, x, now, pictures=shop.pictures)


@pytest.mark.parametrize("days_ago", [1, 2, 27, 28, 29, 56, 89, 90])
def test_each_reading_is_what_x_said_on_its_day(
    shop: Shop, practice: Account, days_ago: int
) -> None:
    keep(shop, practice)
    day = utc_day(shop.clock.now()) - days_ago
    taken_at = day * DAY + 21 * HOUR
    then = SteppedClock(taken_at)
    x = PracticeX(shop.clients.practice_x().state, then)
    client = Gateway(FixedToken(TOKEN), then, adapter=PracticeAdapter(x))
    told = client.own_posts(
        practice.x_user_id or "",
        since=taken_at - 30 * DAY,
        until=taken_at,
        limit=800,
        owner_metrics=True,
    )
    me = client.me()
    client.close()

    said = {
        post.id: (
            m.impressions,
            m.likes,
            m.reposts,
            m.replies,
            m.quotes,
            m.bookmarks,
            m.engagements,
            m.link_clicks,
            m.profile_clicks,
        )
        for post in told.posts
        if (m := post.metrics) is not None
    }
    kept = {
        row["x_post_id"]: tuple(row)[4:]
        for row in shop.database.connection.execute(
            "SELECT * FROM post_snapshot WHERE account_id = ? AND utc_day = ?", (practice.id, day)
        )
    }
    assert said == kept
    assert len(kept) > 20 or days_ago > 60
    account_day = shop.database.connection.execute(
        "SELECT taken_at, followers, following FROM account_day WHERE utc_day = ?", (day,)
    ).fetchone()
    assert tuple(account_day) == (taken_at, me.followers, me.following)


def test_the_live_reading_finds_its_posts_as_they_are(
    shop: Shop, practice: Account, clock: SteppedClock
) -> None:
    keep(shop, practice)
    posts = rows(shop, "own_post", practice)
    readings = rows(shop, "post_snapshot", practice)
    shop.archive.sample(practice.id)

    assert set(rows(shop, "own_post", practice)) >= set(posts)
    added = set(rows(shop, "post_snapshot", practice)) - set(readings)
    assert {row[2] for row in added} == {utc_day(clock.now())}


def test_the_first_start_shows_what_was_before(shop: Shop, practice: Account) -> None:
    shop.archive.sample(practice.id)
    shop.feeds.check(practice.id)
    figures = shop.report.build(practice.id)
    clicks, followers = figures.tile(Key.LINK_CLICKS), figures.tile(Key.FOLLOWERS)
    for tile in (clicks, figures.tile(Key.PROFILE_CLICKS), followers):
        assert tile.value is not None
        assert tile.before
        assert tile.change == pytest.approx((tile.value - tile.before) / tile.before)
        assert tile.missing_days == 0
    assert 0.02 < (followers.change or 0) < 0.1
    for key in (*TILES, *ENGAGEMENT_KINDS):
        for period, value in (
            (figures.period, figures.tile(key).value),
            (figures.earlier, figures.tile(key).before),
        ):
            items = shop.report.items(practice.id, key, period)
            assert value == pytest.approx(value_of(key, items)), key


@pytest.mark.parametrize(
    "zone", ["Asia/Tokyo", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tehran"]
)
@pytest.mark.parametrize("hours", [0, 5, 11, 13])
def test_wherever_the_owner_lives(
    shop: Shop, clock: SteppedClock, practice: Account, zone: str, hours: int
) -> None:
    """Today's figures are X's own of this moment, not those of an evening reading."""
    shop.accounts.set_zone(practice.id, zone)
    clock.advance(hours * HOUR)
    shop.archive.sample(practice.id)
    figures = shop.report.build(practice.id)
    items = shop.report.items(practice.id, Key.SEEN, figures.period)
    client = shop.clients.for_account(practice)
    page = client.own_posts(
        practice.x_user_id or "", since=clock.now() - 29 * DAY, limit=800, owner_metrics=True
    )
    seen = {post.id: post.metrics.impressions for post in page.posts if post.metrics}
    assert {item.x_post_id: item.value for item in items}.items() <= seen.items()
    assert len(items) > 30
    for key in (Key.LINK_CLICKS, Key.PROFILE_CLICKS, Key.FOLLOWERS):
        assert figures.tile(key).change is not None


def test_older_pages_claim_nothing_of_the_time_before(shop: Shop, practice: Account) -> None:
    shop.archive.sample(practice.id)
    figures = shop.report.build(practice.id)
    page = shop.report.build(practice.id, end_day=figures.first_day - 1)
    assert page.tile(Key.LINK_CLICKS).change is not None
    page = shop.report.build(practice.id, end_day=page.first_day - 1)
    for key in (Key.POSTS, Key.SEEN, Key.LINK_CLICKS):
        tile = page.tile(key)
        assert tile.value
        assert (tile.before, tile.change) == (None, None)


def test_what_customers_waited_is_the_same_without_it(
    shop: Shop, practice: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = (Key.POSTS, Key.ANSWERS, Key.MENTIONS, Key.FIRST_ANSWER)
    with monkeypatch.context() as patch:
        patch.setattr(practice_past, "keep_past", lambda *_, **__: None)
        shop.archive.sample(practice.id)
    shop.feeds.check(practice.id)
    without = shop.report.build(practice.id)
    keep(shop, practice)
    figures = shop.report.build(practice.id)
    assert [figures.tile(key) for key in keys] == [without.tile(key) for key in keys]
    assert without.tile(Key.FOLLOWERS).before is None


def test_it_happens_once(shop: Shop, practice: Account, clock: SteppedClock) -> None:
    assert shop.archive.due(practice.id)
    shop.archive.sample(practice.id)
    assert not shop.archive.due(practice.id)
    days = [row[1] for row in rows(shop, "account_day", practice)]
    assert days == list(range(utc_day(clock.now()) - 90, utc_day(clock.now()) + 1))

    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM post_snapshot WHERE utc_day < ?", (days[-1],))
    clock.advance(DAY)
    shop.archive.sample(practice.id)
    assert {row[2] for row in rows(shop, "post_snapshot", practice)} == {days[-1], days[-1] + 1}


@pytest.mark.parametrize("breaks_at", [0, 1, 4, 8])
def test_broken_off_in_the_middle_it_is_finished_the_next_time(
    shop: Shop, practice: Account, breaks_at: int
) -> None:
    count = 0

    @contextmanager
    def full_disk() -> Iterator[None]:
        nonlocal count
        if count == breaks_at:
            raise StorageTrouble(StorageProblem.FULL, shop.database.path)
        count += 1
        yield

    watched: Any = Watched(shop.database, full_disk)
    with pytest.raises(StorageTrouble):
        x, now = shop.clients.practice_x(), shop.clock.now()
        keep_past(watched, practice.id, x, now, pictures=shop.pictures)
    assert shop.archive.due(practice.id)
    shop.archive.sample(practice.id)
    assert len(rows(shop, "account_day", practice)) == 91
    broken = rows(shop, "post_snapshot", practice)
    again = reset_practice(shop.paths, shop.clock, shop.database, shop.accounts, shop.clients)
    shop.archive.sample(again.id)
    assert [row[1:] for row in broken] == [row[1:] for row in rows(shop, "post_snapshot", again)]


def test_started_afresh_it_has_a_past_again(
    shop: Shop, practice: Account, clock: SteppedClock
) -> None:
    shop.archive.sample(practice.id)
    clock.advance(5 * DAY)
    new = reset_practice(shop.paths, clock, shop.database, shop.accounts, shop.clients)
    shop.archive.sample(new.id)
    assert rows(shop, "account_day", practice) == []
    assert rows(shop, "post_snapshot", practice) == []
    today = utc_day(clock.now())
    assert [row[1] for row in rows(shop, "account_day", new)] == list(range(today - 90, today + 1))
    assert shop.report.build(new.id).tile(Key.LINK_CLICKS).change is not None


def test_a_real_account_begins_with_its_first_day(
    archive: Archive, account: Account, database: Database, x: Any, clock: SteppedClock
) -> None:
    """Its clients have no practice X to ask: asking would fail."""
    x.published("1", at=clock.now() - 3 * DAY)
    archive.sample(account.id)
    count = "SELECT (SELECT count(*) FROM account_day), (SELECT count(*) FROM post_snapshot)"
    assert tuple(database.connection.execute(count).fetchone()) == (1, 1)


def test_it_is_written_in_small_turns_so_that_no_other_writer_waits(
    shop: Shop, practice: Account
) -> None:
    written = []

    @contextmanager
    def counted() -> Iterator[None]:
        before = shop.database.connection.total_changes
        yield
        written.append(shop.database.connection.total_changes - before)

    x = shop.clients.practice_x()
    watched: Any = Watched(shop.database, counted)
    keep_past(watched, practice.id, x, shop.clock.now(), pictures=shop.pictures)
    assert len(written) > 3
    assert max(written) <= practice_past._AT_ONCE
