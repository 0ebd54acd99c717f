"""Who of ours can speak to the network at all, and that none of them follows a redirect.

A redirect that is followed could take a token, a code or a customer's word to another host.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
LIBRARIES = {
    "requests",
    "requests_hardened",
    "urllib3",
    "httpx",
    "aiohttp",
    "http",
    "ftplib",
    "smtplib",
    "socket",
    "ssl",
}
CALLS = {
    "services/x_api/door.py",
    "services/accounts/token_calls.py",
    "services/media/downloads.py",
}
"""The only ones that send a request. Downloads have no secret, and judge each redirect."""
HELP = {
    "services/x_api/gateway.py",
    "services/x_api/bearer.py",
    "services/x_api/deadline.py",
    "services/x_api/tls.py",
    "services/x_api/wire/refusals.py",
    "services/x_api/transport.py",
    "services/media/public_adapter.py",
}
"""They prepare a session, see to its end, or read an answer."""
LISTEN = {"services/accounts/callback.py", "services/accounts/sign_in_try.py"}
OF_THE_DESKTOP = {
    "ui/signals.py": {"socket"},
    "ui/brought_along.py": {"ssl"},
    "ui/tour/stage.py": {"socket"},
    "ui/one_instance.py": {"PySide6.QtNetwork"},
}
"""A pair of sockets for signals, what a build is checked for, what the tour shuts."""


def ours() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("services", "ui", "widgets"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            if "x_api/practice/" not in name:
                yield name, ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {
        name
        for name in names
        if name.split(".")[0] in LIBRARIES or name in ("urllib.request", "PySide6.QtNetwork")
    }


def test_nobody_else_speaks_to_the_network() -> None:
    for name, tree in ours():
        if name not in CALLS | HELP | LISTEN:
            assert imported(tree) <= OF_THE_DESKTOP.get(name, set()), name


def test_no_call_follows_a_redirect() -> None:
    calls = [
        (name, {word.arg: word.value for word in node.keywords})
        for name, tree in ours()
        if name in CALLS
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and any(word.arg == "timeout" for word in node.keywords)
    ]
    assert {name for name, _ in calls} == CALLS
    for name, words in calls:
        assert ast.unparse(words["allow_redirects"]) == "False", name
