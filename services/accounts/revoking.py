"""Tells X which tokens are needed no more (RFC 7009).

A token is not used by it: also one that has left before, with nobody knowing what became of it, may
be told.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from services.accounts.token_values import Given, TokenPair
from services.errors import AppError, SignInNeeded

if TYPE_CHECKING:
    from services.accounts.token_calls import TokenCalls
    from services.x_api.last_answers import Nowhere

logger = logging.getLogger(__name__)


class Revoking:
    def __init__(self, calls: TokenCalls) -> None:
        self._calls = calls
        self._replaced: dict[str, frozenset[Given]] = {}

    def end(self, given: Iterable[Given], heard: Nowhere | None = None) -> None:
        """Raises Offline, ServerTrouble or RateLimited: the rest is still good then."""
        for one in given:
            try:
                self._calls.revoke(one.token, client_id=one.client_id, heard=heard)
            except SignInNeeded as error:
                # X no longer knows the app, or not as ours: nothing is left to end there.
                logger.info("not revoked: %s", error.detail)

    def is_replacing(self, account_id: str) -> bool:
        """Whether a sign-in has been begun to be kept, perhaps in vain."""
        return account_id in self._replaced

    def replace(self, account_id: str, given: Iterable[Given], pair: TokenPair) -> None:
        """What is there while `pair` is being kept in its place, perhaps a part of it already."""
        before = self._replaced.get(account_id, frozenset()).union(given)
        kept = (pair.access, pair.refresh)
        self._replaced[account_id] = frozenset(one for one in before if one.token not in kept)

    def end_replaced(self, account_id: str) -> None:
        """Where X can be reached now: nothing hangs on it here."""
        for one in self._replaced.pop(account_id, frozenset()):
            with suppress(AppError):
                self.end((one,))
