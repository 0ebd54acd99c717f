from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.text.numbering import are_numbered, numbered, without_numbers

_TEXTS = st.lists(
    st.sampled_from(["One step", "شاي", "緑茶 🍵", "", "Half 1/2 full", "Open 24/7", "گل"]),
    min_size=1,
    max_size=6,
).map(tuple)


def test_each_part_says_which_it_is() -> None:
    assert numbered(("چای", "", "緑茶")) == ("چای 1/3", "", "緑茶 3/3")


def test_dates_and_ratings_are_words() -> None:
    dates = ("Market in Lyon on 1/12", "Market in Nice on 2/12")
    assert not are_numbered(dates)
    assert numbered(dates) == ("Market in Lyon on 1/12 1/2", "Market in Nice on 2/12 2/2")
    assert without_numbers(numbered(dates)) == dates
    assert not are_numbered(("Rated 5/5", "Open 24/7"))


def test_a_number_goes_from_amid_the_words() -> None:
    texts = ("One 1/3", "Two: we wedge it. 2/3 Forty turns.", "Three 3/3")
    assert without_numbers(texts) == ("One", "Two: we wedge it. Forty turns.", "Three")


@given(_TEXTS)
def test_only_numbers_go(texts: tuple[str, ...]) -> None:
    once = numbered(texts)
    if once != texts:
        assert are_numbered(once)
        assert without_numbers(once) == texts
        assert numbered(without_numbers(once)) == once


def test_whether_they_are_numbered() -> None:
    assert are_numbered(("a 1/3", "b 2/3", ""))
    assert not are_numbered(("a 1/2", "b"))
    assert not are_numbered(("a 2/2", "b 1/2"))
    assert not are_numbered(("a 1/1",))
    assert not are_numbered(("", ""))
