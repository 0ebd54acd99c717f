import threading

import pytest

from services.clock import DAY
from services.x_api.ledger import Ledger, Purpose, start_of_month
from services.x_api.prices import Kind

NOW = 1_795_168_800
FIRST_OF_DECEMBER = 1_796_083_200
SHOP, OTHER = "a", "b"


@pytest.fixture
def ledger(database, clock):
    for account in (SHOP, OTHER):
        database.connection.execute(
            "INSERT INTO account(id, way, zone, colour, created_at) "
            "VALUES (?, 'connected', 'UTC', '#000000', 0)",
            (account,),
        )
    return Ledger(database, clock)


def test_a_fresh_book_is_empty(ledger, paid):
    assert ledger.spent_this_month(SHOP) == 0
    assert paid(SHOP) == ()


def test_calls_are_booked_at_their_price(ledger, paid):
    ledger.book_ahead(SHOP, Purpose.POST, Kind.POST_WITH_LINK)
    ledger.book_ahead(SHOP, Purpose.POST, Kind.ALT_TEXT)
    ledger.book_ahead(OTHER, Purpose.ANSWER, Kind.ANSWER)

    assert ledger.spent_this_month(SHOP) == 205_000
    assert ledger.spent_this_month(OTHER) == 10_000
    assert [(one.at, one.purpose, one.kind, one.count, one.cost) for one in paid(SHOP)] == [
        (NOW, Purpose.POST, Kind.ALT_TEXT, 1, 5_000),
        (NOW, Purpose.POST, Kind.POST_WITH_LINK, 1, 200_000),
    ]


def test_a_thing_read_twice_in_a_utc_day_is_billed_once(ledger, paid, clock):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1", "2", "2"))
    ledger.book_reads(SHOP, Purpose.FIGURES, Kind.OWNED_READ, ("2", "3"))

    assert ledger.spent_this_month(SHOP) == 3_000
    assert [entry.count for entry in paid(SHOP)] == [1, 2]

    clock.advance(14 * 3_600)
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    assert ledger.spent_this_month(SHOP) == 4_000


def test_posts_users_and_accounts_are_billed_apart_but_no_post_twice(ledger):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    ledger.book_reads(SHOP, Purpose.CHECK, Kind.POST_READ, ("1",))
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.USER_READ, ("1",))
    ledger.book_reads(OTHER, Purpose.INBOX, Kind.OWNED_READ, ("1",))

    assert ledger.spent_this_month(SHOP) == 11_000
    assert ledger.spent_this_month(OTHER) == 1_000


def test_what_costs_nothing_is_not_in_the_book(ledger, paid):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ())

    assert len(paid(SHOP)) == 1


def test_what_is_still_to_be_billed_today(ledger, clock):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.USER_READ, ("1",))

    assert ledger.unbilled(SHOP, Kind.USER_READ, ("1", "2", "2", "3")) == 2
    clock.advance(DAY)
    assert ledger.unbilled(SHOP, Kind.USER_READ, ("1", "2")) == 2


def test_old_readings_are_not_kept(ledger, clock, database):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    clock.advance(41 * DAY)
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("2",))
    rows = database.connection.execute("SELECT x_id FROM billed_resource").fetchall()
    assert [row["x_id"] for row in rows] == ["2"]


def test_a_clock_that_ran_a_day_ahead_has_nothing_booked_twice(ledger, clock):
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1", "2"))
    clock.advance(DAY)
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("9",))
    clock.advance(-DAY)
    ledger.book_reads(SHOP, Purpose.INBOX, Kind.OWNED_READ, ("1", "2"))
    assert ledger.spent_this_month(SHOP) == 3_000


def test_the_month_is_utcs(ledger, paid, clock):
    ledger.book_ahead(SHOP, Purpose.POST, Kind.POST)
    clock.advance(FIRST_OF_DECEMBER - 1 - NOW)
    assert ledger.spent_this_month(SHOP) == 15_000

    clock.advance(1)
    assert ledger.spent_this_month(SHOP) == 0
    assert paid(SHOP) == ()


def test_the_first_second_of_a_month_is_in_it():
    assert start_of_month(FIRST_OF_DECEMBER) == FIRST_OF_DECEMBER
    assert start_of_month(FIRST_OF_DECEMBER - 1) < FIRST_OF_DECEMBER - 29 * DAY


def test_a_customers_word_is_known(ledger, database):
    database.connection.execute(
        "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
        "looked_up_at) VALUES ('c', 'a', '9', 'mio', 'みお', 0, 0)"
    )
    database.connection.execute(
        "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, text, "
        "created_at, received_at) VALUES ('i', 'a', 'mention', '77', '77', 'c', '', 0, 0)"
    )

    assert ledger.is_to_customer(SHOP, "77")
    assert not ledger.is_to_customer(SHOP, "78")
    assert not ledger.is_to_customer(OTHER, "77")


def test_a_post_found_later_is_booked_like_any_other(ledger, paid):
    ledger.book_post(SHOP, "چای تازه", x_post_id="1")
    ledger.book_post(SHOP, "leafkiln.shop", x_post_id="2")
    ledger.book_post(SHOP, "چای تازه", x_post_id="1")

    assert [entry.kind for entry in paid(SHOP)] == [Kind.POST_WITH_LINK, Kind.POST]


def test_two_lanes_book_the_same_reading_once(ledger, database):
    ids = [str(n) for n in range(40)]
    threads = [
        threading.Thread(target=ledger.book_reads, args=(SHOP, Purpose.INBOX, Kind.OWNED_READ, ids))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ledger.spent_this_month(SHOP) == 40_000
