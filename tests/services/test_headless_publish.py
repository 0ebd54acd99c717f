"""--publish-due: what went, what waits and why, and how long a run stays for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from services import headless, machine
from services.clock import SystemClock
from services.errors import (
    OutOfCredit,
    RateLimited,
    ServerTrouble,
    SignInNeeded,
)
from services.options import RunOptions
from services.paths import paths_under
from services.publishing import send_lock
from services.publishing.drafts import DraftPart
from services.publishing.publisher import Publisher
from services.publishing.put_off import PutOff
from services.settings import SENDS_FROM
from services.shop import open_shop
from tests.services.headless_runs import enqueue, run


def test_publishing_says_what_went_and_what_waits(folder: Path) -> None:
    now = enqueue(folder, "now")
    later = enqueue(folder, "later", at="2099-01-01T09:00Z")
    code, lines = run(folder, publish_due=True)
    assert code == 0
    assert [(line["id"], line["state"]) for line in lines] == [
        (now["id"], "sent"),
        (later["id"], "queued"),
    ]
    assert set(lines[0]) == {"id", "state", "x_ids", "reason", "next_try_at"}
    code, lines = run(folder, list_queue=True)
    assert code == 0
    assert {line["id"] for line in lines} == {now["id"], later["id"]}


def test_a_time_long_past_is_sent_and_not_moved(folder: Path) -> None:
    enqueue(folder, "old news", at="2020-01-01T09:00Z")
    code, (line,) = run(folder, publish_due=True)
    assert (code, line["state"], len(line["x_ids"])) == (0, "sent", 1)


class _Refusing:
    """Stands in front of the account's X and refuses what it is told to."""

    def __init__(self, x: Any, errors: list[Exception]) -> None:
        self._x = x
        self._errors = errors

    def __getattr__(self, name: str) -> Any:
        return getattr(self._x, name)

    def create_post(self, *args: Any, **kwargs: Any) -> Any:
        if self._errors:
            raise self._errors.pop(0)
        return self._x.create_post(*args, **kwargs)


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    from services.x_api.clients import Clients

    errors: list[Exception] = []
    original = Clients.for_account
    monkeypatch.setattr(
        Clients,
        "for_account",
        lambda self, account: _Refusing(original(self, account), errors),
    )
    return errors


@pytest.mark.parametrize(
    ("error", "code", "state"),
    [
        (RateLimited(until=4_000_000_000), 3, "queued"),
        (SignInNeeded(), 6, "queued"),
        (ServerTrouble(), 3, "checking"),
    ],
)
def test_what_waits_says_why(
    folder: Path,
    refuse: list[Exception],
    error: Exception,
    code: int,
    state: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    enqueue(folder, "words")
    refuse.append(error)
    got, (line,) = run(folder, publish_due=True)
    name = type(error).__name__
    assert (got, line["state"], line["reason"]) == (code, state, name)
    assert line["next_try_at"] is not None
    assert capsys.readouterr().err.startswith(f"{name}: ")
    assert run(folder, list_queue=True)[0] == code


def test_waiting_stays_until_nothing_waits(folder: Path, refuse: list[Exception]) -> None:
    enqueue(folder, "words")
    refuse.append(ServerTrouble())
    soon = RunOptions(data_dir=folder, settle=1)
    code, (line,) = run(folder, publish_due=True, wait=30, run=soon)
    assert (code, line["state"]) == (0, "sent")


def test_waiting_ends_when_time_is_up_or_cannot_help(folder: Path, refuse: list[Exception]) -> None:
    enqueue(folder, "words", at="2099-01-01T09:00Z")
    assert run(folder, publish_due=True, wait=0.3)[0] == 0
    enqueue(folder, "more")
    refuse.append(SignInNeeded())
    assert run(folder, publish_due=True, wait=90)[0] == 6


def test_another_process_that_sends_is_exit_5(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = enqueue(folder, "words")
    monkeypatch.setattr(headless, "LOCK_PATIENCE", 0.1)
    with send_lock.hold(paths_under(folder).send_lock):
        code, lines = run(folder, publish_due=True)
    assert code == 5
    assert [(one["id"], one["state"]) for one in lines] == [(line["id"], "queued")]


def test_the_systems_scheduler_waits_for_nobody(folder: Path) -> None:
    """Beside a program that sends it ends at once, and nothing goes twice."""
    line = enqueue(folder, "words")
    with send_lock.hold(paths_under(folder).send_lock):
        code, lines = run(folder, publish_due=True, scheduled=True)
    assert code == 5
    assert [(one["id"], one["state"]) for one in lines] == [(line["id"], "queued")]
    code, (sent,) = run(folder, publish_due=True, scheduled=True)
    assert (code, sent["state"], len(sent["x_ids"])) == (0, "sent", 1)
    assert run(folder, publish_due=True, scheduled=True) == (0, [])


def test_the_systems_scheduler_sends_for_every_shop(folder: Path) -> None:
    """Whichever was in view last; a script that says "now" means one."""
    in_view = enqueue(folder, "in the sample shop")
    shop = open_shop(paths_under(folder), SystemClock())
    practice = shop.accounts.practice()
    own = shop.accounts.start_own_shop(handle="leafkiln", zone="Europe/Lisbon")
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart("of my own shop 🎪"),))
    shop.outbox.enqueue(draft.id, due_at=shop.clock.now() - 1)
    shop.accounts.activate(practice.id)
    shop.close()
    code, lines = run(folder, publish_due=True, scheduled=True, account="leafkiln")
    assert (code, [one["id"] for one in lines]) == (4, [draft.id])
    code, lines = run(folder, publish_due=True, scheduled=True)
    assert code == 4
    assert {one["id"]: one["state"] for one in lines} == {
        draft.id: "needs_you",
        in_view["id"]: "sent",
    }
    assert run(folder, publish_due=True) == (0, [])


def test_each_shops_queue_is_put_in_order_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are; and none of a folder that another computer sends from."""
    monkeypatch.setattr(machine, "mark", lambda: "this computer")
    shop = open_shop(paths_under(folder), SystemClock())
    practice = shop.accounts.practice().id
    shop.accounts.start_own_shop(handle="leafkiln", zone="Asia/Tokyo")
    every = sorted(one.id for one in shop.accounts.of_this_run())
    put_in_order: list[str] = []

    def note(_self: PutOff, account_id: str) -> list[str]:
        put_in_order.append(account_id)
        return []

    monkeypatch.setattr(PutOff, "sort_out", note)
    monkeypatch.setattr(Publisher, "publish_due", lambda *_, **__: ())
    run(folder, publish_due=True, scheduled=True)
    assert sorted(put_in_order) == every
    assert len(every) > 1
    put_in_order.clear()
    shop.settings.set(SENDS_FROM, "another computer")
    run(folder, publish_due=True, scheduled=True)
    assert put_in_order == [practice]
    shop.close()


def test_the_systems_scheduler_cuts_no_pause_short(folder: Path, refuse: list[Exception]) -> None:
    """A pause that only the owner can end: somebody who says "now" tries, a timer does not."""
    enqueue(folder, "words")
    refuse.append(OutOfCredit())
    assert run(folder, publish_due=True)[0] == 3
    refuse.append(OutOfCredit())
    code, (line,) = run(folder, publish_due=True, scheduled=True)
    assert (code, line["reason"], len(refuse)) == (3, "OutOfCredit", 1)
    refuse.clear()
    code, (line,) = run(folder, publish_due=True)
    assert (code, line["state"]) == (0, "sent")
