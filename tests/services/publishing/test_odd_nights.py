"""A year of slots over each zone's two odd nights: each post at the wall-clock time chosen.

Six zones with rules of their own: an hour in spring and autumn (Berlin, New York), at midnight
(Santiago), half an hour (Lord Howe), away from summer time for Ramadan (Casablanca), by decree
around Ramadan (Gaza). The list below is what really went to X, and what it reads on the wall.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from services.clock import WallKind, from_wall, in_zone, kind_of_wall

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime
    from tests.services.publishing.conftest import Desk

ODD_HOUR = {
    "Europe/Berlin": "02:30",
    "America/New_York": "01:30",
    "America/Santiago": "23:30",
    "Australia/Lord_Howe": "01:45",
    "Africa/Casablanca": "02:15",
    "Asia/Gaza": "01:20",
}
TWO_HOURS = {
    "America/New_York": "02:30",
    "America/Santiago": "00:30",
    "Australia/Lord_Howe": "02:15",
    "Asia/Gaza": "02:20",
}
"""Where the hour that is left out is another than the one that comes twice."""

LISTED = {
    "Europe/Berlin": """
        Sat 2027-03-27  02:30  went at 02:30 +0100
        Sun 2027-03-28  02:30  went at 03:30 +0200  not there that night
        Mon 2027-03-29  02:30  went at 02:30 +0200
        Sat 2027-10-30  02:30  went at 02:30 +0200
        Sun 2027-10-31  02:30  went at 02:30 +0200  the first of two
        Mon 2027-11-01  02:30  went at 02:30 +0100
    """,
    "America/New_York": """
        Sat 2027-03-13  01:30  went at 01:30 -0500
        Sat 2027-03-13  02:30  went at 02:30 -0500
        Sun 2027-03-14  01:30  went at 01:30 -0500
        Sun 2027-03-14  02:30  went at 03:30 -0400  not there that night
        Mon 2027-03-15  01:30  went at 01:30 -0400
        Mon 2027-03-15  02:30  went at 02:30 -0400
        Sat 2027-11-06  01:30  went at 01:30 -0400
        Sat 2027-11-06  02:30  went at 02:30 -0400
        Sun 2027-11-07  01:30  went at 01:30 -0400  the first of two
        Sun 2027-11-07  02:30  went at 02:30 -0500
        Mon 2027-11-08  01:30  went at 01:30 -0500
        Mon 2027-11-08  02:30  went at 02:30 -0500
    """,
    "America/Santiago": """
        Fri 2027-04-02  00:30  went at 00:30 -0300
        Fri 2027-04-02  23:30  went at 23:30 -0300
        Sat 2027-04-03  00:30  went at 00:30 -0300
        Sat 2027-04-03  23:30  went at 23:30 -0300  the first of two
        Sun 2027-04-04  00:30  went at 00:30 -0400
        Sun 2027-04-04  23:30  went at 23:30 -0400
        Sat 2027-09-04  00:30  went at 00:30 -0400
        Sat 2027-09-04  23:30  went at 23:30 -0400
        Sun 2027-09-05  00:30  went at 01:30 -0300  not there that night
        Sun 2027-09-05  23:30  went at 23:30 -0300
        Mon 2027-09-06  00:30  went at 00:30 -0300
        Mon 2027-09-06  23:30  went at 23:30 -0300
    """,
    "Australia/Lord_Howe": """
        Sat 2027-04-03  01:45  went at 01:45 +1100
        Sat 2027-04-03  02:15  went at 02:15 +1100
        Sun 2027-04-04  01:45  went at 01:45 +1100  the first of two
        Sun 2027-04-04  02:15  went at 02:15 +1030
        Mon 2027-04-05  01:45  went at 01:45 +1030
        Mon 2027-04-05  02:15  went at 02:15 +1030
        Sat 2027-10-02  01:45  went at 01:45 +1030
        Sat 2027-10-02  02:15  went at 02:15 +1030
        Sun 2027-10-03  01:45  went at 01:45 +1030
        Sun 2027-10-03  02:15  went at 02:45 +1100  not there that night
        Mon 2027-10-04  01:45  went at 01:45 +1100
        Mon 2027-10-04  02:15  went at 02:15 +1100
    """,
    "Africa/Casablanca": """
        Sat 2027-02-06  02:15  went at 02:15 +0100
        Sun 2027-02-07  02:15  went at 02:15 +0100  the first of two
        Mon 2027-02-08  02:15  went at 02:15 +0000
        Sat 2027-03-13  02:15  went at 02:15 +0000
        Sun 2027-03-14  02:15  went at 03:15 +0100  not there that night
        Mon 2027-03-15  02:15  went at 02:15 +0100
    """,
    "Asia/Gaza": """
        Fri 2027-03-26  01:20  went at 01:20 +0200
        Fri 2027-03-26  02:20  went at 02:20 +0200
        Sat 2027-03-27  01:20  went at 01:20 +0200
        Sat 2027-03-27  02:20  went at 03:20 +0300  not there that night
        Sun 2027-03-28  01:20  went at 01:20 +0300
        Sun 2027-03-28  02:20  went at 02:20 +0300
        Fri 2027-10-29  01:20  went at 01:20 +0300
        Fri 2027-10-29  02:20  went at 02:20 +0300
        Sat 2027-10-30  01:20  went at 01:20 +0300  the first of two
        Sat 2027-10-30  02:20  went at 02:20 +0200
        Sun 2027-10-31  01:20  went at 01:20 +0200
        Sun 2027-10-31  02:20  went at 02:20 +0200
    """,
}


def _around(slots: list[SlotTime], zone: str) -> list[SlotTime]:
    """The slots of the odd nights, and of the day before and after each."""
    odd = {
        date.fromisoformat(slot.wall[:10]) + timedelta(days=near)
        for slot in slots
        if kind_of_wall(slot.wall, zone) is not WallKind.PLAIN
        for near in (-1, 0, 1)
    }
    return [slot for slot in slots if date.fromisoformat(slot.wall[:10]) in odd]


def _line(wall: str, zone: str, sent_at: int) -> str:
    said = {
        WallKind.PLAIN: "",
        WallKind.SKIPPED: "  not there that night",
        WallKind.TWICE: "  the first of two",
    }[kind_of_wall(wall, zone)]
    day = date.fromisoformat(wall[:10])
    went = in_zone(sent_at, zone)
    return f"{day:%a %Y-%m-%d}  {wall[11:]}  went at {went:%H:%M %z}{said}"


@pytest.mark.parametrize("zone", ODD_HOUR)
def test_each_post_goes_at_the_time_chosen(desk: Desk, zone: str) -> None:
    desk.accounts.set_zone(desk.account.id, zone)
    walls = {ODD_HOUR[zone], TWO_HOURS.get(zone, ODD_HOUR[zone]), "09:00"}
    desk.slots.save(desk.account.id, [(day, wall) for day in range(7) for wall in sorted(walls)])
    year = list(desk.slots.days(desk.account.id, desk.clock.now(), days=366))
    year = [slot for slot in year if slot.due_at > desk.clock.now()]
    for slot in year:
        if kind_of_wall(slot.wall, zone) is not WallKind.SKIPPED:
            assert f"{in_zone(slot.due_at, zone):%Y-%m-%dT%H:%M}" == slot.wall
    for slot in _around(year, zone):
        post = desk.queue(slot.wall)
        desk.outbox.move(post.id, due_at=slot.due_at, due_wall=slot.wall, due_zone=slot.zone)
    lines = []
    for post in desk.outbox.list(desk.account.id):
        assert post.due_at is not None
        desk.clock.advance(post.due_at - 1 - desk.clock.now())
        desk.publish()
        assert post.text not in desk.x.texts()
        desk.clock.advance(1)
        desk.publish()
        sent = desk.x.posts[-1]
        assert sent.text == post.text
        if not post.text.endswith("09:00"):
            lines.append(_line(post.text, zone, sent.created_at))
        else:
            assert sent.created_at == from_wall(post.text, zone)
    assert [line.strip() for line in LISTED[zone].strip().splitlines()] == lines
