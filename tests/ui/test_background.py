from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject

from services.accounts.accounts import Account, Checking
from services.clock import SteppedClock
from services.inbox.feeds import Checked
from services.shop import Shop
from services.x_api.pace import PACES
from ui.background import Background
from ui.tasks import Lane


class ByHandTasks:
    """Lanes whose calls are made when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def run(
        self,
        call: Callable[[], Any],
        *,
        lane: Lane,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Any], None],
    ) -> None:
        assert isinstance(lane, Lane)
        self.waiting.append((call, done))

    def go(self) -> None:
        waiting, self.waiting = self.waiting, []
        for call, done in waiting:
            done(call())


@pytest.fixture
def asked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """(what was read, of which account), in order."""
    found: list[tuple[str, str]] = []

    def check(account_id: str) -> Checked:
        found.append(("inbox", account_id))
        return Checked(new=(), first=False)

    monkeypatch.setattr(shop.feeds, "check", check)
    monkeypatch.setattr(
        shop.archive, "due", lambda account_id: ("figures", account_id) not in found
    )
    monkeypatch.setattr(shop.archive, "sample", lambda one: found.append(("figures", one)))
    return found


@pytest.fixture
def other(shop: Shop) -> Account:
    return shop.accounts.script_account("http://127.0.0.1:9")


def test_another_account_is_read_as_soon_as_the_reading_of_the_first_ends(
    qapp: object, shop: Shop, other: Account, asked: list[tuple[str, str]]
) -> None:
    tasks = ByHandTasks()
    background = Background(shop, tasks)  # type: ignore[arg-type]  # lanes moved by hand
    came: list[object] = []
    background.arrived.connect(came.append)
    first = shop.accounts.active()
    background.beat()
    shop.accounts.activate(other.id)
    background.account_changed()
    for _ in range(4):
        tasks.go()
    assert {("figures", other.id), ("inbox", other.id)} <= set(asked)
    # What was read for the first is in its inbox, and tells nothing of the one in view.
    read = [one for what, one in asked if what == "inbox"]
    assert len(came) == read.count(other.id)
    assert first.id != other.id


def test_a_connected_account_is_read_at_its_own_pace(
    qapp: object,
    shop: Shop,
    clock: SteppedClock,
    other: Account,
    asked: list[tuple[str, str]],
) -> None:
    shop.accounts.activate(other.id)
    tasks = ByHandTasks()
    background = Background(shop, tasks)  # type: ignore[arg-type]  # lanes moved by hand
    for _ in range(3):
        background.beat()
        tasks.go()
    assert asked.count(("inbox", other.id)) == 1
    clock.advance(PACES[Checking.NORMAL].open)
    background.beat()
    tasks.go()
    assert asked.count(("inbox", other.id)) == 2
