"""A shop that signs in to a practice X, its keyring in memory, and the browser that says yes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from requests.adapters import BaseAdapter
from urllib3 import HTTPResponse

from services.accounts.callback_page import CallbackPage
from services.accounts.keychain import Keychain
from services.accounts.sign_in import SignInTry
from services.clock import SteppedClock
from services.errors import KeychainProblem, KeychainTrouble, SignInProblem, SignInStopped
from services.paths import Paths
from services.shop import Shop, open_shop
from services.x_api.practice import CLIENT_ID, PracticeX, Request
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import Transport
from tests.services.x_api.practice.consent import Browser

PAGE = CallbackPage(
    title="Shoplark",
    done="You can go back to Shoplark.",
    refused="X was told no.",
    other="This is no answer to Shoplark.",
)


@dataclass
class Keyring:
    """`refuses` from then on: what it writes."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    refuses: bool = False

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        if self.refuses:
            raise KeychainTrouble(KeychainProblem.LOCKED)
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]

    @property
    def secrets(self) -> tuple[str, ...]:
        return tuple(self.kept.values())


class Signing:
    def __init__(self, paths: Paths, clock: SteppedClock, x: PracticeX) -> None:
        self.x = x
        self.clock = clock
        self.keyring = Keyring()
        transport = Transport(adapter=lambda: PracticeAdapter(x))
        self.shop: Shop = open_shop(paths, clock, transport=transport)
        self.shop.keychain = Keychain("Shoplark", backend=self.keyring)  # type: ignore[arg-type]  # a stand-in
        self.account_id = self.shop.accounts.start_own_shop(handle="", zone="UTC").id
        self.use_ports(0)

    def use_ports(self, *ports: int) -> None:
        """0 for whichever is free."""
        with self.shop.database.transaction() as connection:
            connection.execute(
                "UPDATE account SET callback_ports = ?", (",".join(map(str, ports)),)
            )

    def begin(self, *, this_run_only: bool = False, client_id: str = CLIENT_ID) -> SignInTry:
        """Registered at the practice X with the port it got."""
        begun = self.shop.sign_ins.begin(
            self.account_id, client_id=client_id, page=PAGE, this_run_only=this_run_only
        )
        self.x.set_app(callbacks=[begun.redirect_uri])
        return begun

    def tell(self, *answer: Any) -> Telling:
        """What X's address for tokens answers from now on."""
        telling = Telling(*answer)
        self.shop.token_calls._adapter = lambda: telling
        return telling

    def consent(self, begun: SignInTry, button: str = "allow") -> str:
        """Where X sends the browser to."""
        browser = Browser(self.x)
        page = self.x.handle(
            Request("GET", "/i/oauth2/authorize", dict(parse_qsl(urlsplit(begun.address).query)))
        )
        return browser.press(page, button).headers["location"]

    def sign_in(self) -> None:
        begun = self.begin()
        begun.take(self.consent(begun))
        begun.wait()
        begun.cancel()


class Telling(BaseAdapter):
    """Says one and the same to every call, and remembers where it was asked."""

    def __init__(
        self, status: int, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._status = status
        self._body = body
        self._headers = headers or {}

    def send(
        self, request: requests.PreparedRequest, *_args: Any, **_more: Any
    ) -> requests.Response:
        self.asked.append(request.url or "")
        body: Any = request.body
        body.read()
        told = requests.Response()
        told.status_code = self._status
        told.headers.update(self._headers)
        told.raw = HTTPResponse(
            body=BytesIO(self._body), status=self._status, preload_content=False
        )
        told.request = request
        return told

    def close(self) -> None:
        """Nothing is open."""


def get(address: str, *lines: str, host: str | None = None) -> str:
    """What a browser is answered: head and body. "" for a connection that ends without."""
    parts = urlsplit(address)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    named = f"Host: {parts.netloc if host is None else host}"
    head = "\r\n".join((f"GET {target} HTTP/1.1", named, *lines)) + "\r\n\r\n"
    return ask(parts.port or 0, head.encode()).decode()


def ask(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as made:
        made.sendall(request)
        return all_of(made)


def all_of(made: socket.socket) -> bytes:
    came = b""
    while piece := made.recv(65_536):
        came += piece
    return came


def status(answer: str | bytes) -> int:
    line = answer.decode("latin-1") if isinstance(answer, bytes) else answer
    return int(line.split(" ", 2)[1])


def stopped(call: Callable[[], object]) -> SignInProblem:
    with pytest.raises(SignInStopped) as told:
        call()
    return told.value.problem
