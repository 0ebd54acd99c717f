"""Timelines: pages, bounds, fields in both vocabularies, and the owner's figures."""

import pytest

from services.clock import DAY
from tests.services.x_api.practice.conftest import ME


def all_pages(ask, **query):
    posts, token = [], {}
    while True:
        told = ask(**query, **token)
        posts += told.get("data", [])
        assert told["meta"]["result_count"] == len(told.get("data", []))
        if "next_token" not in told["meta"]:
            return posts
        token = {"pagination_token": told["meta"]["next_token"]}


def numbers(posts):
    return [int(post["id"]) for post in posts]


@pytest.mark.parametrize("size", [5, 7, 100])
def test_pages_hold_everything_once_newest_first(caller, size):
    for ask in (caller.mentions, caller.own):
        found = numbers(all_pages(ask, max_results=size))
        assert len(found) > 70
        assert found == sorted(set(found), reverse=True)


def test_since_id_brings_only_what_is_newer(caller, clock):
    newest = caller.mentions(max_results=5)["meta"]["newest_id"]
    assert caller.mentions(since_id=newest) == {"meta": {"result_count": 0}}

    clock.advance(1)
    word = caller.hear("@tea 新しいお茶は？", handle="mika_ocha")

    told = caller.mentions(since_id=newest)
    assert [post["id"] for post in told["data"]] == [word]
    assert told["meta"] == {"result_count": 1, "newest_id": word, "oldest_id": word}


def test_paging_below_and_above_ids(caller):
    everything = numbers(all_pages(caller.mentions, max_results=100))
    high, low = everything[10], everything[30]

    between = numbers(all_pages(caller.mentions, max_results=5, since_id=low, until_id=high))

    assert between == everything[11:30]


def test_a_span_of_time(caller, clock):
    told = all_pages(
        caller.own,
        max_results=100,
        start_time="2026-11-01T00:00:00Z",
        end_time="2026-11-10T00:00:00.000Z",
        tweet__fields="created_at",
    )

    times = [post["created_at"] for post in told]
    assert times
    assert min(times) >= "2026-11-01"
    assert max(times) < "2026-11-10"


def test_without_answers(caller):
    told = all_pages(
        caller.own, max_results=100, exclude="replies", tweet__fields="in_reply_to_user_id"
    )

    assert len(told) == 81
    assert not any("in_reply_to_user_id" in post for post in told)


@pytest.mark.parametrize(
    "query",
    [
        {"max_results": 4},
        {"max_results": 101},
        {"max_results": "many"},
        {"since_id": "abc"},
        {"start_time": "yesterday"},
        {"start_time": "2026-11-01"},
        {"pagination_token": "nonsense"},
        {"colour": "green"},
    ],
)
def test_what_x_would_not_take(caller, query):
    answer = caller.get(f"/2/users/{ME}/mentions", **query)

    assert answer.status == 400
    (error,) = answer.json()["errors"]
    assert list(error["parameters"]) == list(query)


def test_only_what_is_asked_for_comes_back(caller):
    (post, *_) = caller.own(max_results=5)["data"]
    assert set(post) == {"id", "text", "edit_history_tweet_ids"}

    (post, *_) = caller.own(max_results=5, tweet__fields="lang,colour,public_metrics")["data"]
    assert set(post) == {"id", "text", "edit_history_tweet_ids", "lang", "public_metrics"}


def test_names_of_the_other_vocabulary_are_silently_ignored(caller):
    old = caller.mentions(max_results=5, tweet__fields="referenced_posts,created_at")["data"]
    new = caller.mentions(max_results=5, post__fields="author_id,created_at")["data"]

    assert not any("referenced_posts" in post or "referenced_tweets" in post for post in old)
    assert not any("author_id" in post for post in new)
    assert all("created_at" in post for post in old + new)


def test_the_new_vocabulary_is_answered_in_it(caller):
    told = caller.own(
        max_results=100,
        post__fields="public_metrics",
        expansions="author_id,referenced_posts",
        user__fields="public_metrics",
    )

    assert "repost_count" in told["data"][0]["public_metrics"]
    assert "retweet_count" not in told["data"][0]["public_metrics"]
    answers = [post for post in told["data"] if "referenced_posts" in post]
    assert answers
    assert "post_count" in told["includes"]["users"][0]["public_metrics"]
    parents = {post["id"] for post in told["includes"]["posts"]}
    assert {one["referenced_posts"][0]["id"] for one in answers} <= parents
    assert "tweets" not in told["includes"]


def test_authors_come_along(caller):
    told = caller.mentions(max_results=20, expansions="author_id", user__fields="description")

    people = {user["id"]: user for user in told["includes"]["users"]}
    assert {post["author_id"] for post in told["data"]} == set(people)
    assert all({"id", "name", "username", "description"} == set(u) for u in people.values())


def test_the_owners_figures_end_after_thirty_days(caller):
    told = all_pages(caller.own, max_results=100, tweet__fields="non_public_metrics,created_at")

    assert told
    assert all("engagements" in post["non_public_metrics"] for post in told)
    assert min(post["created_at"] for post in told) >= "2026-10-21"


def test_a_page_of_old_posts_is_empty_but_goes_on(caller, clock):
    end = "2026-09-30T00:00:00Z"
    told = caller.own(max_results=10, end_time=end, tweet__fields="non_public_metrics")

    assert "data" not in told
    assert told["meta"]["result_count"] == 0
    assert told["meta"]["next_token"]


def test_the_owners_figures_of_others_are_refused_one_by_one(caller):
    theirs = caller.mentions(max_results=5)["data"][0]["id"]

    told = caller.get("/2/tweets", ids=theirs, tweet__fields="non_public_metrics").json()

    assert "non_public_metrics" not in told["data"][0]
    assert told["errors"][0]["title"] == "Field Authorization Error"


def test_another_persons_timeline_and_nobodys(caller):
    mika = caller.get("/2/users/by", usernames="mika_ocha").json()["data"][0]["id"]

    assert caller.get(f"/2/users/{mika}/tweets", max_results=5).json()["data"]
    told = caller.get("/2/users/77/mentions").json()
    assert "data" not in told
    assert told["errors"][0]["resource_type"] == "user"


def test_numbers_tell_the_time_they_were_given(caller, clock):
    from services.x_api.practice.ids import id_at

    clock.advance(3 * DAY)
    number = int(caller.say("Now"))

    assert id_at(clock.now()) <= number < id_at(clock.now() + 1)
