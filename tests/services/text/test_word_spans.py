"""Words to avoid are found as they are typed, whatever their case, accents or script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.word_spans import word_spans


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text, words)]


@pytest.mark.parametrize(
    ("text", "word", "there"),
    [
        ("Cheap cups, CHEAP bowls", "cheap", ["Cheap", "CHEAP"]),
        ("A cheapskate's cup", "cheap", []),
        ("Une CAFÉ crème", "café", ["CAFÉ"]),
        ("Un cafe\u0301 más", "cafe", ["cafe\u0301"]),
        ("كتابٌ أزرق", "كتاب", ["كتابٌ"]),
        ("ارزان‌ترین لیوان", "ارزان", []),
        ("لیوان ارزان است", "ارزان", ["ارزان"]),
        ("لیوان كهنه", "کهنه", ["كهنه"]),
        ("とても安いカップです", "安い", ["安い"]),
        ("这个便宜货很好", "便宜", ["便宜"]),
        ("ถ้วยราคาถูกมาก", "ราคาถูก", ["ราคาถูก"]),
        ("🍵🍵 very  best tea", "very best", ["very  best"]),
        ("ＣＨＥＡＰ", "cheap", ["ＣＨＥＡＰ"]),
        ("100% sure", "100%", ["100%"]),
        ("Straße", "strasse", ["Straße"]),
        ("a.b", "a.b", ["a.b"]),
        ("axb", "a.b", []),
    ],
)
def test_words_in_six_languages_and_more(text: str, word: str, there: list[str]) -> None:
    assert found(text, word) == there


def test_the_longer_of_two_words_wins() -> None:
    assert found("dirt cheap cups", "cheap", "dirt cheap", "dirt") == ["dirt cheap"]


def test_no_words_no_spans() -> None:
    assert found("cups") == []
    assert found("cups", "", "  ", "\u064b") == []


@given(st.text(max_size=60), st.lists(st.text(max_size=6), max_size=4))
def test_spans_are_in_order_and_within(text: str, words: list[str]) -> None:
    last = 0
    for start, end in word_spans(text, words):
        assert last <= start < end <= len(text)
        last = end
