from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.errors import StorageTrouble
from services.publishing import send_lock

HOLDER = """
import sys, pathlib
from services.publishing import send_lock
with send_lock.hold(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "send.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_another_process_keeps_us_out(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(send_lock.AnotherSender), send_lock.hold(tmp_path / "send.lock"):
        pytest.fail("two senders")


def test_we_wait_for_the_other_to_end(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    holder.stdin.write("go\n")
    holder.stdin.flush()
    with send_lock.hold(tmp_path / "send.lock", patience=10):
        assert holder.wait(timeout=10) == 0


def test_a_killed_sender_leaves_no_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait(timeout=10)
    path = tmp_path / "send.lock"
    with send_lock.hold(path), pytest.raises(send_lock.AnotherSender), send_lock.hold(path):
        pytest.fail("two senders")


def test_two_in_one_process_exclude_each_other_too(tmp_path: Path) -> None:
    path = tmp_path / "send.lock"
    started = time.monotonic()
    with (
        send_lock.hold(path),
        pytest.raises(send_lock.AnotherSender),
        send_lock.hold(path, patience=0.1),
    ):
        pytest.fail("two senders")
    assert time.monotonic() - started >= 0.1
    with send_lock.hold(path):
        pass


def test_a_folder_without_room_for_the_lock_is_storage_trouble(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble), send_lock.hold(tmp_path / "missing" / "send.lock"):
        pytest.fail("no lock, no sending")
