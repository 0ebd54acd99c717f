from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from services import os_lock
from services.clock import DAY, SteppedClock
from services.errors import KeychainProblem, KeychainTrouble, OtherComputer, StorageProblem
from services.health import computer
from services.health.values import (
    CLOCK_NOTE,
    CLOCK_TROUBLE,
    LITTLE_SPACE,
    NO_SPACE,
    ClockHealth,
    DiskHealth,
    SenderHealth,
    State,
)
from services.health.versions import versions
from services.paths import Paths
from services.store import backup
from services.store.database import Database
from services.store.migrations import STEPS
from services.version import MADE_AT, VERSION

NOW = 1_795_168_800


def _noted(
    shop: Any,
    *,
    at: int,
    x_clock: int | None,
    call: str = "GET /2/users/me",
    account_id: str = "",
) -> None:
    """Of the owner's own shop without another `account_id`."""
    own = account_id or shop.accounts.start_own_shop(handle="tea", zone="UTC").id
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO last_answer(account_id, call, at, status, x_clock) VALUES (?, ?, ?, ?, ?)",
            (own, call, at, 200, x_clock),
        )


@pytest.mark.parametrize(
    ("ahead", "state"),
    [
        (0, State.GOOD),
        (CLOCK_NOTE, State.GOOD),
        (-CLOCK_NOTE - 1, State.NOTE),
        (CLOCK_TROUBLE, State.NOTE),
        (-CLOCK_TROUBLE - 1, State.TROUBLE),
        (DAY, State.TROUBLE),
    ],
)
def test_the_clock_is_held_against_xs(shop: Any, ahead: int, state: State) -> None:
    _noted(shop, at=NOW - 60, x_clock=NOW - 60 - ahead)
    found = computer.clock(shop.database, NOW)
    assert (found.ahead, found.told_at, found.state) == (ahead, NOW - 60, state)


def test_xs_newest_word_counts(shop: Any) -> None:
    _noted(shop, at=NOW - 600, x_clock=NOW - 600)
    _noted(shop, at=NOW - 60, x_clock=NOW - 70, call="POST /2/tweets")
    _noted(shop, at=NOW - 30, x_clock=None, call="DELETE /2/tweets/:id")
    assert computer.clock(shop.database, NOW).ahead == 10


def test_nothing_is_said_of_a_clock_that_was_put_back_since(shop: Any) -> None:
    _noted(shop, at=NOW + 60, x_clock=NOW)
    assert computer.clock(shop.database, NOW) == ClockHealth(NOW)
    assert computer.clock(shop.database, NOW).state is State.UNKNOWN
    assert computer.clock(shop.database, MADE_AT - 1).state is State.TROUBLE


def test_the_clock_of_a_scripts_x_says_nothing_of_this_one(shop: Any) -> None:
    _noted(shop, at=NOW - 600, x_clock=NOW - 600)
    script = shop.accounts.script_account("http://127.0.0.1:9")
    _noted(shop, at=NOW - 60, x_clock=NOW + 10 * DAY, account_id=script.id)
    gone = shop.accounts.add("kiln", "UTC")
    _noted(shop, at=NOW - 30, x_clock=NOW + 10 * DAY, account_id=gone.id)
    shop.removal.remove(gone.id)
    assert computer.clock(shop.database, NOW) == ClockHealth(NOW, 0, NOW - 600)


def test_of_several_words_the_one_that_came_last_counts_not_the_farthest(shop: Any) -> None:
    _noted(shop, at=NOW - 600, x_clock=NOW + 10 * DAY)
    _noted(shop, at=NOW - 60, x_clock=NOW - 60, call="POST /2/tweets")
    assert computer.clock(shop.database, NOW).ahead == 0
    # One noted before the clock was put back is no newer for its later time.
    _noted(shop, at=NOW + DAY, x_clock=NOW - 30, call="GET /2/tweets")
    assert computer.clock(shop.database, NOW) == ClockHealth(NOW)
    _noted(shop, at=NOW - 10, x_clock=NOW - 10, call="GET /2/users")
    assert computer.clock(shop.database, NOW).told_at == NOW - 10


@pytest.mark.parametrize(
    ("free", "problem", "state"),
    [
        (LITTLE_SPACE, None, State.GOOD),
        (LITTLE_SPACE - 1, None, State.NOTE),
        (NO_SPACE - 1, None, State.TROUBLE),
        (None, None, State.UNKNOWN),
        (LITTLE_SPACE, StorageProblem.READ_ONLY, State.TROUBLE),
    ],
)
def test_how_serious_the_disk_is(
    free: int | None, problem: StorageProblem | None, state: State
) -> None:
    assert DiskHealth(free, 0, problem).state is state


def test_the_disk_tells_its_room_and_what_is_used(
    paths: Paths, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = computer.disk(paths)
    assert before.free is not None
    assert before.problem is None
    (paths.data / "お茶 ☕").mkdir()
    (paths.data / "お茶 ☕" / "إبريق").write_bytes(bytes(5_000))
    assert computer.disk(paths).used == before.used + 5_000
    assert not list(paths.data.glob(".room-*"))

    def fails(_path: Path) -> None:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", fails)
    assert computer.disk(paths).free is None


def test_a_folder_that_cannot_be_written_is_trouble(
    paths: Paths, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert computer.disk(paths).problem is StorageProblem.READ_ONLY


def test_the_database_tells_its_size_step_and_newest_copy(paths: Paths, database: Database) -> None:
    found = computer.database(database, paths, NOW)
    assert found.copied_day is None
    assert found.size >= os.path.getsize(paths.database)
    assert (found.step, found.whole, found.state) == (len(STEPS), None, State.GOOD)
    backup.daily_copy(database.connection, paths, NOW - 5 * DAY)
    (paths.copies / "0000-99-99.sqlite").touch()
    old = computer.database(database, paths, NOW)
    assert old.copied_day == (NOW - 5 * DAY) // DAY * DAY
    assert old.state is State.NOTE
    backup.daily_copy(database.connection, paths, NOW)
    assert computer.database(database, paths, NOW).state is State.GOOD


def test_damage_is_found_by_looking_through_it(paths: Paths, database: Database) -> None:
    assert computer.is_whole(database)
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting(key, value) VALUES (?, ?)",
            [(f"key {number}", "お茶" * 500) for number in range(50)],
        )
    database.close()
    with closing(sqlite3.connect(paths.database)) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with paths.database.open("r+b") as file:
        file.seek(paths.database.stat().st_size - 60_000)
        file.write(b"\xff" * 30_000)
    damaged = Database(paths.database)
    assert not computer.is_whole(damaged)
    damaged.close()


def _may_send(trouble: object = None) -> Any:
    return SimpleNamespace(any_trouble=lambda: trouble)


def test_another_sender_is_seen(paths: Paths, database: Database) -> None:
    assert computer.sender(paths, _may_send()) == SenderHealth()
    with os_lock.hold(paths.send_lock):
        assert computer.sender(paths, _may_send()) == SenderHealth(busy=True)
    found = computer.sender(paths, _may_send(OtherComputer()))
    assert found == SenderHealth(other_computer=True)
    assert found.state is State.TROUBLE


class Keyring:
    def __init__(self, trouble: KeychainProblem | None = None, *, nameless: bool = False) -> None:
        self.trouble = trouble
        self.nameless = nameless

    def backend_name(self) -> str:
        if self.nameless:
            self.probe()
        return "KWallet"

    def probe(self) -> None:
        if self.trouble is not None:
            raise KeychainTrouble(self.trouble)


@pytest.mark.parametrize("problem", [None, *KeychainProblem])
def test_the_keyring_is_probed(shop: Any, problem: KeychainProblem | None) -> None:
    shop.__dict__["keychain"] = Keyring(problem)
    found = shop.health.keyring()
    assert (found.name, found.problem) == ("KWallet", problem)
    assert found.state is (State.GOOD if problem is None else State.TROUBLE)


def test_a_keyring_that_is_missing_has_no_name(shop: Any) -> None:
    shop.__dict__["keychain"] = Keyring(KeychainProblem.MISSING, nameless=True)
    assert shop.health.keyring().name == ""


def test_everything_has_a_version(clock: SteppedClock) -> None:
    found = {one.name: one.number for one in versions(qt="6.12.0")}
    assert found["Shoplark"] == VERSION
    assert found["Qt"] == "6.12.0"
    assert found["SQLite"] == sqlite3.sqlite_version
    assert all(number for number in found.values()), found


def test_who_is_signed_in_for_this_run_needs_no_store(shop: Any) -> None:
    shop.__dict__["keychain"] = Keyring(KeychainProblem.MISSING)
    account = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.accounts.note_sign_in(account.id, client_id="c", scopes=frozenset(), run_only=True)
    found = shop.health.keyring()
    assert (found.done_without, found.state) == (True, State.NOTE)
    shop.accounts.note_sign_in(account.id, client_id="c", scopes=frozenset())
    assert shop.health.keyring().state is State.TROUBLE
