from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.clock import DAY
from services.errors import RateLimited
from services.settings import KEEP_DAY_LIMITS, Settings
from services.x_api.day_limits import EVERYONE, HALF_HOUR, UNVERIFIED, DayLimits


@pytest.fixture
def account(shop):
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


@pytest.fixture
def limits(shop, clock):
    return DayLimits(shop.database, clock, shop.settings)


@pytest.fixture
def sent(shop, account, clock):
    """`sent(times, answers=…)` has X hold posts made so many seconds ago."""
    made = [0]

    def make(ages, *, answers=False):
        for age in ages:
            made[0] += 1
            shop.database.connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, "
                "created_at) VALUES (?, ?, ?, ?, '', ?)",
                (account.id, str(made[0]), "1", "7" if answers else None, clock.now() - age),
            )

    return make


def test_the_fifty_first_waits_until_the_first_is_a_day_old(limits, account, sent, clock):
    sent([HALF_HOUR * 2 + 60 * n for n in range(50)])
    oldest = HALF_HOUR * 2 + 60 * 49
    with pytest.raises(RateLimited) as refused:
        limits.check(account, posts=1)
    assert (refused.value.until, refused.value.most) == (clock.now() - oldest + DAY, 50)
    limits.check(account, answers=1)
    clock.advance(DAY - oldest)
    limits.check(account, posts=1)
    with pytest.raises(RateLimited):
        limits.check(account, posts=2)


def test_two_hundred_answers_a_day(limits, account, sent):
    sent([HALF_HOUR + 200 * n for n in range(200)], answers=True)
    limits.check(account, posts=1)
    with pytest.raises(RateLimited) as refused:
        limits.check(account, answers=1)
    assert refused.value.most == 200


@pytest.mark.parametrize("tick", ["verified", "long_posts"])
def test_with_xs_tick_a_day_has_more(limits, account, sent, tick):
    sent([HALF_HOUR + 60 * n for n in range(60)])
    with pytest.raises(RateLimited):
        limits.check(account, posts=1)
    limits.check(replace(account, **{tick: True}), posts=1)


def test_a_half_hour_has_an_end_too(limits, account, sent, clock):
    sent([10 * n for n in range(50)], answers=True)
    with pytest.raises(RateLimited) as refused:
        limits.check(account, answers=1)
    assert refused.value.until == clock.now() - 490 + HALF_HOUR


def test_of_several_limits_the_last_to_end_is_told(limits, account, sent, clock):
    sent([10 * n for n in range(50)])
    with pytest.raises(RateLimited) as refused:
        limits.check(account, posts=1)
    assert (refused.value.until, refused.value.answers) == (clock.now() - 490 + DAY, False)


def test_a_thread_longer_than_the_day_is_not_kept_for_ever(limits, account):
    limits.check(account, posts=1, answers=400)


def test_it_can_be_switched_off(limits, account, sent, shop):
    sent([HALF_HOUR + n for n in range(80)])
    Settings(shop.database).set(KEEP_DAY_LIMITS, False)
    limits.check(account, posts=1)


def test_a_post_of_ours_that_x_told_of_counts_once(limits, account, shop, sent, clock):
    sent([HALF_HOUR + n for n in range(49)])
    shop.database.connection.execute(
        "INSERT INTO post(id, account_id, state, created_at, changed_at) "
        "VALUES ('p', ?, 'sent', 0, 0)",
        (account.id,),
    )
    shop.database.connection.execute(
        "INSERT INTO part(id, post_id, position, text, x_post_id, sent_at) "
        "VALUES ('q', 'p', 0, 'お茶', '1', ?)",
        (clock.now() - HALF_HOUR,),
    )
    limits.check(account, posts=1)


@given(
    ages=st.lists(st.integers(0, 2 * DAY), max_size=90),
    wanted=st.integers(1, 20),
    answers=st.booleans(),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_at_the_time_it_names_there_is_room_and_not_before(
    limits, account, shop, sent, clock, ages, wanted, answers
):
    """No window of any length that ends there holds more than X takes."""
    shop.database.connection.execute("DELETE FROM own_post")
    sent(ages, answers=answers)
    asked = {"answers" if answers else "posts": wanted}
    try:
        limits.check(account, **asked)
    except RateLimited as refused:
        at = refused.until
        assert at > clock.now()
    else:
        at = clock.now()
    born = [clock.now() - age for age in ages]

    def fits(moment):
        return all(
            sum(moment - limit.seconds < one <= clock.now() for one in born)
            + min(wanted, limit.most)
            <= limit.most
            for limit in (*UNVERIFIED, *EVERYONE)
            if limit.answers in (None, answers)
        )

    assert fits(at)
    if at > clock.now():
        assert not fits(at - 1)
