import threading

import pytest

from services.accounts.accounts import Way
from services.errors import BudgetReached, RateLimited
from services.publishing.drafts import DraftPart
from services.x_api import purse as purse_room
from services.x_api.ledger import Ledger, Purpose, start_of_month
from services.x_api.prices import Kind
from services.x_api.purse import Purse, SpendLock


@pytest.fixture
def own(shop):
    made = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.database.connection.execute(
        "UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, made.id)
    )
    return shop.accounts.get(made.id)


@pytest.fixture
def purse(shop, own, clock):
    def make(budget):
        return Purse(
            own.id, budget=lambda: budget, ledger=Ledger(shop.database, clock), clock=clock
        )

    return make


def test_a_stop_says_what_it_wanted_what_is_left_and_when_it_goes_on(purse, clock, shop, own):
    Ledger(shop.database, clock).book_ahead(own.id, Purpose.POST, Kind.DELETE)
    with pytest.raises(BudgetReached) as stopped:
        purse(20_000).afford(15_000)
    error = stopped.value
    assert (error.cost, error.left) == (15_000, 10_000)
    assert error.until == start_of_month(clock.now(), months=1) == 1_796_083_200


def test_what_no_month_would_pay_for_is_given_no_date(purse):
    with pytest.raises(BudgetReached) as stopped:
        purse(14_000).afford(15_000)
    assert stopped.value.until is None


def test_what_is_in_doubt_counts_as_spent_for_all_but_its_own_calls(purse, shop, own, clock):
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart("お茶 leafkiln.shop"),))
    shop.database.connection.execute("UPDATE post SET state = 'sending' WHERE id = ?", (draft.id,))
    shop.database.connection.execute("UPDATE part SET attempted_at = ?", (clock.now(),))
    assert purse(205_000).left() == 5_000
    assert purse(205_000).left(sending=True) == 205_000
    for state in ("checking", "needs_you", "deleted"):
        # Also while the owner is asked: it may be on X, and billed.
        shop.database.connection.execute("UPDATE post SET state = ?", (state,))
        assert purse(205_000).left() == purse(205_000).left(sending=True) == 5_000
    shop.database.connection.execute("UPDATE part SET x_post_id = '9'")
    assert purse(205_000).left() == 205_000


def test_without_a_budget_nothing_stops(purse):
    assert purse(None).left() is None
    purse(None).afford(10**12)


def test_the_month_turns_by_utc(purse, shop, own, clock):
    Ledger(shop.database, clock).book_ahead(own.id, Purpose.POST, Kind.POST)
    assert purse(20_000).left() == 5_000
    clock.advance(1_796_083_199 - clock.now())
    assert purse(20_000).left() == 5_000
    clock.advance(1)
    assert purse(20_000).left() == 20_000


def test_the_lock_may_be_taken_again_by_who_has_it(clock, tmp_path):
    lock = SpendLock(clock, tmp_path / "spend.lock")
    with lock, lock:
        pass
    with lock:
        pass


def test_another_process_waits_and_then_says_so(clock, tmp_path, monkeypatch):
    """Two locks on one file stand for two processes."""
    monkeypatch.setattr(purse_room, "PATIENCE", 0)
    mine, other = (SpendLock(clock, tmp_path / "spend.lock") for _ in range(2))
    with mine, pytest.raises(RateLimited):
        other.__enter__()
    with other:
        pass


def test_two_lanes_never_spend_the_same_money(purse, shop, own, clock):
    ledger, lock = Ledger(shop.database, clock), SpendLock(clock)
    stopped = []

    def spend():
        for _ in range(10):
            try:
                with lock:
                    purse(105_000).afford(15_000)
                    ledger.book_ahead(own.id, Purpose.POST, Kind.POST)
            except BudgetReached:
                stopped.append(1)

    lanes = [threading.Thread(target=spend) for _ in range(3)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert ledger.spent_this_month(own.id) == 105_000
    assert len(stopped) == 30 - 7
