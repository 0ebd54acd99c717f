"""When X's token address is left alone: after its trouble, and where renewing does not help.

Of this run alone: another start asks once, and meets what there is.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.accounts.token_values import Access
from services.clock import Clock
from services.errors import RateLimited, ServerTrouble, SignInNeeded

FIRST_REST, LONGEST_REST = 30, 15 * 60
"""After trouble: 30 seconds, a minute, two … 15 minutes."""
LOOK_AGAIN = 300
"""A token that X refuses although a refusal has just brought it is not renewed again before."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """What X said, and how long it is left alone for it. UTC seconds."""

    detail: str
    is_limit: bool
    began: int
    until: int
    times: int

    def again(self) -> ServerTrouble | RateLimited:
        """Made anew: one that is raised over and over would keep all who ever met it."""
        if self.is_limit:
            return RateLimited(self.detail, until=self.until)
        return ServerTrouble(self.detail)


class Rests:
    """By account. A clock that was put back since ends a rest; it never makes one longer."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rests: dict[str, _Rest] = {}
        self._anew: dict[str, Access] = {}

    def check(self, account_id: str, refused: str | None) -> None:
        """Raises ServerTrouble or RateLimited during a rest, SignInNeeded where `refused` was
        itself brought by a refusal just now: X refuses whatever it gives."""
        now = self._clock.now()
        rest = self._rests.get(account_id)
        if rest is not None and rest.began <= now < rest.until:
            raise rest.again()
        anew = self._anew.get(account_id)
        if anew is None or anew.token != refused:
            return
        pause = min(LOOK_AGAIN, (anew.expires_at - anew.kept_at) // 10)
        if anew.kept_at <= now < anew.kept_at + pause:
            raise SignInNeeded("X refuses a token that it has just given")

    def trouble(self, account_id: str, error: ServerTrouble | RateLimited) -> None:
        now = self._clock.now()
        before = self._rests.get(account_id)
        times = 0 if before is None else before.times + 1
        pause = min(FIRST_REST * 2 ** min(times, 8), LONGEST_REST)
        limit = error.until if isinstance(error, RateLimited) else None
        self._rests[account_id] = _Rest(
            error.detail, limit is not None, now, limit or now + pause, times
        )

    def renewed(self, account_id: str, access: Access, refused: str | None) -> None:
        """X is well again. `refused`: the token whose refusal was the reason, if that was it."""
        self._rests.pop(account_id, None)
        if refused is None:
            self._anew.pop(account_id, None)
        else:
            self._anew[account_id] = access

    def forget(self, account_id: str) -> None:
        self._rests.pop(account_id, None)
        self._anew.pop(account_id, None)
