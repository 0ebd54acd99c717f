"""A real browser without a window, driven over two pipes: it opens pages and really clicks."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 30.0
_FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--password-store=basic",
    # Nothing but this computer is reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--no-proxy-server",
)
_TO_THREE_AND_FOUR = (
    "import os, sys\n"
    "os.dup2(int(sys.argv[1]), 3)\n"
    "os.dup2(int(sys.argv[2]), 4)\n"
    "os.execvp(sys.argv[3], sys.argv[3:])\n"
)


class Chromium:
    """DevTools' own protocol: JSON with a zero byte after it, in through 3 and out through 4."""

    def __init__(self, log: Path, to: int, of: int) -> None:
        self._log = log
        self._to = to
        self._of = of
        self._waiting = b""
        self._number = 0
        self._page = ""

    def open(self, address: str) -> None:
        """In a page of its own; back when it stands."""
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        asked = {"targetId": target, "flatten": True}
        self._page = self._ask("Target.attachToTarget", asked)["sessionId"]
        self._in_page("Page.navigate", {"url": address})
        self._until_stands(f"location.href === {json.dumps(address)}")

    def click(self, selector: str) -> None:
        """In the middle of the element, with the mouse; what lies below is brought into view."""
        where = self.ask(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
            "return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        at = {"x": where[0], "y": where[1], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self._in_page("Input.dispatchMouseEvent", {"type": kind, **at})

    def wait_for(self, begin: str) -> None:
        """Until a page whose address begins so stands."""
        self._until_stands(f"location.href.startsWith({json.dumps(begin)})")

    def text(self) -> str:
        """What is to be read on the page."""
        return str(self.ask("document.body.innerText"))

    def ask(self, script: str) -> Any:
        told = self._in_page("Runtime.evaluate", {"expression": script, "returnByValue": True})
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def _until_stands(self, there: str) -> None:
        until = time.monotonic() + PATIENCE
        while not self.ask(f"document.readyState === 'complete' && {there}"):
            assert time.monotonic() < until, f"the browser stays at {self.ask('location.origin')}"
            time.sleep(0.02)

    def _in_page(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        return self._ask(method, parameters, self._page)

    def _ask(self, method: str, parameters: dict[str, Any], session: str = "") -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._number:
                assert "error" not in told, (method, told["error"])
                result: dict[str, Any] = told["result"]
                return result

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            assert select.select([self._of], [], [], PATIENCE)[0], "the browser says nothing"
            came = os.read(self._of, 65_536)
            assert came, f"the browser has ended: {self._log.read_text(errors='replace')[-2000:]}"
            self._waiting += came
        message, _, self._waiting = self._waiting.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


@contextmanager
def chromium(log: Path) -> Iterator[Chromium]:
    """With a profile of its own, which is gone afterwards. What it says goes to `log`."""
    to_read, to_write = os.pipe()
    of_read, of_write = os.pipe()
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        with log.open("wb") as said:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-c", _TO_THREE_AND_FOUR, str(to_read), str(of_write)),
                    *("chromium", *_FLAGS, *as_root, f"--user-data-dir={profile}"),
                ],
                env={**os.environ, "HOME": profile},
                pass_fds=(to_read, of_write),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        os.close(to_read)
        os.close(of_write)
        try:
            yield Chromium(log, to_write, of_read)
        finally:
            # The end of its pipe is the browser's word to go.
            os.close(to_write)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            os.close(of_read)
