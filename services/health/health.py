"""How everything stands, looked at when it is asked for. In lanes; nothing here costs anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from services.accounts.account import Account, SignedIn, Way
from services.errors import KeychainTrouble
from services.health import account_checks, computer
from services.health.account_values import AccountHealth
from services.health.report import Report
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
)
from services.x_api.last_answers import LastAnswers

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts
    from services.accounts.keychain import Keychain
    from services.accounts.tokens import Tokens
    from services.clock import Clock
    from services.paths import Paths
    from services.publishing.may_send import MaySend
    from services.store.database import Database
    from services.x_api.ledger import Ledger


class Health:
    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        accounts: Accounts,
        keychain: Keychain,
        may_send: MaySend,
        ledger: Ledger,
        *,
        tokens: Callable[[], Tokens] | None = None,
        place: str = "",
    ) -> None:
        """`tokens`: None where a run brings its own key along and the keyring has none.

        `place`: of the X of this run (token_entries.py).
        """
        self.paths = paths
        self._clock = clock
        self._database = database
        self._accounts = accounts
        self._keychain = keychain
        self._may_send = may_send
        self._ledger = ledger
        self._tokens = tokens
        self._place = place

    def connected(self) -> tuple[Account, ...]:
        """The accounts of this run that ask X anything."""
        chosen = self._accounts.of_this_run()
        return tuple(one for one in chosen if one.way is Way.CONNECTED)

    def keyring(self) -> KeyringHealth:
        """May wait for its owner's password: in the lane that may."""
        try:
            name = self._keychain.backend_name()
        except KeychainTrouble as trouble:
            return KeyringHealth("", trouble.problem, self._done_without())
        try:
            self._keychain.probe()
        except KeychainTrouble as trouble:
            return KeyringHealth(name, trouble.problem, self._done_without())
        return KeyringHealth(name)

    def _done_without(self) -> bool:
        signed_in = [one for one in self.connected() if one.signed_in is SignedIn.YES]
        return bool(signed_in) and all(one.run_only for one in signed_in)

    def is_kept(self, account: Account) -> bool:
        """Whether this computer keeps what signs the account in. Where the keyring may wait.

        True, too, where the keyring cannot tell: its own finding says why.
        """
        if self._tokens is None or account.signed_in is not SignedIn.YES:
            return True
        try:
            return self._tokens().knows(account.id)
        except KeychainTrouble:
            return True

    def clock(self) -> ClockHealth:
        """Raises StorageTrouble, as `account` does."""
        return computer.clock(self._database, self._clock.now())

    def disk(self) -> DiskHealth:
        return computer.disk(self.paths)

    def database(self) -> DatabaseHealth:
        return computer.database(self._database, self.paths, self._clock.now())

    def database_is_whole(self) -> bool:
        """Reads all of it."""
        return computer.is_whole(self._database)

    def sender(self) -> SenderHealth:
        """In the lane that sends."""
        return computer.sender(self.paths, self._may_send)

    def account(self, account: Account) -> AccountHealth:
        """As it is now, whenever `account` was read."""
        account = self._accounts.get(account.id)
        now = self._clock.now()
        answers = LastAnswers(self._database, self._clock, account.id).all()
        shut = self._shut(account.id, now)
        return AccountHealth(
            account,
            account_checks.sign_in(account, answers, self._renewal(account.id), now),
            account_checks.credit(answers, shut, now),
            account_checks.budget(account, self._ledger),
            account_checks.shown(self._database, account, answers, now),
            account_checks.calls(answers, shut, now),
        )

    def report(self) -> Report:
        """With nothing looked at yet: whoever has looked puts it in."""
        import getpass
        from pathlib import Path

        try:
            home, user = Path.home(), getpass.getuser()
        except (RuntimeError, KeyError, OSError):
            # A computer that does not say who is at it has no name to hide.
            home, user = self.paths.data, ""
        return Report(self._clock.now(), self.paths.data, home, user)

    def _renewal(self, account_id: str) -> int | None:
        row = self._database.connection.execute(
            "SELECT began_at FROM renewal WHERE account_id = ? AND place = ?",
            (account_id, self._place),
        ).fetchone()
        return None if row is None else int(row[0])

    def _shut(self, account_id: str, now: int) -> dict[str, int]:
        """Ends by name, as limits.py keeps them; it lasts as long where the clock was put back."""
        rows = self._database.connection.execute(
            "SELECT name, noted_at, until FROM rate_window WHERE account_id = ?", (account_id,)
        )
        return {row["name"]: row["until"] - max(row["noted_at"] - now, 0) for row in rows}
