import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clock import DAY, SteppedClock
from services.errors import RateLimited
from services.x_api.limits import LEAST_WAIT, WINDOW, Limits, endpoint, refused_until

NOW = 1_795_168_800
NAME = "GET /2/users/:id/mentions"


def headers(remaining, reset, window="x-rate-limit"):
    return {f"{window}-remaining": str(remaining), f"{window}-reset": str(reset)}


@pytest.fixture
def limits(clock):
    return Limits(clock)


def is_shut(limits, name=NAME):
    try:
        limits.check(name)
    except RateLimited:
        return True
    return False


def test_a_call_is_counted_without_its_ids():
    assert endpoint("GET", "/2/users/42/mentions") == NAME
    assert endpoint("POST", "/2/media/upload/710/append") == "POST /2/media/upload/:id/append"


def test_a_refused_window_stays_shut_until_it_ends(limits, clock):
    limits.refused(NAME, RateLimited(until=NOW + 120))

    clock.advance(119)
    assert is_shut(limits)
    clock.advance(1)
    assert not is_shut(limits)


def test_other_calls_go_on(limits):
    limits.refused(NAME, RateLimited(until=NOW + 120))

    assert not is_shut(limits, "POST /2/tweets")


def test_the_last_call_of_a_window_shuts_it(limits):
    limits.note(NAME, headers(0, NOW + 120))

    assert is_shut(limits)


def test_a_window_with_calls_left_is_open(limits):
    limits.note(NAME, headers(1, NOW + 120))

    assert not is_shut(limits)


def test_the_day_window_counts_too(limits, clock):
    limits.note(NAME, headers(5, NOW + 120) | headers(0, NOW + 7_200, "x-user-limit-24hour"))

    clock.advance(7_199)
    assert is_shut(limits)
    clock.advance(1)
    assert not is_shut(limits)


def test_a_refusal_that_names_no_time_waits_for_the_usual_window():
    assert refused_until({}, NOW) == NOW + WINDOW


def test_a_window_that_ended_by_our_clock_is_still_waited_for(limits):
    assert refused_until(headers(0, NOW - 5_000), NOW) == NOW + WINDOW
    assert refused_until(headers(0, NOW + 1), NOW) == NOW + LEAST_WAIT
    limits.note(NAME, headers(0, NOW - 100))
    assert is_shut(limits)


@pytest.mark.parametrize("wrong_by", [20 * 60, -20 * 60, 400 * DAY, -400 * DAY])
def test_a_window_is_as_long_as_x_has_it_whatever_our_clock_says(clock, wrong_by):
    """X: 10:00:00 on 20 November 2026, and 14 minutes to go."""
    told = headers(0, NOW + 840) | {"date": "Fri, 20 Nov 2026 10:00:00 GMT"}
    assert refused_until(told, NOW + wrong_by) == NOW + wrong_by + 840
    clock.advance(wrong_by)
    limits = Limits(clock)
    limits.note(NAME, told)
    clock.advance(839)
    assert is_shut(limits)
    clock.advance(1)
    assert not is_shut(limits)


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 99 Nov 2026 10:00:00 GMT", "٢٠"])
def test_a_date_that_is_none_is_our_own(date):
    assert refused_until(headers(0, NOW + 840) | {"date": date}, NOW) == NOW + 840


def test_nothing_is_shut_for_more_than_a_day(limits, clock):
    assert refused_until(headers(0, NOW + 400 * DAY), NOW) == NOW + DAY
    limits.note(NAME, headers(0, NOW + 400 * DAY))

    clock.advance(DAY)
    assert not is_shut(limits)


texts = st.text(max_size=20) | st.integers(-(10**20), 10**20).map(str)


@given(st.dictionaries(st.sampled_from(["x-rate-limit-remaining", "x-rate-limit-reset"]), texts))
def test_headers_of_any_sort_shut_a_window_for_a_bounded_time(given_headers):
    assert NOW + LEAST_WAIT <= refused_until(given_headers, NOW) <= NOW + DAY
    clock = SteppedClock(NOW)
    limits = Limits(clock)
    limits.note(NAME, given_headers)
    clock.advance(DAY)
    assert not is_shut(limits)
