"""Posts: what X takes, and every way in which it says no."""

import pytest

from services.clock import DAY
from services.x_api.practice import inspection
from tests.services.x_api.practice.conftest import ME, png


def refusal(answer):
    body = answer.json()
    return answer.status, body.get("detail", ""), body["title"]


def test_a_post_is_there_with_its_short_link_and_escaped_signs(caller):
    text = "Cups & bowls <3 https://leafandkiln.example.com/celadon-cups #leafandkiln"
    number = caller.say(text)

    (post,) = caller.get("/2/tweets", ids=number, tweet__fields="entities,created_at").json()[
        "data"
    ]

    assert post["text"].startswith("Cups &amp; bowls &lt;3 https://t.co/")
    (link,) = post["entities"]["urls"]
    assert post["text"][link["start"] : link["end"]] == link["url"]
    assert link["expanded_url"] == "https://leafandkiln.example.com/celadon-cups"
    (tag,) = post["entities"]["hashtags"]
    assert post["text"][tag["start"] : tag["end"]] == "#leafandkiln"
    assert post["created_at"] == "2026-11-20T10:00:00.000Z"


@pytest.mark.parametrize(
    "text",
    ["新しいお茶🍵", "شاي جديد اليوم", "چای تازه‌دم", "新茶到了", "👩🏽‍🤝‍👨🏻 at the counter"],
)
def test_every_script_comes_back_as_it_went(bare, text):
    number = bare.say(text)

    assert bare.get(f"/2/tweets/{number}").json()["data"]["text"] == text


def test_280_fit_and_281_do_not(bare):
    bare.say("茶" * 140)
    refused = bare.post("/2/tweets", {"text": "茶" * 140 + "a"})

    assert refused.status == 403
    assert "too long" in refused.json()["detail"]


def test_a_link_weighs_23_however_long(bare):
    link = " https://leafandkiln.example.com/" + "x" * 90
    bare.say("a" * 256 + link)

    refused = bare.post("/2/tweets", {"text": "b" * 257 + link})

    assert refused.status == 403
    assert "too long" in refused.json()["detail"]


def test_the_same_words_twice_are_refused_for_a_day(bare, clock):
    bare.say("The kettle is on")

    again = bare.post("/2/tweets", {"text": "The kettle is on"})
    clock.advance(DAY)
    later = bare.post("/2/tweets", {"text": "The kettle is on"})

    assert refusal(again) == (
        403,
        "You are not allowed to create a Tweet with duplicate content.",
        "Forbidden",
    )
    assert later.status == 201


def test_a_picture_makes_the_same_words_another_post(bare):
    for number in range(2):
        media = bare.upload(png(extra=bytes([65 + number])))
        bare.say("The kettle is on", media={"media_ids": [media]})

    assert len(inspection.own_posts(bare.x.state)) == 2


def test_a_deleted_post_may_be_written_again(bare):
    number = bare.say("The kettle is on")

    assert bare.delete(f"/2/tweets/{number}").json() == {"data": {"deleted": True}}
    bare.say("The kettle is on")
    assert bare.get(f"/2/tweets/{number}").json()["errors"][0]["title"] == "Not Found Error"


def test_another_persons_post_is_not_ours_to_delete(bare):
    number = bare.hear("@tea hello")

    assert bare.delete(f"/2/tweets/{number}").status == 403


def test_we_may_answer_who_called_us(bare):
    theirs = bare.hear("@tea are you open?", handle="tom_atwell")
    number = bare.answer(theirs, "Until seven")

    post = bare.get(
        f"/2/tweets/{number}", tweet__fields="conversation_id,referenced_tweets"
    ).json()["data"]
    assert post["text"] == "@tom_atwell Until seven"
    assert post["conversation_id"] == theirs
    assert post["referenced_tweets"] == [{"type": "replied_to", "id": theirs}]


def test_we_may_answer_who_answered_us(bare):
    ours = bare.say("Which cup?")
    theirs = bare.hear("The blue one", reply_to=ours)

    number = bare.answer(theirs, "Blue it is")

    post = bare.get(
        f"/2/tweets/{number}", tweet__fields="conversation_id,referenced_tweets"
    ).json()["data"]
    assert post["conversation_id"] == ours
    assert post["referenced_tweets"] == [{"type": "replied_to", "id": theirs}]


def test_we_may_not_answer_a_stranger(bare):
    theirs = bare.hear("I like tea in general")

    refused = bare.post(
        "/2/tweets", {"text": "Buy ours", "reply": {"in_reply_to_tweet_id": theirs}}
    )

    assert refused.status == 403
    assert refused.json()["detail"].startswith("Reply to this conversation is not allowed")


def test_a_thread_is_one_conversation(bare):
    first = bare.say("One 1/2")
    second = bare.answer(first, "Two 2/2")

    post = bare.get(f"/2/tweets/{second}", tweet__fields="conversation_id").json()["data"]
    assert (post["text"], post["conversation_id"]) == ("Two 2/2", first)


def test_no_answer_to_what_is_gone(bare):
    first = bare.say("One")
    bare.delete(f"/2/tweets/{first}")

    refused = bare.post("/2/tweets", {"text": "Two", "reply": {"in_reply_to_tweet_id": first}})

    assert refused.status == 403
    assert "deleted or not visible" in refused.json()["detail"]


def test_quoting_is_not_for_small_accounts(bare):
    first = bare.say("One")

    refused = bare.post("/2/tweets", {"text": "Look", "quote_tweet_id": first})

    assert refused.status == 403
    assert refused.json()["detail"].startswith("Quoting this post is not allowed")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": "  \n"},
        {"text": 7},
        {"text": "a", "colour": "green"},
        {"text": "a", "media": {"media_ids": []}},
        {"text": "a", "media": {"media_ids": ["1", "2", "3", "4", "5"]}},
        {"text": "a", "media": {"media_ids": ["12"]}},
        {"text": "a", "media": {"media_ids": [12]}},
        {"text": "a", "reply": {}},
        {"text": "a", "reply": {"in_reply_to_tweet_id": 12}},
        {"text": "a", "reply_settings": "nobody"},
        {"text": "a", "poll": {"options": ["one"], "duration_minutes": 60}},
        {"text": "a", "poll": {"options": ["one", "two"], "duration_minutes": 4}},
        {"text": "a", "poll": {"options": ["one", "x" * 26], "duration_minutes": 60}},
        {"text": "a", "poll": {"options": list("abcde"), "duration_minutes": 60}},
        {"text": "a", "poll": {"options": ["one", ""], "duration_minutes": 60}},
        {"text": "a", "poll": {"options": ["one", 2], "duration_minutes": 60}},
        {"text": "a", "poll": {"options": ["one", "two"], "duration_minutes": 10_081}},
        {"text": "a", "poll": {"options": ["one", "two"], "duration_minutes": True}},
        {"text": "a", "poll": {"options": ["one", "two"]}},
        {"text": "a", "poll": None},
        {"text": " ", "poll": {"options": ["one", "two"], "duration_minutes": 60}},
        {"text": "a", "reply_settings": "everyone"},
        {"text": "a", "reply_settings": None},
        {"text": "a", "paid_partnership": "yes"},
        {"text": "a", "made_with_ai": 1},
    ],
)
def test_what_is_not_a_post_is_refused_in_xs_shape(bare, body):
    answer = bare.post("/2/tweets", body)

    assert answer.status == 400
    told = answer.json()
    assert told["title"] == "Invalid Request"
    assert told["type"].endswith("/problems/invalid-request")
    assert told["errors"][0]["message"]
    assert inspection.own_posts(bare.x.state) == ()


def test_a_body_that_is_not_json_is_refused(bare):
    assert bare.post("/2/tweets", ["a", "list"]).status == 400
    assert bare.post("/2/tweets").status == 400


def test_a_poll_comes_back_with_its_options(bare):
    number = bare.say("Which?", poll={"options": ["Blue", "Grey"], "duration_minutes": 60})

    told = bare.get(f"/2/tweets/{number}", expansions="attachments.poll_ids").json()

    assert told["data"]["attachments"] == {"poll_ids": [number]}
    assert [one["label"] for one in told["includes"]["polls"][0]["options"]] == ["Blue", "Grey"]


def test_a_poll_and_a_picture_shut_each_other_out(bare):
    media = {"media_ids": [bare.upload(png())]}
    poll = {"options": ["Blue", "Grey"], "duration_minutes": 60}

    refused = bare.post("/2/tweets", {"text": "Which?", "media": media, "poll": poll})

    assert refused.status == 400
    assert "mutually exclusive" in refused.json()["errors"][0]["message"]
    assert inspection.own_posts(bare.x.state) == ()


def test_a_poll_ends_and_keeps_its_votes(caller, clock):
    number = caller.say("Which?", poll={"options": ["Blue", "Grey"], "duration_minutes": 1_440})

    def read():
        fields = "duration_minutes,end_datetime,voting_status"
        told = caller.get(
            "/2/tweets", ids=number, expansions="attachments.poll_ids", poll__fields=fields
        )
        return told.json()["includes"]["polls"][0]

    open_yet = read()
    clock.advance(DAY)
    closed = read()
    clock.advance(DAY)

    assert (open_yet["voting_status"], closed["voting_status"]) == ("open", "closed")
    assert open_yet["end_datetime"] == "2026-11-21T10:00:00.000Z"
    assert sum(one["votes"] for one in open_yet["options"]) == 0
    assert sum(one["votes"] for one in closed["options"]) > 0
    assert read() == closed


def test_marks_and_who_can_reply_are_kept(bare):
    number = bare.say("New", reply_settings="verified", paid_partnership=True, made_with_ai=True)

    told = bare.get("/2/tweets", ids=number, tweet__fields="reply_settings,paid_partnership")
    (post,) = told.json()["data"]

    assert (post["reply_settings"], post["paid_partnership"]) == ("verified", True)
    (held,) = inspection.own_posts(bare.x.state)
    assert held.made_with_ai


def test_an_account_with_premium_writes_long_posts(bare):
    text = "茶" * 12_500
    assert bare.post("/2/tweets", {"text": text}).status == 403
    bare.x.set_premium(True)

    number = bare.say(text)

    told = bare.get("/2/tweets", ids=number, tweet__fields="note_tweet").json()["data"][0]
    assert told["note_tweet"] == {"text": text}
    assert len(told["text"]) < 280
    assert told["text"].startswith("茶茶")
    assert bare.post("/2/tweets", {"text": text + "a"}).status == 403
    plain = bare.say("short")
    told = bare.get("/2/tweets", ids=plain, tweet__fields="note_tweet").json()["data"][0]
    assert "note_tweet" not in told


def test_some_of_the_asked_posts_are_missing(bare):
    number = bare.say("Here")

    told = bare.get("/2/tweets", ids=f"{number},123").json()

    assert [post["id"] for post in told["data"]] == [number]
    (error,) = told["errors"]
    assert (error["resource_id"], error["parameter"]) == ("123", "ids")
    assert error["type"].endswith("/resource-not-found")


@pytest.mark.parametrize("ids", ["", "a", "1,2,x", ",".join(str(n) for n in range(101))])
def test_ids_that_are_none_are_refused(bare, ids):
    assert bare.get("/2/tweets", ids=ids).status == 400


def test_people_by_id_and_by_handle(caller):
    told = caller.get("/2/users/by", usernames="tea,mika_ocha,nobody_here").json()

    assert [user["username"] for user in told["data"]] == ["tea", "mika_ocha"]
    assert told["errors"][0]["value"] == "nobody_here"
    other = told["data"][1]["id"]
    told = caller.get("/2/users", ids=f"{ME},{other},5", user__fields="public_metrics").json()
    assert [user["id"] for user in told["data"]] == [ME, other]
    assert told["data"][0]["public_metrics"]["followers_count"] > 1000
    assert caller.get("/2/users/by", usernames="has space").status == 400
