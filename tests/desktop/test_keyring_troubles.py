"""A Secret Service that is locked, not there, or gone in the middle, each in a box of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.desktop.session import desktop

SERVICE = "Shoplark (keyring troubles)"
HERE = Path(__file__).parents[2]
TRIES = 12

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]

ASK = f"""
import json, sys, threading, time
from services.accounts.keychain import Keychain
from services.errors import KeychainTrouble
keychain = Keychain({SERVICE!r}, patience=float(sys.argv[1]))
calls = {{
    "probe": keychain.probe,
    "name": keychain.backend_name,
    "read": lambda: keychain.read("a", "x") == "secret-of-the-test",
    "write": lambda: keychain.write("a", "x", "secret-of-the-test"),
}}
for name in sys.argv[2:]:
    began = time.monotonic()
    try:
        said = calls[name]()
    except KeychainTrouble as trouble:
        said = trouble.problem.value
    print(json.dumps([name, said, time.monotonic() - began]), flush=True)
"""
WRITE_ON = f"""
import sys
from services.accounts.keychain import Keychain
keychain = Keychain({SERVICE!r})
number = int(sys.argv[1])
while True:
    number += 1
    keychain.write("a", "killed", f"{{number:06}}" * 150)
    print(number, flush=True)
"""


def ask(environment: Mapping[str, str], patience: float, *calls: str) -> dict[str, object]:
    """What each call came to: its value, or the problem of its KeychainTrouble."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(patience), *calls],
        cwd=HERE,
        env=_ours(environment),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"secret-of-the-test" not in done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(seconds < patience + 10 for _name, _said, seconds in lines)
    return {name: said for name, said, _seconds in lines}


def _ours(environment: Mapping[str, str]) -> dict[str, str]:
    """keyring chooses by itself, as on the owner's computer."""
    return {name: value for name, value in environment.items() if not name.startswith("PYTHON_K")}


@pytest.fixture(scope="module")
def locked() -> Iterator[Mapping[str, str]]:
    with desktop(keyring="locked") as box:
        yield box.environment


def test_a_locked_store_is_given_up_while_it_waits_for_its_owner(
    locked: Mapping[str, str],
) -> None:
    said = ask(locked, 2, "name", "probe", "read")
    assert said == {
        "name": "Secret Service (GNOME Keyring)",
        "probe": "no_answer",
        "read": "no_answer",
    }


def test_a_given_up_write_leaves_nothing_and_the_process_ends(locked: Mapping[str, str]) -> None:
    """`ask` returns: the call that still waits for the owner does not hold Python's exit."""
    assert ask(locked, 2, "write") == {"write": "no_answer"}
    keyrings = Path(locked["XDG_DATA_HOME"]) / "keyrings"
    written = b"".join(file.read_bytes() for file in keyrings.rglob("*") if file.is_file())
    assert b"secret-of-the-test" not in written


def test_without_a_store_it_is_said_at_once() -> None:
    with desktop(keyring="none") as box:
        said = ask(box.environment, 30, "probe", "name", "read", "write")
    assert set(said.values()) == {"missing"}


def test_a_store_that_is_there_passes_the_probe_and_has_its_name() -> None:
    with desktop() as box:
        said = ask(box.environment, 30, "probe", "name", "read", "write", "read")
    assert said == {
        "probe": None,
        "name": "Secret Service (GNOME Keyring)",
        "read": True,
        "write": None,
    }


def test_killed_while_writing_the_old_secret_or_the_new_is_there_whole() -> None:
    """Killed at once when a write was told, so that mostly the next one is under way."""
    from services.accounts.keychain import Keychain

    number = 0
    for _ in range(TRIES):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE_ON, str(number)], cwd=HERE, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        for _line in range(3):
            number = int(child.stdout.readline())
        child.kill()
        rest = child.communicate()[0].split()
        number = int(rest[-1]) if rest else number
        kept = Keychain(SERVICE).read("a", "killed")
        # The one after the last that was told may have landed, too.
        assert kept in (f"{number:06}" * 150, f"{number + 1:06}" * 150)
        number += 1
    Keychain(SERVICE).delete("a", "killed")
