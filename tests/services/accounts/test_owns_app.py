"""Who owns the app pays less for what is the account's own."""

from __future__ import annotations

import pytest

from services.accounts.proof import NEWEST
from services.errors import (
    BudgetReached,
)
from services.x_api.forecast import Habits, What, forecast
from services.x_api.prices import X_LIST, Kind
from tests.services.accounts.proving import ANY, ME, OWN, booked, own_posts, prove
from tests.services.accounts.signing import Signing

pytestmark = pytest.mark.loopback


@pytest.fixture
def signed_in(signing: Signing) -> Signing:
    signing.sign_in()
    return signing


@pytest.mark.parametrize(("owns", "each"), [(True, OWN), (None, OWN), (False, ANY)])
def test_who_owns_the_app_reads_its_own_cheaply(
    signed_in: Signing, owns: bool | None, each: int
) -> None:
    shop, account_id = signed_in.shop, signed_in.account_id
    own_posts(signed_in, 3)
    account = shop.accounts.set_owns_app(account_id, owns)
    assert account.prices is not None
    assert account.prices.of(Kind.OWNED_READ) == each
    assert shop.proofs.price(account_id) == ME + NEWEST * (OWN if owns else ANY)
    habits = Habits(28, mentions=28)
    assert [
        line.price
        for line in forecast(habits, account.checking, account.prices).lines
        if line.what is What.MENTIONS
    ] == [each]
    before = booked(signed_in)
    prove(signed_in)
    assert booked(signed_in) - before == ME + 3 * each


def test_the_budget_holds_for_the_dearer_reads(signed_in: Signing) -> None:
    own_posts(signed_in, 3)
    shop, account_id = signed_in.shop, signed_in.account_id
    account = shop.accounts.set_owns_app(account_id, False)
    prove(signed_in)
    shop.accounts.set_budget(account_id, booked(signed_in) + NEWEST * ANY - 1)
    client = shop.clients.for_account(account)
    user_id = shop.accounts.get(account_id).x_user_id or ""
    signed_in.clock.advance(86_400)
    with pytest.raises(BudgetReached):
        client.own_posts(user_id, limit=NEWEST)


def test_a_corrected_price_counts_for_both(signed_in: Signing) -> None:
    shop, account_id = signed_in.shop, signed_in.account_id
    shop.price_book.set(Kind.POST_READ, 7_000)
    shop.price_book.set(Kind.OWNED_READ, 2_000)
    assert shop.ledger.prices_of(account_id).of(Kind.OWNED_READ) == 2_000
    shop.accounts.set_owns_app(account_id, False)
    assert shop.ledger.prices_of(account_id).of(Kind.OWNED_READ, 2) == 14_000
    assert shop.price_book.current().of(Kind.OWNED_READ) == 2_000
    assert X_LIST.of(Kind.OWNED_READ) == OWN
