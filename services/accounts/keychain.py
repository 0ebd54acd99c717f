"""The system's keyring, and the only file that knows `keyring`.

Secrets live nowhere else. It may block on the system's own prompt, so it is asked in lanes only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import KeychainProblem, KeychainTrouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

LONGEST = 1_200
"""Windows' Credential Manager holds 2,560 bytes a secret, in UTF-16."""


class Keychain:
    """One secret an entry, named `account id/secret's name` under this data folder's service."""

    def __init__(self, service_name: str, *, backend: KeyringBackend | None = None) -> None:
        """`backend` takes the place of the one keyring chooses for this system."""
        self._service = service_name
        self._chosen = backend

    def read(self, account_id: str, name: str) -> str | None:
        """None when nothing is kept. Raises KeychainTrouble, as `write` and `delete` do."""
        backend = self._backend()
        try:
            return backend.get_password(self._service, _entry(account_id, name))
        except Exception as error:
            raise _trouble(error) from error

    def write(self, account_id: str, name: str, secret: str) -> None:
        if len(secret) > LONGEST:
            raise KeychainTrouble(KeychainProblem.TOO_LONG, f"{len(secret)} characters")
        backend = self._backend()
        try:
            backend.set_password(self._service, _entry(account_id, name), secret)
        except Exception as error:
            raise _trouble(error) from error

    def delete(self, account_id: str, name: str) -> None:
        """Nothing kept is fine."""
        backend = self._backend()
        try:
            if backend.get_password(self._service, _entry(account_id, name)) is not None:
                backend.delete_password(self._service, _entry(account_id, name))
        except Exception as error:
            raise _trouble(error) from error

    def _backend(self) -> KeyringBackend:
        if self._chosen is None:
            self._chosen = _system_backend()
        return self._chosen


def _system_backend() -> KeyringBackend:
    """The system's keyring. A null or failing stand-in, or one that keeps plain files, is none."""
    try:
        import keyring.core
    except Exception as error:
        raise KeychainTrouble(KeychainProblem.MISSING, type(error).__name__) from error
    try:
        backend = keyring.get_keyring()
        if _is_none(backend):
            # keyring chooses once a process, and the desktop's own may have come up after us.
            keyring.core.init_backend()
            backend = keyring.get_keyring()
    except Exception as error:
        raise KeychainTrouble(KeychainProblem.MISSING, type(error).__name__) from error
    if _is_none(backend):
        raise KeychainTrouble(KeychainProblem.MISSING, type(backend).__module__)
    return backend


def _is_none(backend: KeyringBackend) -> bool:
    module = type(backend).__module__
    return module.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings.alt"))


def _entry(account_id: str, name: str) -> str:
    return f"{account_id}/{name}"


def _trouble(error: Exception) -> KeychainTrouble:
    """Backends raise errors of their own libraries, too: whatever comes out is a refusal.

    Only the class's name is told: a message may hold the secret.
    """
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(error, KeyringLocked):
        problem = KeychainProblem.LOCKED
    elif isinstance(error, NoKeyringError | InitError):
        problem = KeychainProblem.MISSING
    else:
        problem = KeychainProblem.REFUSED
    return KeychainTrouble(problem, type(error).__name__)
