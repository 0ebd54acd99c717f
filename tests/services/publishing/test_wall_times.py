"""Times as chosen stay as chosen when a zone's rules change after they were queued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.clock import from_wall, parse_time, to_wall
from services.publishing.states import State
from services.publishing.wall_times import WallTimes

if TYPE_CHECKING:
    from services.publishing.posts import Post
    from tests.services.publishing.conftest import Desk


def _queue(desk: Desk, due_at: int, wall: str | None, zone: str | None) -> Post:
    post = desk.queue(f"{wall} {due_at}")
    return desk.outbox.move(post.id, due_at=due_at, due_wall=wall, due_zone=zone)


@pytest.fixture
def walls(desk: Desk) -> WallTimes:
    return WallTimes(desk.database)


@pytest.mark.parametrize(
    ("wall", "zone", "by_old_rules"),
    [
        # Mexico gave up summer time in 2022, Jordan went to UTC+3 for good the same year,
        # Kazakhstan's Almaty moved to UTC+5 in 2024.
        ("2027-07-01T09:00", "America/Mexico_City", "2027-07-01T09:00-05:00"),
        ("2027-01-10T09:00", "Asia/Amman", "2027-01-10T09:00+02:00"),
        ("2027-01-10T09:00", "Asia/Almaty", "2027-01-10T09:00+06:00"),
    ],
)
def test_changed_rules_keep_the_hour_on_the_wall(
    desk: Desk, walls: WallTimes, wall: str, zone: str, by_old_rules: str
) -> None:
    post = _queue(desk, parse_time(by_old_rules, "UTC"), wall, zone)
    assert walls.rework() == [post.id]
    due_at = desk.outbox.get(post.id).due_at
    assert due_at is not None
    assert due_at != post.due_at
    assert to_wall(due_at, zone) == wall
    assert walls.rework() == []


@pytest.mark.parametrize(
    ("due_at", "wall", "zone"),
    [
        # A time with seconds; the second of a doubled hour; a time that night skips.
        (parse_time("2027-01-10T09:00:37", "Asia/Tokyo"), "2027-01-10T09:00", "Asia/Tokyo"),
        (parse_time("2027-10-31T01:30Z", "UTC"), "2027-10-31T02:30", "Europe/Madrid"),
        (from_wall("2027-03-28T02:30", "Europe/Madrid"), "2027-03-28T02:30", "Europe/Madrid"),
        (parse_time("2027-01-10T09:00Z", "UTC"), "2027-01-10T09:00", "Mars/Olympus"),
        (parse_time("2027-01-10T09:00Z", "UTC"), None, None),
    ],
)
def test_what_reads_as_chosen_stays_to_the_second(
    desk: Desk, walls: WallTimes, due_at: int, wall: str | None, zone: str | None
) -> None:
    post = _queue(desk, due_at, wall, zone)
    assert walls.rework() == []
    assert desk.outbox.get(post.id) == post


def test_only_waiting_posts_are_looked_at(desk: Desk, walls: WallTimes) -> None:
    post = _queue(desk, desk.clock.now(), "2027-01-10T09:00", "Asia/Tokyo")
    desk.outbox.move_back_to_draft(post.id)
    assert walls.rework() == []
    assert desk.outbox.get(post.id).state is State.DRAFT
