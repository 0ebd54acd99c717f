"""An account's tokens as the system's keyring keeps them, one secret an entry.

Those of a host other than X's own have entries of their own, so that no token goes to another host
than the one that gave it. Those for this run alone are in memory and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from services.accounts.token_values import Access, Given, TokenPair, is_token
from services.errors import KeychainTrouble
from services.x_api.transport import HOST

if TYPE_CHECKING:
    from services.accounts.keychain import Keychain

REFRESH_TOKEN = "refresh_token"  # noqa: S105  # the name of an entry, not a secret
ACCESS_TOKEN = "access_token"  # noqa: S105  # as above
SENT_TOKEN = "sent_token"  # noqa: S105  # as above: the mark of one that has left
ASIDE = "refresh_token_before"
"""The entry of the sign-in that a new one takes the place of (aside.py)."""


def place_of(host: str) -> str:
    """ "" for X's own host: tokens of one place are nothing to another."""
    return "" if host == HOST else urlsplit(host).netloc


class TokenEntries:
    """Raises KeychainTrouble wherever it asks the keyring."""

    def __init__(self, keychain: Keychain, host: str) -> None:
        self.place = place_of(host)
        self._refresh = f"{REFRESH_TOKEN} {self.place}".rstrip()
        self._access = f"{ACCESS_TOKEN} {self.place}".rstrip()
        self._sent = f"{SENT_TOKEN} {self.place}".rstrip()
        self._aside = f"{ASIDE} {self.place}".rstrip()
        self._keychain = keychain
        self._memory: dict[str, dict[str, str]] = {}

    def refresh_token(self, account_id: str) -> Given | None:
        """Both in one entry: nothing can part a token from its app."""
        return _given(self._read(account_id, self._refresh))

    def aside(self, account_id: str) -> Given | None:
        """Also while another is in memory alone; a keyring that is locked then has none."""
        try:
            return _given(self._keychain.read(account_id, self._aside))
        except KeychainTrouble:
            if self.is_in_memory(account_id):
                return None
            raise

    def put_aside(self, account_id: str) -> None:
        entry = self._keychain.read(account_id, self._refresh)
        if entry is not None:
            self._keychain.write(account_id, self._aside, entry)

    def put_back(self, account_id: str) -> None:
        """In place of whatever there is. Cut off in the middle it can be done again."""
        entry = self._keychain.read(account_id, self._aside)
        if entry is not None:
            self._keychain.delete(account_id, self._access)
            self._keychain.write(account_id, self._refresh, entry)
            self._memory.pop(account_id, None)
            self.forget_aside(account_id)

    def forget_aside(self, account_id: str) -> None:
        self._keychain.delete(account_id, self._aside)

    def is_in_memory(self, account_id: str) -> bool:
        return account_id in self._memory

    def access_token(self, account_id: str) -> Access | None:
        """None, too, for an entry that is not as it was written."""
        parts = (self._read(account_id, self._access) or "").split(" ")
        if len(parts) != 3 or not all(part.isdecimal() for part in parts[:2]):
            return None
        if not is_token(parts[2]):
            return None
        return Access(parts[2], int(parts[0]), int(parts[1]))

    def keep(self, account_id: str, pair: TokenPair, now: int) -> None:
        """A renewed pair. The refresh token first: with it and its app alone the account is still
        signed in. Without one in `pair` the one kept before stays.
        """
        for name, secret in self._secrets(pair, now):
            self._write(account_id, name, secret)

    def keep_for_this_run(self, account_id: str, pair: TokenPair, now: int) -> None:
        """From now on nothing of the account's is written to the keyring."""
        self._memory[account_id] = dict(self._secrets(pair, now))

    def keep_for_good(self, account_id: str, pair: TokenPair, now: int) -> None:
        """In place of whatever there was. Where the keyring refuses, that of this run stays.

        An access token of the sign-in before goes first: perhaps it was somebody else's.
        """
        self._keychain.delete(account_id, self._access)
        if pair.refresh is None:
            self._keychain.delete(account_id, self._refresh)
        for name, secret in self._secrets(pair, now):
            self._keychain.write(account_id, name, secret)
        self._memory.pop(account_id, None)

    def forget(self, account_id: str, *, aside: bool = False) -> None:
        """A keyring that gets no answer is no trouble for what was in memory alone.

        `aside`: that, too.
        """
        in_memory = self._memory.pop(account_id, None) is not None
        names = (self._refresh, self._access, self._sent)
        try:
            for name in (*names, self._aside) if aside else names:
                self._keychain.delete(account_id, name)
        except KeychainTrouble:
            if not in_memory:
                raise

    def sent(self, account_id: str) -> str | None:
        """The mark of the refresh token that left last, where nobody knows what came."""
        return self._read(account_id, self._sent)

    def note_sent(self, account_id: str, mark: str) -> None:
        self._write(account_id, self._sent, mark)

    def forget_sent(self, account_id: str) -> None:
        if account_id in self._memory:
            self._memory[account_id].pop(self._sent, None)
        else:
            self._keychain.delete(account_id, self._sent)

    def _secrets(self, pair: TokenPair, now: int) -> list[tuple[str, str]]:
        access = (self._access, f"{pair.expires_at} {now} {pair.access}")
        if pair.refresh is None:
            return [access]
        return [(self._refresh, f"{pair.client_id} {pair.refresh}".lstrip()), access]

    def _read(self, account_id: str, name: str) -> str | None:
        if account_id in self._memory:
            return self._memory[account_id].get(name)
        return self._keychain.read(account_id, name)

    def _write(self, account_id: str, name: str, secret: str) -> None:
        if account_id in self._memory:
            self._memory[account_id][name] = secret
        else:
            self._keychain.write(account_id, name, secret)


def _given(entry: str | None) -> Given | None:
    client_id, _, token = (entry or "").rpartition(" ")
    return Given(token, client_id) if is_token(token) else None
