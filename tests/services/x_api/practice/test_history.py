"""The readings that would have been made before the first start."""

from services.clock import DAY, utc_day
from services.x_api.practice import history
from tests.services.x_api.practice.conftest import ME


def test_ninety_days_of_readings(x, caller, clock):
    told = history.past(x, clock.now())

    today = utc_day(clock.now())
    assert [day.utc_day for day in told.days] == list(range(today - 90, today))
    followers = [day.followers for day in told.days]
    assert followers == sorted(followers)
    assert 120 < followers[-1] - followers[0] < 260
    assert len({(r.post_id, r.utc_day) for r in told.readings}) == len(told.readings) > 3_000
    assert {r.post_id for r in told.readings} <= {post.id for post in told.posts}


def test_the_past_joins_the_present(x, caller, clock):
    told = history.past(x, clock.now())
    now = {
        post["id"]: post
        for post in caller.own(
            max_results=100,
            tweet__fields="public_metrics,non_public_metrics,conversation_id,created_at",
        )["data"]
    }
    posts = {post.id: post for post in told.posts}
    last = {reading.post_id: reading for reading in told.readings}

    for number, post in now.items():
        assert posts[number].text == post["text"]
        assert posts[number].conversation_id == post["conversation_id"]
        if number in last:
            assert last[number].impressions <= post["public_metrics"]["impression_count"]
            assert last[number].engagements <= post["non_public_metrics"]["engagements"]
            assert last[number].replies <= post["public_metrics"]["reply_count"]


def test_no_post_is_read_before_its_birth_or_after_thirty_days(x, clock):
    told = history.past(x, clock.now())
    born = {post.id: post.created_at for post in told.posts}

    assert all(0 <= r.taken_at - born[r.post_id] <= 30 * DAY for r in told.readings)


def test_a_bare_account_has_no_past(bare, clock):
    told = history.past(bare.x, clock.now())

    assert told == history.History((), (), ())
    assert bare.get("/2/users/me").json()["data"]["id"] == ME
