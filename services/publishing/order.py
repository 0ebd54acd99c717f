"""Which post goes next, and when. Nobody overtakes: what holds one post back holds its account's.

A doubtful post, too, holds the rest back until it is known where it is; it takes a minute. A day's
limit on posts (or on answers) holds back those alone: an answer to a customer need not wait for it.
One whose video is still on its way to X, which takes long, is passed by: the others do go out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from services.errors import (
    AppNotEnrolled,
    AppOfOtherKind,
    BudgetReached,
    KeychainTrouble,
    MonthlyCap,
    Offline,
    OutOfCredit,
    RateLimited,
    RenewalLost,
    SignInEnded,
    SignInNeeded,
    SpendCap,
)
from services.publishing.posts import Post
from services.publishing.states import State, quoted

OWNER_MENDS = tuple(
    kind.__name__
    for kind in (
        *(SignInNeeded, SignInEnded, RenewalLost, AppNotEnrolled, AppOfOtherKind),
        KeychainTrouble,
        *(OutOfCredit, BudgetReached, MonthlyCap, SpendCap),
    )
)
"""Pauses that end when the owner does something: time alone does not help."""
NOT_WAITED_FOR = (*OWNER_MENDS, Offline.__name__)
"""Skipped when somebody says "now" (`asked`): no window of X's is broken by trying."""
WHOLE_ACCOUNT = (*NOT_WAITED_FOR, RateLimited.__name__)
PATIENT_TRIES = 4
"""A post that X trips over this often no longer holds back the others."""


def limit_told(error: RateLimited, at: int) -> str:
    """What is kept beside the reason: `until`, `until most`, or `until most kind`.

    The kind is 1 for answers and 0 for posts.
    """
    if not error.most:
        return str(at)
    return f"{at} {error.most}" + ("" if error.answers is None else f" {error.answers:d}")


def limits_alone(reason: str | None, detail: str | None) -> bool | None:
    """Whom X's limit holds back: answers (True), posts (False), or both alike (None)."""
    told = (detail or "").split(" ")
    return told[2] == "1" if reason == RateLimited.__name__ and len(told) == 3 else None


def sql_concerns(answer: str) -> str:
    """Whether what a row of `post` waits for concerns its own kind or `answer`, SQL of 1 or 0.

    As `limits_alone` reads it; true of all that holds back both kinds.
    """
    return f"""
      (reason != '{RateLimited.__name__}' OR reason_detail IS NULL
       OR reason_detail NOT LIKE '% % _' OR (answers_item IS NOT NULL) = ({answer})
       OR substr(reason_detail, -1) = CAST({answer} AS TEXT))
    """


_RESTS = f"""
  next_try_at IS NOT NULL AND next_try_at > :now
  AND NOT (:asked AND reason IN ({quoted(NOT_WAITED_FOR)}))
"""

_HOLDS_BACK = f"""
  account_id = :account_id AND state = 'queued' AND due_at <= :now AND {_RESTS}
  AND (reason IN ({quoted(WHOLE_ACCOUNT)}) OR tries < {PATIENT_TRIES})
"""

_HELD_BACK = f"""
  CASE WHEN answers_item IS NULL
    THEN EXISTS (SELECT 1 FROM post WHERE {_HOLDS_BACK} AND {sql_concerns("0")})
    ELSE EXISTS (SELECT 1 FROM post WHERE {_HOLDS_BACK} AND {sql_concerns("1")})
  END
"""  # noqa: S608  # our own names
"""Each of the two is looked for once, however many posts are due: neither names the outer one."""

_CLAIM = f"""
UPDATE post SET state = 'sending', attempted_at = :now, changed_at = :now
WHERE state = 'queued' AND id = (
  SELECT id FROM post
  WHERE account_id = :account_id AND state = 'queued' AND due_at <= :now AND NOT ({_RESTS})
    AND id NOT IN (SELECT value FROM json_each(:besides))
    AND NOT EXISTS (SELECT 1 FROM post WHERE account_id = :account_id AND state = 'checking')
    AND NOT EXISTS (SELECT 1 FROM account WHERE id = :account_id AND removed_at IS NOT NULL)
    AND NOT {_HELD_BACK}
  ORDER BY due_at, queued_at, rowid LIMIT 1)
RETURNING id
"""  # noqa: S608  # our own names

_NEXT_DUE = f"""
SELECT CASE
  WHEN EXISTS (SELECT 1 FROM post WHERE account_id = :account_id AND state = 'sending') THEN NULL
  ELSE coalesce(
    (SELECT min(coalesce(next_try_at, 0)) FROM post
     WHERE account_id = :account_id AND state = 'checking'),
    (SELECT max(next_try_at) FROM post
     WHERE {_HOLDS_BACK} AND {sql_concerns(":answer")}),
    (SELECT min(max(due_at, coalesce(next_try_at, 0))) FROM post
     WHERE account_id = :account_id AND state = 'queued' AND (answers_item IS NOT NULL) = :answer))
  END
"""  # noqa: S608  # our own names


def claim(
    connection: sqlite3.Connection,
    account_id: str,
    *,
    now: int,
    asked: bool,
    besides: frozenset[str] = frozenset(),
) -> str | None:
    """Marks the next due post as being sent, atomically; its id. In the caller's transaction.

    `besides`: those that are passed by.
    """
    values = {"account_id": account_id, "now": now, "asked": asked}
    row = connection.execute(_CLAIM, {**values, "besides": json.dumps(list(besides))}).fetchone()
    return None if row is None else str(row["id"])


def kept_waiting(posts: Iterable[Post], *, now: int) -> frozenset[str]:
    """Ids of the due posts that wait for nothing of their own: another one holds them back.

    `posts` are those of one account that wait.
    """
    posts = tuple(posts)
    holding = [one for one in posts if one.state is State.CHECKING or _holds_back(one, now)]
    if not holding:
        return frozenset()
    kinds = {answer for answer in (False, True) if any(_concerns(one, answer) for one in holding)}
    due = (post for post in posts if post.state is State.QUEUED and (post.due_at or 0) <= now)
    return frozenset(
        post.id for post in due if post.reason is None and (post.answers_item is not None) in kinds
    )


def next_due(connection: sqlite3.Connection, account_id: str, *, now: int) -> int | None:
    """When the next claim or look can succeed: UTC seconds, perhaps past.

    None while nothing waits, and while a post is being sent: its end is the next event.
    """
    values = {"account_id": account_id, "now": now, "asked": False}
    found = [
        connection.execute(_NEXT_DUE, {**values, "answer": answer}).fetchone()[0]
        for answer in (0, 1)
    ]
    return min((int(at) for at in found if at is not None), default=None)


def stopped_by(
    connection: sqlite3.Connection, account_id: str, *, now: int
) -> tuple[str, str] | None:
    """Why all that is due of an account waits: the reason and its detail. None where it goes."""
    row = connection.execute(
        "SELECT reason, coalesce(reason_detail, '') FROM post WHERE account_id = ? "  # noqa: S608
        f"AND state = 'queued' AND due_at <= ? AND reason IN ({quoted(WHOLE_ACCOUNT)}) "
        "ORDER BY due_at, queued_at, rowid LIMIT 1",
        (account_id, now),
    ).fetchone()
    return None if row is None else (row[0], row[1])


def _holds_back(post: Post, now: int) -> bool:
    """As `_HOLDS_BACK` has it, for a post that is in the hand."""
    rests = post.state is State.QUEUED and (post.next_try_at or 0) > now >= (post.due_at or 0)
    return rests and (post.reason in WHOLE_ACCOUNT or post.tries < PATIENT_TRIES)


def _concerns(post: Post, answer: bool) -> bool:
    """As `sql_concerns` has it; what is in doubt holds back both."""
    alone = limits_alone(post.reason, post.reason_detail)
    if post.state is State.CHECKING or alone is None:
        return True
    return answer in (alone, post.answers_item is not None)
