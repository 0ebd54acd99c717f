"""Quitting does not wait for a slow X, and what was under way is on X exactly once afterwards."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main
from services.x_api.practice import TOKEN
from tests.waiting import until
from tests.x_process import ROOT, XInAnotherProcess

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM to answer"),
]
LATE = 60.0
"""Seconds until X answers; the program itself would wait for 20 of them."""
PATIENCE = 15


def test_the_end_does_not_wait_for_x(x: XInAnotherProcess, tmp_path: Path) -> None:
    environment = {**os.environ, main.TOKEN_VARIABLE: TOKEN, "QT_QPA_PLATFORM": "offscreen"}
    flags = ["--data-dir", str(tmp_path / "data"), "--x-url", x.url, "--settle", "1"]
    command = [sys.executable, "main.py", *flags]
    subprocess.run(
        [*command, "--enqueue", "Slow, but once ☕"], cwd=ROOT, env=environment, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    x.script({"sort": "late", "method": "POST", "path": "/2/tweets", "seconds": LATE})
    program = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        until(lambda: len(x.posts()) == 1, "the post is not on its way")
        program.send_signal(signal.SIGTERM)
        code = program.wait(timeout=PATIENCE)
    finally:
        program.kill()
        program.wait()
    assert code == 0
    x.clear()

    answer = subprocess.run(
        [*command, "--publish-due", "--wait", "20"], cwd=ROOT, env=environment, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert lines[-1]["state"] == "sent"
    assert [post["text"] for post in x.posts()] == ["Slow, but once ☕"]


def test_a_reader_that_has_heard_enough_is_no_error(tmp_path: Path) -> None:
    """`--check-inbox | head -1`: the other end of the pipe is closed early."""
    program = subprocess.Popen(
        [
            sys.executable, "-u", "main.py", "--practice", "--data-dir", str(tmp_path),
            "--check-inbox",
        ],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stderr is not None
    assert json.loads(program.stdout.readline())["text"]
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()
    assert program.wait(timeout=20) == 0
    assert "Traceback" not in errors
