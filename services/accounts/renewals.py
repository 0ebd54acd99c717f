"""What is known of a renewal whose answer is not kept yet: it outlives this program.

The row is on the disk before the refresh token leaves. As long as it stands nobody knows whether X
has taken that token, and it is never sent again. The same mark is in the keyring, beside the token:
a copy of the data file that is put back has no row of what has left since.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from services.accounts.token_entries import TokenEntries
from services.accounts.token_values import TokenPair
from services.clock import Clock
from services.errors import ServerTrouble
from services.store.database import Database

X_WAITS = 5.0
"""Seconds for which a keyring may keep X waiting for a token on a connection that stands."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """A pair that the keyring has not taken yet, in place of the refresh token with this mark."""

    pair: TokenPair
    mark: str


class Renewals:
    def __init__(self, database: Database, clock: Clock, entries: TokenEntries) -> None:
        """`entries` has the place of the X that is asked: what one has not answered says nothing
        of another's tokens."""
        self._database = database
        self._clock = clock
        self._entries = entries
        self._place = entries.place
        self._not_taken: set[str] = set()

    def standing(self, account_id: str) -> str | None:
        """The mark of the refresh token that left, if this data file knows of one."""
        row = self._database.connection.execute(
            "SELECT token_mark FROM renewal WHERE account_id = ? AND place = ?",
            (account_id, self._place),
        ).fetchone()
        return None if row is None else str(row["token_mark"])

    def is_in_doubt(self, account_id: str, mark: str) -> bool:
        """By this data file or by the keyring. Raises KeychainTrouble."""
        return mark in (self.standing(account_id), self._entries.sent(account_id))

    def has_left(self, account_id: str, mark: str) -> bool:
        """Whether this token has left before, with nobody knowing what came.

        Raises KeychainTrouble; StorageTrouble, too, where X had not taken it, and that can be noted
        as little as then.
        """
        if not self.is_in_doubt(account_id, mark):
            return False
        if mark not in self._not_taken:
            return True
        self.not_taken(account_id, mark)
        return False

    def leave(self, account_id: str, mark: str) -> None:
        """As `begin`, while X waits. Raises ServerTrouble where it took so long that X may listen
        no more."""
        began = monotonic()
        self.begin(account_id, mark)
        if monotonic() - began > X_WAITS:
            raise ServerTrouble("the keyring took long to note what leaves")

    def begin(self, account_id: str, mark: str) -> None:
        """On the disk, and in the keyring, when it returns. Raises KeychainTrouble with the row
        there."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "INSERT INTO renewal(account_id, place, token_mark, began_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT(account_id, place) DO UPDATE "
                "SET token_mark = excluded.token_mark, began_at = excluded.began_at",
                (account_id, self._place, mark, self._clock.now()),
            )
        self._entries.note_sent(account_id, mark)

    def not_taken(self, account_id: str, mark: str) -> None:
        """X has answered, and the token is still its current one. Raises KeychainTrouble."""
        self._not_taken.add(mark)
        if self.standing(account_id) is not None:
            self.answered(account_id)
        self._not_taken.discard(mark)

    def answered(self, account_id: str) -> None:
        """Nothing is in doubt any more. Raises KeychainTrouble with the row there."""
        self._entries.forget_sent(account_id)
        self.end(account_id)

    def end(self, account_id: str) -> None:
        """Of the row: the keyring's mark is of a token that is not there any more."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM renewal WHERE account_id = ? AND place = ?", (account_id, self._place)
            )
