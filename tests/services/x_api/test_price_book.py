import pytest

from services.accounts.accounts import Way
from services.publishing.drafts import DraftPart
from services.publishing.post_price import price_of
from services.x_api.ledger import Ledger
from services.x_api.price_book import MOST, PriceBook
from services.x_api.prices import PRICES, X_LIST, Kind, Prices


@pytest.fixture
def book(database, clock):
    return PriceBook(database, clock)


def test_without_corrections_it_is_xs_list(book):
    assert book.current() == X_LIST
    assert all(X_LIST.of(kind) == PRICES[kind] for kind in Kind)
    assert book.corrected_at() == {}


def test_a_corrected_price_is_the_one_used_until_it_is_reset(book, clock):
    assert book.set(Kind.POST, 20_000).of(Kind.POST, 3) == 60_000
    assert book.current().of_post(False, 2) == 20_000 + 2 * PRICES[Kind.ALT_TEXT]
    assert book.current().of_post(True) == PRICES[Kind.POST_WITH_LINK]
    assert book.corrected_at() == {Kind.POST: clock.now()}
    assert book.reset() == book.current() == X_LIST


def test_xs_own_price_is_no_correction(book):
    book.set(Kind.DELETE, 1)
    book.set(Kind.DELETE, PRICES[Kind.DELETE])
    assert book.corrected_at() == {}


@pytest.mark.parametrize("cost", [-1, MOST + 1])
def test_what_no_call_costs_is_refused(book, cost):
    with pytest.raises(ValueError, match="no price"):
        book.set(Kind.POST, cost)
    assert book.current() == X_LIST


def test_a_price_that_may_be_nothing(book):
    assert book.set(Kind.OWNED_READ, 0).of(Kind.OWNED_READ, 500) == 0


def test_a_row_of_a_newer_program_is_passed_over(book, database):
    database.connection.execute("INSERT INTO price VALUES ('video', 9, 0)")
    assert book.current() == X_LIST


def test_what_was_booked_keeps_its_cost(book, database, clock, shop):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    ledger = Ledger(shop.database, clock)
    ledger.book_post(own.id, "お茶", x_post_id="1")
    shop.price_book.set(Kind.POST, 99_000)
    ledger.book_post(own.id, "شاي", x_post_id="2")
    assert [call.cost for call in shop.spending.month(own.id).calls] == [99_000, 15_000]


def test_only_a_connected_account_has_prices(shop):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.price_book.set(Kind.ANSWER, 11_000)
    assert own.prices is None
    assert shop.accounts.practice().prices is None
    shop.database.connection.execute(
        "UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id)
    )
    assert shop.accounts.get(own.id).prices == Prices(((Kind.ANSWER, 11_000),))


def test_a_thread_costs_all_its_parts_and_a_link_in_any_of_them(shop):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    draft = shop.drafts.new(own.id)
    parts = (DraftPart("One 🍵"), DraftPart("二 leafkiln.shop"), DraftPart("ثلاثة"))
    post = shop.drafts.save(draft.id, parts=parts) or shop.drafts.get(draft.id)
    post = shop.drafts.get(draft.id)
    assert price_of(post, X_LIST) == 15_000 + 200_000 + 15_000
