"""How many posts and answers X takes of an account in a day, known before one is sent.

X's numbers are not certain, so the owner can switch this off (`KEEP_DAY_LIMITS`); X's own refusal
then stops the queue as any other window of its does.

* Unverified accounts, since 18 May 2026: 50 original posts and 200 answers a day
  (https://www.gizbot.com and https://news.webindia123.com of that day, quoting
  https://help.x.com/rules-and-policies/x-limits).
* All accounts: 2,400 a day in windows of half an hour (the same page of X's help). X does not say
  how many a window has; a 48th of the day is taken.

When X's day begins is not said either, so any 24 hours are taken: that keeps every such day, too.
Whether X counts the later parts of a thread as answers is not said; they are answers to ourselves,
and are counted as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.clock import DAY, Clock
from services.errors import RateLimited
from services.settings import KEEP_DAY_LIMITS, Settings
from services.store.database import Database

if TYPE_CHECKING:
    from services.accounts.account import Account

HALF_HOUR = 1_800


@dataclass(frozen=True, slots=True)
class DayLimit:
    """`most` in any `seconds`. `answers`: of what is counted; None counts both together."""

    most: int
    seconds: int
    answers: bool | None


UNVERIFIED = (DayLimit(50, DAY, answers=False), DayLimit(200, DAY, answers=True))
EVERYONE = (DayLimit(2_400, DAY, answers=None), DayLimit(50, HALF_HOUR, answers=None))


def limits_of(account: Account) -> tuple[DayLimit, ...]:
    """X Premium comes with the tick."""
    ticked = account.verified or account.long_posts
    return EVERYONE if ticked else (*UNVERIFIED, *EVERYONE)


class DayLimits:
    """Counts what went out from here and what was read back from X, each post once."""

    def __init__(self, database: Database, clock: Clock, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    def check(self, account: Account, *, posts: int = 0, answers: int = 0) -> None:
        """Raises RateLimited, with the time it goes on, when so many more would be too many."""
        if not self._settings.get(KEEP_DAY_LIMITS):
            return
        now, went_out = self._clock.now(), self._went_out(account.id)
        until, latest = now, None
        for limit in limits_of(account):
            wanted = {False: posts, True: answers, None: posts + answers}[limit.answers]
            since = now - limit.seconds
            times = [
                at for at, answer in went_out if at > since and limit.answers in (None, answer)
            ]
            free_at = _room_at(times, min(wanted, limit.most), limit)
            if free_at > until:
                until, latest = free_at, limit
        if latest is not None:
            raise RateLimited(
                f"{latest.most} is the most X takes",
                until=until,
                most=latest.most,
                answers=latest.answers,
            )

    def _went_out(self, account_id: str) -> list[tuple[int, bool]]:
        """(UTC seconds, whether an answer) of the last day, oldest first."""
        now = self._clock.now()
        rows = self._database.connection.execute(
            "SELECT min(at), max(answer) FROM ("
            " SELECT x_post_id, created_at AS at, x_parent_id IS NOT NULL AS answer FROM own_post"
            " WHERE account_id = ?1 AND created_at > ?2"
            " UNION ALL"
            " SELECT part.x_post_id, part.sent_at,"
            "  part.position > 0 OR post.reply_to_x_id IS NOT NULL FROM post"
            " JOIN part ON part.post_id = post.id"
            " WHERE post.account_id = ?1 AND part.sent_at > ?2 AND part.x_post_id IS NOT NULL"
            ") GROUP BY x_post_id ORDER BY 1",
            (account_id, now - DAY),
        )
        # A time still to come was written by a clock that has been set back: it is now at most.
        return sorted((min(int(at), now), bool(answer)) for at, answer in rows)


def _room_at(times: list[int], wanted: int, limit: DayLimit) -> int:
    """When `wanted` more fit behind those of `times` (oldest first); 0 when nothing is wanted."""
    if not wanted:
        return 0
    too_many = len(times) + wanted - limit.most
    return times[too_many - 1] + limit.seconds if too_many > 0 else 0
