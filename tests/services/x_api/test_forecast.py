import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.accounts import Checking
from services.clock import DAY
from services.x_api.forecast import Forecasts, Habits, What, forecast
from services.x_api.pace import PACES
from services.x_api.prices import X_LIST, Kind, Prices

MONTH = Habits(28, posts=84, links=0, answers=28, alt_texts=14, mentions=56, authors=28)


def by_what(found):
    return {line.what: (line.count, line.cost) for line in found.lines}


def test_a_month_is_worked_out_of_28_days():
    found = forecast(MONTH, Checking.NORMAL, X_LIST)
    assert by_what(found) == {
        What.POSTS: (90, 1_350_000),
        What.ANSWERS: (30, 300_000),
        What.ALT_TEXTS: (15, 75_000),
        What.MENTIONS: (60, 60_000),
        What.AUTHORS: (30, 300_000),
        What.FIGURES: (120, 120 * 31 * 1_000),
        What.ACCOUNT: (1, 300_000),
    }
    assert found.total == sum(line.cost for line in found.lines)


def test_only_the_figures_make_the_ways_differ():
    costs = {way: forecast(MONTH, way, X_LIST) for way in Checking}
    assert costs[Checking.NORMAL].total == costs[Checking.AT_ONCE].total
    saved = costs[Checking.NORMAL].total - costs[Checking.THRIFTY].total
    assert saved == 120 * 25 * 1_000 + 25 * 10_000
    assert PACES[Checking.AT_ONCE].open < PACES[Checking.NORMAL].open < PACES[Checking.THRIFTY].open


def test_a_corrected_price_is_the_one_counted_with():
    dear = Prices(((Kind.POST, 30_000),))
    more = forecast(MONTH, Checking.NORMAL, dear).total
    assert more - forecast(MONTH, Checking.NORMAL, X_LIST).total == 90 * 15_000


def test_a_shop_without_days_has_no_forecast(shop):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    assert shop.forecasts.habits(own.id) == Habits(0)
    assert shop.forecasts.month(own.id, Checking.NORMAL, X_LIST).days == 0


@given(st.integers(7, 28), st.integers(0, 500))
def test_it_never_promises_too_little(days, posts):
    counted = forecast(Habits(days, posts=posts), Checking.NORMAL, X_LIST)
    line = next((one for one in counted.lines if one.what is What.POSTS), None)
    assert (0 if line is None else line.count) >= posts * 30 / days


@pytest.fixture
def lived(shop, clock):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    insert = (
        "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, "
        "has_link, created_at) VALUES (?, ?, ?, ?, '', ?, ?)"
    )
    connection = shop.database.connection
    connection.execute(
        "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
        "looked_up_at) VALUES ('c', ?, '8', 'ana', 'آنا', 0, 0)",
        (own.id,),
    )
    for number, days_ago in enumerate((1, 2, 30)):
        at = clock.now() - days_ago * DAY
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) VALUES (?, ?, 'mention', ?, '1', 'c', 'سؤال', ?, ?)",
            (f"i{number}", own.id, f"9{number}", at, at),
        )
        connection.execute(insert, (own.id, f"1{number}", "1", None, 0, at))
        connection.execute(insert, (own.id, f"2{number}", "1", None, 1, at))
        connection.execute(insert, (own.id, f"3{number}", "1", f"9{number}", 0, at))
    # The second part of a thread is a post, whoever it answers.
    connection.execute(insert, (own.id, "40", "10", "10", 0, clock.now() - DAY))
    return own


def test_habits_are_those_of_the_last_28_days(shop, clock, lived):
    found = Forecasts(shop.database, clock).habits(lived.id)
    assert found == Habits(28, posts=3, links=2, answers=2, alt_texts=0, mentions=2, authors=1)
