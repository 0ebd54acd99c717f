"""The whole way: wizard, a real browser, consent, proof, posts, renewals, restarts, signing out.

The keyring is a real Secret Service, the lanes and clocks are real, X is the practice X in its own
process with access tokens of three seconds. At the end every byte of the box is searched.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from services.accounts.account import SignedIn, Way
from services.accounts.callback import redirect_uri
from services.paths import Paths, paths_under
from tests.desktop.chromium import chromium
from tests.desktop.journey import BOX, MS, Asked, Running
from tests.plain_log import NAME
from tests.planted import not_looked_at
from tests.secrets_search import search, search_bytes, search_processes
from tests.waiting import until
from tests.x_process import XInAnotherProcess
from ui.sign_in.steps import Step

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
ROOT = Path(__file__).parents[2]
WORDS = [
    "最初の投稿 🍵 أهلاً",
    "After the first token",
    "After a restart",
    "In a process of its own",
]


def test_from_the_wizard_to_signing_out(
    start: Callable[[], AbstractContextManager[Running]],
    asked: Asked,
    x: XInAnotherProcess,
    tmp_path: Path,
) -> None:
    with start() as running:
        _connect(running, asked)
        account = running.shop.accounts.active()
        assert (account.way, account.signed_in) == (Way.CONNECTED, SignedIn.YES)
        assert (account.handle, account.owns_app) == ("tea", True)
        running.post(WORDS[0])
        running.until_tokens_end()
        running.post(WORDS[1])
        assert "rotated" in _outcomes(x)

    with start() as running:
        running.until_tokens_end()
        assert running.shop.accounts.active().signed_in is SignedIn.YES
        running.post(WORDS[2])
        running.until_tokens_end()
        running.queue(WORDS[3])

    _goes_on_by_itself(tmp_path / "data", x)

    with start() as running:
        account = running.shop.accounts.active()
        assert running.shop.tokens.knows(account.id)
        running.sign_out()
        account = running.shop.accounts.active()
        assert (account.way, account.signed_in) == (Way.BY_HAND, SignedIn.NONE)
        assert not running.shop.tokens.knows(account.id)

    assert [post["text"] for post in x.posts()] == WORDS
    assert x.tokens_alive() == []
    assert _outcomes(x)[-1] == "revoked"
    assert "reused" not in _outcomes(x)
    _nothing_was_written(asked, x, paths_under(tmp_path / "data"))


def _connect(running: Running, asked: Asked) -> None:
    """Through the wizard and the browser, by their own buttons."""
    wizard = running.open_wizard()
    wizard.browser.open_button.click()
    running.qtbot.waitUntil(lambda: bool(asked.addresses), timeout=MS)
    (address,) = asked.addresses
    assert wizard.browser.address == address
    with chromium(BOX / "logs" / "chromium.log") as browser:
        browser.open(address)
        assert "You are signed in as @tea." in browser.text()
        browser.click("#allow")
        browser.wait_for(redirect_uri(running.shop.accounts.active().callback_ports[0]))
        assert "You can close this page and go on in Shoplark." in browser.text()
        running.qtbot.waitUntil(lambda: wizard.step is Step.BACK, timeout=MS)
    running.prove(wizard)


def _goes_on_by_itself(data: Path, x: XInAnotherProcess) -> None:
    """The program as the owner starts it, with what the keyring has: it sends what is due."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "--data-dir", str(data), "--x-url", x.url],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    try:
        until(lambda: len(x.posts()) == len(WORDS), "the post did not go out")
        assert search_processes(x.secrets_given(), [process.pid]) == ()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def _nothing_was_written(asked: Asked, x: XInAnotherProcess, paths: Paths) -> None:
    """Data, log, cache and temporary folders, the box's own logs, the clipboard, our arguments."""
    secrets = [*x.secrets_given(), *asked.secrets]
    assert len(asked.secrets) == 2
    assert len(x.secrets_given()) >= 9
    assert search(secrets, [BOX]) == ()
    assert search_processes(secrets, [os.getpid()]) == ()
    clipboard = QApplication.clipboard().text().encode()
    assert search_bytes(secrets, clipboard, "the clipboard") == ()
    assert (paths.logs / NAME).stat().st_size > 0
    boxes = [BOX / name for name in ("logs", "config", "data", "cache", "state")]
    assert not_looked_at(secrets[0], paths, [BOX], also=boxes) == []


def _outcomes(x: XInAnotherProcess) -> list[str]:
    """Of renewals and revocations."""
    return [line["outcome"] for line in x.token_log() if line["grant"] != "authorization_code"]
