"""What X last answered to each kind of call of an account, for the Health page: facts, no words.

A call that never was made (a shut window, a locked keyring) is no answer and is not noted.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from services.errors import AppError, StorageTrouble

if TYPE_CHECKING:
    from services.clock import Clock
    from services.store.database import Database

logger = logging.getLogger(__name__)

DIALECT = "dialect"
"""Stands for a call: when X's answers were last in another form than they were asked for."""
TOKEN_CALL, REVOKE_CALL = "POST /2/oauth2/token", "POST /2/oauth2/revoke"


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """`call` as `limits.endpoint` names it, without anybody's id; `at` in UTC seconds of our clock.

    `status` is None where no answer came; `trouble` an error's class name, "" for none. `x_clock`
    is what X's own clock said then, None where it did not say.
    """

    call: str
    at: int
    status: int | None
    trouble: str
    x_clock: int | None


class Answer(Protocol):
    """What requests hands over of it."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Names are compared without case."""


class Nowhere:
    """For calls of which nothing is noted."""

    def note(
        self, call: str, error: AppError | None = None, answer: Answer | None = None
    ) -> None: ...


class LastAnswers(Nowhere):
    """Of one account. Notes from any lane; a disk that refuses it is no trouble of the call."""

    def __init__(self, database: Database, clock: Clock, account_id: str) -> None:
        self._database = database
        self._clock = clock
        self._account_id = account_id

    def note(self, call: str, error: AppError | None = None, answer: Answer | None = None) -> None:
        """`error` is what it came to; no `answer` where none came."""
        status = None if answer is None else answer.status_code
        date = "" if answer is None else answer.headers.get("date", "")
        self._write(call, status, "" if error is None else error.name, _seconds(date))

    def taken(self, call: str, x_clock: int | None) -> None:
        """For a call whose answer was put to use before anything else: X took it."""
        self._write(call, 200, "", x_clock)

    def all(self) -> tuple[LastAnswer, ...]:
        """Newest first. Raises StorageTrouble."""
        rows = self._database.connection.execute(
            "SELECT call, at, status, trouble, x_clock FROM last_answer WHERE account_id = ? "
            "ORDER BY rowid DESC",
            (self._account_id,),
        )
        return tuple(LastAnswer(*row) for row in rows)

    def _write(self, call: str, status: int | None, trouble: str, x_clock: int | None) -> None:
        try:
            with self._database.transaction() as connection:
                # An account that was taken away meanwhile has no row any more.
                connection.execute(
                    "INSERT OR REPLACE INTO last_answer(account_id, call, at, status, trouble, "
                    "x_clock) SELECT id, ?, ?, ?, ?, ? FROM account WHERE id = ?",
                    (call, self._clock.now(), status, trouble, x_clock, self._account_id),
                )
        except StorageTrouble as error:
            logger.info("an answer of X's is not noted: %s", error.problem.value)


def _seconds(date: str) -> int | None:
    """UTC seconds of an HTTP date; None for anything else."""
    try:
        return int(parsedate_to_datetime(date).timestamp())
    except (TypeError, ValueError, OverflowError):
        return None
