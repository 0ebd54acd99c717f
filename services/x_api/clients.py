"""Hands out an account's way to X: priced before, booked after, one for all lanes."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, RLock
from typing import TYPE_CHECKING

from services.errors import SignInNeeded, StorageProblem, StorageTrouble
from services.x_api.transport import is_loopback

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.accounts.keychain import Keychain
    from services.clock import Clock
    from services.paths import Paths
    from services.store.database import Database
    from services.x_api.client import XClient
    from services.x_api.gateway import Gateway
    from services.x_api.practice import PracticeX
    from services.x_api.transport import Transport

ACCESS_TOKEN = "access_token"  # noqa: S105  # the name of the entry, not a secret


@dataclass(frozen=True, slots=True)
class _Way:
    """An account's gateway and the lock under which its lanes spend money."""

    gateway: Gateway
    spending: RLock


class Clients:
    """Cheap to make: tweepy and requests are loaded with the first client asked for."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        accounts: Accounts,
        keychain: Keychain,
        transport: Transport,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._database = database
        self._accounts = accounts
        self._keychain = keychain
        self._transport = transport
        self._lock = Lock()
        self._ways: dict[tuple[str, str], _Way] = {}
        self._practice: PracticeX | None = None
        self._premium: bool | None = None

    def for_account(self, account: Account) -> XClient:
        """Safe to call from any lane. Raises SignInNeeded for an account kept by hand.

        The practice account's client books nothing: nothing is paid there.
        """
        from services.accounts.accounts import Way

        if account.way is Way.BY_HAND:
            raise SignInNeeded("this account is kept by hand")
        with self._lock:
            way = self._ways.get((account.id, account.way))
            if way is None:
                made = self._practising() if account.way is Way.PRACTICE else self._real(account)
                way = self._ways[account.id, account.way] = _Way(made, RLock())
            if account.way is Way.PRACTICE:
                self._tell_practice(account.id)
        if account.way is Way.PRACTICE:
            return way.gateway
        return self._metered(account, way)

    def practice_x(self) -> PracticeX:
        """The practice X itself, for the tour and tests: to look into it and to script it."""
        with self._lock:
            return self._open_practice()

    def close(self) -> None:
        """Ends what is open. A client handed out before may be used no more."""
        with self._lock:
            for way in self._ways.values():
                way.gateway.close()
            self._ways.clear()
            if self._practice is not None:
                self._practice.close()
                self._practice = None
                self._premium = None

    def _metered(self, account: Account, way: _Way) -> XClient:
        from services.x_api.ledger import Ledger
        from services.x_api.metered import Metered

        return Metered(
            way.gateway,
            account.id,
            budget=lambda: self._accounts.get(account.id).budget,
            ledger=Ledger(self._database, self._clock),
            lock=way.spending,
        )

    def _real(self, account: Account) -> Gateway:
        from services.x_api.gateway import HOST, Gateway

        host = account.x_url or self._transport.x_url or HOST
        if host != HOST and not is_loopback(host):
            raise SignInNeeded("an X in X's place must be on this computer")
        adapter = self._transport.adapter
        return Gateway(
            lambda: self._token(account),
            self._clock,
            host=host.rstrip("/"),
            adapter=None if adapter is None else adapter(),
        )

    def _practising(self) -> Gateway:
        from services.x_api.gateway import Gateway
        from services.x_api.practice import TOKEN
        from services.x_api.practice.adapter import PracticeAdapter

        return Gateway(lambda: TOKEN, self._clock, adapter=PracticeAdapter(self._open_practice()))

    def _open_practice(self) -> PracticeX:
        """Under the lock: one practice X a process, whoever asks first."""
        from services.store.backup import set_aside
        from services.x_api.practice import open_practice

        if self._practice is None:
            try:
                self._practice = open_practice(self._paths.practice_state, self._clock)
            except StorageTrouble as trouble:
                if trouble.problem is not StorageProblem.DAMAGED:
                    raise
                # Nothing of the owner's is in it: the sample shop begins its life anew.
                set_aside(self._paths.practice_state, self._clock.now())
                self._practice = open_practice(self._paths.practice_state, self._clock)
        return self._practice

    def _tell_practice(self, account_id: str) -> None:
        """Under the lock: in practice the owner chooses whether X Premium is there."""
        premium = self._accounts.get(account_id).long_posts
        if premium is not self._premium:
            self._open_practice().set_premium(premium)
            self._premium = premium

    def _token(self, account: Account) -> str:
        """Read when it is needed and never kept here. Raises SignInNeeded, KeychainTrouble."""
        if account.x_url is not None:
            token = self._transport.token if account.x_url == self._transport.x_url else None
        elif self._transport.adapter is not None:
            token = self._transport.token
        else:
            token = self._keychain.read(account.id, ACCESS_TOKEN)
        token = (token or "").strip()
        if not token or not token.isascii() or not token.isprintable():
            raise SignInNeeded("no token that could be sent")
        return token
