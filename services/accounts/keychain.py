"""The system's keyring, for the whole program: with keyring_choice.py the only one who knows it.

Secrets live nowhere else. The system may ask the owner for a password first and block until there
is an answer: it is asked in lanes only, one call at a time, and given up after a while.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from services.accounts.timed_turns import NoAnswer, TimedTurns
from services.errors import KeychainProblem, KeychainTrouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
LONGEST = 1_200
"""In UTF-16: Windows' Credential Manager holds 2,560 bytes a secret."""
PATIENCE = 60.0
"""Seconds in which an owner who is there has found the system's question and answered it."""
_SPARE = " (new)"
_NO_LOGON_SESSION, _TOO_LARGE = 1312, 1783
"""Windows' numbers: nobody is logged on whose vault it could be; more than an entry holds."""


class Keychain:
    """One secret an entry, named `account id/secret's name` under this data folder's service.

    Every call raises KeychainTrouble and nothing else. After NO_ANSWER a write may still land:
    the entry then holds the old secret or the new one, whole, and later calls come after it.
    """

    def __init__(
        self,
        service_name: str,
        *,
        backend: KeyringBackend | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """`backend` takes the place of the one chosen for this system; `patience` in seconds."""
        self._service = service_name
        self._chosen = backend
        self._patience = patience
        self._turns = TimedTurns("keyring")

    def read(self, account_id: str, name: str) -> str | None:
        """None when nothing is kept."""
        return self._ask(lambda backend: self._read(backend, f"{account_id}/{name}"))

    def write(self, account_id: str, name: str, secret: str) -> None:
        _refuse_what_cannot_be_kept(secret)
        self._ask(lambda backend: self._write(backend, f"{account_id}/{name}", secret))

    def delete(self, account_id: str, name: str) -> None:
        """Nothing kept is fine."""
        self._ask(lambda backend: self._delete(backend, f"{account_id}/{name}"))

    def probe(self) -> None:
        """Writes, reads and deletes an entry of its own: whether secrets can be kept now."""
        self._ask(self._probe)

    def backend_name(self) -> str:
        """What the keyring is called on this system: `macOS Keychain`."""
        from services.accounts.keyring_names import name_of

        return self._ask(name_of)

    def _ask(self, call: Callable[[KeyringBackend], T]) -> T:
        trouble: KeychainTrouble
        try:
            return self._turns.run(lambda: self._translated(call), patience=self._patience)
        except NoAnswer:
            trouble = KeychainTrouble(KeychainProblem.NO_ANSWER, f"{self._patience:g} s")
        except KeychainTrouble as told:
            trouble = told
        # Outside: what a backend raised may hold the secret, and would hang on to ours.
        raise trouble.with_traceback(None)

    def _translated(self, call: Callable[[KeyringBackend], T]) -> T:
        try:
            return call(self._backend())
        except KeychainTrouble as told:
            trouble = told
        except Exception as error:
            trouble = KeychainTrouble(_problem_of(error), type(error).__name__)
        raise trouble

    def _backend(self) -> KeyringBackend:
        if self._chosen is None:
            from services.accounts.keyring_choice import choose

            self._chosen = choose()
        return self._chosen

    def _read(self, backend: KeyringBackend, entry: str) -> str | None:
        names = [entry]
        if _puts_anew(backend):
            # Twice: another process may be between the two.
            names = [entry + _SPARE, entry] * 2
        for name in names:
            kept = backend.get_password(self._place(backend, name), name)
            if kept is not None:
                return kept
        return None

    def _write(self, backend: KeyringBackend, entry: str, secret: str) -> None:
        if not _puts_anew(backend):
            self._put(backend, entry, secret)
            return
        self._finish(backend, entry)
        self._put(backend, entry + _SPARE, secret)
        self._finish(backend, entry)

    def _finish(self, backend: KeyringBackend, entry: str) -> None:
        """A spare is newer than its entry, wherever there is one."""
        spare = entry + _SPARE
        secret = backend.get_password(self._place(backend, spare), spare)
        if secret is not None:
            self._delete_one(backend, entry)
            self._put(backend, entry, secret)
            self._delete_one(backend, spare)

    def _put(self, backend: KeyringBackend, entry: str, secret: str) -> None:
        backend.set_password(self._place(backend, entry), entry, secret)

    def _delete(self, backend: KeyringBackend, entry: str) -> None:
        """The older one first."""
        self._delete_one(backend, entry)
        if _puts_anew(backend):
            self._delete_one(backend, entry + _SPARE)

    def _delete_one(self, backend: KeyringBackend, entry: str) -> None:
        place = self._place(backend, entry)
        if backend.get_password(place, entry) is not None:
            backend.delete_password(place, entry)

    def _probe(self, backend: KeyringBackend) -> None:
        import os
        import secrets

        # Another process may be at it, too; and one that was killed leaves a name to be used again.
        entry, secret = f"probe/{os.getpid()}", secrets.token_urlsafe()
        self._write(backend, entry, secret)
        kept = self._read(backend, entry)
        self._delete(backend, entry)
        if kept != secret or self._read(backend, entry) is not None:
            raise KeychainTrouble(KeychainProblem.REFUSED, "it does not keep what it is given")

    def _place(self, backend: KeyringBackend, entry: str) -> str:
        """The service of an entry.

        On Windows each has its own: keyring moves the entries of one service about there with
        each write, and one of two processes that do so at once would lose the other's.
        """
        from services.accounts.keyring_choice import Store, store_of

        return f"{self._service}: {entry}" if store_of(backend) is Store.WINDOWS else self._service


def _puts_anew(backend: KeyringBackend) -> bool:
    """Whether an entry is deleted before its new secret is added, which a spare holds meanwhile.

    On macOS keyring does so itself. On Windows it would else keep the secret of before, too, under
    a name of its own: a used token, which must never come back.
    """
    from services.accounts.keyring_choice import Store, store_of

    return store_of(backend) in (Store.MACOS, Store.WINDOWS)


def _refuse_what_cannot_be_kept(secret: str) -> None:
    """Before anything is written: some keyrings would cut it."""
    length = len(secret.encode("utf-16-le", "surrogatepass")) // 2
    if length > LONGEST:
        raise KeychainTrouble(KeychainProblem.TOO_LONG, f"{length} characters")
    if "\0" in secret or any("\ud800" <= sign <= "\udfff" for sign in secret):
        raise KeychainTrouble(KeychainProblem.REFUSED, "no plain text")


def _problem_of(error: Exception) -> KeychainProblem:
    """Backends raise errors of their own libraries, too: whatever comes out is a refusal.

    Only the class's name is told: a message may hold the secret.
    """
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    name, number = type(error).__name__, getattr(error, "winerror", None)
    if isinstance(error, KeyringLocked) or name in ("LockedException", "PromptDismissedException"):
        return KeychainProblem.LOCKED
    if isinstance(error, NoKeyringError | InitError) or number == _NO_LOGON_SESSION:
        return KeychainProblem.MISSING
    if name == "SecretServiceNotAvailableException":
        return KeychainProblem.MISSING
    return KeychainProblem.TOO_LONG if number == _TOO_LARGE else KeychainProblem.REFUSED
