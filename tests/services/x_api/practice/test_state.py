"""One file, two processes, and what becomes of it when it is broken or newer."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from services.errors import StorageProblem, StorageTrouble
from services.x_api.practice import inspection, open_practice
from services.x_api.practice.multipart import boundary_of
from services.x_api.practice.state import State, fact, set_fact
from tests.services.x_api.practice.conftest import Caller

ROOT = Path(__file__).parents[4]
WRITER = """
import json, sys
from services.clock import SteppedClock
from services.x_api.practice import Request, TOKEN, open_practice
who = sys.argv[2]
x = open_practice(sys.argv[1], SteppedClock(1795168800))
ids = []
for number in range(25):
    body = json.dumps({"text": f"{who} {number}"}).encode()
    answer = x.handle(Request("POST", "/2/tweets", {}, {"authorization": f"Bearer {TOKEN}"}, body))
    ids.append(answer.json()["data"]["id"])
print(json.dumps(ids))
"""


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("was_there", [False, True])
def test_nobody_else_can_read_it(tmp_path, clock, was_there):
    path = tmp_path / "practice.sqlite"
    if was_there:
        path.touch(0o644)
    x = open_practice(path, clock)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [
        f"practice.sqlite{ending}" for ending in ("", "-shm", "-wal")
    ]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    x.close()


def test_two_processes_share_a_fresh_file(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, path, who], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for who in ("first", "second")
    ]
    ids = [json.loads(writer.communicate(timeout=60)[0]) for writer in writers]

    x = open_practice(path, clock)
    held = inspection.own_posts(x.state)
    with x.state.transaction() as db:
        customers = db.execute("SELECT count(*) FROM user").fetchone()[0]
    x.close()

    mine = {post.id: post.text for post in held if post.text.startswith(("first", "second"))}
    assert set(mine) == {*ids[0], *ids[1]}
    assert len(mine) == 50
    assert customers == 26


def test_what_fails_half_way_leaves_nothing(tmp_path):
    state = State(tmp_path / "practice.sqlite")
    with pytest.raises(RuntimeError), state.transaction() as db:
        set_fact(db, "seed", 7)
        raise RuntimeError
    with state.transaction() as db:
        assert fact(db, "seed", -1) == -1
    state.close()


def test_a_damaged_file_says_so(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 50)

    with pytest.raises(StorageTrouble) as caught:
        open_practice(path, clock)
    assert caught.value.problem is StorageProblem.DAMAGED


def test_a_full_disk_says_so_and_goes_on_when_there_is_room(tmp_path):
    state = State(tmp_path / "practice.sqlite")
    with state.transaction() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    state._connection.execute(f"PRAGMA max_page_count={pages}")
    for _ in range(2):
        with pytest.raises(StorageTrouble) as caught, state.transaction() as db:
            for number in range(500):
                set_fact(db, "茶" * number, number)
        assert caught.value.problem is StorageProblem.FULL
    state._connection.execute("PRAGMA max_page_count=100000")
    with state.transaction() as db:
        set_fact(db, "seed", 7)
        assert fact(db, "茶", -1) == -1
    state.close()


def test_damage_in_the_middle_is_found_at_once(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    open_practice(path, clock).close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StorageTrouble) as caught:
        open_practice(path, clock)
    assert caught.value.problem is StorageProblem.DAMAGED


def test_a_newer_file_is_left_alone(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()

    with pytest.raises(StorageTrouble) as caught:
        open_practice(path, clock)
    assert caught.value.problem is StorageProblem.NEWER


def test_a_file_of_other_tables_counts_as_damaged_and_is_begun_anew(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    open_practice(path, clock).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=1")
    db.close()
    with pytest.raises(StorageTrouble) as caught:
        open_practice(path, clock)
    assert caught.value.problem is StorageProblem.DAMAGED


def test_threads_take_turns(bare):
    from threading import Thread

    def write(who):
        for number in range(20):
            Caller(bare.x, bare.clock).say(f"{who} {number}")

    threads = [Thread(target=write, args=(who,)) for who in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({post.id for post in inspection.own_posts(bare.x.state)}) == 60


def test_a_header_without_a_boundary():
    assert boundary_of("text/plain") == b""
    assert boundary_of('multipart/form-data; boundary="a b"') == b"a b"
