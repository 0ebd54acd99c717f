"""X refuses a renewal, is in trouble, or its answer is lost on the way."""

from __future__ import annotations

import pytest

from services.accounts.account import SignedIn
from services.accounts.token_values import token_mark
from services.errors import (
    AppOfOtherKind,
    Offline,
    RateLimited,
    RenewalLost,
    ServerTrouble,
    SignInEnded,
)
from services.x_api.practice import Sort
from services.x_api.practice.oauth_apps import AppKind
from tests.services.accounts.token_shop import SignedInShop
from tests.services.x_api.practice.consent import Browser


def test_xs_definite_no_ends_the_sign_in(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    _end_at_x(signed)
    signed.over()

    for _ in range(2):
        with pytest.raises(SignInEnded):
            tokens.get(signed.id)

    assert signed.account.signed_in is SignedIn.ENDED
    assert signed.keyring.kept == {}
    assert signed.renewals() == ["refused"]
    assert not tokens.knows(signed.id)


def test_a_no_that_cannot_be_tidied_up_after_is_not_asked_for_twice(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    _end_at_x(signed)
    signed.over()
    signed.keyring.refuses = lambda _name, secret: secret is None

    for program in (tokens, tokens, signed.tokens()):
        with pytest.raises(SignInEnded):
            program.get(signed.id)

    assert signed.renewals() == ["refused"]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, '{"title": "Unauthorized", "type": "about:blank", "status": 401}'),
        (403, '{"error": "invalid_request", "error_description": "Forbidden"}'),
        (400, "<html>no</html>"),
        (400, ""),
        (400, "[]"),
        (400, '{"error": "temporarily_unavailable"}'),
        (404, '{"error": "invalid_grant"}'),
        (302, ""),
        (500, '{"error": "invalid_grant"}'),
    ],
)
def test_nothing_but_oauths_own_no_ends_a_sign_in(
    signed: SignedInShop, status: int, body: str
) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, status=status, body=body)

    with pytest.raises(ServerTrouble):
        tokens.get(signed.id)

    assert signed.account.signed_in is SignedIn.YES
    assert signed.standing() is None
    signed.clock.advance(3_600)
    assert signed.x_takes(tokens.get(signed.id))


def test_an_app_of_another_kind_keeps_the_tokens(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.x.set_app(kind=AppKind.WEB)
    signed.over()

    with pytest.raises(AppOfOtherKind):
        tokens.get(signed.id)

    assert signed.account.signed_in is SignedIn.YES
    signed.x.set_app(kind=AppKind.NATIVE)
    assert signed.x_takes(tokens.get(signed.id))


def test_a_client_id_that_x_does_not_know_keeps_the_tokens(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    entry, token = f"{signed.id}/refresh_token", signed.kept("refresh_token")
    right, signed.keyring.kept[entry] = signed.keyring.kept[entry], f"another-id {token}"
    signed.over()

    with pytest.raises(AppOfOtherKind):
        tokens.get(signed.id)

    signed.keyring.kept[entry] = right
    assert signed.x_takes(tokens.get(signed.id))


def test_what_the_owner_enters_meanwhile_does_not_touch_what_is_kept(signed: SignedInShop) -> None:
    signed.accounts.set_client_id(signed.id, "another-id")
    signed.over()

    assert signed.x_takes(signed.tokens().get(signed.id))


def test_while_the_token_still_lives_trouble_is_not_told(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    before = tokens.get(signed.id)
    signed.nearly_over()
    signed.next_call(Sort.REFUSE, name="unavailable")

    assert tokens.get(signed.id) == before
    assert signed.standing() is None


def test_after_trouble_x_is_left_alone_longer_and_longer(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, name="unavailable_html", times=3)
    for rest in (30, 60, 120):
        with pytest.raises(ServerTrouble):
            tokens.get(signed.id)
        left = _script_left(signed)
        signed.clock.advance(rest - 1)
        with pytest.raises(ServerTrouble):
            tokens.get(signed.id)
        assert _script_left(signed) == left
        signed.clock.advance(1)

    assert signed.x_takes(tokens.get(signed.id))
    assert signed.renewals() == ["rotated"]


def test_a_rest_ends_when_the_clock_is_put_back(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, name="unavailable")
    with pytest.raises(ServerTrouble):
        tokens.get(signed.id)

    signed.clock.advance(-86_400)
    access = signed.access
    assert tokens.get(signed.id) == access
    assert tokens.renew(signed.id, access) != access


def test_xs_limit_is_kept(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, name="rate_limited", seconds=600, times=2)

    with pytest.raises(RateLimited) as caught:
        tokens.get(signed.id)

    assert caught.value.until == signed.clock.now() + 600
    signed.clock.advance(599)
    with pytest.raises(RateLimited):
        tokens.get(signed.id)
    assert _script_left(signed) == 1


def test_offline_is_asked_again_at_once_and_nothing_has_left(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.UNREACHABLE)

    with pytest.raises(Offline):
        tokens.get(signed.id)

    assert signed.standing() is None
    assert signed.x_takes(tokens.get(signed.id))


@pytest.mark.parametrize("done", [True, False])
def test_a_token_whose_answer_was_lost_is_never_sent_again(
    signed: SignedInShop, done: bool
) -> None:
    tokens = signed.tokens()
    before = tokens.get(signed.id)
    mark = token_mark(signed.kept("refresh_token") or "")
    signed.nearly_over()
    signed.next_call(Sort.DROP, accepted=done)

    assert tokens.get(signed.id) == before
    assert signed.standing() == mark
    signed.over()
    for program in (tokens, signed.tokens()):
        with pytest.raises(RenewalLost):
            program.get(signed.id)

    assert signed.renewals() == (["rotated"] if done else [])
    assert signed.account.signed_in is SignedIn.LOST


@pytest.mark.parametrize("sort", [Sort.HALF_JSON, Sort.EMPTY, Sort.HTML])
def test_a_200_that_cannot_be_read_is_a_lost_answer(signed: SignedInShop, sort: Sort) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(sort)

    for _ in range(2):
        with pytest.raises(RenewalLost):
            tokens.get(signed.id)

    assert signed.renewals() == ["rotated"]


def test_a_late_answer_is_a_lost_one(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.LATE, seconds=60)

    with pytest.raises(RenewalLost):
        tokens.get(signed.id)


def test_after_a_lost_answer_signing_in_again_mends_it(signed: SignedInShop) -> None:
    tokens, other = signed.tokens(), signed.tokens()
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        tokens.get(signed.id)

    signed.sign_in(other)

    assert tokens.get(signed.id) == signed.access
    signed.over()
    assert signed.x_takes(tokens.get(signed.id))
    assert "reused" not in signed.renewals()


def _end_at_x(signed: SignedInShop) -> None:
    """The owner took the app's permission away on X's own page."""
    Browser(signed.x).revoke(signed.kept("refresh_token") or "")


def _script_left(signed: SignedInShop) -> int:
    with signed.x.state.transaction() as db:
        return int(db.execute("SELECT coalesce(sum(times), 0) FROM script").fetchone()[0])
