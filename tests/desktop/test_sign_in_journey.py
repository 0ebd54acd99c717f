"""The whole way: wizard, a real browser, consent, proof, posts, renewals, restarts, signing out.

The keyring is a real Secret Service, the lanes and clocks are real, X is the practice X in its own
process with access tokens of three seconds. At the end every byte of the box is searched.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.accounts import pkce
from services.accounts.account import SignedIn, Way
from services.accounts.callback import redirect_uri
from services.clock import SystemClock
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.settings import CURRENT_DRAFT, START_CARD_DONE
from services.shop import Shop, open_shop
from services.x_api.practice import CLIENT_ID
from services.x_api.transport import Transport
from tests.desktop.chromium import chromium
from tests.secrets_search import search, search_bytes, search_processes
from tests.signing_in import give_ports
from tests.waiting import until
from tests.x_process import XInAnotherProcess
from ui.program import Program
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tasks import Lane, LaneTasks
from ui.theme import Theme

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
ROOT = Path(__file__).parents[2]
BOX = Path(os.environ.get("DESKTOP_LOGS", "/nowhere")).parent
TOKEN_SECONDS = 3
MS = 30_000


@dataclass
class Asked:
    """What left the program for the browser, and what only a try itself knows."""

    addresses: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    found = Asked()
    new_secrets = pkce.new_secrets

    def open_url(url: QUrl) -> bool:
        found.addresses.append(url.toEncoded().toStdString())
        return True

    def noted() -> pkce.Secrets:
        made = new_secrets()
        found.secrets += [made.state, made.verifier]
        return made

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(pkce, "new_secrets", noted)
    return found


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XInAnotherProcess]:
    server = XInAnotherProcess(tmp_path / "x.sqlite")
    server.start()
    server.set_app(token_seconds=TOKEN_SECONDS)
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _real_backend() -> None:
    import keyring
    from keyring.backends import SecretService

    keyring.set_keyring(SecretService.Keyring())


@dataclass
class Running:
    program: Program
    shop: Shop
    tasks: LaneTasks
    x: XInAnotherProcess
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(self.tasks.idle, timeout=MS)

    def queue(self, words: str) -> str:
        account = self.shop.accounts.active()
        draft = self.shop.drafts.new(account.id)
        self.shop.drafts.save(draft.id, parts=(DraftPart(words),))
        return self.shop.outbox.enqueue(draft.id, due_at=self.shop.clock.now()).id

    def post(self, words: str) -> None:
        """Written, queued, and sent by the lanes."""
        number = self.queue(words)
        self.program.background.beat(asked=True)

        def sent() -> bool:
            return self.shop.outbox.get(number).state is State.SENT

        self.qtbot.waitUntil(sent, timeout=MS)
        self.settle()

    def until_tokens_end(self) -> None:
        def ended() -> bool:
            return all(one["sort"] != "at" for one in self.x.tokens_alive())

        self.qtbot.waitUntil(ended, timeout=MS)


@pytest.fixture
def start(qtbot: QtBot, themed: Theme, tmp_path: Path, x: XInAnotherProcess) -> Callable[[], Any]:
    @contextmanager
    def begin() -> Iterator[Running]:
        paths = paths_under(tmp_path / "data")
        shop = open_shop(paths, SystemClock(), transport=Transport(x_url=x.url))
        if shop.accounts.own() is None:
            own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
            shop.accounts.activate(own.id)
            shop.settings.set(START_CARD_DONE, True)
            shop.settings.set(CURRENT_DRAFT, "")
            give_ports(shop, x, own.id)
        tasks = LaneTasks(held=True)
        program = Program(shop, tasks, themed)
        program.choose_tab()
        with qtbot.waitSignal(program.ready, timeout=MS):
            program.show()
        try:
            yield Running(program, shop, tasks, x, qtbot)
        finally:
            program.put_away()
            tasks.stop()
            # Nobody waits for the owner any longer.
            shop.sign_ins.close()
            tasks.join()
            shop.close()
            program.window.deleteLater()

    return begin


def wizard_of(running: Running) -> SignInWizard:
    running.program.commands.open_wizard(running.shop.accounts.active().id)
    (wizard,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, SignInWizard))
    return wizard


def connect(running: Running, asked: Asked, log: Path) -> None:
    """Through the wizard and the browser, by their own buttons."""
    qtbot = running.qtbot
    wizard = wizard_of(running)
    qtbot.waitUntil(wizard.isVisible, timeout=MS)
    wizard.card.start_button.click()
    assert wizard.step is Step.APP
    wizard.app.next_button.click()
    wizard.credit.next_button.click()
    QTest.keyClicks(wizard.client_id.field, CLIENT_ID)
    qtbot.waitUntil(wizard.client_id.next_button.isEnabled, timeout=MS)
    wizard.client_id.next_button.click()
    wizard.browser.open_button.click()
    qtbot.waitUntil(lambda: bool(asked.addresses), timeout=MS)
    (address,) = asked.addresses
    assert wizard.browser.address == address
    with chromium(log) as browser:
        browser.open(address)
        assert "You are signed in as @tea." in browser.text()
        browser.click("#allow")
        browser.wait_for(redirect_uri(running.shop.accounts.active().callback_ports[0]))
        assert "You can close this page and go on in Shoplark." in browser.text()
        qtbot.waitUntil(lambda: wizard.step in (Step.BACK, Step.PROOF), timeout=MS)
    if wizard.step is Step.BACK:
        wizard.back.next_button.click()
    wizard.proof.prove_button.click()
    qtbot.waitUntil(wizard.proof.question.isVisible, timeout=MS)
    assert "@tea" in wizard.proof.handle.text()
    wizard.proof.owner_button.click()
    with qtbot.waitSignal(wizard.connected, timeout=MS):
        wizard.done_button.click()
    running.settle()


def outcomes(x: XInAnotherProcess) -> list[str]:
    return [line["outcome"] for line in x.token_log() if line["grant"] != "authorization_code"]


def test_from_the_wizard_to_signing_out(
    start: Callable[[], Any], asked: Asked, x: XInAnotherProcess, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with start() as running:
        connect(running, asked, BOX / "logs" / "chromium.log")
        account = running.shop.accounts.active()
        assert (account.way, account.signed_in) == (Way.CONNECTED, SignedIn.YES)
        assert (account.handle, account.owns_app) == ("tea", True)
        running.post("最初の投稿 🍵 أهلاً")
        running.until_tokens_end()
        running.post("After the first token")
        assert "rotated" in outcomes(x)

    with start() as running:
        running.until_tokens_end()
        assert running.shop.accounts.active().signed_in is SignedIn.YES
        running.post("After a restart")
        running.until_tokens_end()
        running.queue("In a process of its own")

    _goes_on_by_itself(data, x)

    with start() as running:
        account = running.shop.accounts.active()
        assert running.shop.tokens.knows(account.id)
        done: list[object] = []
        running.tasks.run(
            lambda: running.shop.tokens.sign_out(account),
            lane=Lane.SIGN_IN,
            owner=running.program,
            done=done.append,
            failed=done.append,
        )
        running.qtbot.waitUntil(lambda: bool(done), timeout=MS)
        assert done == [None]
        assert running.shop.accounts.active().signed_in is SignedIn.NONE
        assert not running.shop.tokens.knows(account.id)

    assert [post["text"] for post in x.posts()] == [
        "最初の投稿 🍵 أهلاً",
        "After the first token",
        "After a restart",
        "In a process of its own",
    ]
    assert x.tokens_alive() == []
    assert outcomes(x)[-1] == "revoked"
    assert "reused" not in outcomes(x)
    _nothing_was_written(asked, x)


def _goes_on_by_itself(data: Path, x: XInAnotherProcess) -> None:
    """The program as the owner starts it, with what the keyring has: it sends what is due."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "--data-dir", str(data), "--x-url", x.url],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    try:
        until(lambda: len(x.posts()) == 4, "the post did not go out")
        found = search_processes(x.secrets_given(), [process.pid])
        assert found == ()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def _nothing_was_written(asked: Asked, x: XInAnotherProcess) -> None:
    """Data, log, cache and temporary folders, the box's own logs, the clipboard, our arguments."""
    secrets = [*x.secrets_given(), *asked.secrets]
    assert len(asked.secrets) == 2
    assert len(x.secrets_given()) >= 9
    assert search(secrets, [BOX]) == ()
    assert search_processes(secrets, [os.getpid()]) == ()
    clipboard = QApplication.clipboard().text().encode()
    assert search_bytes(secrets, clipboard, "the clipboard") == ()
    planted = BOX / "logs" / "planted.log"
    planted.write_text(f"GET /callback?code={x.secrets_given()[0]}")
    assert search(secrets, [BOX]) != ()
    planted.unlink()
