"""The one door to X's network: tweepy's own has no time-out, a fixed host, sleeps when a window is
shut and logs the Authorization header. The only importer of tweepy.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

import requests
import tweepy
from requests.adapters import BaseAdapter

from services.accounts.token_values import TokenSource
from services.clock import Clock
from services.errors import AnswerNotUnderstood, AppError, OutcomeUnknown
from services.x_api import wire
from services.x_api.bearer import Bearer, with_token
from services.x_api.last_answers import Nowhere
from services.x_api.limits import Limits, endpoint
from services.x_api.tls import prepare
from services.x_api.wire import Ask, Dialect

Json = Mapping[str, Any]

CONNECT_SECONDS = 5
READ_SECONDS = 20
UPLOAD_SECONDS = 120


class Piece(NamedTuple):
    """A part of a file on its way, which tweepy's own call has no room for."""

    place: int
    data: bytes


class _Sent(NamedTuple):
    """What a call carries: a question, a JSON body, or a piece."""

    params: Json | None = None
    json: Json | None = None
    piece: Piece | None = None

    @property
    def form(self) -> dict[str, tuple[str | None, str | bytes, str]] | None:
        if self.piece is None:
            return None
        place, data = self.piece
        return {
            "segment_index": (None, str(place), "text/plain"),
            "media": ("piece", data, "application/octet-stream"),
        }


class Door(tweepy.Client):  # type: ignore[misc]  # tweepy has no types
    """tweepy with a host, timeouts, rate windows, our errors, and silence about the token."""

    def __init__(
        self,
        tokens: TokenSource,
        clock: Clock,
        *,
        host: str,
        adapter: BaseAdapter | None,
        dialect: Dialect,
        limits: Limits | None,
        answers: Nowhere | None,
    ) -> None:
        super().__init__(return_type=dict, wait_on_rate_limit=False)
        self.dialect = dialect
        self._tokens = tokens
        self._clock = clock
        self._host = host
        self._limits = limits or Limits(clock)
        self.answers = answers or Nowhere()
        self._lock = threading.RLock()
        prepare(self.session, host, adapter)

    def request(
        self,
        method: str,
        route: str,
        params: Json | None = None,
        json: Json | None = None,
        user_auth: bool = False,
    ) -> requests.Response:
        """tweepy's door to the network. The answer's body is a JSON object; AppErrors only."""
        return self._asked(Ask(method, route), _Sent(params, json))

    def send_piece(self, route: str, piece: Piece) -> requests.Response:
        """As a form, so that it is not a third longer than it is."""
        return self._asked(Ask("POST", route), _Sent(piece=piece))

    def _asked(self, ask: Ask, sent: _Sent) -> requests.Response:
        name = endpoint(ask.method, ask.route)
        with self._lock:
            self._limits.check(name)
            return with_token(
                self._tokens,
                partial(self._call, ask, name, sent),
                anybodys=ask.route == "/2/users/me",
            )

    def _call(self, ask: Ask, name: str, sent: _Sent, token: str) -> requests.Response:
        """Once. Raises SignInNeeded itself, none of its kinds, when X refuses the token."""
        try:
            response = self._send(ask, sent, token)
        except requests.RequestException as error:
            lost = wire.answer_lost(ask, error)
            self.answers.note(name, lost)
            raise lost from error
        finally:
            # A kept connection may have died with the network or at the other end: a post
            # sent into it would be in doubt for nothing. Calls are rare; each has its own.
            self.session.close()
        self._limits.note(name, response.headers)
        try:
            self._check(ask, response)
        except AppError as refused:
            self._limits.refused(name, refused)
            self.answers.note(name, refused, response)
            raise
        self.answers.note(name, None, response)
        if not ask.uploads:
            # Sending a picture is free: it would go without credit, too.
            self._limits.paid()
        return response

    def _send(self, ask: Ask, sent: _Sent, token: str) -> requests.Response:
        session: requests.Session = self.session
        return session.request(
            ask.method,
            self._host + ask.route,
            params=wire.in_dialect(sent.params, self.dialect),
            json=sent.json,
            files=sent.form,
            headers={"User-Agent": self.user_agent, "Connection": "close"},
            auth=Bearer(token),
            timeout=(CONNECT_SECONDS, UPLOAD_SECONDS if ask.uploads else READ_SECONDS),
            allow_redirects=False,
        )

    def _check(self, ask: Ask, response: requests.Response) -> None:
        status = response.status_code
        if not 200 <= status < 300:
            now = self._clock.now()
            raise wire.refusal(ask, status, response.headers, response.content, now)
        if ask.uploads and not response.content:
            return
        try:
            answer = wire.read_object(response.content)
        except AnswerNotUnderstood as error:
            if ask.creates:
                raise OutcomeUnknown(f"{status}, but {error.detail}") from error
            raise
        if refused := wire.refusal_within(ask, answer, self._clock.now()):
            raise refused
