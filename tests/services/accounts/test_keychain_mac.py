"""A keyring that deletes an entry before it adds the new one, and programs killed over it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from services.accounts.keychain import Keychain
from tests.services.accounts.keyrings import Killed, Mac


def _keychain(backend: Any) -> Keychain:
    return Keychain("Shoplark", backend=backend)


@pytest.mark.parametrize("steps", range(6))
@pytest.mark.parametrize("steps_again", range(8))
def test_killed_again_and_again_a_secret_that_was_read_is_never_followed_by_an_older(
    steps: int, steps_again: int
) -> None:
    backend: Any = Mac(99)
    _keychain(backend).write("a", "x", "1")
    seen = []
    for secret, limit in (("2", steps), ("3", steps_again)):
        backend.steps = limit
        with suppress(Killed):
            _keychain(backend).write("a", "x", secret)
        backend.steps = 99
        seen.append(_keychain(backend).read("a", "x") or "")
        assert seen[-1] == max(backend.kept.values())

    assert seen == sorted(seen)


@pytest.mark.parametrize("steps", range(6))
def test_killed_while_deleting_an_older_secret_never_comes_back(steps: int) -> None:
    backend: Any = Mac(99)
    _keychain(backend).write("a", "x", "old")
    backend.steps = 3
    with pytest.raises(Killed):
        _keychain(backend).write("a", "x", "new")
    backend.steps = steps
    with suppress(Killed):
        _keychain(backend).delete("a", "x")
    backend.steps = 99

    assert _keychain(backend).read("a", "x") in ("new", None)


def test_what_is_being_written_elsewhere_is_never_missing() -> None:
    """The reader looks at the entry while the writer, another process, puts it anew."""

    class Watched(Mac):
        def get_password(self, service: str, name: str) -> str | None:
            kept = super().get_password(service, name)
            if name == "a/x (new)" and kept is None and not moves:
                moves.append("begun")
                super().set_password(service, "a/x (new)", "new")
                super().delete_password(service, "a/x")
            return kept

    moves: list[str] = []
    Watched.__module__ = Mac.__module__
    backend: Any = Watched(99)
    backend.kept["Shoplark", "a/x"] = "old"

    assert _keychain(backend).read("a", "x") == "new"


@pytest.mark.parametrize("steps", range(6))
def test_killed_while_writing_the_old_secret_is_there_or_the_new(steps: int) -> None:
    backend: Any = Mac(99)
    _keychain(backend).write("a", "x", "old")
    backend.steps = steps
    done = False
    try:
        _keychain(backend).write("a", "x", "new")
        done = True
    except Killed:
        pass
    backend.steps = 99
    kept = _keychain(backend).read("a", "x")
    assert kept == "new" if done else kept in ("old", "new")
    _keychain(backend).write("a", "x", "newest")
    assert _keychain(backend).read("a", "x") == "newest"
    _keychain(backend).delete("a", "x")
    assert _keychain(backend).read("a", "x") is None
    assert backend.kept == {}
