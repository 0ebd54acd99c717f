"""These tests need the desktop of in_a_box.py; a plain pytest run leaves them to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from services.accounts.pkce import Secrets
    from tests.desktop.journey import Asked
    from tests.x_process import XInAnotherProcess
    from ui.theme import Theme

collect_ignore_glob = [] if os.environ.get("SHOPLARK_DESKTOP") else ["test_*.py"]


@pytest.fixture
def real_keyring() -> None:
    """The box's own Secret Service, whatever keyring chose before."""
    import keyring
    from keyring.backends import SecretService

    keyring.set_keyring(SecretService.Keyring())


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XInAnotherProcess]:
    """Its access tokens live for three seconds."""
    from tests.desktop.journey import TOKEN_SECONDS
    from tests.x_process import XInAnotherProcess

    server = XInAnotherProcess(tmp_path / "x.sqlite")
    server.start()
    server.set_app(token_seconds=TOKEN_SECONDS)
    yield server
    server.stop()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Takes the place of the desktop that opens a browser (test_browser_started.py has that)."""
    from PySide6.QtGui import QDesktopServices

    from services.accounts import pkce
    from tests.desktop.journey import Asked

    found = Asked()
    new_secrets = pkce.new_secrets

    def open_url(url: QUrl) -> bool:
        found.addresses.append(url.toEncoded().toStdString())
        return True

    def noted() -> Secrets:
        made = new_secrets()
        found.secrets += [made.state, made.verifier]
        return made

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(pkce, "new_secrets", noted)
    return found


@pytest.fixture
def start(
    qtbot: QtBot, themed: Theme, tmp_path: Path, x: XInAnotherProcess, real_keyring: None
) -> Callable[[], Any]:
    """`with start() as running`: the program once more on the same folder."""
    from tests.desktop.journey import running

    return lambda: running(tmp_path / "data", x, themed, qtbot)
