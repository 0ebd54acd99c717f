"""An account that is signed in at a practice X, and as many programs on its folder as are wanted.

The calls go through an adapter, without sockets; the keyring is in memory and may be told to fail.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.accounts.account import Account, SignedIn, Way
from services.accounts.accounts import Accounts
from services.accounts.keychain import Keychain
from services.accounts.token_calls import TokenCalls
from services.accounts.token_values import TokenPair, token_mark
from services.accounts.tokens import Tokens
from services.clock import SteppedClock
from services.paths import Paths
from services.settings import Settings
from services.store.database import Database
from services.x_api.practice import CLIENT_ID, PracticeX, Sort, Trouble
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import HOST
from tests.services.x_api.practice.consent import Browser

TOKEN_PATH = "/2/oauth2/token"


class Keyring:
    """`refuses(name, secret)`: whether that write, or with None that deletion, fails."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.refuses: Callable[[str, str | None], bool] = lambda _name, _secret: False
        self.writes: list[str] = []
        self.ever: set[str] = set()

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get(name)

    def set_password(self, service: str, name: str, secret: str) -> None:
        if self.refuses(name, secret):
            raise RuntimeError("locked")
        self.writes.append(name.partition("/")[2])
        self.ever.add(secret.rpartition(" ")[2])
        self.kept[name] = secret

    def delete_password(self, service: str, name: str) -> None:
        if self.refuses(name, None):
            raise RuntimeError("locked")
        del self.kept[name]


class SignedInShop:
    def __init__(self, paths: Paths, database: Database, clock: SteppedClock, x: PracticeX) -> None:
        self.x = x
        self.clock = clock
        self.keyring = Keyring()
        self._paths = paths
        self._database = database
        self.accounts = Accounts(database, clock, Settings(database), paths)
        account = self.accounts.start_own_shop(handle="tea", zone="UTC")
        self.accounts.set_client_id(account.id, CLIENT_ID)
        self.accounts.set_way(account.id, Way.CONNECTED)
        self.id = account.id
        self.sign_in(self.tokens())

    @property
    def account(self) -> Account:
        return self.accounts.get(self.id)

    def tokens(self) -> Tokens:
        """As a program has it that has just been started on the folder."""
        keychain: Any = Keychain("Shoplark", backend=self.keyring)  # type: ignore[arg-type]  # a stand-in
        calls = TokenCalls(HOST, self.clock, adapter=lambda: PracticeAdapter(self.x))
        return Tokens(
            keychain, self._database, self.clock, self._paths, calls, accounts=self.accounts
        )

    def sign_in(self, tokens: Tokens, *, this_run_only: bool = False, **asked: str) -> None:
        tokens.keep(self.id, self.pair(**asked), this_run_only=this_run_only)
        self.accounts.set_signed_in(self.id, SignedIn.YES)

    def pair(self, **asked: str) -> TokenPair:
        told = Browser(self.x).sign_in(**asked)
        return TokenPair(
            told["access_token"],
            told.get("refresh_token"),
            self.clock.now() + int(told["expires_in"]),
            frozenset(told["scope"].split()),
            CLIENT_ID,
        )

    def kept(self, name: str) -> str | None:
        """Of a refresh token's entry without the app that stands before it."""
        entry = self.keyring.kept.get(f"{self.id}/{name}")
        return entry.rpartition(" ")[2] if entry and name == "refresh_token" else entry

    @property
    def access(self) -> str:
        return (self.kept("access_token") or "").rpartition(" ")[2]

    def nearly_over(self) -> None:
        self.clock.advance(7_200 - 60)

    def over(self) -> None:
        self.clock.advance(7_201)

    def next_call(self, sort: Sort, **more: Any) -> None:
        """What the next call of the token address meets."""
        self.x.script(Trouble(sort=sort, path=TOKEN_PATH, **more))

    def renewals(self) -> list[str]:
        """How X's token address answered the refresh tokens, oldest first."""
        return [line.outcome for line in self.x.token_log() if line.grant == "refresh_token"]

    def standing(self) -> str | None:
        row = self._database.connection.execute("SELECT token_mark FROM renewal").fetchone()
        return None if row is None else row[0]

    def x_takes(self, access: str) -> bool:
        return Browser(self.x).me(access).status == 200

    def is_xs_current(self, refresh: str | None) -> bool:
        """Whether X would take this refresh token."""
        marks = [mark for sort, mark in self.x.tokens_alive() if sort == "rt"]
        return refresh is not None and any(mark.startswith(token_mark(refresh)) for mark in marks)
