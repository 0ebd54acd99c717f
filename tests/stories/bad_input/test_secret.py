"""The access token of a run stays in its memory: in no file, no output, no argument, no other X."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import main
from services.options import RunOptions
from tests.secrets_search import search
from tests.x_process import ROOT, XInAnotherProcess
from ui import app
from ui.app import Opened, open_window
from ui.tour.hand import type_text

TOKEN = "c2hvcGxhcms6OTg3NjU0MzIxMDpNVHB4LWFhYmJjYw"
PICTURE = ROOT / "resources/practice/moss-teapot.jpg"
ECHO = json.dumps({"title": f"Bearer {TOKEN}", "detail": f"Authorization: Bearer {TOKEN}"})

pytestmark = pytest.mark.loopback


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XInAnotherProcess]:
    (tmp_path / "x").mkdir()
    server = XInAnotherProcess(tmp_path / "x" / "state.sqlite", token=TOKEN)
    server.start()
    # What an X in trouble may do: say back what it was sent, as words, as a name, as a page.
    server.script(
        {"sort": "refuse", "path": "/2/users/me", "status": 400, "body": ECHO},
        {"sort": "html", "path": "/2/users/me", "status": 503, "body": f"<p>{TOKEN}</p>"},
        # No 429: a slow machine comes to the post before `clear`, and would wait 15 minutes.
        {"sort": "refuse", "path": "/2/tweets", "method": "POST", "status": 503, "body": ECHO},
    )
    yield server
    server.stop()


def run(folder: Path, x: XInAnotherProcess, *flags: str, token: str = TOKEN) -> str:
    """What it printed. While it runs, its arguments are looked at as any other program could."""
    process = subprocess.Popen(
        [
            sys.executable,
            "main.py",
            "--data-dir",
            folder,
            "--x-url",
            x.url,
            "--settle",
            "1",
            *flags,
        ],
        cwd=ROOT,
        env={**os.environ, main.TOKEN_VARIABLE: token},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    shown = Path(f"/proc/{process.pid}/cmdline")
    arguments = shown.read_text() if shown.exists() else ""
    out, _ = process.communicate(timeout=60)
    assert TOKEN not in arguments
    return out


def test_without_a_window(x: XInAnotherProcess, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    said = run(folder, x, "--enqueue", "Tea", "--image", f"{PICTURE}:A pot")
    for _ in range(4):
        said += run(folder, x, "--publish-due", "--check-inbox", "--list-queue")
    x.script({"sort": "refuse", "path": "*", "status": 401, "body": ECHO})
    run(folder, x, "--enqueue", "More")
    said += run(folder, x, "--publish-due")
    x.clear()
    said += run(folder, x, "--publish-due", "--wait", "20")
    assert [post["text"] for post in x.posts()] == ["Tea", "More"]
    assert TOKEN not in said
    assert len(list(folder.rglob("*"))) > 3
    assert search([TOKEN], [folder]) == ()
    assert search([TOKEN], [tmp_path / "x"]) != ()


def test_with_a_window(
    x: XInAnotherProcess,
    tmp_path: Path,
    qapp: Any,
    qtbot: QtBot,
    themed: object,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "_note_crashes", lambda _folder: None)
    folder = tmp_path / "data"
    options = RunOptions(data_dir=folder, x_url=x.url, token=TOKEN, settle=1, language="en")
    assert TOKEN not in repr(options) + repr(options.transport)
    opened = open_window(options, qapp)
    assert isinstance(opened, Opened)
    program = opened.program
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    assert not program.window.banner.isHidden()
    assert TOKEN not in program.window.banner.sentence
    type_text(program.rooms.compose, "From the window")
    program.rooms.compose.queue()
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    for _ in range(3):
        program.background.beat(asked=True)
        qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    opened.close()
    opened.tasks.join()
    program.window.deleteLater()
    captured = capfd.readouterr()
    assert TOKEN not in captured.out + captured.err
    assert search([TOKEN], [folder]) == ()


def _exit_code(monkeypatch: pytest.MonkeyPatch, token: str | None, *flags: str) -> object:
    if token is None:
        monkeypatch.delenv(main.TOKEN_VARIABLE, raising=False)
    else:
        monkeypatch.setenv(main.TOKEN_VARIABLE, token)
    with pytest.raises(SystemExit) as end:
        main.main([*flags])
    assert main.TOKEN_VARIABLE not in os.environ
    return end.value.code


@pytest.mark.parametrize(
    "url",
    [
        "https://api.x.com",
        "http://127.0.0.1.evil.example:80",
        "http://127.0.0.1@evil.example",
        "http://evil.example/127.0.0.1",
        "http://[::ffff:8.8.8.8]:80",
        "http://0.0.0.0:80",
        "http://localhost.evil.example",
        "http://2130706433.evil.example",
        "ftp://127.0.0.1",
        "//127.0.0.1",
        "127.0.0.1:80",
        "",
    ],
)
def test_another_x_is_on_this_computer_or_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    url: str,
) -> None:
    flags = ("--data-dir", str(tmp_path / "data"), "--x-url", url, "--list-queue")
    assert _exit_code(monkeypatch, TOKEN, *flags) == 2
    said = capsys.readouterr()
    assert said.err.endswith("--x-url takes an address of this computer only\n")
    assert TOKEN not in said.out + said.err
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("flags", [(), ("--list-queue",), ("--practice",), ("--tour", "x")])
def test_a_token_needs_another_x(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    flags: tuple[str, ...],
) -> None:
    assert _exit_code(monkeypatch, TOKEN, "--data-dir", str(tmp_path / "data"), *flags) == 2
    said = capsys.readouterr()
    assert "is only for a run with --x-url" in said.err
    assert TOKEN not in said.out + said.err
    assert not (tmp_path / "data").exists()
