"""Same state, clock and request: same answer, to the byte."""

from services.clock import DAY, SteppedClock
from services.x_api.practice import Sort, Trouble, inspection, open_practice
from services.x_api.practice.chance import between, pick, share, whole
from tests.services.x_api.practice.conftest import Caller, png

START = 1_795_168_800


def a_story(seed=None, path=":memory:"):
    """Some days with the practice X; every answer's bytes."""
    clock = SteppedClock(START)
    more = {} if seed is None else {"seed": seed}
    x = open_practice(path, clock, **more)
    caller = Caller(x, clock)
    said = [caller.get("/2/users/me", user__fields="public_metrics")]
    first = caller.say("The Moss teapot is back")
    clock.advance(1_000)
    said.append(caller.get("/2/users/1000000000000000001/mentions", max_results=50))
    theirs = said[-1].json()["data"][0]["id"]
    caller.answer(theirs, "It is, until seven")
    media = caller.upload(png())
    caller.say("And a picture", media={"media_ids": [media]})
    x.script(Trouble(sort=Sort.HALF_JSON))
    said.append(caller.get("/2/tweets", ids=first))
    for _ in range(20):
        clock.advance(DAY)
        said.append(
            caller.get(
                "/2/users/1000000000000000001/mentions",
                max_results=100,
                tweet__fields="public_metrics,entities,created_at",
                expansions="author_id,referenced_tweets.id",
            )
        )
    said.append(caller.get("/2/tweets", ids=first, tweet__fields="non_public_metrics"))
    held = inspection.own_posts(x.state)
    x.close()
    return [(answer.status, dict(answer.headers), answer.body) for answer in said], held


def test_two_of_them_say_the_same(tmp_path):
    assert a_story() == a_story(path=tmp_path / "practice.sqlite")


def test_another_seed_is_another_story():
    assert a_story(seed=1)[0][-2][2] != a_story(seed=2)[0][-2][2]


def test_how_often_one_looks_changes_nothing(clock):
    seldom, often = (Caller(open_practice(":memory:", clock), clock) for _ in range(2))
    seldom.say("Which cup do you reach for first?")
    often.say("Which cup do you reach for first?")
    for _ in range(200):
        clock.advance(7_777)
        often.mentions(max_results=5)

    query = {"max_results": 100, "tweet__fields": "created_at", "expansions": "author_id"}
    assert seldom.mentions(**query) == often.mentions(**query)
    seldom.x.close()
    often.x.close()


def test_it_remembers_over_a_restart(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    first = open_practice(path, clock)
    number = Caller(first, clock).say("Still here?")
    first.script(Trouble(sort=Sort.REFUSE, name="credits_depleted"))
    first.close()
    clock.advance(60)

    again = open_practice(path, clock, seed=99, sample=False)
    caller = Caller(again, clock)

    assert caller.get("/2/users/me").status == 402
    assert caller.get(f"/2/tweets/{number}").json()["data"]["text"] == "Still here?"
    again.close()


def test_chance_depends_on_its_arguments_alone():
    assert whole(7, "a", 1) == whole(7, "a", 1) == 15_168_347_752_539_518_784
    assert whole(7, "a", 1) != whole(7, "a1")
    assert 0 <= share(7, "b") < 1
    assert {between(3, 5, 7, n) for n in range(50)} == {3, 4, 5}
    assert pick("xyz", 7, "c") in "xyz"
