"""--check-inbox: what is new, once, and why it could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.clock import SystemClock
from services.errors import (
    Offline,
)
from services.inbox.feeds import Feeds
from services.paths import paths_under
from services.shop import open_shop
from tests.services.headless_runs import run


def test_the_inbox_is_read_oldest_first_and_never_twice(folder: Path) -> None:
    code, lines = run(folder, check_inbox=True)
    assert code == 0
    assert lines
    assert all(set(line) == {"id", "author", "created_at", "text"} for line in lines)
    assert [line["created_at"] for line in lines] == sorted(line["created_at"] for line in lines)
    assert run(folder, check_inbox=True) == (0, [])


def test_by_hand_the_inbox_is_not_signed_in(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.start_own_shop(handle="leaf", zone="UTC")
    shop.close()
    assert run(folder, check_inbox=True) == (6, [])


def test_offline_the_inbox_speaks_of_the_inbox(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def offline(*_args: object) -> None:
        raise Offline("no way")

    monkeypatch.setattr(Feeds, "check", offline)
    assert run(folder, check_inbox=True) == (3, [])
    said = capsys.readouterr().err
    assert said == "Offline: X could not be reached; nothing new was read. (no way)\n"
