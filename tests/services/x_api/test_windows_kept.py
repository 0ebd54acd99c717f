"""What X refuses is known to the next program, and to another one on the same folder."""

import pytest

from services.accounts.accounts import Way
from services.clock import DAY
from services.errors import MonthlyCap, OutOfCredit, RateLimited, SpendCap
from services.shop import open_shop
from services.x_api.limits import FIRST_STOP, LONGEST_STOP, Kept, Limits
from services.x_api.practice import TOKEN, Sort, Trouble, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import Transport

NAME = "GET /2/users/:id/mentions"


@pytest.fixture
def account(shop):
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


@pytest.fixture
def made(shop, account, clock):
    return lambda: Limits(clock, Kept(shop.database, account.id))


def test_the_next_program_does_not_ask_inside_the_window(made, clock):
    made().refused(NAME, RateLimited(until=clock.now() + 600))
    with pytest.raises(RateLimited) as known:
        made().check(NAME)
    assert known.value.until == clock.now() + 600
    made().check("POST /2/tweets")
    clock.advance(600)
    made().check(NAME)


def test_headers_of_the_last_call_are_kept(made, clock):
    headers = {"x-rate-limit-remaining": "0", "x-rate-limit-reset": str(clock.now() + 300)}
    made().note(NAME, headers)
    with pytest.raises(RateLimited):
        made().check(NAME)


def test_another_account_has_windows_of_its_own(made, shop, clock):
    made().refused(NAME, RateLimited(until=clock.now() + 600))
    Limits(clock, Kept(shop.database, shop.accounts.practice().id)).check(NAME)


def test_without_credit_no_call_is_made_until_it_is_tried_again(made, clock):
    limits = made()
    gone = OutOfCredit()
    limits.refused(NAME, gone)
    assert gone.until == clock.now() + FIRST_STOP
    for name in (NAME, "POST /2/tweets"):
        with pytest.raises(OutOfCredit) as stopped:
            made().check(name)
        assert stopped.value.until == gone.until
    clock.advance(FIRST_STOP)
    made().check(NAME)


def test_each_refusal_in_a_row_waits_longer_and_never_for_ever(made, clock):
    limits, waits = made(), []
    for _ in range(12):
        error = OutOfCredit()
        limits.refused(NAME, error)
        waits.append((error.until or 0) - clock.now())
        clock.advance(waits[-1])
    assert waits[:4] == [FIRST_STOP, 2 * FIRST_STOP, 4 * FIRST_STOP, 8 * FIRST_STOP]
    assert set(waits[5:]) == {LONGEST_STOP}
    limits.paid()
    again = OutOfCredit()
    limits.refused(NAME, again)
    assert again.until == clock.now() + FIRST_STOP


def test_a_spending_limit_ends_on_the_day_x_said(made, clock):
    until = clock.now() + 9 * DAY
    made().refused(NAME, SpendCap(until=until))
    with pytest.raises(SpendCap) as known:
        made().check(NAME)
    assert known.value.until == until


def test_of_a_cap_without_a_date_no_date_is_told(made, clock):
    made().refused(NAME, MonthlyCap())
    with pytest.raises(MonthlyCap) as known:
        made().check(NAME)
    assert known.value.until is None
    clock.advance(FIRST_STOP)
    made().check(NAME)


def test_the_owner_ends_a_stop_but_no_window(made, clock):
    made().refused(NAME, OutOfCredit())
    made().refused("DELETE /2/tweets/:id", RateLimited(until=clock.now() + 60))
    made().go_on()
    made().check(NAME)
    with pytest.raises(RateLimited):
        made().check("DELETE /2/tweets/:id")


def test_a_clock_that_was_set_back_does_not_stop_it_for_a_year(made, clock):
    made().refused(NAME, RateLimited(until=clock.now() + 600))
    made().refused(NAME, OutOfCredit())
    clock.advance(-400 * DAY)
    with pytest.raises(OutOfCredit):
        made().check(NAME)
    clock.advance(FIRST_STOP)
    with pytest.raises(RateLimited):
        made().check(NAME)
    clock.advance(600)
    made().check(NAME)


@pytest.mark.parametrize("ahead", [1, 20 * 3_600, 20 * DAY])
@pytest.mark.parametrize(
    ("error", "length"), [(OutOfCredit(), FIRST_STOP), (RateLimited(until=0), 600)]
)
def test_a_clock_put_right_leaves_a_stop_as_long_as_it_was(made, clock, ahead, error, length):
    clock.advance(ahead)
    if isinstance(error, RateLimited):
        error.until = clock.now() + length
    made().refused(NAME, error)
    clock.advance(-ahead)
    for _ in range(2):
        with pytest.raises(type(error)) as known:
            made().check(NAME)
        assert known.value.until == clock.now() + length
    clock.advance(length)
    made().check(NAME)


def test_a_killed_program_asks_x_nothing_it_was_refused(paths, clock):
    """Through the whole of services, with X's own count of what it was asked."""
    x = open_practice(":memory:", clock)
    asked = []

    class Counting(PracticeAdapter):
        def send(self, request, *args, **options):
            asked.append(f"{request.method} {request.url.split('?')[0].rpartition('/2/')[2]}")
            return super().send(request, *args, **options)

    def opened():
        transport = Transport(token=TOKEN, adapter=lambda: Counting(x))
        return open_shop(paths, clock, transport=transport)

    shop = opened()
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.database.connection.execute(
        "UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id)
    )
    shop.feeds.check(own.id)
    x.script(Trouble(sort=Sort.REFUSE, path="/2/users/*/mentions", name="rate_limited"))
    with pytest.raises(RateLimited) as refused:
        shop.feeds.check(own.id)
    shop.close()
    asked.clear()
    for _ in range(3):
        shop = opened()
        with pytest.raises(RateLimited):
            shop.feeds.check(own.id)
        shop.close()
        clock.advance((refused.value.until - clock.now()) // 2)
    assert asked == []
    clock.advance(max(refused.value.until - clock.now(), 0))
    shop = opened()
    shop.feeds.check(own.id)
    assert len(asked) == 1
    shop.close()
    x.close()
