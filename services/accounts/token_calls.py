"""X's addresses for tokens: a code or a refresh token in, a pair out; and the end of one.

A public client: `client_id` goes in the body and no Authorization header anywhere (x_platform.md
§2). requests is loaded with the first call. Nothing sent or answered here is ever told in an error.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from services.accounts.token_answers import Answered, pair_in
from services.accounts.token_values import TokenPair
from services.clock import Clock
from services.errors import (
    AppError,
    AppNotEnrolled,
    AppOfOtherKind,
    Offline,
    OutcomeUnknown,
    RateLimited,
    ServerTrouble,
    SignInEnded,
    SignInProblem,
    SignInStopped,
)
from services.x_api.last_answers import Nowhere

if TYPE_CHECKING:
    import requests
    from requests.adapters import BaseAdapter

TOKEN = "/2/oauth2/token"  # noqa: S105  # an address
REVOKE = "/2/oauth2/revoke"
CONNECT_SECONDS = 5
READ_SECONDS = 20
LONGEST_ANSWER = 64 * 1024
_MADE_UP = "shoplark-asks-who-this-app-is"
_A_PIECE = 4_096


class ClientCheck(Enum):
    """What X says of a Client ID before anybody signs in with it."""

    GOOD = "good"
    UNKNOWN = "unknown"
    OTHER_KIND = "other_kind"
    """An app that is no Native App: it would need a secret."""
    NOT_ENROLLED = "not_enrolled"
    UNSURE = "unsure"


class TokenCalls:
    """Safe from several threads: each call has a connection of its own."""

    def __init__(
        self, host: str, clock: Clock, *, adapter: Callable[[], BaseAdapter] | None = None
    ) -> None:
        """`host`: scheme and name, as `https://api.x.com`. `adapter` takes the network's place."""
        self.host = host.rstrip("/")
        self.x_clock: int | None = None
        """X's own at the last answer, in UTC seconds; None before one."""
        self._clock = clock
        self._adapter = adapter

    def exchange(self, code: str, *, client_id: str, redirect_uri: str, verifier: str) -> TokenPair:
        """Raises SignInStopped(CODE_REFUSED), AppOfOtherKind, AppNotEnrolled, Offline,
        ServerTrouble or RateLimited."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": client_id,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        try:
            return pair_in(self._post(TOKEN, form), self._clock.now(), client_id)
        except SignInEnded as error:
            raise SignInStopped(SignInProblem.CODE_REFUSED, error.detail) from error
        except OutcomeUnknown as error:
            raise ServerTrouble(error.detail) from error

    def refresh(
        self,
        refresh_token: str,
        *,
        client_id: str,
        leaving: Callable[[], None],
        heard: Nowhere | None = None,
    ) -> TokenPair:
        """`leaving` is called when the connection stands, just before the token leaves.

        `heard` notes what goes wrong; a pair is the caller's to keep before anything is noted.

        Raises SignInEnded for X's definite no; OutcomeUnknown when the token left and no answer
        that could be read came back; AppOfOtherKind, AppNotEnrolled, Offline, ServerTrouble or
        RateLimited, after which X has not used it.
        """
        form = {
            "grant_type": "refresh_token",
            "refresh_token": refresh_token,
            "client_id": client_id,
        }
        return pair_in(self._post(TOKEN, form, leaving, heard), self._clock.now(), client_id)

    def revoke(self, token: str, *, client_id: str, heard: Nowhere | None = None) -> None:
        """A token that X no longer knows is revoked. Else raises as `refresh`, but SignInEnded."""
        try:
            self._post(REVOKE, {"token": token, "client_id": client_id}, heard=heard)
        except SignInEnded:
            return
        except OutcomeUnknown as error:
            raise ServerTrouble(error.detail) from error

    def check_client(self, client_id: str, redirect_uri: str) -> ClientCheck:
        """What X says of an app when a made-up code is shown to it; it costs nothing.

        What is told apart is as others saw it, X promises none of it. Raises Offline.
        """
        form = {
            "grant_type": "authorization_code",
            "code": _MADE_UP,
            "client_id": client_id,
            "redirect_uri": redirect_uri,
            "code_verifier": "0" * 43,
        }
        try:
            answered = self._ask(TOKEN, form)
        except OutcomeUnknown:
            return ClientCheck.UNSURE
        error = self._refusal(TOKEN, answered)
        if answered.names_the_client:
            return ClientCheck.UNKNOWN
        for kind, check in _CHECKS.items():
            if isinstance(error, kind):
                return check
        return ClientCheck.UNSURE

    def _post(
        self,
        route: str,
        form: Mapping[str, str],
        leaving: Callable[[], None] | None = None,
        heard: Nowhere | None = None,
    ) -> bytes:
        """The body of X's 2xx."""
        note = (heard or Nowhere()).note
        try:
            answered = self._ask(route, form, leaving)
        except (Offline, OutcomeUnknown) as lost:
            note(f"POST {route}", lost)
            raise
        if error := self._refusal(route, answered):
            note(f"POST {route}", error, answered)
            raise error
        return answered.body

    def _ask(
        self, route: str, form: Mapping[str, str], leaving: Callable[[], None] | None = None
    ) -> Answered:
        """Raises Offline, or OutcomeUnknown when the form left and no answer came."""
        import requests
        from urllib3.exceptions import HTTPError

        from services.x_api.tls import open_session

        body = _Body(form, leaving)
        with open_session(self.host, self._adapter() if self._adapter else None) as session:
            try:
                with session.post(
                    self.host + route,
                    data=body,
                    headers={
                        "Content-Type": "application/x-www-form-urlencoded",
                        "Accept": "application/json",
                        "Accept-Encoding": "identity",
                        "Connection": "close",
                    },
                    # Without an `auth` requests would send a password of ~/.netrc.
                    auth=_no_header,
                    timeout=(CONNECT_SECONDS, READ_SECONDS),
                    allow_redirects=False,
                    stream=True,
                ) as response:
                    answer = _read(response)
            except (requests.RequestException, HTTPError) as error:
                raise _lost(error, left=body.has_left) from error
        self._note_date(response.headers)
        return Answered(response.status_code, response.headers, answer)

    def _refusal(self, route: str, answered: Answered) -> AppError | None:
        """Only X's own definite word ends a sign-in: OAuth's error of this address, as JSON.

        A 401 of its gate in a bad hour (x_platform.md §2, Incidents) is trouble and nothing more.
        """
        from services.x_api.wire import Ask, refusal

        if 200 <= answered.status_code < 300:
            return None
        now = self._clock.now()
        error = refusal(
            Ask("POST", route), answered.status_code, answered.headers, answered.body, now
        )
        if answered.names_the_client:
            return AppOfOtherKind(error.detail)
        if isinstance(error, AppOfOtherKind | AppNotEnrolled | RateLimited):
            return error
        if isinstance(error, SignInEnded) and answered.is_definite:
            return error
        return ServerTrouble(error.detail)

    def _note_date(self, headers: Mapping[str, str]) -> None:
        with suppress(KeyError, ValueError, OverflowError):
            self.x_clock = int(parsedate_to_datetime(headers["Date"]).timestamp())


_CHECKS: Mapping[type[AppError], ClientCheck] = {
    SignInEnded: ClientCheck.GOOD,
    AppOfOtherKind: ClientCheck.OTHER_KIND,
    AppNotEnrolled: ClientCheck.NOT_ENROLLED,
}
"""SignInEnded: X knows the app, and not the code."""


class _Body:
    """The form. Read when the connection stands, in one go: whoever reads it, sends it."""

    def __init__(self, form: Mapping[str, str], leaving: Callable[[], None] | None) -> None:
        self._bytes = urlencode(form).encode()
        self._leaving = leaving
        self.has_left = False

    def __len__(self) -> int:
        return len(self._bytes)

    def __iter__(self) -> Iterator[bytes]:
        yield self.read()

    def read(self, _most: int = -1) -> bytes:
        if self.has_left:
            return b""
        if self._leaving is not None:
            self._leaving()
        self.has_left = True
        return self._bytes


def _no_header(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _read(response: requests.Response) -> bytes:
    """All of it, but not for ever: an answer that trickles in or never ends is none."""
    import requests

    ends_at = time.monotonic() + READ_SECONDS
    answer = b""
    while piece := response.raw.read1(_A_PIECE):
        answer += piece
        if len(answer) > LONGEST_ANSWER or time.monotonic() > ends_at:
            raise requests.exceptions.ContentDecodingError("too long an answer")
    return answer


def _lost(error: Exception, *, left: bool) -> AppError:
    from urllib3.exceptions import NewConnectionError

    detail = f"POST without an answer: {type(error).__name__}"
    reason = getattr(error.args[0], "reason", None) if error.args else None
    if left and not isinstance(reason, NewConnectionError):
        return OutcomeUnknown(detail)
    return Offline(detail)
