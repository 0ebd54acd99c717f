import csv
import io

import pytest

from services.clock import DAY
from services.publishing.drafts import DraftPart
from services.x_api.ledger import Ledger, Purpose, start_of_month
from services.x_api.prices import Kind
from services.x_api.spending import Spending, to_csv


@pytest.fixture
def own(shop):
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


@pytest.fixture
def ledger(shop, clock):
    return Ledger(shop.database, clock)


@pytest.fixture
def spending(shop, clock):
    return Spending(shop.database, clock)


def test_a_month_is_the_sum_of_its_calls_newest_first(own, ledger, spending, clock):
    ledger.book_post(own.id, "お茶 leafkiln.shop", x_post_id="1")
    clock.advance(60)
    ledger.book_reads(own.id, Purpose.INBOX, Kind.OWNED_READ, ("7", "8"))
    ledger.book_ahead(own.id, Purpose.POST, Kind.ALT_TEXT)
    month = spending.month(own.id)
    assert [call.cost for call in month.calls] == [5_000, 2_000, 200_000]
    assert month.total == 207_000 == ledger.spent_this_month(own.id)
    assert [(one.purpose, one.calls, one.cost) for one in month.by_purpose()] == [
        (Purpose.POST, 2, 205_000),
        (Purpose.INBOX, 1, 2_000),
    ]


def test_a_call_knows_the_post_it_published(own, shop, ledger, spending):
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart("فنجان جديد"),))
    shop.database.connection.execute("UPDATE part SET x_post_id = '55'")
    ledger.book_post(own.id, "فنجان جديد", x_post_id="55")
    (call,) = spending.month(own.id).calls
    assert (call.post_id, call.words) == (draft.id, "فنجان جديد")


def test_months_are_xs_months(own, ledger, spending, clock):
    assert spending.first_month(own.id) is None
    ledger.book_ahead(own.id, Purpose.POST, Kind.POST)
    first = start_of_month(clock.now())
    clock.advance(start_of_month(first, months=1) - clock.now())
    ledger.book_ahead(own.id, Purpose.POST, Kind.DELETE)
    assert spending.first_month(own.id) == first
    assert spending.month(own.id).total == 10_000
    before = spending.month(own.id, first)
    assert (before.total, before.end) == (15_000, spending.month(own.id).start)


@pytest.mark.parametrize(("months", "days"), [(1, 30), (2, 61), (14, 426), (-10, -304)])
def test_months_are_counted_over_the_year(clock, months, days):
    start = start_of_month(clock.now())
    assert start_of_month(start, months=months) - start == days * DAY


def test_the_csv_holds_every_call_in_any_script(own, shop, ledger, spending):
    words = '=HYPERLINK("x"),\n看看新茶壶 "二"'
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart(words),))
    shop.database.connection.execute("UPDATE part SET x_post_id = '55'")
    ledger.book_post(own.id, words, x_post_id="55")
    ledger.book_reads(own.id, Purpose.INBOX, Kind.OWNED_READ, ("1",))
    data = to_csv(spending.month(own.id).calls)
    assert data.startswith(b"\xef\xbb\xbf")
    head, read, post = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head[0] == "time (UTC)"
    assert read[1:5] == ["inbox", "owned_read", "1", "0.001000"]
    assert post == ["2026-11-20 10:00:00", "post", "post", "1", "0.015000", f"'{words}"]


def test_an_empty_month_is_a_heading(own, spending):
    month = spending.month(own.id)
    assert (month.total, month.by_purpose()) == (0, ())
    assert to_csv(month.calls).count(b"\n") == 1
