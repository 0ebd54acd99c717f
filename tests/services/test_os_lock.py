from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from services import os_lock
from services.errors import StorageTrouble
from services.publishing import send_lock


def test_one_holder_at_a_time_and_then_the_next(tmp_path: Path) -> None:
    file = tmp_path / "renewal.lock"
    with os_lock.hold(file):
        for patience in (0, 0.1):
            with pytest.raises(os_lock.Busy), os_lock.hold(file, patience=patience):
                pytest.fail("two holders")
    with os_lock.hold(file):
        pass


def test_what_fails_inside_lets_go_of_it(tmp_path: Path) -> None:
    file = tmp_path / "renewal.lock"
    with pytest.raises(ValueError, match="ours"), os_lock.hold(file):
        raise ValueError("ours")
    with os_lock.hold(file):
        pass


def test_a_busy_lock_met_while_sending_is_no_other_sender(tmp_path: Path) -> None:
    """A post's token may be renewed under the send lock."""
    renewal = tmp_path / "renewal.lock"
    with (
        os_lock.hold(renewal),
        pytest.raises(os_lock.Busy),
        send_lock.hold(tmp_path / "send.lock"),
        os_lock.hold(renewal),
    ):
        pytest.fail("two holders")


def test_without_a_folder_it_is_storage_trouble(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble), os_lock.hold(tmp_path / "missing" / "renewal.lock"):
        pytest.fail("no lock")


@pytest.mark.skipif(sys.platform == "win32", reason="flock is of the other systems")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_file_system_without_locks_is_storage_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As a folder on the network may be: waiting for another holder would help nobody."""
    import fcntl

    def refuse(_handle: int, _how: int) -> None:
        raise OSError(number, "not here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(StorageTrouble), os_lock.hold(tmp_path / "renewal.lock", patience=60):
        pytest.fail("no lock")


def test_letting_go_never_hides_what_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "not any more")

    with monkeypatch.context() as context:
        context.setattr(os_lock, "_unlock", gone)
        with os_lock.hold(tmp_path / "renewal.lock"):
            pass
    with os_lock.hold(tmp_path / "renewal.lock"):
        pass


def test_trouble_inside_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), os_lock.hold(tmp_path / "renewal.lock"):
        raise FileNotFoundError(errno.ENOENT, "ours")
