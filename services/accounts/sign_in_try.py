"""One try to sign in: X's answer, by the browser or pasted, exchanged and kept.

It lives for five minutes by the wall clock: a computer that slept meanwhile finds it over. Of X's
answers the first counts, once: a code opens once, and lives 30 seconds. Nothing of it is ever told.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

from services.accounts import pkce
from services.accounts.account import Account
from services.accounts.callback import CallbackPage, Listener, redirect_uri
from services.accounts.callback_request import Answer, answer_in, pasted_query
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
    from services.accounts.token_calls import TokenCalls
    from services.accounts.token_values import TokenPair
    from services.accounts.tokens import Tokens
    from services.clock import Clock

SECONDS = 300
"""For the owner to say yes on X's page."""
_LOOK = 0.5
"""Seconds between looks at the clock where nothing comes."""
_OF_THE_APP = frozenset(
    {"unauthorized_client", "invalid_request", "invalid_scope", "unsupported_response_type"}
)
"""RFC 6749, 4.1.2.1: the app on X is not set up for what was asked."""


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

    @property
    def listens(self) -> bool:
        return self._listener.is_alive

    def wait(self) -> Account:
        """Until X's answer is here, exchanged and kept. Lane SIGN_IN: it waits for the owner.

        Raises SignInStopped (CANCELLED, TIMED_OUT, DENIED, CODE_REFUSED), what X's address for
        tokens refuses, and KeychainTrouble: then `keep` goes on with what X gave.
        """
        code = self._code()
        try:
            pair = self._exchange(code)
        finally:
            self._listener.end_soon()
        with self._turn:
            stopped = self._stopped
            if stopped is None:
                self._pair = pair
        if stopped is not None:
            self._revoke(pair)
            raise SignInStopped(stopped)
        return self.keep(this_run_only=self._this_run_only)

    def keep(self, *, this_run_only: bool = False) -> Account:
        """Once more after KeychainTrouble or StorageTrouble; in the store, or for this run.

        The pair is kept by the try until it is kept elsewhere, or the try is cancelled. Lane
        SIGN_IN.
        """
        pair = self._pair
        if pair is None:
            raise SignInStopped(self._stopped or SignInProblem.CANCELLED)
        accounts, account_id = self._accounts, self.account_id
        if accounts.get(account_id).removed_at is not None:
            self.give_back()
            raise SignInStopped(SignInProblem.CANCELLED)
        before = accounts.get(account_id)
        aside = before.signed_in.unended and not before.unproven
        # Before anything is sent as whoever this is, X is asked who it is.
        accounts.set_unproven(account_id, True)
        self._tokens.keep(account_id, pair, this_run_only=this_run_only, aside=aside)
        # RFC 6749, 5.1: where X names no scopes, they are those that were asked for.
        scopes = pair.scopes or frozenset(pkce.SCOPES)
        account = accounts.note_sign_in(
            account_id, client_id=self._client_id, scopes=scopes, run_only=this_run_only
        )
        self._pair = None
        self._tokens.end_replaced(account_id)
        return account

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
        self._on_arrived(answer)
        if self._stopped is not None:
            raise SignInStopped(self._stopped)

    def cancel(self) -> None:
        """At once, from any thread; does nothing to an account that is signed in already.

        What X gave and nothing kept is dropped: `give_back` before, where there may be any.
        """
        with self._turn:
            self._stop(SignInProblem.CANCELLED)
            self._pair = None
        self._listener.close(wait=False)

    def end(self) -> None:
        """As `cancel`, and waits until the port is free."""
        self.cancel()
        self._listener.close()

    def give_back(self) -> None:
        """Tells X that the pair which could not be kept is needed no more. Lane SIGN_IN."""
        with self._turn:
            pair, self._pair = self._pair, None
        if pair is not None:
            self._revoke(pair)

    def _revoke(self, pair: TokenPair) -> None:
        for token in (pair.refresh, pair.access):
            with contextlib.suppress(AppError):
                if token is not None:
                    self._calls.revoke(token, client_id=self._client_id)

    def _code(self) -> str:
        while not self._is_decided(_LOOK):
            # Also where the listener has come to grief: nobody waits for ever.
            self._on_tick()
        with self._turn:
            if self._stopped is not None or self._used or self._answer is None:
                raise SignInStopped(self._stopped or SignInProblem.CODE_REFUSED)
            self._used = True
            answer, self._answer = self._answer, Answer()
        if answer.error:
            self._listener.end_soon()
            raise _refused_by_x(answer.error)
        return answer.code

    def _is_decided(self, seconds: float) -> bool:
        with self._turn:
            return self._turn.wait_for(
                lambda: self._answer is not None or self._stopped is not None, timeout=seconds
            )

    def _exchange(self, code: str) -> TokenPair:
        return self._calls.exchange(
            code,
            client_id=self._client_id,
            redirect_uri=self.redirect_uri,
            verifier=self._secrets.verifier,
        )

    def _on_arrived(self, answer: Answer) -> None:
        # Of a computer that wakes up the browser may be quicker than the clock.
        self._on_tick()
        with self._turn:
            if self._answer is None and self._stopped is None:
                self._answer = answer
                self._turn.notify_all()

    def _on_tick(self) -> None:
        """By the wall clock, for a computer may sleep, and by the other: the wall clock may be put
        back meanwhile."""
        if self._clock.now() >= self.ends_at or time.monotonic() >= self._latest:
            with self._turn:
                if self._answer is None:
                    self._stop(SignInProblem.TIMED_OUT)
            self._listener.close(wait=False)

    def _stop(self, problem: SignInProblem) -> None:
        """In its turn."""
        if self._stopped is None:
            self._stopped = problem
            self._turn.notify_all()


def _refused_by_x(error: str) -> AppError:
    if error == "access_denied":
        return SignInStopped(SignInProblem.DENIED)
    if error in _OF_THE_APP:
        return AppOfOtherKind(f"X's page answered {error}")
    return ServerTrouble(f"X's page answered {error}")
