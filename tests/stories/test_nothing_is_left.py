"""What opens an account is in no file, no output and no report, however much goes wrong meanwhile.

X says back what it was sent, the keyring's errors quote the secret, a lane has a bug with a token
in its hand; with a window and without. At the end every byte is looked at.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Never

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.accounts.sign_in import SignInTry
from services.accounts.token_values import TokenPair
from services.accounts.tokens import Tokens
from services.clock import SteppedClock, SystemClock
from services.options import RunOptions
from services.paths import Paths, paths_under
from services.publishing.states import State
from tests.planted import not_looked_at
from tests.secrets_search import search, search_bytes, search_processes
from tests.services.headless_runs import run
from tests.signing_in import InMemory, Owner, owner
from tests.x_process import XInAnotherProcess
from ui import app
from ui.app import Opened, open_window
from ui.crash_dialog import CrashDialog
from ui.tasks import Lane
from ui.tour.hand import type_text

pytestmark = pytest.mark.loopback


class Quoting(InMemory):
    """A keyring whose errors hold what it was given; it remembers every secret it was shown.

    What it `refuses` are tokens. The mark of one that leaves is none, and without it none would.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.refuses = False

    def set_password(self, service: str, name: str, secret: str) -> None:
        if "sent_token" not in name:
            self.seen.add(secret)
            if self.refuses:
                raise RuntimeError(f"cannot keep {secret!r} for {name}")
        super().set_password(service, name, secret)

    def token(self, part: str) -> str:
        (kept,) = (kept for (_, name), kept in self.kept.items() if part in name)
        return kept.rpartition(" ")[2]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Quoting:
    """The keyring of every run in this process."""
    kept = Quoting()
    monkeypatch.setattr("services.accounts.keyring_choice.choose", lambda: kept)
    return kept


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The system's folder for temporary files is the test's own, too."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return paths_under(tmp_path / "data")


def quoting(keyring: Quoting) -> str:
    """What an X in trouble may do: say back what it was sent."""
    token, renewal = keyring.token("access"), keyring.token("refresh")
    return json.dumps(
        {
            "title": f"Bearer {token}",
            "detail": f"Authorization: Bearer {token} refresh_token={renewal}",
            "errors": [{"message": token, "value": renewal}],
        }
    )


def sign_in(tea: Owner) -> set[str]:
    """With a try in between that is not the owner's. The secrets of ours that X never gives."""
    begun, waiting = tea.begin()
    made = begun._secrets
    tea.go(f"{begun.redirect_uri}?state={made.state}x&code=injected-by-another-page")
    tea.go(f"{begun.redirect_uri}?state={made.state}&code=a&code=b")
    tea.go(tea.decide(begun.address))
    waiting.result(20)
    return {made.state, made.verifier}


def test_it_is_in_no_file_no_output_and_no_report(
    x: XInAnotherProcess,
    paths: Paths,
    keyring: Quoting,
    qapp: Any,
    qtbot: QtBot,
    themed: object,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    expect_log: Any,
) -> None:
    expect_log("ui.crash_hook")
    expect_log("services.headless")
    QGuiApplication.clipboard().clear()
    with owner(paths, SteppedClock(SystemClock().now()), x, keyring) as tea:
        ours = sign_in(tea)
        tea.shop.proofs.prove(tea.account_id)
        assert tea.post("Öffnung 🍵").state is State.SENT
        no = {"sort": "refuse", "path": "/2/tweets", "method": "POST", "status": 401}
        x.script(no)
        keyring.refuses = True
        tea.post("The keyring does not take the new one")
        keyring.refuses = False
        x.clear()
        tea.post("Now it does")
        trouble = {"sort": "refuse", "path": "/2/oauth2/token", "status": 503}
        x.script(no, {**trouble, "body": quoting(keyring)})
        tea.post("X refuses the token, and does not renew it")
        x.clear()
        assert ("refresh_token", "rotated") in tea.outcomes()

    there = RunOptions(data_dir=paths.data, x_url=x.url, settle=1)
    x.script(
        {"sort": "refuse", "path": "/2/tweets", "status": 400, "body": quoting(keyring)},
        {"sort": "html", "path": "/2/users/*", "status": 503, "body": quoting(keyring)},
    )
    run(paths.data, run=there, publish_due=True, check_inbox=True, list_queue=True)
    x.clear()
    run(paths.data, run=there, publish_due=True, check_inbox=True, list_queue=True)
    with monkeypatch.context() as broken:
        broken.setattr(Tokens, "get", lambda *_words: _fail(keyring))
        assert run(paths.data, run=there, check_inbox=True)[0] == 1

    told = _with_a_window(there, keyring, x, qapp, qtbot, monkeypatch)

    secrets = sorted(
        {
            *ours,
            *x.secrets_given(),
            *(seen.rpartition(" ")[2] for seen in keyring.seen),
        }
    )
    assert len(secrets) >= 8
    captured = capfd.readouterr()
    said = "\n".join([captured.out, captured.err, caplog.text, *told])
    assert len(list(paths.logs.glob("shoplark.log*"))) >= 1
    folders = [paths.data, Path(tempfile.gettempdir())]
    assert search(secrets, folders) == ()
    assert search_bytes(secrets, said.encode(), "what was told") == ()
    assert search_processes(secrets, [os.getpid()]) == ()
    assert not_looked_at(secrets[-1], paths, folders) == []


def test_what_a_sign_in_says_aloud_is_found(
    x: XInAnotherProcess, paths: Paths, keyring: Quoting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At DEBUG, and in a dress that the log's own redaction would leave."""
    aloud = logging.getLogger("services.accounts")
    exchange = SignInTry._exchange

    def telling(trying: SignInTry, code: str) -> TokenPair:
        aloud.debug("answer %s", code.lower())
        return exchange(trying, code)

    monkeypatch.setattr(SignInTry, "_exchange", telling)
    with owner(paths, SteppedClock(SystemClock().now()), x, keyring) as tea:
        sign_in(tea)
    found = search(x.secrets_given(), [paths.data])
    assert {(Path(one.where).parent, one.form) for one in found} == {(paths.logs, "lower case")}


def _with_a_window(
    options: RunOptions,
    keyring: Quoting,
    x: XInAnotherProcess,
    qapp: Any,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> list[str]:
    """What it showed and put on the clipboard."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "_note_crashes", lambda _folder: None)
    opened = open_window(options, qapp)
    assert isinstance(opened, Opened)
    program, shop = opened.program, opened.shop
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    assert shop.accounts.active().signed_in is SignedIn.YES
    x.script({"sort": "refuse", "path": "*", "status": 503, "body": quoting(keyring)})
    type_text(program.rooms.compose, "From the window 茶")
    program.rooms.compose.queue()
    program.background.beat(asked=True)
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    told = [program.window.banner.sentence]
    x.clear()
    program.background.beat(asked=True)
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    program.tasks.run(
        lambda: _fail(keyring), lane=Lane.WORK, owner=program, done=print, failed=print
    )
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CrashDialog)), timeout=20_000)
    (dialog,) = program.window.findChildren(CrashDialog)
    dialog._on_copy()
    told.append(QGuiApplication.clipboard().text())
    assert "in _fail" in told[-1]
    dialog.accept()
    shop.tokens.sign_out(shop.accounts.active())
    opened.close()
    opened.tasks.join()
    program.window.deleteLater()
    return told


def _fail(keyring: Quoting) -> Never:
    """A mistake of ours, with the token in its message and behind it."""
    token = keyring.token("access")
    try:
        raise KeyError(f"access_token={token}")
    except KeyError as error:
        raise ValueError(token) from error
