"""Signing in at the practice X: the card, the six steps, and each way in which they go wrong.

The try is a real one, exchanged and kept in memory; the browser is played here, and X's answer is
pasted: a tour opens no socket.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from services.accounts.account import CALLBACK_PORTS, Account, SignedIn, Way
from services.accounts.keychain import Keychain
from services.accounts.proof import Proof
from services.errors import KeychainProblem, KeychainTrouble
from services.x_api.client import User
from services.x_api.practice import CLIENT_ID, Request
from services.x_api.practice.script import Sort, Trouble
from ui.sign_in import endings
from ui.sign_in.outside import Outside
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tasks import Lane, LaneTasks
from ui.tour.stage import LONGEST_WAIT_MS, Stage, TourFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.errors import AppError
    from services.x_api.practice import PracticeX
    from ui.tasks import Tasks

T = TypeVar("T")

API_KEY = "8vQh2Rk1TzWmPq0sXcJd4LbNy"
"""As long as X's own, and no key to anything."""
ANOTHER_PAGE = "https://x.com/home"
FIVE_MINUTES = 301
_FIELD = re.compile(r'<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"')
_ACTION = re.compile(r'<form[^>]*action="([^"]*)"')


def play(stage: Stage) -> None:
    own = stage.shop.accounts.own()
    if own is None:
        raise TourFailed("there is no own shop to connect")
    stage.program.use_account(own)
    stage.shop.keychain = Keychain("tour", backend=_Memory())  # type: ignore[arg-type]  # its three calls
    before = stage.account
    _set_ports(stage, own, (0,))
    with _wizard(stage, own) as wizard:
        to_the_browser(stage, wizard)
        no_answer(stage, wizard)
        no_store(stage, wizard)
        said_yes(stage, wizard)
        proof(stage, wizard)
    _as_before(stage, before)


def to_the_browser(stage: Stage, wizard: SignInWizard) -> None:
    stage.expect("the card first", wizard.step, None)
    stage.shoot("sign-in-card", cost=wizard.card.pace.figure.text())
    wizard.card.start_button.click()
    stage.shoot("sign-in-app", callbacks=list(wizard.app.callbacks))
    wizard.app.next_button.click()
    stage.shoot("sign-in-credit")
    wizard.credit.next_button.click()
    page = wizard.client_id
    page.field.setText(API_KEY)
    page.typed.emit(API_KEY)
    stage.expect("an API Key leads on", page.next_button.isEnabled(), False)
    stage.shoot("sign-in-wrong-client-id", said=page.check.words.text())
    page.field.setText(CLIENT_ID)
    page.typed.emit(CLIENT_ID)
    stage.settle()
    stage.expect("X knows it", page.next_button.isEnabled(), True)
    stage.shoot("sign-in-client-id", said=page.check.words.text())
    page.next_button.click()
    stage.expect("kept", stage.account.client_id, CLIENT_ID)
    stage.shoot("sign-in-browser")


def no_answer(stage: Stage, wizard: SignInWizard) -> None:
    page = wizard.browser
    page.open_button.click()
    _until(stage, "X's page was never opened", lambda: bool(page.address))
    stage.shoot("sign-in-waiting", left=page.left.text())
    page.elsewhere.set_open(True)
    page.paste_field.setText(ANOTHER_PAGE)
    page.paste_button.click()
    stage.shoot("sign-in-paste", said=page.paste_trouble.text())
    stage.clock.advance(FIVE_MINUTES)
    _until(stage, "the try never ended", lambda: wizard.step is Step.BACK)
    stage.shoot("sign-in-timed-out", looks=wizard.back.checklist.points)


def no_store(stage: Stage, wizard: SignInWizard) -> None:
    trouble = KeychainTrouble(KeychainProblem.MISSING)
    wizard.back.set(endings.of(trouble, in_hand=False, system="linux"))
    stage.shoot("sign-in-no-password-store", said=wizard.back.check.words.text())


def said_yes(stage: Stage, wizard: SignInWizard) -> None:
    wizard.back.next_button.click()
    page = wizard.browser
    _until(stage, "X's page was never opened", lambda: bool(page.address))
    page.paste_field.setText(_consent(stage.connected.x, page.address))
    page.paste_button.click()
    _until(stage, "X's yes was not taken", lambda: wizard.step is Step.BACK)
    stage.expect("signed in", stage.account.signed_in, SignedIn.YES)
    stage.shoot("sign-in-back", way=stage.account.way)
    wizard.back.next_button.click()
    stage.shoot("sign-in-proof", price=wizard.proof.prove_button.text())


def proof(stage: Stage, wizard: SignInWizard) -> None:
    x, page = stage.connected.x, wizard.proof
    page.other_button.click()
    stage.expect("dearer", stage.account.owns_app, False)
    stage.shoot("sign-in-dearer", price=page.prove_button.text())
    page.owner_button.click()
    stage.expect("the cheap price", stage.account.owns_app, True)
    stage.shoot("sign-in-cheap", price=page.prove_button.text())
    for name in ("client_not_enrolled", "credits_depleted"):
        x.script(Trouble(sort=Sort.REFUSE, path="/2/users/me", name=name))
        _prove(stage, wizard)
        x.clear_script()
        stage.shoot(f"sign-in-{name.replace('_', '-')}", said=page.check.words.text())
    found = Proof(stage.account, User("1", "tea", "Thé du Jour"), may_read=True)
    page.set_proof(replace(found, missing=frozenset({"tweet.write"})))
    stage.shoot("sign-in-may-not-write", said=page.check.words.text())
    page.set_proof(replace(found, user=User("2", "mika_ocha", "Mika"), other_account=True))
    stage.shoot("sign-in-other-account", said=page.check.words.text())
    _prove(stage, wizard)
    stage.expect("it works", page.done_button.isVisible(), True)
    stage.shoot("sign-in-done", handle=stage.account.handle, way=stage.account.way)


def _prove(stage: Stage, wizard: SignInWizard) -> None:
    wizard.proof.prove_button.click()
    _until(stage, "the proof never came", lambda: not wizard.proof.prove_button.busy)


class _Memory:
    """A password store for the length of a tour."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self._kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self._kept[service, name]


class _Apart:
    """`Tasks` whose sign-in waits for the owner while all else has come to rest."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._waiting = LaneTasks()

    def run(
        self,
        call: Callable[[], T],
        *,
        lane: Lane,
        owner: Any,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        tasks = self._waiting if lane is Lane.SIGN_IN else self._tasks
        tasks.run(call, lane=lane, owner=owner, done=done, failed=failed)

    def after_first_frame(self, call: Callable[[], None]) -> None:
        call()

    def release(self) -> None:
        pass

    def idle(self) -> bool:
        return self._tasks.idle()

    def stop(self) -> None:
        self._waiting.stop()
        self._waiting.join()


@contextmanager
def _wizard(stage: Stage, account: Account) -> Iterator[SignInWizard]:
    """Open over the window, and looked at as it is; what it opens outside is opened by nobody."""
    tasks = _Apart(stage.tasks)
    outside = Outside(
        open_page=lambda _address: True,
        taken_ports=lambda _ports: (),
        copy=lambda _words: None,
    )
    # The addresses as every owner has them; the try itself listens wherever there is room.
    shown = _ports(stage, account, CALLBACK_PORTS)
    wizard = SignInWizard(stage.shop, tasks, shown.id, stage.window, outside=outside)
    _set_ports(stage, account, (0,))
    wizard.open()
    stage.settle()
    yield wizard
    wizard.close()
    stage.shop.sign_ins.close()
    tasks.stop()
    stage.settle()


def _until(stage: Stage, what: str, come: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(LONGEST_WAIT_MS)
    while not come():
        if deadline.hasExpired():
            raise TourFailed(what)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    stage.settle()


def _consent(x: PracticeX, address: str) -> str:
    """The address to which X sends the browser once the owner has said yes."""
    asked = dict(parse_qsl(urlsplit(address).query))
    x.set_app(callbacks=[asked["redirect_uri"]])
    page = x.handle(Request("GET", "/i/oauth2/authorize", asked)).body.decode()
    action = _ACTION.search(page)
    if action is None:
        raise TourFailed("X's page asks for no consent")
    fields = {unescape(name): unescape(value) for name, value in _FIELD.findall(page)}
    body = urlencode({**fields, "decision": "allow"}).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = x.handle(Request("POST", unescape(action[1]), {}, kind, body))
    return answer.headers["location"]


def _ports(stage: Stage, account: Account, ports: tuple[int, ...]) -> Account:
    _set_ports(stage, account, ports)
    return stage.shop.accounts.get(account.id)


def _set_ports(stage: Stage, account: Account, ports: tuple[int, ...]) -> None:
    with stage.shop.database.transaction() as connection:
        connection.execute(
            "UPDATE account SET callback_ports = ? WHERE id = ?",
            (",".join(map(str, ports)), account.id),
        )


def _as_before(stage: Stage, account: Account) -> None:
    """A shop by hand again, for what the tour shows after this."""
    shop = stage.shop
    shop.tokens.forget(account.id)
    shop.accounts.set_signed_in(account.id, SignedIn.NONE, frozenset())
    shop.accounts.set_way(account.id, Way.BY_HAND)
    shop.accounts.set_owns_app(account.id, None)
    _set_ports(stage, account, CALLBACK_PORTS)
