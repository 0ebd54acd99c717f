"""The practice X behind its loopback server, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import main
from services.x_api.practice import TOKEN

ROOT = Path(main.__file__).parent


@dataclass
class XInAnotherProcess:
    state: Path
    port: int = 0
    url: str = ""
    process: subprocess.Popen[str] | None = None
    token: str = TOKEN
    takes_twice: bool = False
    """It refuses no duplicate, so that what is sent twice shows."""

    def start(self) -> None:
        """On the same port again after a stop."""
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "services.x_api.practice", "--no-sample"),
                *("--port", str(self.port), "--state", str(self.state)),
                *("--token", self.token),
                *(("--takes-twice",) if self.takes_twice else ()),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rpartition(":")[2])

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def script(self, *troubles: dict[str, Any]) -> None:
        self._ask("/_practice/script", list(troubles))

    def clear(self) -> None:
        self._ask("/_practice/script", {"clear": True})

    def posts(self) -> list[dict[str, Any]]:
        """Oldest first."""
        posts: list[dict[str, Any]] = self._ask("/_practice/posts")["posts"]
        return posts[::-1]

    def customer_writes(self, text: str, *, handle: str) -> str:
        """The post's id; an unknown handle joins at once."""
        number: str = self._ask("/_practice/mention", {"text": text, "handle": handle})["id"]
        return number

    def set_clock(self, now: int) -> None:
        """It stands there from now on, but for `advance`."""
        self._ask("/_practice/clock", {"now": now})

    def advance(self, seconds: int) -> None:
        self._ask("/_practice/clock", {"advance": seconds})

    def set_app(self, **changes: Any) -> None:
        """As `PracticeX.set_app`: the default app where no `client_id` is said."""
        self._ask("/_practice/app", changes)

    def set_account(self, **changes: Any) -> None:
        """As `PracticeX.set_account`: suspended, handle, browsing."""
        self._ask("/_practice/account", changes)

    def token_log(self) -> list[dict[str, Any]]:
        """Oldest first: at, grant, mark, family, outcome."""
        log: list[dict[str, Any]] = self._ask("/_practice/tokens")["log"]
        return log

    def tokens_alive(self) -> list[dict[str, str]]:
        """Sort ("at" or "rt") and mark of every token that still opens something."""
        alive: list[dict[str, str]] = self._ask("/_practice/tokens")["alive"]
        return alive

    def secrets_given(self) -> list[str]:
        """Every code and token it ever gave out: to look for where none may be."""
        secrets: list[str] = self._ask("/_practice/secrets")["secrets"]
        return secrets

    def _ask(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data)  # noqa: S310  # our own server
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # ours
            return json.load(answer)
