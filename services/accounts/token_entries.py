"""An account's tokens as the system's keyring keeps them, one secret an entry.

Those of a host other than X's own have entries of their own, so that no token goes to another host
than the one that gave it. Those for this run alone are in memory and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from services.accounts.token_values import Access, TokenPair, is_token
from services.errors import KeychainTrouble
from services.x_api.transport import HOST

if TYPE_CHECKING:
    from services.accounts.keychain import Keychain

REFRESH_TOKEN = "refresh_token"  # noqa: S105  # the name of an entry, not a secret
ACCESS_TOKEN = "access_token"  # noqa: S105  # as above


class TokenEntries:
    """Raises KeychainTrouble wherever it asks the keyring."""

    def __init__(self, keychain: Keychain, host: str) -> None:
        place = "" if host == HOST else f" {urlsplit(host).netloc}"
        self._refresh = REFRESH_TOKEN + place
        self._access = ACCESS_TOKEN + place
        self._keychain = keychain
        self._memory: dict[str, dict[str, str]] = {}

    def refresh_token(self, account_id: str) -> str | None:
        entry = self._read(account_id, self._refresh)
        return None if entry is None else entry.rpartition(" ")[2]

    def client_id(self, account_id: str) -> str:
        """Of the app that the refresh token opens with; "" where that was not kept."""
        return (self._read(account_id, self._refresh) or "").rpartition(" ")[0]

    def access_token(self, account_id: str) -> Access | None:
        """None, too, for an entry that is not as it was written."""
        parts = (self._read(account_id, self._access) or "").split(" ")
        if len(parts) != 3 or not all(part.isdecimal() for part in parts[:2]):
            return None
        if not is_token(parts[2]):
            return None
        return Access(parts[2], int(parts[0]), int(parts[1]))

    def keep(self, account_id: str, pair: TokenPair, now: int) -> None:
        """The refresh token first: with it and its app alone the account is still signed in.

        Without one in `pair` the one kept before stays.
        """
        if pair.refresh is not None:
            self._write(account_id, self._refresh, f"{pair.client_id} {pair.refresh}".lstrip())
        self._write(account_id, self._access, f"{pair.expires_at} {now} {pair.access}")

    def keep_for_this_run(self, account_id: str) -> None:
        """From now on nothing of the account's is written to the keyring."""
        self._memory.setdefault(account_id, {})

    def keep_for_good(self, account_id: str) -> None:
        self._memory.pop(account_id, None)

    def forget(self, account_id: str) -> None:
        """A keyring that gets no answer is no trouble for what was in memory alone."""
        in_memory = self._memory.pop(account_id, None) is not None
        try:
            for name in (self._refresh, self._access):
                self._keychain.delete(account_id, name)
        except KeychainTrouble:
            if not in_memory:
                raise

    def _read(self, account_id: str, name: str) -> str | None:
        if account_id in self._memory:
            return self._memory[account_id].get(name)
        return self._keychain.read(account_id, name)

    def _write(self, account_id: str, name: str, secret: str) -> None:
        if account_id in self._memory:
            self._memory[account_id][name] = secret
        else:
            self._keychain.write(account_id, name, secret)
