"""Good answers in both dialects, and answers that are none."""

import sqlite3
from contextlib import closing
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import (
    AnswerNotUnderstood,
)
from services.x_api import wire
from services.x_api.wire import Asked, Dialect
from services.x_api.wire.fields import moment
from tests.scripted_x import in_post_dialect, x_post, x_user
from tests.x_refusals import PROBLEMS

NOW = 1_795_168_800


def test_both_dialects_read_alike():
    post = x_post(
        referenced_tweets=[{"type": "replied_to", "id": "90"}, {"type": "quoted", "id": "80"}],
        attachments={"media_keys": ["3_1", "3_2"]},
        note_tweet={"text": "ein langer Text", "entities": {"urls": []}},
        non_public_metrics={
            "engagements": 30,
            "url_link_clicks": 4,
            "user_profile_clicks": 5,
            "impression_count": 120,
        },
    )
    old = {"data": [post], "meta": {"newest_id": "100", "result_count": 1}}
    new = old | {"data": [in_post_dialect(post)]}
    asked = Asked(owner_metrics=True)

    page = wire.post_page(old, asked)

    assert page == wire.post_page(new, asked)
    (read,) = page.posts
    assert (read.parent_id, read.quoted_id) == ("90", "80")
    assert read.text == "ein langer Text"
    assert read.media_keys == ("3_1", "3_2")
    assert read.created_at == NOW - 1_800
    metrics = read.metrics
    assert (metrics.impressions, metrics.likes, metrics.reposts) == (120, 9, 3)
    assert (metrics.replies, metrics.quotes, metrics.bookmarks) == (2, 1, 4)
    assert (metrics.engagements, metrics.link_clicks, metrics.profile_clicks) == (30, 4, 5)


def test_users_read_alike_in_both_dialects():
    user = x_user()
    counts = dict(user["public_metrics"])
    counts["post_count"] = counts.pop("tweet_count")

    read = wire.one_user({"data": user})

    assert read == wire.one_user({"data": user | {"public_metrics": counts}})
    assert (read.handle, read.followers, read.following, read.posts) == ("tea", 321, 45, 678)


@pytest.mark.parametrize(
    ("tier", "premium"),
    [
        ("None", False),
        ("Basic", True),
        ("Premium", True),
        ("PremiumPlus", True),
        ("Business", True),
        (None, None),
        ("", None),
        (7, None),
    ],
)
def test_any_tier_of_premium_is_premium_and_silence_says_nothing(tier, premium):
    assert wire.one_user({"data": x_user() | {"subscription_type": tier}}).has_premium is premium
    assert wire.one_user({"data": x_user()}).has_premium is None


@pytest.mark.parametrize(
    "lost",
    [
        "id",
        "text",
        "author_id",
        "created_at",
        "conversation_id",
        "public_metrics",
        "public_metrics.like_count",
        "public_metrics.retweet_count",
        "public_metrics.quote_count",
        "public_metrics.bookmark_count",
        "public_metrics.impression_count",
    ],
)
def test_a_field_that_was_asked_for_and_is_missing_is_no_zero(lost):
    post = x_post()
    name, _, inner = lost.partition(".")
    if inner:
        post[name] = {key: value for key, value in post[name].items() if key != inner}
    else:
        del post[name]

    with pytest.raises(AnswerNotUnderstood):
        wire.post_page({"data": [post]}, Asked())


@pytest.mark.parametrize(
    "change",
    [
        {"id": True},
        {"id": "12a"},
        {"id": None},
        {"text": 5},
        {"created_at": "yesterday"},
        {"created_at": "9999-99-99T00:00:00Z"},
        {"public_metrics": "many"},
        {"public_metrics": {"impression_count": "120"}},
    ],
)
def test_a_field_of_another_sort_is_not_understood(change):
    with pytest.raises(AnswerNotUnderstood):
        wire.post_page({"data": [x_post(**change)]}, Asked())


def test_whose_posts_they_are_may_be_known_from_the_call():
    post = x_post()
    del post["author_id"]

    page = wire.post_page({"data": [post]}, Asked(author_id="7"))

    assert page.posts[0].author_id == "7"


def test_ids_sent_as_numbers_become_text():
    page = wire.post_page({"data": [x_post(id=1146654567674912769)]}, Asked())

    assert page.posts[0].id == "1146654567674912769"


def test_owners_counts_that_x_leaves_out_are_unknown():
    page = wire.post_page({"data": [x_post()]}, Asked(owner_metrics=True))

    assert page.posts[0].metrics.engagements is None
    assert page.posts[0].metrics.link_clicks is None


def test_links_lead_where_they_lead_and_pictures_are_none():
    entities = {
        "urls": [
            {"url": "https://t.co/a", "expanded_url": "https://leafkiln.example.com/guide"},
            {"url": "https://t.co/b", "expanded_url": "https://x.com/p/1", "media_key": "3_1"},
        ]
    }

    page = wire.post_page({"data": [x_post(entities=entities)]}, Asked())

    assert page.posts[0].links == ("https://leafkiln.example.com/guide",)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-11-20T10:00:00Z", NOW),
        ("2026-11-20T10:00:00.000Z", NOW),
        ("2026-11-20T10:00:00.123456Z", NOW),
        ("2026-11-20T10:00:00+00:00", NOW),
        ("2026-11-20T13:30:00+03:30", NOW),
        ("2026-11-20T10:00:00", NOW),
    ],
)
def test_times_with_and_without_fractions(text, seconds):
    assert moment(text) == seconds


def test_posts_that_are_gone_are_simply_not_there():
    gone = {"title": "Not Found Error", "type": f"{PROBLEMS[0]}resource-not-found", "value": "5"}

    page = wire.post_page({"data": [x_post()], "errors": [gone]}, Asked())
    none = wire.post_page({"errors": [gone]}, Asked())

    assert [post.id for post in page.posts] == ["100"]
    assert none.posts == ()


def test_an_empty_timeline_is_empty():
    assert wire.post_page({"meta": {"result_count": 0}}, Asked()).posts == ()
    assert wire.post_page({"data": [], "meta": {"result_count": 0}}, Asked()).posts == ()


@pytest.mark.parametrize("answer", [{}, {"meta": {}}, {"data": {}}, {"data": ["a"]}, {"data": 1}])
def test_an_answer_without_data_is_not_an_empty_one(answer):
    with pytest.raises(AnswerNotUnderstood):
        wire.post_page(answer, Asked())


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b'{"data": {"id"', b"[]", b"null", b"7", b"\xff\xfe\x00", b"[" * 99_999],
)
def test_a_body_that_is_no_json_object_is_not_understood(body):
    with pytest.raises(AnswerNotUnderstood):
        wire.read_object(body)


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.just("\ud83c"),
    st.just("9" * 5_000),
    st.lists(st.text(), max_size=2),
    st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
)


@given(data=st.data())
def test_whatever_x_puts_in_a_field_is_kept_whole_or_not_understood(data):
    """What comes through fits a table: no half characters, no number beyond its columns."""
    raw = x_post()
    for name in data.draw(st.lists(st.sampled_from(sorted(raw)), max_size=3)):
        raw[name] = data.draw(JUNK)
    for name in data.draw(st.lists(st.sampled_from(sorted(x_post()["public_metrics"])))):
        if isinstance(raw["public_metrics"], dict):
            raw["public_metrics"][name] = data.draw(JUNK)
    try:
        (post,) = wire.post_page({"data": [raw]}, Asked()).posts
    except AnswerNotUnderstood:
        return
    assert post.metrics is not None
    held = [*astuple(post.metrics), post.id, post.text, post.author_id, post.created_at]
    held += [post.conversation_id, post.parent_id, post.quoted_id, post.lang]
    with closing(sqlite3.connect(":memory:")) as database:
        (row,) = database.execute(f"SELECT {', '.join('?' * len(held))}", held)
    assert list(row) == held


def test_half_an_emoji_and_nul_do_not_come_in():
    user = x_user(username="te\ud83ca", name="\x00Teh\ud83c")
    found = wire.one_user({"data": user})
    assert (found.handle, found.name) == ("tea", "Teh")
    assert wire.created_post({"data": {"id": "5", "text": "cut \ud83c"}}).text == "cut "


@pytest.mark.parametrize("life", [10**30, -1, "x", None, True, 3])
def test_a_pictures_life_is_believable(life):
    media = wire.uploaded_media({"data": {"id": "5", "expires_after_secs": life}}, 100)
    assert 100 < media.expires_at < 100 + 31 * 86_400


def test_a_call_is_put_into_one_dialect():
    params = {
        "tweet.fields": "author_id,created_at,note_tweet,referenced_tweets",
        "expansions": "author_id,referenced_tweets.id",
        "max_results": 10,
    }

    assert wire.in_dialect(params, Dialect.TWEET) == params
    assert wire.in_dialect(params, Dialect.POST) == {
        "post.fields": "created_at,note_post",
        "expansions": "author_id,referenced_posts",
        "max_results": 10,
    }
    assert wire.in_dialect({"user.fields": "id"}, Dialect.POST) == {"user.fields": "id"}
    assert wire.in_dialect(None, Dialect.POST) == {}


def test_the_other_dialect_of_the_other_is_the_first():
    assert Dialect.TWEET.other.other is Dialect.TWEET
