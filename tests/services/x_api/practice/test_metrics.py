"""Figures grow, stay believable, and depend on the post and its age alone."""

from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from services.clock import DAY
from services.x_api.practice.metrics import Traits, figures, followers

NOON = 1_795_176_000
traits = st.builds(
    Traits,
    pictures=st.integers(0, 4),
    has_link=st.booleans(),
    is_answer=st.booleans(),
    is_own=st.booleans(),
    created_at=st.integers(NOON - 400 * DAY, NOON + 400 * DAY),
    shop_day=st.floats(-400, 800),
)
seeds = st.integers(0, 2**63)
ages = st.integers(0, 5 * 365 * DAY)


@settings(deadline=None)
@given(seeds, seeds, traits, ages, ages)
def test_no_figure_ever_falls(seed, post, what, one, other):
    young, old = sorted((one, other))
    before, after = figures(seed, post, what, young), figures(seed, post, what, old)

    assert all(a <= b for a, b in zip(astuple(before), astuple(after), strict=True))
    assert before.engagements(1) <= after.engagements(2)
    assert figures(seed, post, what, old) == after


@settings(deadline=None)
@given(seeds, seeds, traits, ages)
def test_the_parts_fit_into_the_whole(seed, post, what, age):
    told = figures(seed, post, what, age)

    assert min(astuple(told)) >= 0
    assert max(astuple(told)) == told.impressions
    assert told.impressions < 5_000
    assert what.has_link or told.link_clicks == 0
    assert figures(seed, post, what, 0).impressions == 0


def mean(count, **changed):
    usual = {
        "pictures": 0,
        "has_link": False,
        "is_answer": False,
        "is_own": True,
        "created_at": NOON,
        "shop_day": 0.0,
    }
    what = Traits(**(usual | changed))
    return sum(figures(1, n, what, 20 * DAY).impressions for n in range(count)) / count


def test_what_makes_a_post_seen():
    usual = mean(400)

    assert 200 < usual < 450
    assert mean(400, pictures=1) > 1.3 * usual
    assert mean(400, has_link=True) < 0.9 * usual
    assert mean(400, is_answer=True) < 0.3 * usual
    assert mean(400, created_at=NOON + 7 * 3600) > mean(400, created_at=NOON - 9 * 3600)
    assert 1.05 < usual / mean(400, shop_day=-28.0) < 1.35


@settings(deadline=None)
@given(seeds, st.integers(-200, 2_000))
def test_followers_are_never_fewer_the_next_day(seed, day):
    assert followers(seed, day) <= followers(seed, day + 1) <= followers(seed, day) + 8


def test_this_month_is_a_little_better_than_the_last(caller, clock):
    posts = []
    token = {}
    while True:
        told = caller.own(max_results=100, tweet__fields="public_metrics,created_at", **token)
        posts += told["data"]
        if "next_token" not in told["meta"]:
            break
        token = {"pagination_token": told["meta"]["next_token"]}
    seen = {}
    for post in posts:
        day = (clock.now() // DAY) - int(post["id"]) // (1000 * DAY << 22) - 14_917
        seen[day // 28] = seen.get(day // 28, 0) + post["public_metrics"]["impression_count"]

    assert 1.05 < seen[0] / seen[1] < 1.6


def test_the_figures_of_a_post_of_ours_add_up(caller, clock):
    number = caller.say("Three cups left https://leafandkiln.example.com/celadon-cups")
    clock.advance(DAY)

    query = {"ids": number, "tweet__fields": "public_metrics,non_public_metrics,organic_metrics"}
    post = caller.get("/2/tweets", **query).json()["data"][0]

    public, own = post["public_metrics"], post["non_public_metrics"]
    assert own["impression_count"] == public["impression_count"] > 50
    shown = sum(public[n] for n in public if n != "impression_count")
    assert own["engagements"] >= shown + own["url_link_clicks"] + own["user_profile_clicks"]
    assert public["reply_count"] >= 1
    assert post["organic_metrics"]["like_count"] == public["like_count"]
