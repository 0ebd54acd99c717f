"""What the desktop's own launcher is told when X's page is opened: an address, and no secret in it.

Here nothing stands in for Qt: it starts the `xdg-open` that the box's search path has first.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from services.accounts import pkce
from services.accounts.pkce import Secrets
from services.x_api.practice import CLIENT_ID
from tests.desktop.journey import MS, Running
from tests.secrets_search import search_bytes
from tests.x_process import XInAnotherProcess

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
LAUNCHER = """#!{python}
import os, pathlib, shutil, sys
seen = pathlib.Path({folder!r})
for name in ("cmdline", "environ"):
    shutil.copyfile(f"/proc/self/{{name}}", seen / name)
(seen / "over").touch()
"""


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What any program may read of the launcher, while it runs, lies here then."""
    folder = tmp_path / "seen"
    folder.mkdir()
    launcher = tmp_path / "path" / "xdg-open"
    launcher.parent.mkdir()
    launcher.write_text(LAUNCHER.format(python=sys.executable, folder=str(folder)))
    launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{launcher.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("BROWSER", raising=False)
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Secrets]:
    found: list[Secrets] = []
    new_secrets = pkce.new_secrets

    def noted() -> Secrets:
        found.append(new_secrets())
        return found[-1]

    monkeypatch.setattr(pkce, "new_secrets", noted)
    return found


def test_only_the_address_with_its_state_is_told(
    start: Callable[[], AbstractContextManager[Running]],
    x: XInAnotherProcess,
    seen: Path,
    made: list[Secrets],
) -> None:
    with start() as running:
        wizard = running.open_wizard()
        wizard.browser.open_button.click()
        running.qtbot.waitUntil((seen / "over").exists, timeout=MS)
        address = wizard.browser.address
    (secrets,) = made
    cmdline, environ = ((seen / name).read_bytes() for name in ("cmdline", "environ"))
    assert address.startswith(f"{x.url}/i/oauth2/authorize?")
    assert cmdline.split(b"\0")[-2:] == [address.encode(), b""]
    assert CLIENT_ID.encode() in cmdline
    # The verifier opens; the state alone does not, and cannot be kept out of the address.
    assert search_bytes([secrets.verifier], cmdline, "arguments") == ()
    assert {one.form for one in search_bytes([secrets.state], cmdline, "arguments")} >= {"plain"}
    assert search_bytes([secrets.verifier, secrets.state], environ, "environment") == ()
