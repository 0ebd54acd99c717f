"""Looks at one account on X, by what is in the store: X itself is asked nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.account import Account, SignedIn
from services.clock import DAY
from services.health.account_values import (
    BudgetHealth,
    Call,
    CallHealth,
    Credit,
    CreditHealth,
    Figures,
    ShownHealth,
    SignInHealth,
    SignInTrouble,
)
from services.health.calls import CALLS, call_of
from services.x_api.last_answers import DIALECT, REVOKE_CALL, TOKEN_CALL, LastAnswer

if TYPE_CHECKING:
    from services.store.database import Database
    from services.x_api.ledger import Ledger

WRITES = "tweet.write"
_UNDER_WAY = 120
"""Seconds: a renewal that began so lately may still be answered."""
_STOPS = {
    "OutOfCredit": Credit.GONE,
    "SpendCap": Credit.SPEND_CAP,
    "MonthlyCap": Credit.MONTHLY_CAP,
}
_APP_TROUBLES = {
    "AppNotEnrolled": SignInTrouble.NOT_ENROLLED,
    "AppOfOtherKind": SignInTrouble.OTHER_KIND,
    "SignInNeeded": SignInTrouble.REFUSED,
}
_FREE = (DIALECT, TOKEN_CALL, REVOKE_CALL)


def sign_in(
    account: Account, answers: tuple[LastAnswer, ...], renewal: int | None, now: int
) -> SignInHealth:
    """`answers` newest first; `renewal`: when one began whose answer is not kept."""
    taken = next((one.at for one in answers if _was_taken(one)), None)
    return SignInHealth(_sign_in_trouble(account, answers, renewal, now), taken)


def _was_taken(answer: LastAnswer) -> bool:
    """X answers what it made with 201, and what needs no words with 204."""
    status = answer.status or 0
    return 200 <= status < 300 and not answer.trouble and answer.call != DIALECT


def _sign_in_trouble(
    account: Account, answers: tuple[LastAnswer, ...], renewal: int | None, now: int
) -> SignInTrouble | None:
    if account.signed_in is SignedIn.LOST:
        return SignInTrouble.NOT_KEPT if renewal is None else SignInTrouble.LOST
    if account.signed_in is not SignedIn.YES:
        ended = account.signed_in is SignedIn.ENDED
        return SignInTrouble.ENDED if ended else SignInTrouble.NOT_SIGNED_IN
    if renewal is not None and now - renewal > _UNDER_WAY:
        return SignInTrouble.RENEWAL_LOST
    last = next((one for one in answers if one.status is not None), None)
    if last is not None and last.trouble in _APP_TROUBLES:
        return _APP_TROUBLES[last.trouble]
    if account.scopes and WRITES not in account.scopes:
        return SignInTrouble.MAY_NOT_POST
    return None


def credit(answers: tuple[LastAnswer, ...], shut: dict[str, int], now: int) -> CreditHealth:
    """What the newest paid call showed. `shut`: windows and stops by name, and their ends."""
    for one in answers:
        if one.trouble in _STOPS:
            ends = (shut.get(f"{one.trouble}{ending}", 0) for ending in ("", " again"))
            until = max(ends)
            return CreditHealth(_STOPS[one.trouble], one.at, until if until > now else None)
        if one.call not in _FREE and call_of(one.call) is not Call.PICTURE and not one.trouble:
            return CreditHealth(Credit.THERE, one.at)
    return CreditHealth(Credit.UNKNOWN)


def budget(account: Account, ledger: Ledger) -> BudgetHealth:
    return BudgetHealth(
        ledger.spent_this_month(account.id), ledger.in_doubt(account.id), account.budget
    )


def shown(
    database: Database, account: Account, answers: tuple[LastAnswer, ...], now: int
) -> ShownHealth:
    told = {one.call: one for one in answers}
    pictures = (one.at for one in answers if call_of(one.call) is Call.PICTURE and not one.trouble)
    drift = told.get(DIALECT)
    return ShownHealth(
        _figures(database, account.id, now),
        account.owns_app,
        None if drift is None else drift.at,
        max(pictures, default=None),
    )


def calls(
    answers: tuple[LastAnswer, ...], shut: dict[str, int], now: int
) -> tuple[CallHealth, ...]:
    """One of each kind, in the order of `Call`: of several steps of a kind the newest."""
    found: dict[Call, CallHealth] = {}
    for one in answers:
        if one.call != DIALECT:
            kind = call_of(one.call)
            found.setdefault(kind, CallHealth(kind, one.at, one.status, one.trouble))
    for name, until in shut.items():
        if until > now and name in CALLS:
            kind = CALLS[name]
            was = found.get(kind, CallHealth(kind))
            until = max(until, was.until or 0)
            found[kind] = CallHealth(kind, was.at, was.status, was.trouble, until)
    return tuple(found[kind] for kind in Call if kind in found)


def _figures(database: Database, account_id: str, now: int) -> Figures:
    """By the readings of the last week, which are of posts of the last month (archive.py)."""
    row = database.connection.execute(
        "SELECT count(*), count(coalesce(engagements, link_clicks, profile_clicks)) "
        "FROM own_post CROSS JOIN post_snapshot USING (account_id, x_post_id) "
        "WHERE own_post.account_id = ? AND own_post.created_at > ? AND taken_at > ?",
        (account_id, now - 38 * DAY, now - 7 * DAY),
    ).fetchone()
    if row[0] == 0:
        return Figures.UNKNOWN
    return Figures.SHOWN if row[1] else Figures.HELD_BACK
