from __future__ import annotations

from typing import Any

import pytest

from services.accounts.accounts import Account, Accounts
from services.analytics.archive import Archive
from services.analytics.figures import Key, Why
from services.analytics.report import Report
from services.clock import DAY, SteppedClock
from services.errors import AnswerNotUnderstood, Offline
from services.store.database import Database


def readings(database: Database, x_post_id: str) -> list[tuple[int, int | None]]:
    rows = database.connection.execute(
        "SELECT impressions, link_clicks FROM post_snapshot WHERE x_post_id = ? ORDER BY utc_day",
        (x_post_id,),
    )
    return [tuple(row) for row in rows]


def test_one_reading_a_day_the_newest_of_the_day_wins(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    x.published("1", at=clock.now() - 2 * DAY + 3_600)
    archive.sample(account.id)
    clock.advance(7_200)
    archive.sample(account.id)
    assert readings(database, "1") == [(30, 3)]
    clock.advance(DAY)
    archive.sample(account.id)
    assert readings(database, "1") == [(30, 3), (40, 4)]


def test_what_x_says_of_premium_is_kept_once_a_day(
    archive: Archive, x: Any, account: Account, accounts: Accounts, clock: SteppedClock
) -> None:
    archive.sample(account.id)
    assert not accounts.get(account.id).long_posts
    x.has_premium = True
    clock.advance(DAY)
    archive.sample(account.id)
    assert accounts.get(account.id).long_posts


def test_the_account_itself_is_asked_once_a_day(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    for _ in range(3):
        archive.sample(account.id)
        clock.advance(3_600)
    assert [name for name, _ in x.asked].count("me") == 1
    x.followers = 1_010
    clock.advance(DAY)
    archive.sample(account.id)
    rows = database.connection.execute("SELECT followers FROM account_day ORDER BY utc_day")
    assert [row["followers"] for row in rows] == [1_000, 1_010]


def test_it_is_due_once_a_utc_day_and_after_publishing(
    archive: Archive, account: Account, clock: SteppedClock, books: Any
) -> None:
    assert archive.due(account.id)
    archive.sample(account.id)
    assert not archive.due(account.id)
    clock.advance(60)
    books.sent(at=clock.now(), x_post_id="9")
    assert not archive.due(account.id), "nothing to be seen yet"
    clock.advance(900)
    assert archive.due(account.id)
    archive.sample(account.id)
    assert not archive.due(account.id)
    clock.advance(14 * 3_600)
    assert archive.due(account.id), "another day has begun"


def test_by_hand_nothing_is_ever_due(
    archive: Archive, account: Account, accounts: Accounts, database: Database
) -> None:
    with database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand'")
    assert not archive.due(account.id)


def test_the_first_sample_reaches_back_sixty_days_and_owners_figures_thirty(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    now = clock.now()
    for days in (1, 29, 31, 59, 61):
        x.published(str(days), at=now - days * DAY)
    archive.sample(account.id)
    assert readings(database, "1") == [(20, 2)]
    assert readings(database, "29") == [(300, 30)]
    assert readings(database, "31") == [(320, None)]
    assert readings(database, "59") == [(600, None)]
    assert readings(database, "61") == []


def test_the_last_reading_of_thirty_days_is_made_up_for_at_the_next_start(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    x.published("1", at=clock.now() - 25 * DAY)
    archive.sample(account.id)
    clock.advance(10 * DAY)
    archive.sample(account.id)
    assert readings(database, "1") == [(260, 26), (360, None)]
    clock.advance(DAY)
    archive.sample(account.id)
    assert len(readings(database, "1")) == 2, "older than thirty days: not read every day"


def test_after_a_long_pause_nothing_between_is_missing(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, report: Report
) -> None:
    archive.sample(account.id)
    for days in range(50):
        x.published(str(days), at=clock.now() + days * DAY)
    clock.advance(50 * DAY)
    archive.sample(account.id)
    tile = report.build(account.id).tile(Key.SEEN)
    assert tile.missing_days == 0
    assert tile.before is not None


def test_a_failure_in_the_middle_leaves_nothing_behind(
    archive: Archive,
    x: Any,
    account: Account,
    clock: SteppedClock,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    x.published("1", at=clock.now() - DAY)

    def offline() -> None:
        raise Offline

    with monkeypatch.context() as patched:
        patched.setattr(x, "me", offline)
        with pytest.raises(Offline):
            archive.sample(account.id)
    assert archive.due(account.id)
    assert readings(database, "1") == []


def test_counts_that_x_left_out_are_never_zero(archive: Archive, x: Any, account: Account) -> None:
    x.followers = None
    with pytest.raises(AnswerNotUnderstood):
        archive.sample(account.id)


def test_public_reading_of_the_same_day_keeps_the_owners_figures(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    x.published("1", at=clock.now() - 30 * DAY + 600)
    archive.sample(account.id)
    clock.advance(1_200)
    archive.sample(account.id)
    assert readings(database, "1") == [(310, 30)]


def test_escaped_words_are_kept_as_written(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    x.published("1", at=clock.now() - DAY, text="茶 &amp; ceramics &lt;3")
    archive.sample(account.id)
    row = database.connection.execute("SELECT text FROM own_post").fetchone()
    assert row["text"] == "茶 & ceramics <3"


def test_twenty_eight_days_against_the_twenty_eight_before_on_the_first_start(
    archive: Archive, x: Any, account: Account, clock: SteppedClock, report: Report
) -> None:
    for days in range(0, 56, 2):
        x.published(str(days), at=clock.now() - days * DAY)
    archive.sample(account.id)
    figures = report.build(account.id)
    posts, seen, clicks = (figures.tile(key) for key in ("posts", "seen", "link_clicks"))
    assert (posts.value, posts.before, posts.change) == (14, 14, 0.0)
    assert seen.before > seen.value
    assert seen.missing_days == 0
    assert (clicks.before, clicks.change, clicks.why) == (None, None, Why.NOT_AVAILABLE)
    assert clicks.value == sum(1 + days for days in range(0, 28, 2))
    assert clicks.missing_days == 0
