from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject

from services.accounts.accounts import Account, Checking, SignedIn, Way
from services.clock import DAY, SteppedClock
from services.errors import SignInEnded
from services.inbox.feeds import Checked
from services.shop import Shop
from services.x_api.pace import PACES
from ui.background import Background
from ui.tasks import InlineTasks, Lane


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


def test_the_other_shops_are_read_in_turn_at_their_own_pace(
    qapp: object, shop: Shop, clock: SteppedClock, asked: list[tuple[str, str]]
) -> None:
    ours, *others = (_connected(shop, handle) for handle in ("tea", "kiln", "shelf"))
    # What opens it may be back in the keyring.
    shop.accounts.set_signed_in(others[1].id, SignedIn.LOST)
    by_hand = shop.accounts.add("hand", "UTC")
    ended = _connected(shop, "ended")
    shop.accounts.set_signed_in(ended.id, SignedIn.ENDED)
    shop.accounts.set_checking(others[0].id, Checking.AT_ONCE)
    shop.accounts.activate(ours.id)
    tasks = ByHandTasks()
    background = Background(shop, tasks)  # type: ignore[arg-type]  # lanes moved by hand
    here: list[object] = []
    elsewhere: list[object] = []
    background.arrived.connect(here.append)
    background.arrived_elsewhere.connect(elsewhere.append)
    background.beat()
    for _ in range(9):
        tasks.go()
    assert asked == [
        *(("figures", one.id) for one in (ours, *others)),
        *(("inbox", one.id) for one in (ours, *others)),
    ]
    assert (len(here), len(elsewhere)) == (1, 2)
    assert {by_hand.id, ended.id, shop.accounts.practice().id}.isdisjoint(dict(asked).values())
    asked[:] = [one for one in asked if one[0] == "figures"]
    clock.advance(PACES[Checking.AT_ONCE].open)
    background.beat()
    for _ in range(4):
        tasks.go()
    assert [one for one in asked if one[0] == "inbox"] == [("inbox", others[0].id)]


def test_trouble_of_another_shop_is_not_told_of_the_one_in_view(
    qapp: object, shop: Shop, asked: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(account_id: str) -> Checked:
        asked.append(("inbox", account_id))
        if account_id == kiln.id:
            raise SignInEnded("ended")
        return Checked(new=(), first=False)

    ours, kiln = _connected(shop, "tea"), _connected(shop, "kiln")
    shop.accounts.activate(ours.id)
    monkeypatch.setattr(shop.feeds, "check", check)
    background = Background(shop, InlineTasks())
    told: list[tuple[str, object]] = []
    background.trouble.connect(lambda name, error: told.append((name, error)))
    elsewhere: list[object] = []
    background.trouble_elsewhere.connect(lambda: elsewhere.append(kiln))
    background.beat()
    assert ("inbox", kiln.id) in asked
    assert not [name for name, error in told if error is not None]
    assert elsewhere == [kiln]


def _connected(shop: Shop, handle: str) -> Account:
    account = shop.accounts.add(handle, "UTC")
    shop.accounts.set_way(account.id, Way.CONNECTED)
    return shop.accounts.set_signed_in(account.id, SignedIn.YES)


def test_what_is_over_is_looked_for_each_hour_and_after_the_clock_was_set_back(
    qapp: object, shop: Shop, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    monkeypatch.setattr(shop.removal, "purge", lambda: looks.append(clock.now()))
    background = Background(shop, InlineTasks())
    expected = []
    for moved, looked in ((0, True), (3_599, False), (1, True), (-9_000, True), (60, False)):
        clock.advance(moved)
        background.beat()
        expected += [clock.now()] * looked
        assert looks == expected
    background.deleteLater()


def test_figures_do_not_wait_for_a_clock_that_was_wrong(
    qapp: object, shop: Shop, clock: SteppedClock, asked: list[tuple[str, str]]
) -> None:
    """A look in a wrong year would put the next one off until that year has come."""
    background = Background(shop, InlineTasks())
    background.beat()
    clock.advance(3_650 * DAY)
    background.beat(slept=True)
    clock.advance(600 - 3_650 * DAY)
    asked.clear()
    background.beat(slept=True)
    assert [what for what, _account in asked].count("figures") == 1
    background.deleteLater()


def test_before_its_proof_an_account_is_left_alone(
    qapp: object, shop: Shop, asked: list[tuple[str, str]]
) -> None:
    """X's first answer is paid for, and its price is on the wizard's button."""
    ours, other = _connected(shop, "tea"), _connected(shop, "青い扉")
    for each in (ours, other):
        shop.accounts.set_unproven(each.id, True)
    shop.accounts.activate(ours.id)
    tasks = ByHandTasks()
    background = Background(shop, tasks)  # type: ignore[arg-type]  # lanes moved by hand
    background.beat(asked=True)
    for _ in range(4):
        tasks.go()
    assert asked == []
    shop.accounts.set_unproven(other.id, False)
    background.beat(asked=True)
    for _ in range(4):
        tasks.go()
    assert asked == [("figures", other.id), ("inbox", other.id)]
