"""A script's token is out of the environment before anything else happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from services import token_variable
from tests.secrets_search import search_bytes, search_processes

ROOT = Path(__file__).parents[2]
TOKEN = "Q2xvdWQtdG9rZW4tbm9ib2R5LXNlZXM6YXQ6MQ"
LOOK = """
import os, subprocess, sys
import main
try:
    main.main(sys.argv[1:])
except SystemExit:
    pass
child = subprocess.run([sys.executable, "-c", "import os; print(dict(os.environ))"],
                       capture_output=True, text=True)
print(child.stdout, dict(os.environ), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    "flags", [("--version",), ("--help",), ("--x-url", "https://api.x.com"), ("--nonsense",)]
)
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_neither_children_nor_the_system_see_it(flags: tuple[str, ...], tmp_path: Path) -> None:
    """Also in the memory that Linux shows as the environment, which `unsetenv` leaves alone."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOOK, *flags],
        cwd=ROOT,
        env={**os.environ, token_variable.NAME: TOKEN, "SHOPLARK_ELSE": "stays"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    while b"SHOPLARK_ELSE" not in lines[-1]:
        lines.append(process.stdout.readline())
    lines.append(process.stdout.readline())
    shown = search_processes([TOKEN], [process.pid])
    kept = Path(f"/proc/{process.pid}/environ").read_bytes()
    out, err = process.communicate()
    assert shown == ()
    assert b"SHOPLARK_ELSE=stays" in kept
    assert search_bytes([TOKEN], b"".join([*lines, out, err]), "output") == ()


def test_it_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(token_variable.NAME, f"{TOKEN} 🔑")
    assert token_variable.take() == f"{TOKEN} 🔑"
    assert token_variable.NAME not in os.environ
    assert token_variable.take() is None
    monkeypatch.setenv(token_variable.NAME, "")
    assert token_variable.take() == ""
