"""The mark of a refresh token is on the disk before the token leaves, whatever happens then."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from services.accounts.renewals import Renewals
from services.accounts.token_values import token_mark
from services.clock import SteppedClock
from services.paths import Paths
from services.store.database import Database
from services.x_api.practice import Request, Response
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
    renewals = Renewals(database, clock)
    said: list[str] = []
    database.connection.set_trace_callback(said.append)
    renewals.begin(signed.id, "a")
    assert waits_for_the_disk(said)
    assert marks(paths) == [renewals.standing(signed.id)] == ["a"]
    said.clear()
    renewals.begin(signed.id, "b")
    assert waits_for_the_disk(said)
    assert marks(paths) == ["b"]
    renewals.end(signed.id)
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
