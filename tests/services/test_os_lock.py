from __future__ import annotations

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
