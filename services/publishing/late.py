"""What becomes of a post whose hour passed while Shoplark was not running.

The reasons for another time than its own are here, too; put_off.py gives it that time.
"""

from __future__ import annotations

from enum import Enum

from services.errors import Offline
from services.publishing.posts import LateRule, Post

GRACE = 30 * 60
"""Seconds: a post not later than this is sent as if nothing had been."""
LATE = "Late"
"""The reason kept with a post that was moved, or is asked about."""
CLOSED = "ClosedDay"
"""As LATE, where the shop is closed on its day; the detail is the closure's name."""
OFFLINE = Offline.__name__
"""As LATE's detail: there was no way to X at its time."""
PUT_OFF = frozenset({LATE, CLOSED})
"""The program chose another time, or asks for one: nothing went wrong."""


class Verdict(Enum):
    SEND = "send"
    MOVE = "move"
    ASK = "ask"


def judge(post: Post, now: int) -> Verdict:
    """A post that was queued after its own time (`--at` in the past) counts from then.

    One that X keeps waiting is not late: it was tried, and goes as soon as it can. One for which
    there was no network is, as if the computer had been off.
    """
    # A clock that ran ahead when it was queued says nothing.
    queued_at = post.queued_at or 0
    due_at = max(post.due_at or 0, queued_at if queued_at <= now else 0)
    reached_x = post.attempted_at is not None and post.reason != OFFLINE
    if now - due_at <= GRACE or reached_x or post.x_ids:
        return Verdict.SEND
    if post.late_rule is LateRule.USUAL and post.moved_from is not None and post.reason == LATE:
        # It was moved for it once. A computer that is off at every slot would move it for ever.
        return Verdict.ASK
    return {
        LateRule.SEND: Verdict.SEND,
        LateRule.USUAL: Verdict.MOVE,
        LateRule.ASK: Verdict.ASK,
    }[post.late_rule]
