from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.x_api import intents

TEXTS = [
    "Tea again, 20% off & more #tea @leaf https://leafkiln.example.com/?a=b&c=d",
    "first line\nsecond line\r\nthird\ttab",
    "فنجان شاي في مساء هادئ… ١٢٣",
    "چای تازه‌دم با لیوان سفالی",
    "‏שלום ‮abc‬ عربي",
    "新しいお茶🍵が入りました",
    "新茶到店，欢迎光临",
    "👩‍👩‍👧‍👦 🇯🇵 ☕️ 👍🏽",
    "1 + 1 = 2 %41 \\ \"quoted\" 'one' <tag>",
]


def words_of(link):
    return parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)


@pytest.mark.parametrize("text", TEXTS)
def test_x_reads_back_every_word(text):
    link = intents.post_link(text)

    assert link.startswith("https://x.com/intent/post?text=")
    assert link.isascii()
    assert words_of(link) == {"text": [text]}


@pytest.mark.parametrize("text", ["x" * 280, "ش" * 280, "茶" * 140, "🍵" * 140])
def test_a_usual_post_fits_into_a_link(text):
    assert not intents.is_too_long(intents.answer_link("1" * 19, text))


def test_a_long_post_does_not():
    assert intents.is_too_long(intents.post_link("茶" * 300))
    assert not intents.is_too_long(intents.post_link(""))


@given(st.text(min_size=1))
def test_any_text_is_read_back(text):
    assert words_of(intents.post_link(text)) == {"text": [text]}
    assert words_of(intents.answer_link("123", text)) == {"in_reply_to": ["123"], "text": [text]}


def test_spaces_and_plus_signs_stay_apart():
    assert intents.post_link("a + b") == "https://x.com/intent/post?text=a%20%2B%20b"


def test_half_a_pair_of_surrogates_is_left_out():
    assert words_of(intents.post_link("tea \ud83c cup")) == {"text": ["tea  cup"]}


def test_an_empty_post_opens_the_empty_page():
    assert intents.post_link("") == "https://x.com/intent/post"


def test_a_posts_own_page():
    assert intents.open_post_link("@tea", "5") == "https://x.com/tea/status/5"
    assert intents.open_post_link(None, "5") == "https://x.com/i/status/5"
    assert intents.open_post_link("a/b?c", "5#6") == "https://x.com/a%2Fb%3Fc/status/5%236"
    assert intents.open_user_link("@tea") == "https://x.com/tea"


@given(st.text(st.characters()))
def test_halves_of_pairs_make_signs_or_nothing(text):
    """Any text Qt may hand over, lone halves and all: what can be said arrives."""
    (read,) = words_of(intents.post_link("a" + text)).get("text", ["a"])
    assert read == ("a" + text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def test_two_halves_are_one_sign():
    assert words_of(intents.post_link("\ud83c\udf75")) == {"text": ["🍵"]}


def test_likes_reposts_follows_and_quotes_open_on_x():
    assert intents.like_link("5") == "https://x.com/intent/like?tweet_id=5"
    assert intents.repost_link("5") == "https://x.com/intent/retweet?tweet_id=5"
    assert intents.follow_link("@tea_shop") == "https://x.com/intent/follow?screen_name=tea_shop"
    link = intents.quote_link("tea", "5", "شاي & 🍵")
    assert words_of(link) == {"text": ["شاي & 🍵"], "url": ["https://x.com/tea/status/5"]}
