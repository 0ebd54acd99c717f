"""When a token is renewed, and when it is not; against the practice X's OAuth."""

from __future__ import annotations

import pytest

from services import os_lock
from services.accounts import renewal_lock
from services.errors import (
    ServerTrouble,
    SignInNeeded,
)
from services.x_api.practice import Sort
from tests.services.accounts.token_shop import SignedInShop


def test_a_fresh_token_is_used_as_it_is(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.clock.advance(7_200 - 121)

    assert tokens.get(signed.id) == signed.access
    assert signed.renewals() == []


def test_near_its_end_it_is_renewed_and_the_new_one_is_kept_first(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    before = signed.access
    signed.nearly_over()
    signed.keyring.writes.clear()

    access = tokens.get(signed.id)

    assert access != before
    assert access == signed.access
    assert signed.x_takes(access)
    assert signed.keyring.writes == ["sent_token", "refresh_token", "access_token"]
    assert signed.is_xs_current(signed.kept("refresh_token"))
    assert signed.standing() is None
    assert signed.renewals() == ["rotated"]


def test_a_short_life_is_used_for_nine_tenths(signed: SignedInShop) -> None:
    signed.x.set_app(token_seconds=60)
    tokens = signed.tokens()
    signed.nearly_over()
    tokens.get(signed.id)

    signed.clock.advance(53)
    tokens.get(signed.id)
    assert signed.renewals() == ["rotated"]
    signed.clock.advance(1)
    tokens.get(signed.id)
    assert signed.renewals() == ["rotated"] * 2


def test_a_refused_token_is_renewed_once(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    refused = tokens.get(signed.id)

    access = tokens.renew(signed.id, refused)

    assert access != refused
    assert tokens.get(signed.id) == access
    assert signed.renewals() == ["rotated"]


def test_what_another_program_renewed_is_taken_as_it_is(signed: SignedInShop) -> None:
    here, there = signed.tokens(), signed.tokens()
    refused = here.get(signed.id)

    renewed = there.renew(signed.id, there.get(signed.id))

    assert here.renew(signed.id, refused) == renewed
    assert signed.renewals() == ["rotated"]


def test_a_token_that_a_refusal_brought_is_not_renewed_in_a_loop(signed: SignedInShop) -> None:
    """X may refuse whatever it gives for an hour (x_platform.md §2, Incidents)."""
    tokens = signed.tokens()
    access = tokens.renew(signed.id, tokens.get(signed.id))

    for _ in range(20):
        with pytest.raises(SignInNeeded):
            tokens.renew(signed.id, access)
    assert signed.renewals() == ["rotated"]
    assert tokens.get(signed.id) == access

    signed.clock.advance(300)
    assert tokens.renew(signed.id, access) != access
    assert signed.renewals() == ["rotated"] * 2


def test_a_clock_that_jumps_renews_once_a_jump(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    for days in (100, -100, 100, -100, 100, -120):
        signed.clock.advance(days * 86_400)
        for _ in range(5):
            assert tokens.get(signed.id) == signed.access

    assert signed.renewals() == ["rotated"]


@pytest.mark.parametrize("told", ["0", "-5", "true", '"soon"', "null", "1e400", "9" * 30])
def test_a_life_that_is_none_does_not_renew_in_a_loop(signed: SignedInShop, told: str) -> None:
    body = f'{{"access_token": "a-1", "refresh_token": "r-1", "expires_in": {told}}}'
    signed.next_call(Sort.REFUSE, status=200, body=body)
    tokens = signed.tokens()
    signed.nearly_over()

    assert [tokens.get(signed.id) for _ in range(5)] == ["a-1"] * 5
    assert signed.kept("refresh_token") == "r-1"


def test_without_a_new_refresh_token_the_one_before_stays(signed: SignedInShop) -> None:
    before = signed.kept("refresh_token")
    signed.next_call(Sort.REFUSE, status=200, body='{"access_token": "a-1", "expires_in": 7200}')
    tokens = signed.tokens()
    signed.nearly_over()

    assert tokens.get(signed.id) == "a-1"
    assert signed.kept("refresh_token") == before
    signed.nearly_over()
    assert signed.x_takes(tokens.get(signed.id))


def test_a_lock_that_another_holds_for_long_is_not_waited_for_for_ever(
    signed: SignedInShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal_lock, "PATIENCE", 0.01)
    tokens = signed.tokens()
    before = signed.access
    with os_lock.hold(signed._paths.renewal_lock):
        signed.nearly_over()
        assert tokens.get(signed.id) == before
        with pytest.raises(ServerTrouble):
            tokens.renew(signed.id, before)
        with pytest.raises(ServerTrouble):
            tokens.sign_out(signed.account)

    assert signed.renewals() == []
    assert tokens.get(signed.id) != before


def test_no_secret_shows_in_what_is_printed_of_it(signed: SignedInShop) -> None:
    pair = signed.pair()
    tokens = signed.tokens()
    signed.sign_in(tokens)
    told = f"{pair!r} {tokens.of(signed.account)!r} {tokens!r} {vars(tokens)!r}"

    for secret in (pair.access, pair.refresh or "", signed.access):
        assert secret not in told
