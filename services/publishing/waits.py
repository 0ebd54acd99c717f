"""What an error means for the post that met it: where it goes, and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass

from services.errors import (
    AnswerNotUnderstood,
    AppError,
    BadImage,
    BudgetReached,
    KeychainTrouble,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    SpendingStopped,
)
from services.publishing.order import limit_told
from services.publishing.states import State

LONGEST_BACKOFF = 30 * 60
_PAUSES: dict[type[AppError], int] = {
    Offline: 15,
    BudgetReached: 60,
    SignInNeeded: 15 * 60,
    KeychainTrouble: 15 * 60,
    OutOfCredit: 30 * 60,
    MonthlyCap: 30 * 60,
}
"""Seconds until it is tried again by itself; somebody who says "now" does not wait for it."""

MAYBE_CREATED = (OutcomeUnknown, ServerTrouble, AnswerNotUnderstood)
"""After these, a post that was asked for may be on X (x_platform.md §5: 5xx and time-outs)."""


@dataclass(frozen=True, slots=True)
class Wait:
    state: State
    next_try_at: int | None = None
    detail: str | None = None


def after(error: AppError, *, now: int, tries: int, settle: int) -> Wait:
    """For an error after which the post is surely not on X. `tries`: how often before."""
    if isinstance(error, Rejected):
        return Wait(State.NEEDS_YOU, detail=error.reason.value)
    if isinstance(error, BadImage):
        return Wait(State.NEEDS_YOU, detail=error.problem.value)
    at = next_try(error, now=now, tries=tries, settle=settle)
    return Wait(State.QUEUED, at, _detail(error, at))


def _detail(error: AppError, at: int) -> str:
    """What the owner's words need to know of it: which trouble of the keyring, until when."""
    if isinstance(error, KeychainTrouble):
        return error.problem.value
    if isinstance(error, RateLimited):
        return limit_told(error, at)
    if isinstance(error, BudgetReached) and error.cost is not None:
        return f"{error.until or 0} {error.cost} {error.left or 0}"
    if isinstance(error, SpendingStopped) and error.until is not None:
        return str(error.until)
    return error.detail


def next_try(error: AppError, *, now: int, tries: int, settle: int) -> int:
    if isinstance(error, RateLimited):
        return max(error.until, now + 1)
    if isinstance(error, SpendingStopped) and error.until is not None:
        return max(error.until, now + 1)
    for kind, seconds in _PAUSES.items():
        if isinstance(error, kind):
            return now + seconds
    return now + backoff(tries, settle)


def backoff(tries: int, settle: int) -> int:
    """1, 2, 4 … 30 minutes; in step with the settling time, which tests shorten."""
    return int(min(LONGEST_BACKOFF, 2 * settle * 2 ** min(tries, 12)))
