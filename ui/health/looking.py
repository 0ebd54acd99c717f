"""Asks for each finding in the lane that may wait for it, and tells them as they come."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, qVersion

from services.errors import AppError
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.shop import Shop

T = TypeVar("T")
KEPT = "kept "
"""Begins the key of whether an account's sign-in is kept here; its id follows."""
VERSIONS = "versions"
WHOLE = "whole"


class Looking(QObject):
    found = Signal(str, object)
    """The key of a row, of VERSIONS or of an account, and its finding; None where it could not
    be had, as the data file cannot be read."""
    over = Signal()
    """Nothing is being looked at any more."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._health = shop.health
        self._tasks = tasks
        self._under_way: set[str] = set()

    @property
    def busy(self) -> bool:
        return bool(self._under_way)

    def is_at(self, key: str) -> bool:
        return key in self._under_way

    def look(self, accounts: tuple[Account, ...], *, sends: bool) -> None:
        """At everything. `sends`: something of this folder goes out to X by itself."""
        self.look_at_keyring(accounts)
        health = self._health
        self._ask(VERSIONS, self._versions)
        self._ask("clock", health.clock)
        self._ask("disk", health.disk)
        self._ask("database", health.database)
        if sends:
            self._ask("sender", health.sender, lane=Lane.SEND)
        for account in accounts:
            self._ask(account.id, partial(health.account, account))

    def look_at_keyring(self, accounts: tuple[Account, ...]) -> None:
        if accounts:
            self._ask("keyring", self._health.keyring, lane=Lane.SIGN_IN)
        for one in accounts:
            call = partial(self._health.is_kept, one)
            self._ask(f"{KEPT}{one.id}", call, lane=Lane.SIGN_IN)

    def look_through_database(self) -> None:
        self._ask(WHOLE, self._health.database_is_whole)

    def _versions(self) -> object:
        from services.health.versions import versions

        return versions(qt=qVersion() or "")

    def _ask(self, key: str, call: Callable[[], object], *, lane: Lane = Lane.WORK) -> None:
        if key in self._under_way:
            return
        self._under_way.add(key)
        self._tasks.run(
            call,
            lane=lane,
            owner=self,
            done=partial(self._on_found, key),
            failed=partial(self._on_failed, key),
        )

    def _on_found(self, key: str, finding: object) -> None:
        self._under_way.discard(key)
        self.found.emit(key, finding)
        if not self._under_way:
            self.over.emit()

    def _on_failed(self, key: str, _error: AppError) -> None:
        self._on_found(key, None)
