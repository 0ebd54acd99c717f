"""keyring's own class for Windows, over a Credential Manager in memory."""

from __future__ import annotations

from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import keyring.backends.Windows
import pytest

from services.accounts.keychain import Keychain


class NotThere(Exception):
    def __init__(self, function: str) -> None:
        super().__init__()
        self.winerror, self.funcname = 1168, function


class Killed(BaseException):
    """The process ends here."""


class Manager:
    """Targets and what they hold; a program is killed after so many `steps`."""

    def __init__(self) -> None:
        self.targets: dict[str, dict[str, Any]] = {}
        self.steps = 99

    @property
    def functions(self) -> SimpleNamespace:
        """As pywin32 names them."""
        return SimpleNamespace(
            CRED_TYPE_GENERIC=1,
            CRED_PERSIST_ENTERPRISE=3,
            CredRead=self.read,
            CredWrite=self.write,
            CredDelete=self.delete,
        )

    def read(self, **asked: Any) -> dict[str, Any]:
        held = self.targets.get(asked["TargetName"])
        if held is None:
            raise NotThere("CredRead")
        return {**held, "CredentialBlob": held["CredentialBlob"].encode("utf-16-le")}

    def write(self, held: dict[str, Any], _flags: int) -> None:
        self._step()
        self.targets[held["TargetName"]] = held

    def delete(self, **asked: Any) -> None:
        self._step()
        if self.targets.pop(asked["TargetName"], None) is None:
            raise NotThere("CredDelete")

    @property
    def secrets(self) -> list[str]:
        return [held["CredentialBlob"] for held in self.targets.values()]

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Killed


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Manager:
    made = Manager()
    module = keyring.backends.Windows
    monkeypatch.setattr(module, "win32cred", made.functions, raising=False)
    monkeypatch.setattr(module, "pywintypes", SimpleNamespace(error=NotThere), raising=False)
    return made


@pytest.fixture
def keychain(manager: Manager) -> Keychain:
    return Keychain("Shoplark", backend=object.__new__(keyring.backends.Windows.WinVaultKeyring))


def test_only_the_secret_written_last_is_there(keychain: Keychain, manager: Manager) -> None:
    for secret in ("one", "two", "three"):
        keychain.write("a", "refresh_token", secret)
        assert manager.secrets == [secret]
    keychain.delete("a", "refresh_token")
    assert manager.secrets == []


@pytest.mark.parametrize("steps", range(5))
def test_killed_while_writing_the_old_one_or_the_new_is_there(
    keychain: Keychain, manager: Manager, steps: int
) -> None:
    keychain.write("a", "refresh_token", "old")
    manager.steps = steps
    with suppress(Killed):
        keychain.write("a", "refresh_token", "new")
    manager.steps = 99

    assert keychain.read("a", "refresh_token") == ("new" if "new" in manager.secrets else "old")
    keychain.write("a", "refresh_token", "newest")
    assert manager.secrets == ["newest"]


@pytest.mark.parametrize("steps", range(4))
@pytest.mark.parametrize("cut_off", [1, 2, 99])
def test_killed_while_deleting_a_used_one_does_not_come_back(
    keychain: Keychain, manager: Manager, steps: int, cut_off: int
) -> None:
    keychain.write("a", "refresh_token", "used")
    manager.steps = cut_off
    with suppress(Killed):
        keychain.write("a", "refresh_token", "current")
    manager.steps = steps
    with suppress(Killed):
        keychain.delete("a", "refresh_token")
    manager.steps = 99

    assert keychain.read("a", "refresh_token") in ("current", None)
