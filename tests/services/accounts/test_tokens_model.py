"""Tokens by chance: programs on one folder that are killed anywhere, an X in trouble, a keyring
that refuses, an owner who signs in and out. X's own log is the judge."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from services.accounts.account import SignedIn
from services.accounts.token_values import token_mark
from services.accounts.tokens import Tokens
from services.clock import SteppedClock
from services.errors import AppError, KeychainTrouble, RenewalLost, SignInEnded
from services.paths import paths_under
from services.store.database import open_database
from services.x_api.practice import Sort, open_practice
from tests.conftest import TEN_O_CLOCK
from tests.services.accounts.token_shop import SignedInShop
from tests.services.x_api.practice.consent import Browser

PLACES = ("before the word", "after the word", "answered", "refresh kept", "access kept")
TROUBLES: tuple[dict[str, Any], ...] = (
    {"sort": Sort.UNREACHABLE},
    {"sort": Sort.DROP},
    {"sort": Sort.DROP, "accepted": False},
    {"sort": Sort.HALF_JSON},
    {"sort": Sort.EMPTY},
    {"sort": Sort.LATE, "seconds": 60},
    {"sort": Sort.LATE, "seconds": 2},
    {"sort": Sort.HTML, "status": 502, "accepted": False},
    {"sort": Sort.REFUSE, "name": "unavailable"},
    {"sort": Sort.REFUSE, "name": "unauthorized"},
    {"sort": Sort.REFUSE, "name": "rate_limited", "seconds": 300},
)


class Killed(BaseException):
    """The program is no more."""


class TokensByChance(RuleBasedStateMachine):
    @initialize(seconds=st.sampled_from([7_200, 600, 3]))
    def begin(self, seconds: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SteppedClock(TEN_O_CLOCK)
        paths = paths_under(Path(self.folder.name) / "data")
        self.database = open_database(paths)
        self.x = open_practice(":memory:", self.clock, sample=False)
        self.x.set_app(token_seconds=seconds)
        self.shop = SignedInShop(paths, self.database, self.clock, self.x)
        self.programs = [self.shop.tokens(), self.shop.tokens()]
        self.dies_at = ""
        self.taken_away: set[str] = set()
        self.signed_out = False

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.database.close()
            self.x.close()
            self.folder.cleanup()

    # What happens.

    @rule(number=st.integers(0, 1), again=st.booleans())
    def ask(self, number: int, again: bool) -> None:
        self._in_program(number, lambda tokens: self._get(tokens, again=again))

    @rule(number=st.integers(0, 1), place=st.sampled_from(PLACES))
    def ask_and_be_killed(self, number: int, place: str) -> None:
        self.dies_at = place
        self._in_program(number, lambda tokens: self._get(tokens, again=True))
        self.dies_at = ""

    @rule(seconds=st.sampled_from([2, 40, 400, 5_000, 7_300, -3_000]))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @rule(trouble=st.sampled_from(TROUBLES), times=st.integers(1, 2))
    def x_is_in_trouble(self, trouble: dict[str, Any], times: int) -> None:
        self.shop.next_call(**trouble, times=times)

    @rule()
    def x_is_well(self) -> None:
        self.x.clear_script()

    @rule(entry=st.sampled_from(["refresh_token", "access_token", ""]))
    def the_keyring_refuses(self, entry: str) -> None:
        self.shop.keyring.refuses = lambda name, _secret: entry in name

    @rule()
    def the_keyring_is_well(self) -> None:
        self.shop.keyring.refuses = lambda _name, _secret: False

    @rule(number=st.integers(0, 1))
    def the_program_is_started_anew(self, number: int) -> None:
        self.programs[number] = self.shop.tokens()

    @rule(number=st.integers(0, 1))
    def the_owner_signs_in(self, number: int) -> None:
        self.x.clear_script()
        with suppress(KeychainTrouble):
            self.shop.sign_in(self.programs[number])

    @rule(number=st.integers(0, 1))
    def the_owner_signs_out(self, number: int) -> None:
        def sign_out(tokens: Tokens) -> None:
            self.signed_out = True
            with suppress(AppError):
                tokens.sign_out(self.shop.account)
                assert self.shop.keyring.kept == {}

        self._in_program(number, sign_out)

    @rule()
    def the_owner_takes_the_permission_away_on_x(self) -> None:
        held = self.shop.kept("refresh_token")
        if held is not None and self.shop.is_xs_current(held):
            self.taken_away.add(token_mark(held))
            Browser(self.x).revoke(held)

    # What always holds.

    @invariant()
    def no_token_was_sent_twice(self) -> None:
        if not hasattr(self, "x"):
            return
        log = [line for line in self.x.token_log() if line.grant == "refresh_token"]
        sent = Counter(line.mark for line in log)
        assert not sent or max(sent.values()) == 1, sent
        assert {line.outcome for line in log} <= {"rotated", "refused"}
        refused = {line.mark[:16] for line in log if line.outcome == "refused"}
        assert refused <= self.taken_away

    @invariant()
    def nothing_ends_it_but_xs_own_word_and_the_owner(self) -> None:
        if hasattr(self, "shop") and self.shop.account.signed_in is SignedIn.ENDED:
            assert self.taken_away or self.signed_out

    @precondition(lambda self: hasattr(self, "x"))
    @rule()
    def an_account_that_x_keeps_is_not_lost(self) -> None:
        """X is well and nobody holds a pair in memory alone: a new program gets a token if the one
        kept is X's current one, and hears that it is lost, and sends nothing, if it has left."""
        self.x.clear_script()
        self.shop.keyring.refuses = lambda _name, _secret: False
        held = self.shop.kept("refresh_token")
        if held is None or self.shop.account.signed_in is not SignedIn.YES:
            return
        tokens, log = self.shop.tokens(), len(self.x.token_log())
        refused = self.shop.access
        if self.shop.standing() == token_mark(held):
            with pytest.raises(RenewalLost):
                tokens.renew(self.shop.id, refused)
            assert len(self.x.token_log()) == log
        elif self.shop.is_xs_current(held):
            assert self.shop.x_takes(tokens.renew(self.shop.id, refused))
            assert self.shop.is_xs_current(self.shop.kept("refresh_token"))
        else:
            assert token_mark(held) in self.taken_away
            with pytest.raises(SignInEnded):
                tokens.renew(self.shop.id, refused)

    # How it is done.

    def _get(self, tokens: Tokens, *, again: bool) -> None:
        with suppress(AppError):
            token = tokens.get(self.shop.id)
            if again:
                token = tokens.renew(self.shop.id, token)
            assert token in self.shop.keyring.ever, "used before it was kept"

    def _in_program(self, number: int, act: Any) -> None:
        tokens = self.programs[number]
        self._arm(tokens)
        try:
            act(tokens)
        except Killed:
            self.programs[number] = self.shop.tokens()
        finally:
            self._disarm(tokens)

    def _arm(self, tokens: Tokens) -> None:
        """Puts the places where it may be killed around the real things."""
        renewals, calls, entries = tokens._renewals, tokens._calls, tokens._entries
        begin, refresh, write = renewals.begin, calls.refresh, entries._write

        def begin_or_die(account_id: str, mark: str) -> None:
            self._reach("before the word")
            begin(account_id, mark)
            self._reach("after the word")

        def refresh_or_die(*args: Any, **more: Any) -> Any:
            pair = refresh(*args, **more)
            self._reach("answered")
            return pair

        def write_or_die(account_id: str, name: str, secret: str) -> None:
            write(account_id, name, secret)
            self._reach("refresh kept" if name == "refresh_token" else "access kept")

        renewals.begin = begin_or_die  # type: ignore[method-assign]  # of this program alone
        calls.refresh = refresh_or_die  # type: ignore[method-assign]  # as above
        entries._write = write_or_die  # type: ignore[method-assign]  # as above

    def _disarm(self, tokens: Tokens) -> None:
        del tokens._renewals.begin, tokens._calls.refresh, tokens._entries._write

    def _reach(self, place: str) -> None:
        if place == self.dies_at:
            raise Killed


TestTokensByChance = TokensByChance.TestCase
TestTokensByChance.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
