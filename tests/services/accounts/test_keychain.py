"""Backends are set explicitly: a class made from KeyringBackend would be chosen by keyring."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import traceback
from threading import Event
from typing import Any

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordSetError,
)

from services.accounts.keychain import LONGEST, Keychain
from services.errors import KeychainProblem, KeychainTrouble, NextStep
from tests.services.accounts.keyrings import InMemory, Mac


class Refusing:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, service: str, name: str) -> str | None:
        raise self.error

    def set_password(self, service: str, name: str, secret: str) -> None:
        raise self.error

    def delete_password(self, service: str, name: str) -> None:
        raise self.error


def _keychain(backend: Any, service: str = "Shoplark") -> Keychain:
    return Keychain(service, backend=backend)


def test_a_secret_is_kept_read_and_deleted() -> None:
    backend = InMemory()
    keychain = _keychain(backend)
    assert keychain.read("a", "access_token") is None
    keychain.write("a", "access_token", "one")
    keychain.write("a", "refresh_token", "two")
    keychain.write("b", "access_token", "three")
    assert keychain.read("a", "access_token") == "one"
    assert keychain.read("a", "refresh_token") == "two"
    keychain.delete("a", "access_token")
    keychain.delete("a", "access_token")
    assert keychain.read("a", "access_token") is None
    assert keychain.read("b", "access_token") == "three"


def test_each_secret_has_its_own_entry_under_the_folders_service() -> None:
    backend = InMemory()
    for service in ("Shoplark", "Shoplark (abc)"):
        _keychain(backend, service).write("a", "access_token", service)
    assert backend.kept == {
        ("Shoplark", "a/access_token"): "Shoplark",
        ("Shoplark (abc)", "a/access_token"): "Shoplark (abc)",
    }


def test_a_secret_that_windows_could_not_hold_is_refused_everywhere() -> None:
    backend = InMemory()
    _keychain(backend).write("a", "x", "s" * LONGEST)
    with pytest.raises(KeychainTrouble) as caught:
        _keychain(backend).write("a", "x", "t" * (LONGEST + 1))
    assert caught.value.problem is KeychainProblem.TOO_LONG
    assert set(backend.kept.values()) == {"s" * LONGEST}


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (KeyringLocked("locked"), KeychainProblem.LOCKED),
        (NoKeyringError("none"), KeychainProblem.MISSING),
        (InitError("no bus"), KeychainProblem.MISSING),
        (PasswordSetError("no"), KeychainProblem.REFUSED),
        (KeyringError("hm"), KeychainProblem.REFUSED),
        (RuntimeError("a backend's own"), KeychainProblem.REFUSED),
    ],
)
def test_every_failure_is_keychain_trouble(error: Exception, problem: KeychainProblem) -> None:
    keychain = _keychain(Refusing(error))
    for call in (
        lambda: keychain.read("a", "x"),
        lambda: keychain.write("a", "x", "topsecret"),
        lambda: keychain.delete("a", "x"),
    ):
        with pytest.raises(KeychainTrouble) as caught:
            call()
        assert caught.value.problem is problem
        assert caught.value.next_step is NextStep.UNLOCK_KEYRING


@pytest.mark.parametrize(
    ("name", "values", "problem"),
    [
        ("error", {"winerror": 1312}, KeychainProblem.MISSING),
        ("error", {"winerror": 1783}, KeychainProblem.TOO_LONG),
        ("error", {"winerror": 5}, KeychainProblem.REFUSED),
        ("SecretServiceNotAvailableException", {}, KeychainProblem.MISSING),
        ("LockedException", {}, KeychainProblem.LOCKED),
        ("PromptDismissedException", {}, KeychainProblem.LOCKED),
    ],
)
def test_the_errors_of_the_systems_own_libraries_are_known(
    name: str, values: dict[str, int], problem: KeychainProblem
) -> None:
    made = type(name, (Exception,), values)
    with pytest.raises(KeychainTrouble) as caught:
        _keychain(Refusing(made())).read("a", "x")
    assert caught.value.problem is problem


def test_what_is_told_never_holds_the_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "".join(("top", "secret"))
    keychain = _keychain(Refusing(RuntimeError(f"cannot store {secret}")))
    with pytest.raises(KeychainTrouble) as caught:
        keychain.write("a", "x", secret)
    error: BaseException = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None
    assert "topsecret" not in "".join(traceback.format_exception(error)) + repr(error)
    assert "topsecret" not in repr(keychain) + repr(vars(keychain)) + caplog.text


@given(st.text())
def test_whatever_the_secret_it_comes_back_whole_or_is_refused(secret: str) -> None:
    backend = InMemory()
    keychain = _keychain(backend)
    try:
        keychain.write("a", "x", secret)
    except KeychainTrouble:
        assert backend.kept == {}
    else:
        assert keychain.read("a", "x") == secret


@pytest.mark.parametrize("secret", ["🍵" * 601, "cut\0here", "half \ud83c", "x" * 1201])
def test_what_some_keyring_would_cut_is_refused_before_it_is_asked(secret: str) -> None:
    with pytest.raises(KeychainTrouble) as caught:
        _keychain(Refusing(AssertionError("was asked"))).write("a", "x", secret)
    assert caught.value.problem in (KeychainProblem.TOO_LONG, KeychainProblem.REFUSED)
    assert caught.value.detail != "AssertionError"


class Locked(InMemory):
    """Waits for its owner's password before it keeps anything."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = Event()

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.unlocked.wait(30)
        super().set_password(service, name, secret)

    def unlock(self) -> None:
        self.unlocked.set()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join(30)


def test_a_keyring_that_does_not_answer_is_given_up() -> None:
    backend: Any = Locked()
    keychain = Keychain("Shoplark", backend=backend, patience=0)
    with pytest.raises(KeychainTrouble) as caught:
        keychain.write("a", "x", "topsecret")
    assert caught.value.problem is KeychainProblem.NO_ANSWER
    assert caught.value.next_step is NextStep.UNLOCK_KEYRING
    assert backend.kept == {}
    backend.unlock()


def test_a_write_that_lands_late_is_whole_and_what_came_after_it_comes_after_it() -> None:
    backend: Any = Locked()
    backend.kept["Shoplark", "a/x"] = "old"
    with pytest.raises(KeychainTrouble):
        Keychain("Shoplark", backend=backend, patience=0).write("a", "x", "new")
    assert backend.kept == {("Shoplark", "a/x"): "old"}
    backend.unlock()
    assert backend.kept == {("Shoplark", "a/x"): "new"}


def test_a_read_does_not_overtake_a_write_that_was_given_up() -> None:
    backend: Any = Locked()
    keychain = Keychain("Shoplark", backend=backend, patience=0)
    with pytest.raises(KeychainTrouble):
        keychain.write("a", "x", "new")
    with pytest.raises(KeychainTrouble) as caught:
        keychain.read("a", "x")
    assert caught.value.problem is KeychainProblem.NO_ANSWER
    backend.unlock()
    keychain._patience = 30
    assert keychain.read("a", "x") == "new"


class Windows(InMemory):
    """Holds 2,560 bytes, and keyring moves the entries of one service about with each write."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        if len(secret.encode("utf-16-le")) > 2_560:
            raise OSError(0, "The stub received bad data", None, 1783)
        super().set_password(service, name, secret)


Windows.__module__ = "keyring.backends.Windows"


def test_on_windows_each_entry_stands_alone_and_the_longest_one_fits() -> None:
    backend: Any = Windows()
    keychain = _keychain(backend)
    keychain.write("a", "access_token", "🍵" * (LONGEST // 2))
    keychain.write("b", "access_token", "two")
    assert len({service for service, _name in backend.kept}) == 2
    assert keychain.read("a", "access_token") == "🍵" * (LONGEST // 2)
    keychain.delete("a", "access_token")
    assert list(backend.kept.values()) == ["two"]


@pytest.mark.parametrize("kind", [InMemory, Windows, lambda: Mac(99)])
def test_a_probe_leaves_nothing_behind(kind: Any) -> None:
    backend = kind()
    backend.kept["Shoplark", "a/x"] = "mine"
    _keychain(backend).probe()
    assert backend.kept == {("Shoplark", "a/x"): "mine"}


def test_a_probe_finds_a_store_that_keeps_nothing_or_too_long() -> None:
    class Forgets(InMemory):
        def set_password(self, service: str, name: str, secret: str) -> None: ...

    class Keeps(InMemory):
        def delete_password(self, service: str, name: str) -> None: ...

    for backend in (Forgets(), Keeps()):
        with pytest.raises(KeychainTrouble) as caught:
            _keychain(backend).probe()
        assert caught.value.problem is KeychainProblem.REFUSED


def test_the_name_of_a_store_is_asked_like_everything_else() -> None:
    backend: Any = Windows()
    assert _keychain(backend).backend_name() == "Windows Credential Manager"


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_a_system_without_a_keyring_says_so(backend: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    with pytest.raises(KeychainTrouble) as caught:
        Keychain("Shoplark").read("a", "x")
    assert caught.value.problem is KeychainProblem.MISSING


def test_a_keyring_that_cannot_even_be_asked_for_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise RuntimeError("no bus")

    monkeypatch.setattr(keyring, "get_keyring", fail)
    with pytest.raises(KeychainTrouble) as caught:
        Keychain("Shoplark").write("a", "x", "y")
    assert caught.value.problem is KeychainProblem.MISSING


def test_the_systems_own_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = InMemory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    Keychain("Shoplark").write("a", "x", "y")
    assert backend.kept == {("Shoplark", "a/x"): "y"}


def test_keyring_is_loaded_when_a_secret_is_asked_for_and_not_before() -> None:
    code = (
        "import sys\n"
        "from services.accounts.keychain import Keychain\n"
        "Keychain('Shoplark')\n"
        "sys.exit('keyring' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
