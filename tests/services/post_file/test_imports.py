"""A file of posts goes into the queue as one, or not at all, and comes out as one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PIL import Image

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock, from_wall, in_zone
from services.post_file.imports import GivenUp, Imports
from services.post_file.values import CheckedRow, Said, Trouble, Wrong
from services.publishing.post_options import PostKind
from services.publishing.put_off import PutOff
from services.publishing.states import State
from services.shop import Shop


@pytest.fixture
def account(shop: Shop) -> Account:
    return shop.accounts.practice()


def rows_at(now: int, count: int) -> list[CheckedRow]:
    return [
        CheckedRow(
            number=n + 2,
            text=f"پست {n} 🍵\nsecond line, “quoted”",
            due_at=now + 3_600 * (n + 1),
            wall="2026-11-24T09:00",
            zone="Europe/Helsinki",
            kind=PostKind.HELP,
        )
        for n in range(count)
    ]


def test_rows_become_posts_of_the_queue_word_for_word(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    rows = rows_at(clock.now(), 150)
    brought = shop.imports.bring(account.id, "spring.csv", rows)
    posts = shop.outbox.list(account.id)
    assert (brought.posts, brought.first_at) == (150, clock.now() + 3_600)
    assert [post.text for post in posts] == [row.text for row in rows]
    assert {post.state for post in posts} == {State.QUEUED}
    assert posts[0].due_wall == "2026-11-24T09:00"
    assert posts[0].options.kind is PostKind.HELP
    assert shop.queue_rows.with_words("quoted") == {post.id for post in posts}
    assert [(one.file, one.posts) for one in shop.imports.all(account.id)] == [("spring.csv", 150)]


def test_rows_with_trouble_stay_out(shop: Shop, account: Account, clock: SteppedClock) -> None:
    good, bad = rows_at(clock.now(), 2)
    trouble = CheckedRow(
        number=bad.number, text=bad.text, due_at=bad.due_at, wrong=(Wrong(Trouble.PAST),)
    )
    assert shop.imports.bring(account.id, "a.csv", [good, trouble]).posts == 1
    assert len(shop.outbox.list(account.id)) == 1


def test_giving_up_keeps_nothing(shop: Shop, account: Account, clock: SteppedClock) -> None:
    seen: list[int] = []

    def stop(done: int) -> bool:
        seen.append(len(shop.outbox.list(account.id)))
        return done < 100

    with pytest.raises(GivenUp):
        shop.imports.bring(account.id, "a.csv", rows_at(clock.now(), 300), progress=stop)
    assert set(seen) == {0}
    count = shop.database.connection.execute(
        "SELECT (SELECT count(*) FROM post), (SELECT count(*) FROM import), "
        "(SELECT count(*) FROM part), (SELECT count(*) FROM post_words)"
    ).fetchone()
    assert tuple(count) == (0, 0, 0, 0)


def test_pictures_are_kept_and_a_bad_one_leaves_its_row_out(
    shop: Shop, account: Account, clock: SteppedClock, tmp_path: Path
) -> None:
    good, bad = tmp_path / "tea.png", tmp_path / "bad.png"
    Image.new("RGB", (40, 30), "teal").save(good)
    bad.write_bytes(b"no picture")
    rows = rows_at(clock.now(), 2)
    with_pictures = [
        CheckedRow(
            number=row.number,
            text=row.text,
            due_at=row.due_at,
            pictures=(path,),
            alt_text="فنجان أزرق",
        )
        for row, path in zip(rows, (good, bad), strict=True)
    ]
    brought = shop.imports.bring(account.id, "a.csv", with_pictures)
    (post,) = shop.outbox.list(account.id)
    assert brought.bad_pictures == (3,)
    assert post.parts[0].attachments[0].alt_text == "فنجان أزرق"
    good.unlink()
    assert shop.pictures.read(post.pictures[0])


def test_the_whole_is_taken_back_but_for_what_was_sent(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    brought = shop.imports.bring(account.id, "a.csv", rows_at(clock.now(), 4))
    first, second, *_ = shop.outbox.list(account.id)
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'sent' WHERE id = ?", (first.id,))
        rows.execute("UPDATE post SET state = 'needs_you' WHERE id = ?", (second.id,))
    back = shop.imports.take_back(brought.id)
    assert (back.changed.count, back.sent) == (3, 1)
    assert shop.outbox.list(account.id) == ()
    assert shop.imports.all(account.id) == ()
    assert shop.queue_moves.undo(back.changed) == 3
    assert [post.state for post in shop.outbox.list(account.id)] == [
        State.NEEDS_YOU,
        State.QUEUED,
        State.QUEUED,
    ]


def test_what_was_said_is_known_from_the_queue_and_from_x(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    shop.imports.bring(account.id, "a.csv", rows_at(clock.now(), 1))
    with shop.database.transaction() as rows:
        rows.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, '7', '7', ' 茶の時間 ', ?)",
            (account.id, clock.now() - 60),
        )
    said = shop.imports.said(account.id)
    assert said["茶の時間"] == Said(clock.now() - 60, waits=False)
    assert said["پست 0 🍵\nsecond line, “quoted”"] == Said(clock.now() + 3_600, waits=True)


def test_what_a_kill_left_half_way_is_never_seen_and_goes_with_the_next_file(
    shop: Shop, account: Account, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dead:
        dead.setattr(Imports, "_show", die)
        dead.setattr(Imports, "_forget", lambda *_args: None)
        with pytest.raises(KeyboardInterrupt):
            shop.imports.bring(account.id, "a.csv", rows_at(clock.now(), 3))
    assert shop.outbox.list(account.id) == ()
    assert shop.imports.all(account.id) == ()
    shop.imports.bring(account.id, "b.csv", rows_at(clock.now(), 2))
    count = shop.database.connection.execute(
        "SELECT (SELECT count(*) FROM post), (SELECT count(*) FROM import)"
    ).fetchone()
    assert tuple(count) == (2, 1)


@pytest.mark.parametrize("count", [3, 2_500])
def test_a_kill_at_any_step_leaves_all_of_the_file_or_nothing(
    shop: Shop, account: Account, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Whichever transaction is the last one that was committed."""
    real = shop.database.transaction
    steps = 0

    def counted(**wishes: bool) -> AbstractContextManager[sqlite3.Connection]:
        nonlocal steps
        steps += 1
        return real(**wishes)

    def dying(left: list[int]) -> Callable[..., AbstractContextManager[sqlite3.Connection]]:
        def begin(**wishes: bool) -> AbstractContextManager[sqlite3.Connection]:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return real(**wishes)

        return begin

    rows = rows_at(clock.now(), count)
    with monkeypatch.context() as watched:
        watched.setattr(shop.database, "transaction", counted)
        brought = shop.imports.bring(account.id, "whole.csv", rows)
    shop.imports.take_back(brought.id)
    for last in sorted({0, 1, 2, steps - 2, steps - 1}):
        with monkeypatch.context() as dead:
            dead.setattr(shop.database, "transaction", dying([last]))
            with pytest.raises(KeyboardInterrupt):
                shop.imports.bring(account.id, "killed.csv", rows)
        shown = len(shop.outbox.list(account.id))
        files = [one.posts for one in shop.imports.all(account.id)]
        assert (shown, files) in ((0, []), (count, [count]))
    shop.imports.bring(account.id, "after.csv", rows_at(clock.now(), 1))
    hidden = shop.database.connection.execute(
        "SELECT count(*) FROM post JOIN import ON import.id = import_id WHERE file = 'killed.csv'"
    ).fetchone()[0]
    assert hidden == 0


def test_rows_whose_time_went_by_meanwhile_stay_out(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    """The preview stood open for an hour and a half: nothing goes out in one heap."""
    rows = rows_at(clock.now(), 3)
    clock.advance(5_400)
    brought = shop.imports.bring(account.id, "a.csv", rows)
    assert (brought.posts, brought.passed) == (2, (2,))
    assert [post.due_at for post in shop.outbox.list(account.id)] == [
        row.due_at for row in rows[1:]
    ]


def test_a_post_for_a_closed_day_stays_on_it(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    day = in_zone(clock.now() + 3 * DAY, account.zone).date()
    due_at = from_wall(f"{day}T09:00", account.zone)
    shop.closed_days.close(account.id, day, day, "Fair")
    row = CheckedRow(
        number=2,
        text="茶",
        due_at=due_at,
        wall=f"{day}T09:00",
        zone=account.zone,
        even_closed=True,
    )
    shop.imports.bring(account.id, "a.csv", [row])
    PutOff(shop.database, clock, shop.slots).sort_out(account.id)
    (post,) = shop.outbox.list(account.id)
    assert (post.due_at, post.even_closed) == (due_at, True)
