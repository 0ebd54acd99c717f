"""What X's token address answers: a pair of tokens, or OAuth's own words for why not."""

from __future__ import annotations

import json
from collections.abc import Mapping

from services.accounts.token_values import TokenPair, is_token
from services.errors import OutcomeUnknown

USUAL_LIFE = 7_200
"""Seconds an access token lives where X does not say (x_platform.md §2)."""
LONGEST_LIFE = 30 * 86_400


class Answered:
    """An answer of the token address, and what OAuth's words in it say."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.status_code = status
        self.headers = headers
        self.body = body
        told = _object(body)
        self._name = str(told.get("error") or "")
        self._words = str(told.get("error_description") or "").lower()

    @property
    def is_definite(self) -> bool:
        return self.status_code in (400, 401) and self._name in ("invalid_request", "invalid_grant")

    @property
    def names_the_client(self) -> bool:
        """X does not know the app: nothing is said of the code or token."""
        if self.status_code not in (400, 401):
            return False
        asked_badly = self._name == "invalid_request" and "client" in self._words
        return self._name == "invalid_client" or asked_badly


def pair_in(answer: bytes, now: int, client_id: str) -> TokenPair:
    """Raises OutcomeUnknown: what cannot be read may have been a pair, and ours is used up then."""
    told = _object(answer)
    if not is_token(told.get("access_token")):
        raise OutcomeUnknown(f"{len(answer)} bytes without an access token")
    refresh = told.get("refresh_token")
    if refresh is not None and not is_token(refresh):
        raise OutcomeUnknown("a refresh token that could not be sent")
    scope = told.get("scope")
    return TokenPair(
        access=str(told["access_token"]),
        refresh=None if refresh is None else str(refresh),
        expires_at=now + _life(told.get("expires_in")),
        scopes=frozenset(scope.split()) if isinstance(scope, str) else frozenset(),
        client_id=client_id,
    )


def _object(answer: bytes) -> Mapping[str, object]:
    """Empty for what is no JSON object."""
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _life(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or told <= 0:
        return USUAL_LIFE
    return min(told, LONGEST_LIFE)
