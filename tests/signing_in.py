"""A shop that signs in at an X in another process, and an owner whose browser is a few lines."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from services.accounts.account import Account
from services.accounts.callback_page import CallbackPage
from services.accounts.keychain import Keychain
from services.accounts.sign_in import SignInTry
from services.clock import SteppedClock
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.shop import Shop, open_shop
from services.x_api.practice import CLIENT_ID
from services.x_api.transport import Transport
from tests.plain_log import plain_log
from tests.services.x_api.practice.consent import Form
from tests.x_process import XInAnotherProcess

PAGE = CallbackPage(
    title="Shoplark", done="Go back to Shoplark.", refused="X said no.", other="This is no answer."
)
SECONDS = 20


class InMemory:
    """A keyring; a class made from keyring's own would be chosen by keyring."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def free_ports(count: int = 3) -> tuple[int, ...]:
    """Ports that nobody listens on, for a test's own app: tests may run side by side."""
    with ExitStack() as stack:
        taken = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return tuple(one.getsockname()[1] for one in taken)


def give_ports(shop: Shop, x: XInAnotherProcess, account_id: str) -> tuple[int, ...]:
    """The account listens on ports of this test alone, and the app on X knows them."""
    ports = free_ports()
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE account SET callback_ports = ? WHERE id = ?",
            (",".join(map(str, ports)), account_id),
        )
    x.set_app(callbacks=[f"http://127.0.0.1:{port}/callback" for port in ports])
    return ports


@dataclass
class Owner:
    """Signs in, says yes or no on X's page, writes posts. X's clock and ours go together."""

    x: XInAnotherProcess
    shop: Shop
    clock: SteppedClock
    account_id: str
    browser: requests.Session
    lane: ThreadPoolExecutor

    @property
    def account(self) -> Account:
        return self.shop.accounts.get(self.account_id)

    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds)
        self.x.set_clock(self.clock.now())

    def begin(self) -> tuple[SignInTry, Future[Account]]:
        begun = self.shop.sign_ins.begin(self.account_id, client_id=CLIENT_ID, page=PAGE)
        return begun, self.lane.submit(begun.wait)

    def decide(self, address: str, button: str = "allow") -> str:
        """Opens X's page and presses a button; the address that the browser is sent back to."""
        page = self.browser.get(address, timeout=SECONDS)
        assert page.status_code == 200, page.text
        form = Form(page.text)
        went = self.browser.post(
            self.x.url + form.action,
            data={**form.fields, "decision": button},
            allow_redirects=False,
            timeout=SECONDS,
        )
        assert went.status_code == 302
        return str(went.headers["location"])

    def go(self, address: str) -> requests.Response:
        return self.browser.get(address, timeout=SECONDS)

    def sign_in(self) -> Account:
        begun, waiting = self.begin()
        assert PAGE.done in self.go(self.decide(begun.address)).text
        return waiting.result(SECONDS)

    def post(self, words: str) -> Post:
        """Written, queued and sent, as far as X lets it."""
        draft = self.shop.drafts.new(self.account_id)
        self.shop.drafts.save(draft.id, parts=(DraftPart(words),))
        queued = self.shop.outbox.enqueue(draft.id, due_at=self.clock.now())
        self.shop.publisher.publish_due(asked=True)
        return self.shop.outbox.get(queued.id)

    def outcomes(self) -> list[tuple[str, str]]:
        return [(line["grant"], line["outcome"]) for line in self.x.token_log()]


@contextmanager
def owner(paths: Paths, clock: SteppedClock, x: XInAnotherProcess, keyring: Any) -> Iterator[Owner]:
    """Once more on the same folder and keyring is the program started again.

    All that is said meanwhile is in the folder's logs, as it was said.
    """
    x.set_clock(clock.now())
    shop = open_shop(paths, clock, transport=Transport(x_url=x.url))
    # Built when it is first asked for; here it is asked for ours.
    shop.__dict__["keychain"] = Keychain(paths.keyring_service, backend=keyring)
    own = shop.accounts.own()
    if own is None:
        own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
        give_ports(shop, x, own.id)
    with (
        plain_log(paths.logs),
        ThreadPoolExecutor(1) as lane,
        requests.Session() as browser,
    ):
        yield Owner(x, shop, clock, own.id, browser, lane)
        shop.close()
