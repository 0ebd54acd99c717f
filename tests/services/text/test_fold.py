"""Folding: whatever was written is found by any of its words, and no query breaks FTS5."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.fold import folded, index_words, match_query, match_words

WRITTEN = (
    "New tea bowls, glazed in café-crème — 24€ #tea",
    "شاي جديد بالنعناع في المدرسة 🍃 ١٢ قطعة",
    "چای تازه رسید، می‌خواهم کتاب «گلستان» ۱۲ بار",
    "新しい湯呑みが焼けました。ｶﾞﾗｽもあります🍵",
    "春茶到了！今天的新茶，欢迎来店品尝。",
    "¿Té nuevo? Mañana en la tienda: ¡qué alegría! Straße, ΣΊΣΥΦΟΣ",
    "새 찻잔이 나왔어요 한국어",
    "👩‍👩‍👧‍👦 🇪🇸 ❤️ 1️⃣ 🫖 𝒯𝑒𝒶 🫨",
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE kept USING fts5(words, tokenize = 'unicode61')")
    yield connection
    connection.close()


def found(index: sqlite3.Connection, text: str, query: str) -> bool:
    index.execute("DELETE FROM kept")
    index.execute("INSERT INTO kept VALUES (?)", (index_words(text),))
    asked = match_query(query)
    if not asked:
        return False
    row = index.execute("SELECT count(*) FROM kept WHERE words MATCH ?", (asked,)).fetchone()
    return bool(row[0])


@pytest.mark.parametrize("text", WRITTEN)
def test_each_word_and_each_beginning_of_it_finds_the_text(
    index: sqlite3.Connection, text: str
) -> None:
    for word in text.split():
        if not match_query(word):
            continue
        assert found(index, text, word), word
        assert found(index, text, word.upper()), word
    assert found(index, text, text)


@given(text=st.text(max_size=60))
def test_any_text_at_all_is_found_by_itself(index: sqlite3.Connection, text: str) -> None:
    assert found(index, text, text) == bool(match_query(text))


@given(query=st.text(alphabet="\"*:^+-(){}NEAR ANDORT'\\%_,.;茶ش🍵", max_size=30))
def test_nothing_in_a_query_is_syntax(index: sqlite3.Connection, query: str) -> None:
    assert found(index, "NEAR AND OR NOT " + query, query) == bool(match_query(query))
    found(index, "tea", query)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("crème brûlée", "creme brulee"),
        ("أحمد إلى آخر", "احمد الی اخر"),
        ("مدرسة", "مدرسه"),
        ("كتاب علي", "کتاب علی"),
        ("شـــاي", "شای"),
        ("كِتَابٌ", "کتاب"),
        ("می\u200cخواهم", "می خواهم"),
        ("١٢٣ ۱۲۳", "123 123"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("ＴＥＡ ①", "tea 1"),
        ("a\u200d\u2069b\u00ad", "ab"),
        ("𝒯𝑒𝒶", "tea"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ],
)
def test_ways_of_writing_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_kana_keep_their_voice() -> None:
    assert folded("か") != folded("が")


def test_runs_without_gaps_are_pairs_and_signs() -> None:
    assert index_words("新しい茶 tea").split() == [
        "新し",
        "しい",
        "い茶",
        "新",
        "し",
        "い",
        "茶",
        "tea",
    ]
    assert match_words("新茶") == ("新茶",)
    assert match_words("茶") == ("茶",)
    assert match_words("iPhone用ケース") == ("iphone", "用ケ", "ケー", "ース")
    assert match_query("茶 te") == '"茶" "te"*'


def test_two_signs_are_not_found_apart(index: sqlite3.Connection) -> None:
    assert found(index, "東京の京都", "京都")
    assert not found(index, "東の京", "東京")


def test_the_last_word_may_be_a_beginning(index: sqlite3.Connection) -> None:
    assert found(index, "glazed bowls", "glazed bo")
    assert not found(index, "glazed bowls", "gla bowls")


@given(text=st.text(alphabet="ab .!?\n。！茶の\u3099\u0301ش\u200c🍵é", max_size=60))
def test_words_are_those_of_the_folded_whole(text: str) -> None:
    found = index_words(text).split()
    assert len(found) == len(set(found))
    joined = re.sub("(?<=ش)\u200c(?=ش)", "", text)
    assert set(found) == {
        word
        for part in f"{folded(text)} {folded(joined)}".split()
        for word in index_words(part).split()
    }


def test_a_pasted_novel_is_a_short_query(index: sqlite3.Connection) -> None:
    novel = "اور 茶 tea " * 20_000
    assert found(index, novel, novel)
    assert len(match_words(novel)) <= 24


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("كيف نعتني بإبريق الشاي القديم", "ابريق"),
        ("كيف نعتني بإبريق الشاي القديم", "شاي قديم"),
        ("وصلت الأكواب والأباريق", "اباريق"),
        ("وصلت الأكواب والأباريق", "الأباريق وصلت"),
        ("خصم للمتجر كله", "متجر"),
        ("خصم للمتجر كله", "المتجر خصم"),
        ("وللمتجر خصم", "المتجر خصم"),
        ("وللمتجر خصم", "متجر خصم"),
        ("وبالنعناع أيضا", "نعناع أيضا"),
        ("فكالعسل هو", "عسل هو"),
        ("كالعسل هو", "العسل هو"),
        ("کتاب‌های تازه رسید", "کتابهای تازه"),
        ("کتابهای تازه رسید", "کتاب‌های تازه"),
        ("کتاب‌ها رسید", "کتاب رسید"),
        ("کتابها رسید", "کتاب رسید"),
        ("می‌فروشیم به شما", "میفروشیم شما"),
        ("میفروشیم به شما", "می‌فروشیم شما"),
        ("نمیفروشیم به شما", "نمی‌فروشیم شما"),
    ],
)
def test_what_is_attached_to_a_word_hides_it_not(
    index: sqlite3.Connection, text: str, query: str
) -> None:
    assert found(index, text, query)


def test_short_words_are_left_whole() -> None:
    assert index_words("ولد في بيت") == "ولد فی بیت"


@given(
    text=st.text(alphabet="وفبكلاليهمن\u200cءآًـ ,.12a", max_size=40),
    query=st.text(alphabet="وفبكلاليهمن\u200cً a", max_size=8),
)
def test_no_word_is_lost_by_what_is_added(index: sqlite3.Connection, text: str, query: str) -> None:
    """Whatever the plain words find is found, and each word's beginnings."""
    plain = " ".join(folded(text).split()).split()
    assert set(plain) <= set(index_words(text).split())
    asked = match_words(query)
    if asked and all(word in plain for word in asked):
        assert found(index, text, query)
    for word in plain:
        assert found(index, text, word[: max(1, len(word) // 2)])


@given(
    before=st.sampled_from(["", "و", "ف"]),
    particle=st.sampled_from(["", "ب", "ك", "ل"]),
    word=st.text(alphabet="ابتثجحخدرسشعغقمنهي", min_size=3, max_size=8),
    article=st.booleans(),
)
def test_every_attached_particle_comes_off(
    index: sqlite3.Connection, before: str, particle: str, word: str, article: bool
) -> None:
    the = "ال" if article else ""
    written = before + ("لل" if particle == "ل" and article else particle + the) + word
    text = f"{written} هنا"
    assert found(index, text, f"{word} هنا")
    assert found(index, text, f"{the}{word} هنا")
    assert found(index, text, f"{particle}{word} هنا" if not article else f"{written} هنا")
