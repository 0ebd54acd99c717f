"""The sample shop: 90 believable days, in six languages, whenever it is opened."""

from zoneinfo import ZoneInfo

import pytest

from services.clock import DAY, SteppedClock, in_zone
from services.text.measure import parse
from services.x_api.practice import open_practice
from services.x_api.practice.sample_shop import PRODUCTS, PROFILE
from services.x_api.practice.words import read

TEN = 1_795_168_800
STARTS = (
    TEN,
    TEN + 14 * 3600,
    TEN + 13 * 3600 + 1_799,
    1_774_746_000,  # an hour into the summer-time night of March 2026
    1_792_890_000 + 20 * 60,  # and of October
    TEN + 1_000 * DAY,
)


@pytest.fixture(params=STARTS)
def posts(request):
    """Every post of a fresh practice X: (age in seconds, row)."""
    clock = SteppedClock(request.param)
    x = open_practice(":memory:", clock)
    with x.state.transaction() as db:
        rows = db.execute(
            "SELECT post.*, user.handle, user.role FROM post JOIN user ON user.id = author"
        ).fetchall()
    x.close()
    return [(clock.now() - row["created_at"], dict(row)) for row in rows]


def test_who_it_is():
    assert (PROFILE.handle, PROFILE.name) == ("tea", "Leaf & Kiln")
    assert PROFILE.user_id == "1000000000000000001"
    assert ZoneInfo(PROFILE.zone)
    assert len(PROFILE.hours) == 7
    assert PROFILE.hours[0].opens is None
    assert PROFILE.logo.is_file()
    assert PROFILE.own_tags == ("#leafandkiln",)


def test_what_it_sells():
    assert 8 <= len(PRODUCTS) <= 10
    assert len({product.link for product in PRODUCTS}) == len(PRODUCTS)
    for product in PRODUCTS:
        assert product.picture.is_file()
        assert product.link.startswith("https://leafandkiln.example.com/")
        assert product.price_minor > 0
        assert product.currency == "EUR"


def test_ninety_days_of_posts(posts):
    own = [(age, row) for age, row in posts if row["role"] == "shop" and not row["parent_author"]]

    assert len(own) > 70
    days = {in_zone(row["created_at"], PROFILE.zone).date() for _, row in own}
    assert len(days) >= 75
    assert 86 * DAY < max(age for age, _ in own) < 92 * DAY
    assert min(age for age, _ in posts) > 0
    assert {row["kind"] for _, row in own} == {"sell", "help", "people", "ask"}
    assert sum("https://" in row["text"] for _, row in own) >= 15
    for _, row in own:
        assert len(parse(row["text"]).hashtags) <= 2
        assert 7 <= in_zone(row["created_at"], PROFILE.zone).hour <= 21


def test_everyone_writes_within_the_limit(posts):
    for _, row in posts:
        text = row["text"]
        if row["parent_author"] not in (None, row["author"]):
            text = text.partition(" ")[2]
        assert parse(text).fits, text


def test_customers_write_in_six_languages(posts):
    words = [(age, row) for age, row in posts if row["role"] != "shop"]

    assert {row["lang"] for _, row in words} == {"en", "es", "ar", "fa", "ja", "zh"}
    assert {row["kind"] for _, row in words} >= {
        "praise",
        "question",
        "complaint",
        "order",
        "troll",
    }
    assert len(words) >= 60
    assert 10 <= sum(age < 7 * DAY for age, _ in words) <= 20
    assert all("@tea" in row["text"] for _, row in words)


def test_most_older_words_are_answered_and_some_new_ones_are_not(posts):
    answered = {row["parent"] for _, row in posts if row["role"] == "shop"}
    first = [
        (age, row) for age, row in posts if row["role"] == "customer" and row["kind"] != "thanks"
    ]
    old = [row for age, row in first if age > 7 * DAY]
    new = [row for age, row in first if age <= 7 * DAY]

    assert sum(row["id"] in answered for row in old) > 0.8 * len(old)
    assert sum(row["id"] not in answered for row in new) >= 8


def test_answers_come_after_what_they_answer(posts):
    times = {row["id"]: row["created_at"] for _, row in posts}
    assert all(row["created_at"] > times[row["parent"]] for _, row in posts if row["parent"])
    ordered = sorted(times)
    assert [times[number] for number in ordered] == sorted(times.values())


def test_the_order_gone_wrong_is_still_open(posts):
    about = sorted(
        (row["created_at"], row["handle"], row["kind"])
        for _, row in posts
        if row["handle"] == "nora_reads" and "1163" in row["text"]
    )
    assert len(about) == 2
    assert [kind for _, _, kind in about] == ["order", "order"]


def test_handles_are_such_as_x_gives():
    people = read("customers.json")
    assert len(people) == 25
    for person in people:
        handle = person["handle"]
        assert 4 <= len(handle) <= 15
        assert handle.isascii()
        assert handle.replace("_", "").isalnum()
    assert len({person["handle"] for person in people}) == 25
    assert [p["handle"] for p in people if p.get("role") == "troll"] == ["real_teaking"]
