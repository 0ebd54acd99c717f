"""Posts that were put off come back to their own time, or as near as they can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from services.clock import DAY, from_wall
from services.my_shop.closed_days import ClosedDays
from services.publishing.late import LATE
from services.publishing.posts import Post
from services.publishing.put_off import PutOff
from tests.work import statements

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

ZONE = "Europe/Madrid"


@pytest.fixture
def days(desk: Desk) -> ClosedDays:
    return ClosedDays(desk.database)


@pytest.fixture
def put_off(desk: Desk) -> PutOff:
    return PutOff(desk.database, desk.clock, desk.slots)


def _queue(desk: Desk, wall: str) -> Post:
    post = desk.queue(f"at {wall}")
    due_at = from_wall(wall, ZONE)
    return desk.outbox.move(post.id, due_at=due_at, due_wall=wall, due_zone=ZONE)


def _reads(desk: Desk, call: Callable[[], object]) -> int:
    """How often SQLite is asked, the owner's posts apart that are written one by one."""
    asked = statements(desk.database.connection, call)
    return sum(each.lstrip().startswith(("SELECT", "WITH")) for each in asked)


def test_a_day_opened_again_is_looked_up_once_for_all(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    def reads_for(count: int, day: date) -> int:
        posts = [_queue(desk, f"{day}T10:{minute:02}") for minute in range(count)]
        days.close(desk.account.id, day, day, "تعطیل")
        put_off.tidy()
        days.open(desk.account.id, day)
        reads = _reads(desk, put_off.tidy)
        walls = [desk.outbox.get(post.id).due_wall for post in posts]
        assert walls == [post.due_wall for post in posts]
        return reads

    few = reads_for(2, date(2026, 11, 24))
    assert reads_for(30, date(2026, 12, 1)) == few


def test_late_posts_come_nearer_in_their_order_with_the_clock(desk: Desk, put_off: PutOff) -> None:
    """A clock months ahead put them far; put right they are late all the same, but here."""

    def reads_for(count: int) -> int:
        now = desk.clock.now()
        posts = [_queue(desk, f"2026-11-20T10:{minute:02}") for minute in range(count)]
        desk.clock.advance(90 * DAY)
        desk.publish()
        assert all((desk.outbox.get(post.id).due_at or 0) > desk.clock.now() for post in posts)
        desk.clock.advance(now + 6 * 3_600 - desk.clock.now())
        reads = _reads(desk, lambda: put_off.sort_out(desk.account.id))
        moved = [desk.outbox.get(post.id) for post in posts]
        slots = desk.slots.days(desk.account.id, desk.clock.now(), days=40)
        later = [slot.due_at for slot in slots if slot.due_at > desk.clock.now()]
        assert [post.due_at for post in moved] == later[:count]
        assert {post.reason for post in moved} == {LATE}
        for post in posts:
            desk.outbox.delete(post.id)
        desk.clock.advance(now - desk.clock.now())
        return reads

    few = reads_for(2)
    assert reads_for(20) == few


def test_the_slot_that_one_late_post_leaves_is_free_for_the_next(
    desk: Desk, put_off: PutOff
) -> None:
    """Once a week, and of the weeks between only one is free."""
    desk.slots.save(desk.account.id, ((1, "09:00"),))
    for wall in ("2026-12-01T09:00", "2026-12-08T09:00", "2026-12-15T09:00"):
        _queue(desk, wall)
    late = [_queue(desk, f"2026-11-20T10:0{number}") for number in (1, 2)]
    desk.clock.advance(27 * DAY)
    put_off.for_being_late(late[0])
    put_off.for_being_late(late[1])
    assert _walls(desk, late) == ["2026-12-22T09:00", "2026-12-29T09:00"]
    desk.clock.advance(-26 * DAY)
    put_off.sort_out(desk.account.id)
    assert _walls(desk, late) == ["2026-11-24T09:00", "2026-12-22T09:00"]


def _walls(desk: Desk, posts: list[Post]) -> list[str | None]:
    return [desk.outbox.get(post.id).due_wall for post in posts]
