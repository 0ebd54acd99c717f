"""What X would charge: each thing read once a UTC day, each thing done every time."""

from services.clock import DAY
from services.x_api.practice import Sort, Trouble
from tests.services.x_api.practice.conftest import ME, png


def bill(caller):
    counted = {}
    for line in caller.x.meter():
        count, cost = counted.get(line.kind, (0, 0))
        counted[line.kind] = (count + line.count, cost + line.cost)
    return counted


def test_posts_links_answers_alt_text_and_deleting(bare):
    plain = bare.say("The kettle is on")
    bare.say("Here: https://leafandkiln.example.com")
    bare.answer(bare.hear("@tea open?"), "Until seven")
    bare.answer(plain, "The second part of it")
    media = bare.upload(png())
    bare.post("/2/media/metadata", {"id": media, "metadata": {"alt_text": {"text": "Tea"}}})
    bare.delete(f"/2/tweets/{plain}")

    assert bill(bare) == {
        "create": (2, 30_000),
        "create_with_link": (1, 200_000),
        "answer": (1, 10_000),
        "media_metadata": (1, 5_000),
        "delete": (1, 10_000),
    }


def test_what_is_refused_costs_nothing(bare):
    bare.say("Once")
    bare.post("/2/tweets", {"text": "Once"})
    bare.x.script(Trouble(sort=Sort.REFUSE, name="unavailable"))
    bare.get("/2/users/me")

    assert bill(bare) == {"create": (1, 15_000)}


def test_what_was_dropped_on_its_way_back_is_charged(bare):
    bare.x.script(Trouble(sort=Sort.DROP, path="/2/tweets"))
    bare.post("/2/tweets", {"text": "Once"})

    assert bill(bare) == {"create": (1, 15_000)}


def test_one_thing_is_billed_once_a_day_whatever_the_road(caller, clock):
    word = caller.mentions(max_results=5, expansions="author_id")
    people = {post["author_id"] for post in word["data"]}
    first = bill(caller)
    assert first == {"owned_read": (5, 5_000), "user_read": (len(people), len(people) * 10_000)}

    caller.mentions(max_results=5, expansions="author_id")
    caller.get("/2/tweets", ids=word["data"][0]["id"])
    caller.get("/2/users", ids=word["data"][0]["author_id"])
    assert bill(caller) == first

    clock.advance(DAY - clock.now() % DAY)
    caller.get("/2/tweets", ids=word["data"][0]["id"])
    caller.get("/2/users/me")
    told = bill(caller)
    assert told["post_read"] == (1, 5_000)
    assert told["user_read"][0] == len(people) + 1


def test_what_came_along_is_charged_too(caller):
    told = caller.own(max_results=100, expansions="referenced_tweets.id", tweet__fields="id")

    read = {post["id"] for post in told["data"]}
    along = {post["id"] for post in told["includes"]["tweets"]}
    assert bill(caller)["post_read"][0] == len(along - read)
    assert bill(caller)["owned_read"][0] == len(read)


def test_other_peoples_timelines_are_dear(caller):
    mika = caller.get("/2/users/by", usernames="mika_ocha").json()["data"][0]["id"]
    count = len(caller.get(f"/2/users/{mika}/tweets", max_results=5).json()["data"])

    assert bill(caller)["post_read"] == (count, count * 5_000)
    assert mika != ME
