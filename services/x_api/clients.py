"""Hands out an account's way to X: priced before, booked after, one for all lanes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from services.errors import SignInNeeded, StorageProblem, StorageTrouble
from services.settings import Settings
from services.x_api.transport import HOST, is_loopback

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.accounts.token_values import TokenSource
    from services.accounts.tokens import Tokens
    from services.clock import Clock
    from services.paths import Paths
    from services.store.database import Database
    from services.x_api.client import XClient
    from services.x_api.gateway import Gateway
    from services.x_api.limits import Limits
    from services.x_api.practice import PracticeX
    from services.x_api.purse import Purse, SpendLock
    from services.x_api.transport import Transport


@dataclass(frozen=True, slots=True)
class _Way:
    """An account's gateway, what X refuses it, and the lock under which it spends money."""

    gateway: Gateway
    limits: Limits
    spending: SpendLock


class Clients:
    """Cheap to make: tweepy and requests are loaded with the first client asked for."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        accounts: Accounts,
        tokens: Callable[[], Tokens],
        transport: Transport,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._database = database
        self._accounts = accounts
        self._tokens = tokens
        self._transport = transport
        self._settings = Settings(database)
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
                way = self._ways[account.id, account.way] = self._way_of(account)
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

    def go_on(self, account: Account) -> None:
        """The owner says that there is credit, or room below X's cap, again: X is asked anew."""
        from services.accounts.account import Way
        from services.x_api.limits import Kept, Limits

        if account.way is Way.BY_HAND:
            return
        way = self._ways.get((account.id, account.way))
        known = way.limits if way is not None else None
        (known or Limits(self._clock, Kept(self._database, account.id))).go_on()

    def check_whole(self, account: Account, cost: int, *, posts: int, answers: int) -> None:
        """Before the first call for a post: whether all of it fits the budget and X's day.

        `cost` in micro-dollars, of all its parts with their pictures' words. Raises BudgetReached
        or RateLimited; never for an account that pays nothing.
        """
        from services.accounts.account import Way
        from services.x_api.day_limits import DayLimits

        if account.way is not Way.CONNECTED:
            return
        self._purse(account).afford(cost, sending=True)
        room = DayLimits(self._database, self._clock, self._settings)
        room.check(account, posts=posts, answers=answers)

    def _way_of(self, account: Account) -> _Way:
        from services.accounts.account import Way
        from services.x_api.limits import Kept, Limits
        from services.x_api.purse import SpendLock

        limits = Limits(self._clock, Kept(self._database, account.id))
        practises = account.way is Way.PRACTICE
        made = self._practising(limits) if practises else self._real(account, limits)
        return _Way(made, limits, SpendLock(self._clock, self._paths.spend_lock))

    def _metered(self, account: Account, way: _Way) -> XClient:
        from services.x_api.day_limits import DayLimits
        from services.x_api.ledger import Ledger
        from services.x_api.metered import Metered

        days = DayLimits(self._database, self._clock, self._settings)

        def room(answer: bool) -> None:
            days.check(self._accounts.get(account.id), posts=not answer, answers=answer)

        return Metered(
            way.gateway,
            account.id,
            purse=self._purse(account),
            ledger=Ledger(self._database, self._clock),
            lock=way.spending,
            room=room,
        )

    def _purse(self, account: Account) -> Purse:
        from services.x_api.ledger import Ledger
        from services.x_api.purse import Purse

        return Purse(
            account.id,
            budget=lambda: self._accounts.get(account.id).budget,
            ledger=Ledger(self._database, self._clock),
            clock=self._clock,
        )

    def _real(self, account: Account, limits: Limits) -> Gateway:
        from services.x_api.gateway import Gateway
        from services.x_api.last_answers import LastAnswers

        host = account.x_url or self._transport.x_url or HOST
        if host != HOST and not is_loopback(host):
            raise SignInNeeded("an X in X's place must be on this computer")
        adapter = self._transport.adapter
        return Gateway(
            self._source(account),
            self._clock,
            host=host.rstrip("/"),
            adapter=None if adapter is None else adapter(),
            limits=limits,
            answers=LastAnswers(self._database, self._clock, account.id),
        )

    def _practising(self, limits: Limits) -> Gateway:
        from services.accounts.token_values import FixedToken
        from services.x_api.gateway import Gateway
        from services.x_api.practice import TOKEN
        from services.x_api.practice.adapter import PracticeAdapter

        adapter = PracticeAdapter(self._open_practice())
        return Gateway(FixedToken(TOKEN), self._clock, adapter=adapter, limits=limits)

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

    def _source(self, account: Account) -> TokenSource:
        """The token that the environment gave for this X, or the account's own of the keyring."""
        from services.accounts.token_values import FixedToken

        given = self._transport.token
        if account.x_url is not None:
            return FixedToken(given if account.x_url == self._transport.x_url else None)
        if self._transport.adapter is not None and given is not None:
            return FixedToken(given)
        return self._tokens().of(account)
