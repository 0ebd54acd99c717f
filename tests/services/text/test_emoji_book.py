"""The emoji of the picker: all there are, found in six languages."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType

import pytest
from emoji import EMOJI_DATA, STATUS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.text.emoji_book import LANGUAGES, TONE, TONES, EmojiBook, load_book
from services.text.fold import folded
from services.text.measure import parse
from tests.twitter_text import ROOT

WHOLE = {sign for sign, about in EMOJI_DATA.items() if about["status"] == STATUS["fully_qualified"]}


def generator() -> ModuleType:
    path = ROOT / "resources" / "generate" / "emoji_names.py"
    spec = importlib.util.spec_from_file_location("emoji_names", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def book() -> EmojiBook:
    return load_book()


def signs(book: EmojiBook, query: str) -> list[str]:
    return [one.sign for one in book.find(query)]


def test_the_file_is_what_the_packages_say() -> None:
    reason = generator().why_not()
    if reason:
        pytest.skip(reason)
    assert not generator().stale(), "run resources/generate/emoji_names.py"
    assert generator().LANGUAGES == LANGUAGES
    assert generator().TONE == TONE


def test_it_holds_every_emoji_once(book: EmojiBook) -> None:
    assert len(book.all) > 1_900
    assert len({one.sign for one in book.all}) == len(book.all)
    assert {one.group for one in book.all} == set(range(9))
    assert all(len(one.names) == len(LANGUAGES) and all(one.names) for one in book.all)
    assert {one.sign for one in book.all} <= WHOLE


def test_with_its_tones_each_is_one_that_x_counts_as_two(book: EmojiBook) -> None:
    toned = [one for one in book.all if one.toned]
    assert len(toned) > 300
    assert {one.in_tone(tone) for one in toned for tone in TONES} <= WHOLE
    assert all(parse(one.in_tone(TONES[3])).weighted_length == 2 for one in book.all)
    assert book.by_sign["👍🏽"].sign == "👍"


def test_the_words_are_folded_as_a_query_is(book: EmojiBook) -> None:
    rows = [row for words in book._words for row in words]
    assert all(" ".join(folded(word).split()) == word for row in rows for word in row.split(";"))


@pytest.mark.parametrize(
    ("query", "sign"),
    [
        ("teapot", "🫖"),
        ("TEA", "🍵"),
        ("red heart", "❤️"),
        ("corazon", "💔"),
        ("tetera", "🫖"),
        ("شاي", "🍵"),
        ("چای", "🍵"),
        ("گربه", "🐈"),
        ("قلب", "❤️"),
        ("お茶", "🍵"),
        ("ねこ", "🐈"),
        ("茶", "🍵"),
        ("猫", "🐱"),
        ("包裹", "📦"),
    ],
)
def test_each_language_finds_it(book: EmojiBook, query: str, sign: str) -> None:
    assert sign in signs(book, query)[:60]


def test_the_very_word_comes_before_a_beginning(book: EmojiBook) -> None:
    found = signs(book, "cup")
    assert found.index("🥤") < found.index("🧁")
    assert "heart" in folded(book.find("heart")[0].names[0]).split()
    assert signs(book, "xyzzy") == []
    assert signs(book, " #! ") == []


def test_all_words_are_asked_for(book: EmojiBook) -> None:
    found = book.find("cat tears")
    assert [one.sign for one in found] == ["😹"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_query_is_too_odd(book: EmojiBook, query: str) -> None:
    found = book.find(query)
    assert len({one.sign for one in found}) == len(found)


def test_the_sources_are_named() -> None:
    notice = (ROOT / "resources" / "text" / "NOTICE").read_text("utf-8")
    for source in generator().SOURCES:
        assert re.search(rf"\b{source}\b", notice), source


HEARTS = ("❤️", "🧡", "💛", "💙", "😍", "🥰")


@pytest.mark.parametrize(
    "query", ["heart", "corazon", "Corazón", "قلب", "心", "ハート", "はーと", "爱"]
)
def test_of_those_alike_the_usual_one_comes_first(book: EmojiBook, query: str) -> None:
    assert book.find(query, usual=HEARTS)[0].sign == "❤️"


@pytest.mark.parametrize(("query", "sign"), [("star", "⭐"), ("fire", "🔥"), ("お茶", "🍵")])
def test_a_name_that_is_the_word_itself_comes_before_longer_ones(
    book: EmojiBook, query: str, sign: str
) -> None:
    assert book.find(query, usual=("🌟", "🔥", "⭐", "🍵"))[0].sign == sign


@pytest.mark.parametrize(
    ("query", "sign"), [("❤", "❤️"), ("❤️", "❤️"), (" 🍵 ", "🍵"), ("👍🏽", "👍"), ("☀", "☀️")]
)
def test_an_emoji_finds_itself(book: EmojiBook, query: str, sign: str) -> None:
    assert [one.sign for one in book.find(query)] == [sign]
