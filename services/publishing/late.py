"""What becomes of a post whose hour passed while Shoplark was not running.

The reasons for another time than its own are here, too; put_off.py gives it that time.
"""

from __future__ import annotations

from enum import Enum

from services.publishing.posts import LateRule, Post

GRACE = 30 * 60
"""Seconds: a post not later than this is sent as if nothing had been."""
LATE = "Late"
"""The reason kept with a post that was moved, or is asked about."""
CLOSED = "ClosedDay"
"""As LATE, where the shop is closed on its day; the detail is the closure's name."""
PUT_OFF = frozenset({LATE, CLOSED})
"""The program chose another time, or asks for one: nothing went wrong."""


class Verdict(Enum):
    SEND = "send"
    MOVE = "move"
    ASK = "ask"


def judge(post: Post, now: int) -> Verdict:
    """A post that was queued after its own time (`--at` in the past) counts from then.

    One that waits for X or for the network is not late: it was tried, and goes as soon as it can.
    """
    # A clock that ran ahead when it was queued says nothing.
    queued_at = post.queued_at or 0
    due_at = max(post.due_at or 0, queued_at if queued_at <= now else 0)
    if now - due_at <= GRACE or post.attempted_at is not None or post.x_ids:
        return Verdict.SEND
    return {
        LateRule.SEND: Verdict.SEND,
        LateRule.USUAL: Verdict.MOVE,
        LateRule.ASK: Verdict.ASK,
    }[post.late_rule]
