"""The mark of a refresh token is on the disk before the token leaves, whatever happens then.

And in the keyring, for whoever puts a copy of the data file back.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from services.accounts import renewals
from services.accounts.keychain import Keychain
from services.accounts.renewals import X_WAITS, Renewals
from services.accounts.token_entries import TokenEntries
from services.accounts.token_values import token_mark
from services.clock import SteppedClock
from services.errors import KeychainTrouble, RenewalLost, ServerTrouble
from services.paths import Paths
from services.store.backup import daily_copy
from services.store.database import Database
from services.x_api.practice import Request, Response, Sort
from services.x_api.transport import HOST
from tests.services.accounts.token_shop import TOKEN_PATH, SignedInShop


def marks(paths: Paths) -> list[str]:
    """As another program, or this one after a kill, reads them."""
    with closing(sqlite3.connect(paths.database)) as other:
        return [mark for (mark,) in other.execute("SELECT token_mark FROM renewal")]


def waits_for_the_disk(said: list[str]) -> bool:
    """Whether the row was written with a commit that returns when the disk has it."""
    at = next(place for place, line in enumerate(said) if line.startswith("INSERT INTO renewal"))
    how = [line for line in said[:at] if line.startswith("PRAGMA synchronous")]
    return how[-1] == "PRAGMA synchronous=FULL" and said[at + 1 : at + 2] == ["COMMIT"]


def test_it_is_on_the_disk_when_it_has_begun(
    signed: SignedInShop, database: Database, clock: SteppedClock, paths: Paths
) -> None:
    keychain = Keychain("Shoplark", backend=signed.keyring)  # type: ignore[arg-type]  # a stand-in
    known = Renewals(database, clock, TokenEntries(keychain, HOST))
    said: list[str] = []
    database.connection.set_trace_callback(said.append)
    known.begin(signed.id, "a")
    assert waits_for_the_disk(said)
    assert marks(paths) == [known.standing(signed.id)] == ["a"]
    said.clear()
    known.begin(signed.id, "b")
    assert waits_for_the_disk(said)
    assert marks(paths) == ["b"]
    known.end(signed.id)
    assert marks(paths) == []


def test_it_is_on_the_disk_when_x_has_the_token(
    signed: SignedInShop, database: Database, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    seen: list[list[str]] = []
    sent = signed.kept("refresh_token") or ""
    handle = signed.x.handle

    def looking(request: Request) -> Response:
        if request.path == TOKEN_PATH:
            seen.append(marks(paths))
        return handle(request)

    monkeypatch.setattr(signed.x, "handle", looking)
    signed.over()
    tokens = signed.tokens()
    database.connection.set_trace_callback(said.append)
    tokens.get(signed.id)
    database.connection.set_trace_callback(None)
    assert seen == [[token_mark(sent)]]
    assert waits_for_the_disk(said)
    assert marks(paths) == []


class CopyPutBack:
    """`back()`: the folder's data file is again as it was, the keyring as it is."""

    def __init__(self, signed: SignedInShop, paths: Paths, database: Database) -> None:
        self._signed, self._paths, self._database = signed, paths, database
        copy = daily_copy(database.connection, paths, signed.clock.now())
        assert copy is not None
        self._copy = copy

    def back(self) -> None:
        with closing(sqlite3.connect(self._copy)) as copy:
            copy.backup(self._database.connection)
        assert self._signed.standing() is None


@pytest.fixture
def copied(signed: SignedInShop, paths: Paths, database: Database) -> CopyPutBack:
    return CopyPutBack(signed, paths, database)


@pytest.mark.parametrize("accepted", [True, False])
def test_a_copy_put_back_does_not_send_a_used_token_again(
    signed: SignedInShop, copied: CopyPutBack, accepted: bool
) -> None:
    signed.over()
    signed.next_call(Sort.DROP, accepted=accepted)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    before = signed.renewals()
    copied.back()
    for _ in range(2):
        with pytest.raises(RenewalLost):
            signed.tokens().get(signed.id)
    assert signed.renewals() == before


def test_a_copy_put_back_costs_no_sign_in_that_is_well(
    signed: SignedInShop, copied: CopyPutBack
) -> None:
    """The keyring has newer tokens than the copy knows of."""
    for _ in range(2):
        signed.over()
        signed.tokens().get(signed.id)
    copied.back()
    signed.over()
    assert signed.x_takes(signed.tokens().get(signed.id))
    assert signed.renewals() == ["rotated"] * 3


def test_a_copy_put_back_after_x_was_in_trouble_goes_on(
    signed: SignedInShop, copied: CopyPutBack
) -> None:
    """X answered, and had not used the token: neither place says any more that it left."""
    signed.over()
    signed.next_call(Sort.REFUSE, status=503)
    with pytest.raises(ServerTrouble):
        signed.tokens().get(signed.id)
    assert "sent_token" not in [name.partition("/")[2] for name in signed.keyring.kept]
    copied.back()
    assert signed.x_takes(signed.tokens().get(signed.id))


def test_what_the_keyring_does_not_note_does_not_leave(signed: SignedInShop) -> None:
    signed.over()
    signed.keyring.refuses = lambda name, secret: "sent_token" in name and secret is not None
    with pytest.raises(KeychainTrouble):
        signed.tokens().get(signed.id)
    assert (signed.renewals(), signed.standing()) == ([], None)
    signed.keyring.refuses = lambda _name, _secret: False
    assert signed.x_takes(signed.tokens().get(signed.id))
    assert signed.renewals() == ["rotated"]


def test_after_a_keyring_that_took_long_x_may_listen_no_more(
    signed: SignedInShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token stays here, rather than leave for nobody and count as used."""
    signed.over()
    now = 1_000.0

    def slow(name: str, _secret: str | None) -> bool:
        nonlocal now
        now += X_WAITS + 1 if "sent_token" in name else 0
        return False

    monkeypatch.setattr(renewals, "monotonic", lambda: now)
    signed.keyring.refuses = slow
    with pytest.raises(ServerTrouble):
        signed.tokens().get(signed.id)
    assert (signed.renewals(), signed.standing()) == ([], None)
    signed.keyring.refuses = lambda _name, _secret: False
    assert signed.x_takes(signed.tokens().get(signed.id))


def test_a_mark_that_the_keyring_does_not_give_up_loses_nothing(signed: SignedInShop) -> None:
    """X had not used the token, and this run knows."""
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, status=503)
    signed.keyring.refuses = lambda name, secret: "sent_token" in name and secret is None
    with pytest.raises(KeychainTrouble):
        tokens.get(signed.id)
    signed.keyring.refuses = lambda _name, _secret: False
    signed.clock.advance(3_600)
    assert signed.x_takes(tokens.get(signed.id))
    assert signed.renewals()[-1] == "rotated"


def test_the_mark_opens_nothing_and_goes_with_the_tokens(signed: SignedInShop) -> None:
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    assert signed.kept("sent_token") == token_mark(signed.kept("refresh_token") or "")
    signed.tokens().forget(signed.id)
    assert signed.keyring.kept == {}


def test_what_is_in_doubt_is_not_put_aside(signed: SignedInShop, copied: CopyPutBack) -> None:
    """When somebody else signs in, it could not go on."""
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        tokens.get(signed.id)
    copied.back()
    tokens.keep(signed.id, signed.pair(), aside=True)
    assert not tokens.put_back(signed.account)


def test_a_new_sign_in_is_not_in_doubt(signed: SignedInShop) -> None:
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    signed.sign_in(signed.tokens())
    signed.over()
    signed.tokens().get(signed.id)
    assert signed.kept("sent_token") is None
