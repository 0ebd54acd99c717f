"""Backends are set explicitly: a class made from KeyringBackend would be chosen by keyring."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordSetError,
)

from services.accounts.keychain import LONGEST, Keychain
from services.errors import KeychainProblem, KeychainTrouble, NextStep


class InMemory:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


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


def test_what_is_told_never_holds_the_secret() -> None:
    keychain = _keychain(Refusing(RuntimeError("cannot store topsecret")))
    with pytest.raises(KeychainTrouble) as caught:
        keychain.write("a", "x", "topsecret")
    assert "topsecret" not in str(caught.value)


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
