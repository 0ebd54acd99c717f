"""What is known of a renewal whose answer is not kept yet: it outlives this program.

The row is on the disk before the refresh token leaves. As long as it stands nobody knows whether X
has taken that token, and it is never sent again.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.accounts.token_values import TokenPair
from services.clock import Clock
from services.store.database import Database


@dataclass(frozen=True, slots=True)
class Unkept:
    """A pair that the keyring has not taken yet, in place of the refresh token with this mark."""

    pair: TokenPair
    mark: str


class Renewals:
    def __init__(self, database: Database, clock: Clock, place: str = "") -> None:
        """`place`: of the X that is asked (`place_of`): what one has not answered says nothing of
        another's tokens."""
        self._database = database
        self._clock = clock
        self._place = place
        self._not_taken: set[str] = set()

    def standing(self, account_id: str) -> str | None:
        """The mark of the refresh token that left, if one did."""
        row = self._database.connection.execute(
            "SELECT token_mark FROM renewal WHERE account_id = ? AND place = ?",
            (account_id, self._place),
        ).fetchone()
        return None if row is None else str(row["token_mark"])

    def has_left(self, account_id: str, mark: str) -> bool:
        """Whether this token has left before, with nobody knowing what came. Raises StorageTrouble
        where X had not taken it, and that can be written down as little as then."""
        if self.standing(account_id) != mark:
            return False
        if mark not in self._not_taken:
            return True
        self.not_taken(account_id, mark)
        return False

    def begin(self, account_id: str, mark: str) -> None:
        """On the disk when it returns."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "INSERT INTO renewal(account_id, place, token_mark, began_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT(account_id, place) DO UPDATE "
                "SET token_mark = excluded.token_mark, began_at = excluded.began_at",
                (account_id, self._place, mark, self._clock.now()),
            )

    def not_taken(self, account_id: str, mark: str) -> None:
        """X has answered, and the token is still its current one."""
        self._not_taken.add(mark)
        self.end(account_id)
        self._not_taken.discard(mark)

    def end(self, account_id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM renewal WHERE account_id = ? AND place = ?", (account_id, self._place)
            )
