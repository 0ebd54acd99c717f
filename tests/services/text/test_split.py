from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.measure import LONG, STANDARD, parse
from services.text.split import MOST_PARTS, split
from tests.work import steps

_PIECES = st.sampled_from(
    [
        *("The kiln is hot. ", "e.g. this ", "word ", "3.14 ", "a" * 40, "¡Qué alegría! ", "1/4 "),
        *("كيف توقظ إبريقاً قديماً؟ ", "چای تازه رسید. ", "新しい煎茶です。", "青瓷杯出窑了！", "・"),
        *("🧑🏿‍🚀", "👨‍👩‍👧‍👦 ", "e\u0301\u0300", "\u200f", "« Oui. » ", ",", "\n", "\n\n"),
        *("#ceramics ", "@leafandkiln, ", "https://leafandkiln.example.com/a?b=c ", "x.co"),
        "leafandkiln.com ",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=120).map("".join)


def bare(text: str) -> str:
    return "".join(text.split())


@given(_TEXTS, st.sampled_from([0, 6]))
def test_every_part_fits_and_no_word_is_lost(text: str, spare: int) -> None:
    parts = split(text, spare=spare)
    assert bare("".join(parts)) == bare(text)
    for part in parts:
        assert parse(part).weighted_length <= STANDARD.limit - spare
        assert part == part.strip()


@given(st.text(max_size=900))
def test_any_text_comes_out_whole(text: str) -> None:
    parts = split(text)
    assert bare("".join(parts)) == bare(text)
    assert all(parse(part).fits for part in parts)


@given(_TEXTS)
def test_it_is_no_more_parts_than_the_words_ask_for(text: str) -> None:
    weight = parse(" ".join(text.split())).weighted_length
    parts = split(text)
    assert len(parts) <= weight / (STANDARD.limit * 0.4) + 1 + text.count("\n")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The cups are back from the kiln and no two of them are alike. ", 8),
        ("عادت أكواب السيلادون من الفرن ولا يشبه أحدها الآخر، فتعالوا. ", 8),
        ("فنجان‌های سلادون از کوره برگشتند و هیچ دو تایشان یکی نیست. ", 8),
        ("青磁の湯呑みが窯から戻ってきました。", 20),
        ("青瓷杯出窑了，没有两只是一样的。", 20),
        ("¿Qué prefieres en las manos un día frío, el cuenco o la taza? ", 8),
    ],
)
def test_cuts_at_the_end_of_a_sentence(sentence: str, count: int) -> None:
    parts = split(sentence * count)
    assert len(parts) > 1
    assert all(part.endswith(sentence.strip()) for part in parts)


def test_a_paragraph_is_worth_a_shorter_part() -> None:
    first, second = "One. " * 40, "Two. " * 30
    assert split(f"{first}\n\n{second}") == (first.strip(), second.strip())


def test_numbers_and_abbreviations_are_no_ends() -> None:
    text = "It holds 3.14 litres, e.g. tea for nine " * 12
    assert all(not part.endswith(("3.", "e.", "e.g.")) for part in split(text))


def test_a_link_stays_whole_however_long() -> None:
    link = "https://leafandkiln.example.com/" + "x" * 1500
    parts = split(f"{'word ' * 52}{link} and on we go")
    assert any(link in part for part in parts)


def test_a_long_post_has_longer_parts() -> None:
    assert len(split("The kettle is on. " * 200, config=LONG)) == 1


@pytest.mark.parametrize("text", ["", " \n ", "short"])
def test_a_short_text_is_one_part(text: str) -> None:
    assert split(text) == (text.strip(),)


_ENDLESS = [
    "e" + "\u0301" * 10_000,
    "e" + "\u0301\u0323" * 5_000,
    "\u200d" * 10_000,
    "🧑\u200d" * 5_000,
    "青" + "\u3099" * 10_000,
]


@pytest.mark.parametrize("text", _ENDLESS)
def test_marks_and_joiners_without_end_are_torn_where_they_stop_fitting(text: str) -> None:
    parts = split(text)
    assert "".join(parts) == text
    assert all(parse(part).fits for part in parts)
    assert len(parts) <= 2 * len(text) / STANDARD.limit + 1


@pytest.mark.parametrize("text", _ENDLESS)
def test_a_text_of_twice_the_marks_takes_twice_the_work(text: str) -> None:
    split(text)
    half = steps(lambda: split(text[: len(text) // 2]))
    assert steps(lambda: split(text)) < 3 * half


def test_a_thread_of_too_many_parts_is_not_made() -> None:
    sentence = "The cups are back from the kiln. "
    assert len(split(sentence * 200, most=MOST_PARTS)) == MOST_PARTS
    assert split(sentence * 201, most=MOST_PARTS) == ()
    assert split(" ", most=1) == ("",)
    few = steps(lambda: split(sentence * 1_000, most=2))
    assert steps(lambda: split(sentence * 10_000, most=2)) < 1.1 * few
