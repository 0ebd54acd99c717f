"""It goes on living: answers, thanks, and mentions out of the blue."""

import re

import pytest

from services.clock import DAY
from services.x_api.practice.words import LANGUAGES, product_in, products, words
from tests.services.x_api.practice.conftest import png

MINUTE = 60


def newer(caller, since):
    told = caller.mentions(
        max_results=100,
        since_id=since,
        tweet__fields="created_at,lang,referenced_tweets,conversation_id",
        expansions="author_id",
    )
    return list(reversed(told.get("data", [])))


def test_some_minutes_after_a_post_a_customer_answers(caller, clock):
    number = caller.say("The bench is out and the kettle is on")
    clock.advance(2 * MINUTE)
    assert newer(caller, number) == []

    clock.advance(6 * MINUTE)

    (word,) = newer(caller, number)
    assert word["text"].startswith("@tea ")
    assert word["conversation_id"] == number
    assert word["referenced_tweets"] == [{"type": "replied_to", "id": number}]


def test_the_answer_speaks_of_the_product(caller, clock):
    texts = []
    for number in range(12):
        last = caller.say(f"The Moss teapot, picture {number} of 12")
        clock.advance(8 * MINUTE)
        (word,) = [w for w in newer(caller, last) if w["conversation_id"] == last]
        texts.append((word["lang"], word["text"]))

    assert len({lang for lang, _ in texts}) >= 3
    said = {lang: [one.text for one in words().answers[lang]["product"]] for lang in LANGUAGES}
    teapot = product_in("moss teapot")
    for lang, text in texts:
        filled = {f"@tea {one.replace('{product}', teapot.names[lang])}" for one in said[lang]}
        assert text in filled


def test_the_answer_speaks_of_the_picture(caller, clock):
    media = caller.upload(png())
    number = caller.say("This morning", media={"media_ids": [media]})
    clock.advance(10 * MINUTE)

    (word,) = newer(caller, number)
    said = words().answers[word["lang"]]["picture"]
    assert word["text"].removeprefix("@tea ") in {one.text for one in said}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("新しい湯のみが窯から出ました", "ja"),
        ("فتحنا الأبواب وصنعنا أول إبريق", "ar"),
        ("چای تازه‌دم آماده است، بفرمایید", "fa"),
        ("今天店里来了一位老朋友，喝了三壶", "zh"),
    ],
)
def test_most_answer_in_the_posts_own_language(caller, clock, text, lang):
    heard = []
    for number in range(10):
        last = caller.say(f"{text} {number}")
        clock.advance(8 * MINUTE)
        heard += [w["lang"] for w in newer(caller, last) if w["conversation_id"] == last]

    assert heard.count(lang) >= 5


def test_thanks_follow_our_answer_once(caller, clock):
    number = caller.say("Which biscuit goes with jasmine?")
    clock.advance(10 * MINUTE)
    (word,) = newer(caller, number)
    ours = caller.answer(word["id"], "Almond, always")
    clock.advance(20 * MINUTE)

    (thanks,) = [w for w in newer(caller, ours) if w["conversation_id"] == number]
    assert thanks["author_id"] == word["author_id"]
    assert thanks["referenced_tweets"][0]["id"] == ours
    again = caller.answer(thanks["id"], "See you soon")
    clock.advance(60 * MINUTE)
    assert word["author_id"] not in [w["author_id"] for w in newer(caller, again)]


def test_a_complaint_of_the_history_is_thanked_for_as_one(caller, clock):
    told = caller.mentions(max_results=100, expansions="author_id")
    (open_one,) = [p for p in told["data"] if "second tin in a row" in p["text"]]

    ours = caller.answer(open_one["id"], "Two new tins are on their way. Inês")
    clock.advance(20 * MINUTE)

    said = {one.text for one in words().thanks["en"]["complaint"]}
    heard = {w["text"].removeprefix("@tea ") for w in newer(caller, ours)}
    assert heard & said


def test_parts_of_a_thread_bring_one_answer_not_three(caller, clock):
    first = caller.say("How a glaze runs 1/3")
    second = caller.answer(first, "It is glass 2/3")
    caller.answer(second, "It goes where it likes 3/3")
    clock.advance(15 * MINUTE)

    assert len(newer(caller, first)) == 1


def test_a_deleted_post_brings_nothing(caller, clock):
    number = caller.say("Wrong picture")
    caller.delete(f"/2/tweets/{number}")
    clock.advance(15 * MINUTE)

    assert newer(caller, number) == []


def test_a_folder_opened_after_three_months_has_lived_three_months(caller, clock):
    newest = caller.mentions(max_results=5)["meta"]["newest_id"]
    clock.advance(91 * DAY)

    words_heard = newer(caller, newest)

    assert 35 <= len(words_heard) <= 85
    assert {w["lang"] for w in words_heard} == set(LANGUAGES)
    weeks = {w["created_at"][:10] for w in words_heard}
    assert len(weeks) > 30
    texts = [w["text"] for w in words_heard]
    assert len(set(texts)) == len(texts)
    assert not any(re.search(r"[{}]", text) for text in texts)


def test_without_the_sample_nobody_comes(bare, clock):
    bare.say("Is anybody there?")
    clock.advance(30 * DAY)

    assert bare.mentions() == {"meta": {"result_count": 0}}


def test_every_language_can_say_everything():
    for lang in LANGUAGES:
        assert set(words().answers[lang]) == {"product", "picture", "question", "other"}
        assert {"praise", "question", "complaint", "order"} <= set(words().thanks[lang])
        assert all(lang in product.names for product in products())
        for product in products():
            assert any(one.fits(product.sort) for one in words().answers[lang]["product"])
    for mention in words().mentions:
        assert "@tea" in mention.saying.text
        assert any(mention.saying.fits(product.sort) for product in products())
