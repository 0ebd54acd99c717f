"""Troubles: each meets the call that fits it, once, and does what it says."""

import json

import pytest

from services.x_api.practice import Fate, Sort, Trouble, inspection
from tests.services.x_api.practice.conftest import ME


def held(caller):
    return [post.text for post in inspection.own_posts(caller.x.state)]


@pytest.mark.parametrize("accepted", [True, False])
def test_a_dropped_post_is_there_or_not(bare, accepted):
    bare.x.script(Trouble(sort=Sort.DROP, method="POST", path="/2/tweets", accepted=accepted))

    assert bare.get("/2/users/me").fate is Fate.ANSWERED
    assert bare.post("/2/tweets", {"text": "Hello"}).fate is Fate.DROPPED
    assert held(bare) == (["Hello"] if accepted else [])


def test_an_x_that_cannot_be_reached_hears_nothing(bare):
    bare.x.script(Trouble(sort=Sort.UNREACHABLE, times=2))

    assert [bare.post("/2/tweets", {"text": "a"}).fate for _ in range(2)] == [Fate.UNREACHABLE] * 2
    assert held(bare) == []
    assert bare.post("/2/tweets", {"text": "a"}).status == 201


def test_a_late_answer_is_a_whole_one(bare):
    bare.x.script(Trouble(sort=Sort.LATE, seconds=12.5))

    answer = bare.post("/2/tweets", {"text": "Hello"})

    assert (answer.delay, answer.status) == (12.5, 201)


def test_a_timeline_that_lags_leaves_out_the_newest(bare, clock):
    bare.say("Just now")
    bare.x.script(Trouble(sort=Sort.LAG, path="/2/users/*/tweets", seconds=20, times=-1))

    assert bare.own()["meta"]["result_count"] == 0
    clock.advance(19)
    assert bare.own()["meta"]["result_count"] == 0
    clock.advance(1)
    assert bare.own()["meta"]["result_count"] == 1
    bare.x.clear_script()
    bare.say("And now")
    assert bare.own()["meta"]["result_count"] == 2


def test_the_other_vocabulary(bare):
    bare.say("Hello")
    bare.x.script(Trouble(sort=Sort.OTHER_DIALECT, times=2))

    post = bare.own(tweet__fields="public_metrics")["data"][0]
    assert "repost_count" in post["public_metrics"]
    assert "edit_history_post_ids" in post
    post = bare.own(post__fields="public_metrics")["data"][0]
    assert "retweet_count" in post["public_metrics"]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("created_at", {"id", "text", "edit_history_tweet_ids", "public_metrics"}),
        ("text", {"id", "edit_history_tweet_ids", "created_at", "public_metrics"}),
    ],
)
def test_a_field_gone_missing(bare, name, left):
    bare.say("Hello")
    bare.x.script(Trouble(sort=Sort.LOSE_FIELD, name=name))

    assert set(bare.own(tweet__fields="created_at,public_metrics")["data"][0]) == left


def test_a_field_within_a_field_gone_missing(bare):
    bare.say("Hello")
    bare.x.script(Trouble(sort=Sort.LOSE_FIELD, name="public_metrics.impression_count"))

    counts = bare.own(tweet__fields="public_metrics")["data"][0]["public_metrics"]
    assert "impression_count" not in counts
    assert "like_count" in counts


def test_html_half_json_and_nothing(bare):
    bare.x.script(Trouble(sort=Sort.HTML, status=503, accepted=False))
    bare.x.script(Trouble(sort=Sort.HTML))
    bare.x.script(Trouble(sort=Sort.HALF_JSON))
    bare.x.script(Trouble(sort=Sort.EMPTY, status=200))

    first = bare.post("/2/tweets", {"text": "one"})
    assert (first.status, first.headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert first.body.startswith(b"<!DOCTYPE html>")
    second = bare.post("/2/tweets", {"text": "two"})
    assert (second.status, second.body[:1]) == (200, b"<")
    third = bare.post("/2/tweets", {"text": "three"})
    assert third.status == 201
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(third.body)
    fourth = bare.post("/2/tweets", {"text": "four"})
    assert (fourth.status, fourth.body) == (200, b"")
    assert held(bare) == ["four", "three", "two"]


def test_an_answer_of_ones_own_making(bare):
    bare.x.script(Trouble(sort=Sort.REFUSE, status=418, body='{"title": "Teapot"}'))

    answer = bare.get("/2/users/me")

    assert (answer.status, answer.json()) == (418, {"title": "Teapot"})


def test_troubles_come_in_their_order_to_the_calls_that_fit(bare):
    bare.x.script(Trouble(sort=Sort.REFUSE, name="unavailable", path=f"/2/users/{ME}/mentions"))
    bare.x.script(Trouble(sort=Sort.REFUSE, name="rate_limited"))
    bare.x.script(Trouble(sort=Sort.REFUSE, name="unauthorized"))

    statuses = [
        bare.get("/2/users/me").status,
        bare.get(f"/2/users/{ME}/mentions").status,
        bare.get("/2/users/me").status,
        bare.get("/2/users/me").status,
    ]

    assert statuses == [429, 503, 401, 200]
