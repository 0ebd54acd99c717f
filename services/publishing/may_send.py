"""Whether this computer may send now: with a clock that can be right, from its own data folder.

A folder that was copied would have two computers send the same posts. The one that it was last
sent from is noted in it; any other says so and sends nothing until the owner tells it to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from services.accounts.accounts import Account, Accounts, Way
from services.clock import Clock
from services.errors import AppError, ClockWrong, OtherComputer
from services.settings import SENDS_FROM, Settings
from services.version import MADE_AT


class MaySend:
    """Asked at every beat: nothing is read of the system but once."""

    def __init__(
        self, settings: Settings, clock: Clock, accounts: Accounts, mark: Callable[[], str]
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._accounts = accounts
        self._read_mark = mark

    def trouble(self, account: Account) -> AppError | None:
        """ClockWrong or OtherComputer; None where it may be sent."""
        if self.clock_is_wrong():
            return ClockWrong(now=self._clock.now())
        if account.way is Way.PRACTICE or self._is_here():
            return None
        return OtherComputer()

    def any_trouble(self) -> AppError | None:
        """Of the accounts this run sends for: what the owner is told."""
        troubles = (self.trouble(account) for account in self._accounts.of_this_run())
        return next((trouble for trouble in troubles if trouble is not None), None)

    def learn(self) -> None:
        """Asks the system which computer this is, which may take seconds: only in a lane."""
        self._is_here()

    def known_trouble(self) -> AppError | None:
        """As any_trouble, but of what was not learnt yet nothing is said."""
        if "_mark" in self.__dict__ or self.clock_is_wrong():
            return self.any_trouble()
        return None

    def clock_is_wrong(self) -> bool:
        """It says a time before this Shoplark was made: a flat battery, most often."""
        return self._clock.now() < MADE_AT

    def send_from_here(self) -> None:
        """From now on; the other computer says so at its next start. Raises StorageTrouble."""
        if self._mark:
            self._settings.set(SENDS_FROM, self._mark)

    @cached_property
    def _mark(self) -> str:
        return self._read_mark()

    def _is_here(self) -> bool:
        noted = self._settings.get(SENDS_FROM)
        if not noted and self._mark:
            self._settings.remember(SENDS_FROM, self._mark)
        return not noted or not self._mark or noted == self._mark
