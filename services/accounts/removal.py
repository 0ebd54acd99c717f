"""Takes an account away: at once from every list, and a day later with all its words.

Until then it can be put back, just as it was. That its day is over must be found twice, for a
clock may be wrong for a while: a wrong year in its settings would end every undo at once. The
connection at X is another matter (sign_out.py).
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from services.accounts.account import Account, Way
from services.accounts.accounts import Accounts
from services.clock import DAY, Clock
from services.errors import AppError
from services.publishing.outbox import WAITING
from services.publishing.states import quoted
from services.settings import ACTIVE_ACCOUNT, Settings
from services.store.database import Database

logger = logging.getLogger(__name__)
KEPT = DAY
"""Seconds for which a removed account can be put back."""
APART = 3_600
"""Seconds between the two looks: of this run's own time, which no setting moves, or since a run
before."""
_AT_ONCE = 500
_WRITES = 0.03
"""Seconds a transaction takes at most, give or take a row: others write in between."""
_INDEXES = ("post_search", "own_search")
_MERGED = 100
"""Pages of an index a transaction."""

_COUNTED = f"""
SELECT
  (SELECT count(*) FROM post WHERE account_id = :id AND state = 'draft') AS drafts,
  (SELECT count(*) FROM post WHERE account_id = :id AND state IN ({quoted(WAITING)})) AS waiting,
  (SELECT count(*) FROM own_post WHERE account_id = :id) +
  (SELECT count(*) FROM post WHERE account_id = :id AND state = 'sent' AND NOT EXISTS
    (SELECT 1 FROM part JOIN own_post USING (x_post_id)
     WHERE part.post_id = post.id AND own_post.account_id = :id)) AS sent,
  (SELECT count(*) FROM customer WHERE account_id = :id) AS customers,
  (SELECT count(*) FROM inbox_item WHERE account_id = :id) AS words,
  (SELECT count(*) FROM account_day WHERE account_id = :id) AS days,
  (SELECT count(*) FROM campaign WHERE account_id = :id) +
  (SELECT count(*) FROM giveaway WHERE account_id = :id) AS campaigns
"""  # noqa: S608  # our own names


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What is kept of an account. `words`: the customers'; `days` that have figures;
    `campaigns` with the giveaways; `sent`: posts and answers on X that are known here.
    """

    drafts: int
    waiting: int
    sent: int
    customers: int
    words: int
    days: int
    campaigns: int


class Removal:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        settings: Settings,
        *,
        forget: Callable[[str], None],
    ) -> None:
        """`forget` takes what opens an account out of the keyring, as Tokens.forget does."""
        self._forget = forget
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._settings = settings
        self._seen_over: dict[str, float] = {}

    def count(self, account_id: str) -> WhatGoes:
        row = self._database.connection.execute(_COUNTED, {"id": account_id}).fetchone()
        return WhatGoes(**dict(row))

    def remove(self, account_id: str) -> Account:
        """From here on it is in no list, and nothing of it is sent or read.

        Raises ValueError for the sample shop and a script's account. Whoever shows it turns to
        another account first.
        """
        with self._database.transaction(durable=True) as connection:
            account = self._accounts.get(account_id)
            if account.way is Way.PRACTICE or account.x_url is not None:
                raise ValueError("this account cannot be removed")
            if account.removed_at is None:
                self._mark(connection, account_id, self._clock.now())
            if self._settings.get(ACTIVE_ACCOUNT) == account_id:
                self._settings.set(ACTIVE_ACCOUNT, "")
        return self._accounts.get(account_id)

    def put_back(self, account_id: str) -> Account:
        """As it was. Raises KeyError where its day is over."""
        with self._database.transaction(durable=True) as connection:
            account = self._accounts.get(account_id)
            if account.removed_at is not None:
                if self.ends_at(account) <= self._clock.now():
                    raise KeyError(account_id)
                self._mark(connection, account_id, None)
        return self._accounts.get(account_id)

    def removed(self) -> tuple[Account, ...]:
        """Those that can be put back, the newest first."""
        rows = self._database.connection.execute(
            "SELECT id FROM account WHERE removed_at > ? ORDER BY removed_at DESC, rowid DESC",
            (self._clock.now() - KEPT,),
        ).fetchall()
        return tuple(self._accounts.get(row["id"]) for row in rows)

    def ends_at(self, account: Account) -> int:
        """UTC seconds: from then on it cannot be put back."""
        return (account.removed_at or 0) + KEPT

    def purge(self) -> tuple[str, ...]:
        """Ids of the accounts whose day is surely over: they are gone now, with all their words.

        In a lane. Cut off in the middle, the rest goes the next time. Raises StorageTrouble.
        """
        over = [row for row in self._over() if self._was_over_before(row)]
        for row in over:
            if row["client_id"] is not None:
                self._forget_key(row["id"])
            self._delete(row["id"])
        if over:
            self._clean()
        return tuple(row["id"] for row in over)

    def _over(self) -> list[sqlite3.Row]:
        """Those whose day is over by the clock as it is now, each with what earlier looks found."""
        rows = self._database.connection.execute(
            "SELECT id, client_id, removed_at, over_since FROM account WHERE removed_at IS NOT NULL"
        ).fetchall()
        day_ago = self._clock.now() - KEPT
        for row in rows:
            if row["removed_at"] <= day_ago and row["over_since"] is None:
                self._note_over(row["id"], self._clock.now())
            elif row["removed_at"] > day_ago:
                self._seen_over.pop(row["id"], None)
                if row["over_since"] is not None:
                    self._note_over(row["id"], None)
        return [row for row in rows if row["removed_at"] <= day_ago]

    def _was_over_before(self, row: sqlite3.Row) -> bool:
        """By a look of this run's, or else by one of a run before."""
        seen = self._seen_over.get(row["id"])
        if seen is not None:
            return monotonic() - seen >= APART
        self._seen_over[row["id"]] = monotonic()
        since: int | None = row["over_since"]
        return since is not None and self._clock.now() - since >= APART

    def _note_over(self, account_id: str, since: int | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE account SET over_since = ? WHERE id = ?", (since, account_id)
            )

    def _mark(self, connection: sqlite3.Connection, account_id: str, at: int | None) -> None:
        self._seen_over.pop(account_id, None)
        connection.execute(
            "UPDATE account SET removed_at = ?, over_since = NULL WHERE id = ?", (at, account_id)
        )

    def _forget_key(self, account_id: str) -> None:
        """Where the keyring did not let go of it at once. Its words go all the same."""
        try:
            self._forget(account_id)
        except AppError as error:
            logger.info("the key of a removed account is kept: %s", error.name)

    def _delete(self, account_id: str) -> None:
        for table in self._tables():
            while self._delete_some(table, account_id):
                pass
        with self._database.transaction(durable=True) as connection:
            connection.execute("DELETE FROM account WHERE id = ?", (account_id,))

    def _tables(self) -> list[str]:
        """Those whose rows name their account; what hangs on these goes by cascade."""
        rows = self._database.connection.execute(
            "SELECT name FROM sqlite_schema AS one WHERE type = 'table' AND EXISTS "
            "(SELECT 1 FROM pragma_foreign_key_list(one.name) "
            " WHERE \"table\" = 'account' AND \"from\" = 'account_id') ORDER BY rowid DESC"
        )
        return [row["name"] for row in rows]

    def _delete_some(self, table: str, account_id: str) -> bool:
        """Whether there was anything left."""
        rows = self._database.connection.execute(
            f"SELECT rowid FROM {table} WHERE account_id = ? LIMIT {_AT_ONCE}",  # noqa: S608  # ours
            (account_id,),
        ).fetchall()
        with self._database.transaction() as connection:
            ends_at = monotonic() + _WRITES
            for row in rows:
                connection.execute(
                    f"DELETE FROM {table} WHERE rowid = ?",  # noqa: S608  # a name of our schema
                    (row[0],),
                )
                if monotonic() >= ends_at:
                    break
        return bool(rows)

    def _clean(self) -> None:
        """A full-text index only marks what was deleted, until its parts are merged; and the
        log beside the file holds what it held before."""
        for index in _INDEXES:
            some = -_MERGED
            while self._merge(index, some):
                some = _MERGED
        self._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _merge(self, index: str, pages: int) -> bool:
        """Whether there was work to do: by SQLite's own rule, two changes or more are some."""
        with self._database.transaction() as connection:
            before = connection.total_changes
            connection.execute(
                f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)",  # noqa: S608  # ours
                (pages,),
            )
            return connection.total_changes - before >= 2
