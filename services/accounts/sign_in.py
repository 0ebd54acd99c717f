"""Signing in to X, from the address for the browser to the pair in the system's keyring.

`SignIns.begin` makes a try, which lives for five minutes by the wall clock: a computer that slept
meanwhile finds it over. X's answer comes by the browser to the listener, or is pasted. Whatever
comes first counts, once: X's code opens once, and lives 30 seconds.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

from services.accounts import pkce
from services.accounts.account import CALLBACK_PORTS, Account, SignedIn, Way
from services.accounts.callback import CallbackPage, Listener, first_free, redirect_uri
from services.accounts.callback_request import Answer, answer_in, pasted_query
from services.accounts.client_id import problem_of, tidy
from services.errors import (
    AppError,
    AppOfOtherKind,
    ServerTrouble,
    SignInProblem,
    SignInStopped,
)

if TYPE_CHECKING:
    import socket

    from services.accounts.accounts import Accounts
    from services.accounts.keychain import Keychain
    from services.accounts.token_calls import ClientCheck, TokenCalls
    from services.accounts.token_values import TokenPair
    from services.accounts.tokens import Tokens
    from services.clock import Clock

SECONDS = 300
"""For the owner to say yes on X's page."""
_OF_THE_APP = frozenset(
    {"unauthorized_client", "invalid_request", "invalid_scope", "unsupported_response_type"}
)
"""RFC 6749, 4.1.2.1: the app on X is not set up for what was asked."""


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
                one.cancel()
            self._tries.clear()

    def _end_those(self, account_id: str) -> None:
        """Of the account, and those that are over and only show their page once more."""
        for one in [one for one in self._tries if one.over or one.account_id == account_id]:
            one.cancel()
            self._tries.remove(one)


class SignInTry:
    """`address`: for the browser. `ends_at`: UTC seconds. `taken_ports`: those tried in vain."""

    def __init__(
        self,
        accounts: Accounts,
        tokens: Tokens,
        clock: Clock,
        calls: TokenCalls,
        *,
        account_id: str,
        client_id: str,
        host: str,
        listening: socket.socket,
        taken: tuple[int, ...],
        page: CallbackPage,
        this_run_only: bool,
    ) -> None:
        self._accounts = accounts
        self._tokens = tokens
        self._clock = clock
        self._calls = calls
        self._client_id = client_id
        self._this_run_only = this_run_only
        self._secrets = pkce.new_secrets()
        self._pair: TokenPair | None = None
        self._turn = threading.Condition()
        self._answer: Answer | None = None
        self._stopped: SignInProblem | None = None
        self._used = False
        self._latest = time.monotonic() + SECONDS
        self.account_id = account_id
        self.taken_ports = taken
        self.ends_at = clock.now() + SECONDS
        self._listener = Listener(
            listening,
            state=self._secrets.state,
            page=page,
            arrived=self._on_arrived,
            tick=self._on_tick,
        )
        self.port = self._listener.port
        self.redirect_uri = redirect_uri(self.port)
        self.address = pkce.authorize_address(
            host,
            client_id=client_id,
            redirect_uri=self.redirect_uri,
            secrets=self._secrets,
        )

    def __repr__(self) -> str:
        return f"SignInTry(port={self.port}, ends_at={self.ends_at})"

    @property
    def over(self) -> bool:
        """Nothing more is waited for."""
        return self._stopped is not None or self._used

    def wait(self) -> Account:
        """Until X's answer is here, exchanged and kept. Lane SIGN_IN: it waits for the owner.

        Raises SignInStopped (CANCELLED, TIMED_OUT, DENIED, CODE_REFUSED), what X's address for
        tokens refuses, and KeychainTrouble: then `keep` goes on with what X gave.
        """
        code = self._code()
        try:
            self._pair = self._exchange(code)
        finally:
            self._listener.end_soon()
        if self._stopped is not None:
            self.give_back()
            raise SignInStopped(self._stopped)
        return self.keep(this_run_only=self._this_run_only)

    def keep(self, *, this_run_only: bool = False) -> Account:
        """Once more after KeychainTrouble, in the store or for this run. Lane SIGN_IN.

        The pair is kept by the try until it is kept elsewhere, or the try is cancelled.
        """
        pair = self._pair
        if pair is None:
            raise SignInStopped(self._stopped or SignInProblem.CANCELLED)
        accounts, account_id = self._accounts, self.account_id
        # Before anything is sent as whoever this is, X is asked who it is.
        accounts.set_unproven(account_id, True)
        self._tokens.keep(account_id, pair, this_run_only=this_run_only)
        self._pair = None
        accounts.set_client_id(account_id, self._client_id)
        accounts.set_way(account_id, Way.CONNECTED)
        # RFC 6749, 5.1: where X names no scopes, they are those that were asked for.
        scopes = pair.scopes or frozenset(pkce.SCOPES)
        return accounts.set_signed_in(account_id, SignedIn.YES, scopes)

    def take(self, pasted: str) -> None:
        """X's answer as it stands in the browser's address bar; any thread. It is never logged.

        Raises SignInStopped: NO_ANSWER_IN_IT and OTHER_STATE, with which the try goes on, DENIED
        likewise, for X's page can be opened again; or why the try is over.
        """
        query = pasted_query(pasted)
        if query is None:
            raise SignInStopped(SignInProblem.NO_ANSWER_IN_IT)
        answer = answer_in(query, self._secrets.state)
        if answer is None:
            raise SignInStopped(SignInProblem.OTHER_STATE)
        if answer.error == "access_denied":
            raise SignInStopped(SignInProblem.DENIED)
        if self._stopped is not None:
            raise SignInStopped(self._stopped)
        self._on_arrived(answer)

    def cancel(self) -> None:
        """At once, from any thread; does nothing to an account that is signed in already."""
        self._pair = None
        self._stop(SignInProblem.CANCELLED)
        self._listener.close()

    def give_back(self) -> None:
        """Tells X that the pair which could not be kept is needed no more. Lane SIGN_IN."""
        pair, self._pair = self._pair, None
        for token in (pair.refresh, pair.access) if pair is not None else ():
            with contextlib.suppress(AppError):
                if token is not None:
                    self._calls.revoke(token, client_id=self._client_id)

    def _code(self) -> str:
        with self._turn:
            self._turn.wait_for(lambda: self._answer is not None or self._stopped is not None)
            if self._stopped is not None or self._used or self._answer is None:
                raise SignInStopped(self._stopped or SignInProblem.CODE_REFUSED)
            self._used = True
            answer = self._answer
        if answer.error:
            self._listener.end_soon()
            raise _refused_by_x(answer.error)
        return answer.code

    def _exchange(self, code: str) -> TokenPair:
        return self._calls.exchange(
            code,
            client_id=self._client_id,
            redirect_uri=self.redirect_uri,
            verifier=self._secrets.verifier,
        )

    def _on_arrived(self, answer: Answer) -> None:
        with self._turn:
            if self._answer is None and self._stopped is None:
                self._answer = answer
                self._turn.notify_all()

    def _on_tick(self) -> None:
        """By the wall clock, for a computer may sleep, and by the other: the wall clock may be put
        back meanwhile."""
        waiting = self._answer is None and self._stopped is None
        if waiting and (self._clock.now() >= self.ends_at or time.monotonic() >= self._latest):
            self._stop(SignInProblem.TIMED_OUT)
            self._listener.close()

    def _stop(self, problem: SignInProblem) -> None:
        with self._turn:
            if self._stopped is None:
                self._stopped = problem
                self._turn.notify_all()


def _whole(client_id: str) -> str:
    problem = problem_of(client_id)
    if problem is not None:
        raise SignInStopped(SignInProblem.BAD_CLIENT_ID, problem.value)
    return tidy(client_id)


def _refused_by_x(error: str) -> AppError:
    if error == "access_denied":
        return SignInStopped(SignInProblem.DENIED)
    if error in _OF_THE_APP:
        return AppOfOtherKind(f"X's page answered {error}")
    return ServerTrouble(f"X's page answered {error}")
