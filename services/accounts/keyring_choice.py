"""Which keyring keeps the secrets: the system's own, never one that keeps plain files or nothing.

keyring chooses by itself among whatever is installed, and a plug-in may put plain files first, or
chain several stores so that a secret lands in the one that happens to answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

from services.errors import KeychainProblem, KeychainTrouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


class Store(Enum):
    """The systems' own keyrings, by keyring's module and class of each."""

    WINDOWS = ("keyring.backends.Windows", "WinVaultKeyring")
    MACOS = ("keyring.backends.macOS", "Keyring")
    SECRET_SERVICE = ("keyring.backends.SecretService", "Keyring")
    LIBSECRET = ("keyring.backends.libsecret", "Keyring")
    KWALLET = ("keyring.backends.kwallet", "DBusKeyring")
    OTHER = ("", "")
    """One that the owner's own configuration names."""


_OF_SYSTEM = {
    "win32": (Store.WINDOWS,),
    "darwin": (Store.MACOS,),
    "linux": (Store.SECRET_SERVICE, Store.LIBSECRET, Store.KWALLET),
}
_CHAINER = "keyring.backends.chainer"
_KEEPS_NOTHING = ("keyring.backends.fail", "keyring.backends.null")
_KEEPS_PLAIN_FILES = ("keyrings.alt",)
_GOOD = 1
"""The least priority of a store that is meant to be used: below are makeshifts of plain files."""


def store_of(backend: object) -> Store:
    module = type(backend).__module__
    return next((store for store in Store if store.value[0] == module), Store.OTHER)


def choose() -> KeyringBackend:
    """May block, as the system's own services are asked. Raises KeychainTrouble (MISSING)."""
    try:
        found = _choose()
        told = ""
    except Exception as error:
        # A broken configuration of keyring, or no bus to ask: the class says which.
        found, told = None, type(error).__name__
    if found is None:
        raise KeychainTrouble(KeychainProblem.MISSING, told or "no keyring of the system's own")
    return found


def _choose() -> KeyringBackend | None:
    import keyring.core

    found = _usable(keyring.get_keyring())
    if found is None:
        # keyring chooses once a process, and the desktop's own may have come up after us.
        keyring.core.init_backend()
        found = _usable(keyring.get_keyring())
    if found is None and not _is_told_which():
        found = next(_systems_own(), None)
    return found


def _usable(backend: KeyringBackend) -> KeyringBackend | None:
    """The backend itself, or the best one that a chain would ask, where it keeps secrets safe."""
    if type(backend).__module__ == _CHAINER:
        return next((one for one in getattr(backend, "backends", ()) if _is_safe(one)), None)
    return backend if _is_safe(backend) else None


def _is_safe(backend: KeyringBackend) -> bool:
    if type(backend).__module__.startswith((*_KEEPS_NOTHING, *_KEEPS_PLAIN_FILES)):
        return False
    priority = getattr(backend, "priority", _GOOD)
    return store_of(backend) is not Store.OTHER or bool(priority >= _GOOD)


def _is_told_which() -> bool:
    """The owner's configuration names one: where it is none, Shoplark looks for no other."""
    import keyring.core

    return "PYTHON_KEYRING_BACKEND" in os.environ or keyring.core.load_config() is not None


def _systems_own() -> Iterator[KeyringBackend]:
    """keyring's list of what can be used is made once a process; this looks anew."""
    for store in _OF_SYSTEM.get(sys.platform, _OF_SYSTEM["linux"]):
        module, name = store.value
        try:
            made: type[KeyringBackend] = getattr(import_module(module), name)
        except (ImportError, AttributeError):
            continue
        if made.viable:
            yield made()
