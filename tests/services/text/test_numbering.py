from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.text.numbering import are_numbered, numbered, without_numbers

_TEXTS = st.lists(
    st.sampled_from(["One step", "شاي", "緑茶 🍵", "", "Half 1/2 full", "Open 24/7", "گل\n"]),
    min_size=1,
    max_size=6,
).map(tuple)


def test_each_part_says_which_it_is() -> None:
    assert numbered(("چای", "", "緑茶")) == ("چای 1/3", "", "緑茶 3/3")


def test_a_moved_part_gets_its_new_number() -> None:
    assert numbered(("b 2/2", "a 1/2", "new")) == ("b 1/3", "a 2/3", "new 3/3")


def test_other_numbers_are_words() -> None:
    texts = ("Half 1/2 full", "Open 24/7", "Rated 5/5", "Size 2/3")
    assert without_numbers(texts) == texts
    assert numbered(texts)[1:3] == ("Open 24/7 2/4", "Rated 5/5 3/4")
    assert without_numbers(numbered(texts)) == texts


@given(_TEXTS)
def test_numbering_again_changes_nothing(texts: tuple[str, ...]) -> None:
    once = numbered(texts)
    assert numbered(once) == once


@given(_TEXTS)
def test_only_numbers_go(texts: tuple[str, ...]) -> None:
    kept = without_numbers(numbered(texts))
    assert [text.rstrip() for text in kept] == [text.rstrip() for text in without_numbers(texts)]


def test_whether_they_are_kept_up() -> None:
    assert are_numbered(("a 1/2", "b 2/2", ""))
    assert are_numbered(("a 1/3", "b 2/3", "not yet"))
    assert not are_numbered(("a 1/2", "b"))
    assert not are_numbered(("a 1/1",))
    assert not are_numbered(("", ""))
