"""What the gateway asks of X, and what it makes of a good answer."""

import pytest

from services.errors import (
    Rejected,
)
from services.x_api.client import Extras, NewPoll
from tests.scripted_x import TOKEN, answer, created, timeline, x_post, x_user

TEXTS = [
    "Tea again",
    "شاي جديد في المتجر ☕️",
    "چای تازه‌دم رسید",
    "新しいお茶が入りました🍵",
    "新茶到店 👩‍👩‍👧",
    'line\nbreak "quote" \\ <b>&amp;',
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_post_goes_out_as_it_was_written(made, text):
    gateway, x = made(created(text=text))

    post = gateway.create_post(text, media_ids=("11", "12"), reply_to="9")

    (asked,) = x.asked
    assert (asked.method, asked.url) == ("POST", "https://api.x.com/2/tweets")
    assert asked.json == {
        "text": text,
        "media": {"media_ids": ["11", "12"]},
        "reply": {"in_reply_to_tweet_id": "9"},
    }
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert (post.id, post.text) == ("55", text)


@pytest.mark.parametrize(
    ("extras", "more"),
    [
        (Extras(), {}),
        (
            Extras(poll=NewPoll(("緑茶", "شاي"), 1_440)),
            {"poll": {"options": ["緑茶", "شاي"], "duration_minutes": 1_440}},
        ),
        (Extras(reply_settings="mentionedUsers"), {"reply_settings": "mentionedUsers"}),
        (Extras(paid_partnership=True), {"paid_partnership": True}),
        (Extras(made_with_ai=True), {"made_with_ai": True}),
        (
            Extras(NewPoll(("a", "b"), 5), "verified", True, True),
            {
                "poll": {"options": ["a", "b"], "duration_minutes": 5},
                "reply_settings": "verified",
                "paid_partnership": True,
                "made_with_ai": True,
            },
        ),
    ],
)
def test_what_a_post_carries_is_asked_for_and_nothing_else(made, extras, more):
    gateway, x = made(created())

    gateway.create_post("Tea again", extras=extras)

    assert x.asked[0].json == {"text": "Tea again"} | more


def test_the_next_post_carries_nothing_of_the_one_before(made):
    gateway, x = made(created(), created())

    gateway.create_post("one", extras=Extras(paid_partnership=True, made_with_ai=True))
    gateway.create_post("two")

    assert x.asked[1].json == {"text": "two"}


def test_a_plain_post_asks_for_nothing_else(made):
    gateway, x = made(created())

    gateway.create_post("Tea again")

    assert x.asked[0].json == {"text": "Tea again"}


def test_every_call_has_a_timeout_and_a_connection_of_its_own(made):
    gateway, x = made(answer({"data": x_user()}), answer({"data": {"id": "1"}}))

    gateway.me()
    gateway.upload_image(b"x", "image/png")

    assert [asked.timeout for asked in x.asked] == [(5, 20), (5, 120)]
    assert {asked.headers["Connection"] for asked in x.asked} == {"close"}


def test_mentions_are_asked_after_the_last_one(made):
    gateway, x = made(timeline(x_post(), includes={"users": [x_user()]}))

    page = gateway.mentions("42", since_id="99", limit=50)

    asked = x.asked[0]
    assert asked.path == "/2/users/42/mentions"
    assert asked.query["since_id"] == "99"
    assert asked.query["max_results"] == "50"
    assert asked.query["expansions"] == "author_id"
    assert {"author_id", "created_at", "public_metrics"} <= set(
        asked.query["tweet.fields"].split(",")
    )
    assert page.users["7"].handle == "tea"
    assert page.newest_id == "100"


def test_authors_that_are_known_are_not_asked_for_again(made):
    gateway, x = made(timeline(x_post()))

    gateway.mentions("42", with_users=False)

    assert "expansions" not in x.asked[0].query


def test_own_posts_are_asked_for_a_span_without_reposts(made):
    gateway, x = made(timeline(x_post()))

    gateway.own_posts("7", since=1_795_168_800, until=1_795_255_200, limit=3, owner_metrics=True)

    asked = x.asked[0]
    assert asked.path == "/2/users/7/tweets"
    assert asked.query["start_time"] == "2026-11-20T10:00:00Z"
    assert asked.query["end_time"] == "2026-11-21T10:00:00Z"
    assert asked.query["exclude"] == "retweets"
    assert asked.query["max_results"] == "10"
    assert "non_public_metrics" in asked.query["tweet.fields"]


def test_pages_are_read_to_the_limit(made):
    first = [x_post(str(n)) for n in range(400, 300, -1)]
    second = [x_post(str(n)) for n in range(300, 250, -1)]
    gateway, x = made(timeline(*first, token="p2"), timeline(*second, token="p3"))

    page = gateway.mentions("42", limit=150)

    assert [asked.query["max_results"] for asked in x.asked] == ["100", "50"]
    assert x.asked[1].query["pagination_token"] == "p2"
    assert [post.id for post in page.posts] == [str(n) for n in range(400, 250, -1)]
    assert page.newest_id == "400"
    assert page.next_token == "p3"


def test_an_empty_page_may_have_a_next_one_but_not_for_ever(made):
    gateway, x = made(*[timeline(token=f"p{n}") for n in range(9)])

    assert gateway.mentions("42").posts == ()
    assert len(x.asked) == 3


def test_x_is_never_asked_for_less_than_it_gives(made):
    posts = [x_post(str(n)) for n in (9, 8, 7, 6, 5)]
    gateway, x = made(timeline(*posts))

    page = gateway.mentions("42", limit=2)

    assert x.asked[0].query["max_results"] == "5"
    assert [post.id for post in page.posts] == ["9", "8"]


def test_ids_are_asked_for_by_the_hundred(made):
    gateway, x = made(
        answer({"data": [x_post("1")]}),
        answer({"errors": [{"title": "Not Found Error", "resource_id": "101"}]}),
    )

    page = gateway.posts(tuple(str(n) for n in range(1, 102)))

    assert [len(asked.query["ids"].split(",")) for asked in x.asked] == [100, 1]
    assert [post.id for post in page.posts] == ["1"]


def test_users_come_with_their_counts(made):
    gateway, x = made(answer({"data": [x_user("7"), x_user("8", username="دکان")]}))

    users = gateway.users(("7", "8"))

    assert x.asked[0].query["ids"] == "7,8"
    assert [user.handle for user in users] == ["tea", "دکان"]
    assert users[0].followers == 321


def test_a_post_is_deleted(made):
    gateway, x = made(answer({"data": {"deleted": True}}), answer({"data": {"deleted": False}}))

    gateway.delete_post("5")

    assert (x.asked[0].method, x.asked[0].path) == ("DELETE", "/2/tweets/5")
    with pytest.raises(Rejected):
        gateway.delete_post("5")
