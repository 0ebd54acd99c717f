"""The token that proves whose call it is: its header, and another one when X refuses it.

Loaded with requests, by the gateway alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import requests

from services.accounts.token_values import TokenSource
from services.errors import Offline, ServerTrouble, SignInNeeded

T = TypeVar("T")


class Bearer(requests.auth.AuthBase):
    """Sets the header itself: without an `auth`, requests would prefer a password in ~/.netrc."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def with_token(tokens: TokenSource, call: Callable[[str], T], *, anybodys: bool = False) -> T:
    """Makes the call, and once more with another token when X refuses the first one.

    X does nothing of what comes with a token it refuses: that holds for a new post, too.
    `anybodys`: also with one of which X has not said yet whose it is.
    """

    def ask(get: Callable[[], str]) -> str:
        token = _before_the_call(get)
        if not anybodys:
            tokens.check_proven()
        return token

    token = ask(tokens.get)
    try:
        return call(token)
    except SignInNeeded as refused:
        # Its kinds say that another token would not help.
        if type(refused) is not SignInNeeded:
            raise
    return call(ask(partial(tokens.renew, token)))


def _before_the_call(ask: Callable[[], str]) -> str:
    """X's trouble with tokens keeps the call from being made: nothing of it is in doubt."""
    try:
        return ask()
    except ServerTrouble as error:
        raise Offline(f"before the call: {error.detail}") from error
