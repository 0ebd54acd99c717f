"""Lists of words as rules: whole words where words stand apart, anywhere else."""

from __future__ import annotations

import pytest

from services.publishing.kind_words import LANGUAGES as KIND_WORDS
from services.text.heat_words import LANGUAGES as HEAT_WORDS
from services.text.places import fold_places
from services.text.word_rules import entries, languages_in, rule


def test_entries_stand_between_slashes_or_on_lines() -> None:
    assert entries("a b / c\nd(e|f)? /\n\n") == ("a b", "c", "d(e|f)?")


@pytest.mark.parametrize(
    ("language", "words", "text", "found"),
    [
        ("en", "cup", "a cup", True),
        ("en", "cup", "a cupboard", False),
        ("es", "taza", "La taza", True),
        ("ar", "كتاب", "والكتابة", True),
        ("ar", "كتاب", "مكتبات", False),
        ("fa", "کتاب", "کتابهای من", True),
        ("ja", "茶", "お茶碗", True),
        ("zh", "茶", "喝茶吧", True),
        ("en", "", "anything", False),
    ],
)
def test_what_is_one_word_with_it(language: str, words: str, text: str, found: bool) -> None:
    folded = fold_places(text).text
    assert (rule(language, words).search(folded) is not None) is found


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("tea", {"en", "es"}),
        ("چای", {"fa"}),
        ("شاي وكتابة", {"ar"}),
        ("سلام", {"ar", "fa"}),
        ("お茶", {"ja"}),
        ("喝茶", {"zh", "ja"}),
        ("tea お茶 شاي", {"en", "es", "ja", "ar"}),
        ("🍵 123", set()),
    ],
)
def test_whose_lists_are_looked_in(text: str, languages: set[str]) -> None:
    assert set(languages_in(text, fold_places(text).text)) == languages


def test_each_language_has_each_list_and_each_list_is_a_rule() -> None:
    for tables, names in (
        (HEAT_WORDS, ("INNOCENT", "INSULTS", "HARD", "MERRY")),
        (KIND_WORDS, ("SELL", "HELP", "PEOPLE", "ASK", "TELL", "MEASURES", "STEPS", "REVIEW")),
    ):
        assert set(tables) == {"en", "es", "ar", "fa", "ja", "zh"}
        for language, module in tables.items():
            for name in names:
                made = rule(language, getattr(module, name))
                assert made.search("") is None, (language, name)
                assert made.search("   ") is None, (language, name)
