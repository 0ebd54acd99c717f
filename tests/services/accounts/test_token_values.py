from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.token_values import Access, FixedToken, TokenPair, is_token, token_mark
from services.errors import SignInNeeded

TIMES = st.integers(-(10**12), 10**12)


@given(kept_at=TIMES, life=st.integers(1, 10**7), later=st.integers(0, 10**7))
def test_a_token_just_kept_is_fresh_and_later_it_lives_longer_than_it_is_fresh(
    kept_at: int, life: int, later: int
) -> None:
    access = Access("t", kept_at + life, kept_at)

    assert access.is_fresh(kept_at)
    assert access.is_fresh(kept_at - later)
    if access.is_fresh(kept_at + later):
        assert access.lives(kept_at + later)
    assert not access.lives(kept_at + life)


def test_two_minutes_before_its_end_it_is_renewed_or_a_tenth_of_a_short_life() -> None:
    long, short, tiny = Access("t", 7_200, 0), Access("t", 60, 0), Access("t", 3, 0)

    assert (long.is_fresh(7_079), long.is_fresh(7_080)) == (True, False)
    assert (short.is_fresh(53), short.is_fresh(54)) == (True, False)
    assert (tiny.is_fresh(2), tiny.is_fresh(3)) == (True, False)


@given(st.text())
def test_a_token_can_be_sent_in_a_header_and_kept_between_spaces(text: str) -> None:
    if is_token(text):
        assert text.encode("ascii").split() == [text.encode("ascii")]


@pytest.mark.parametrize("text", [None, "", " ", "a b", "a\n", "رمز", "茶", "é", 5, b"a"])
def test_what_is_no_token(text: object) -> None:
    assert not is_token(text)


@pytest.mark.parametrize("token", [None, "", "  ", "رمز", "two\nlines"])
def test_a_given_token_that_cannot_be_sent_asks_to_sign_in(token: str | None) -> None:
    with pytest.raises(SignInNeeded):
        FixedToken(token).get()


def test_a_given_token_is_sent_as_it_is_and_never_renewed() -> None:
    assert FixedToken(" given\n").get() == "given"
    with pytest.raises(SignInNeeded) as caught:
        FixedToken("given").renew("given")
    assert "given" not in str(caught.value)


def test_a_mark_opens_nothing_and_no_secret_is_printed() -> None:
    pair = TokenPair("secret-1", "secret-2", 5, frozenset())

    assert token_mark("secret-1") not in ("secret-1", token_mark("secret-2"))
    assert "secret" not in f"{pair!r}{Access('secret-3', 1, 0)!r}{FixedToken('secret-4')!r}"
