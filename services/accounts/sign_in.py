"""Signing in to X, from the Client ID to a try that waits for the browser.

The address of a try is for the owner's own browser: Shoplark never sees X's page, nor a password.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from services.accounts.account import CALLBACK_PORTS
from services.accounts.callback import CallbackPage, first_free, redirect_uri, taken_ports
from services.accounts.client_id import problem_of, tidy
from services.accounts.sign_in_try import SignInTry as SignInTry
from services.errors import SignInProblem, SignInStopped

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts
    from services.accounts.keychain import Keychain
    from services.accounts.token_calls import ClientCheck, TokenCalls
    from services.accounts.tokens import Tokens
    from services.clock import Clock


class SignIns:
    """`host` is X's for programs, or another in its place. In lanes only."""

    def __init__(
        self,
        accounts: Accounts,
        tokens: Tokens,
        clock: Clock,
        calls: TokenCalls,
        keychain: Keychain,
        *,
        host: str,
    ) -> None:
        self._accounts = accounts
        self._tokens = tokens
        self._clock = clock
        self._calls = calls
        self._keychain = keychain
        self._host = host
        self._lock = threading.Lock()
        self._tries: list[SignInTry] = []

    def check_client(self, client_id: str) -> ClientCheck:
        """Asks X, at no cost, what it knows of the app. Raises SignInStopped for a bad shape."""
        return self._calls.check_client(_whole(client_id), redirect_uri(CALLBACK_PORTS[0]))

    def taken_ports(self, ports: Iterable[int]) -> tuple[int, ...]:
        """Those on which another program listens now: a try of ours gives its port back."""
        with self._lock:
            ours = {one.port for one in self._tries if one.listens}
        return taken_ports(port for port in ports if port not in ours)

    def begin(
        self,
        account_id: str,
        *,
        client_id: str,
        page: CallbackPage,
        this_run_only: bool = False,
    ) -> SignInTry:
        """Listens from now on; an older try of the account ends.

        Raises SignInStopped (BAD_CLIENT_ID, PORTS_TAKEN), KeychainTrouble: a store that would not
        keep what X gives is noticed before the owner is sent to X.
        """
        client_id = _whole(client_id)
        account = self._accounts.get(account_id)
        if not this_run_only:
            self._keychain.probe()
        with self._lock:
            self._end_those(account_id)
            listening, taken = first_free(account.callback_ports)
            if listening is None:
                raise SignInStopped(SignInProblem.PORTS_TAKEN, f"ports {taken}")
            made = SignInTry(
                self._accounts,
                self._tokens,
                self._clock,
                self._calls,
                account_id=account_id,
                client_id=client_id,
                host=self._host,
                listening=listening,
                taken=taken,
                page=page,
                this_run_only=this_run_only,
            )
            self._tries.append(made)
        return made

    def close(self) -> None:
        with self._lock:
            for one in self._tries:
                one.end()
            self._tries.clear()

    def _end_those(self, account_id: str) -> None:
        """Of the account, and those that are over and only show their page once more."""
        for one in [one for one in self._tries if one.over or one.account_id == account_id]:
            one.end()
            self._tries.remove(one)


def _whole(client_id: str) -> str:
    problem = problem_of(client_id)
    if problem is not None:
        raise SignInStopped(SignInProblem.BAD_CLIENT_ID, problem.value)
    return tidy(client_id)
