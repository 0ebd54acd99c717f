"""What the processes of this test share: a fast clock, the tokens of a folder, a sign-in."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from services.accounts.account import SignedIn, Way
from services.accounts.accounts import Accounts
from services.accounts.keychain import Keychain
from services.accounts.token_calls import TokenCalls
from services.accounts.token_values import TokenPair
from services.accounts.tokens import Tokens
from services.paths import Paths, paths_under
from services.settings import Settings
from services.store.database import Database, open_database
from services.x_api.practice import CLIENT_ID
from tests.refresh.file_keyring import FileKeyring
from tests.services.x_api.practice.consent import CALLBACK, VERIFIER, Form, asked

SPEED = 60_000
"""An access token of two hours is near its end after an eighth of a second."""


class FastClock:
    """The same in every process of this computer."""

    def now(self) -> int:
        return int((time.time() - 1_790_000_000) * SPEED)


@dataclass
class Program:
    """What a program has of an account, on a folder that several share."""

    database: Database
    accounts: Accounts
    calls: TokenCalls
    tokens: Tokens
    account_id: str

    def close(self) -> None:
        self.database.close()


def open_program(
    home: Path, x_url: str, kept: Callable[[str], None] = lambda _name: None
) -> Program:
    paths: Paths = paths_under(home / "data")
    clock = FastClock()
    database = open_database(paths, patient=True)
    accounts = Accounts(database, clock, Settings(database), paths)
    keyring: Any = FileKeyring(home / "keyring", kept)
    calls = TokenCalls(x_url, clock)
    tokens = Tokens(
        Keychain("Shoplark", backend=keyring), database, clock, paths, calls, accounts=accounts
    )
    own = accounts.own() or accounts.start_own_shop(handle="tea", zone="UTC")
    return Program(database, accounts, calls, tokens, own.id)


def sign_in(program: Program, x_url: str) -> None:
    """As the owner does it in a browser, and allows."""
    fields = asked()
    with urllib.request.urlopen(f"{x_url}/i/oauth2/authorize?{urlencode(fields)}") as page:  # noqa: S310  # ours
        form = Form(page.read().decode())
    pressed = urlencode({**form.fields, "decision": "allow"}).encode()
    back = _no_redirects().open(urllib.request.Request(x_url + form.action, data=pressed))  # noqa: S310  # ours
    code = dict(parse_qsl(urlsplit(back.headers["location"]).query))["code"]
    pair: TokenPair = program.calls.exchange(
        code, client_id=CLIENT_ID, redirect_uri=CALLBACK, verifier=VERIFIER
    )
    program.accounts.set_client_id(program.account_id, CLIENT_ID)
    program.accounts.set_way(program.account_id, Way.CONNECTED)
    program.tokens.keep(program.account_id, pair)
    program.accounts.set_signed_in(program.account_id, SignedIn.YES)


def _no_redirects() -> urllib.request.OpenerDirector:
    class Stay(urllib.request.HTTPErrorProcessor):
        def http_response(self, request: Any, response: Any) -> Any:
            return response

    return urllib.request.build_opener(Stay)
