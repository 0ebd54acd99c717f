from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.utf16 import Ruler, to_points, to_units, units

texts = st.text(alphabet=st.sampled_from("aé茶ش🍵👩🏽‍\n #"), max_size=40)


@given(texts)
def test_units_are_what_qt_counts(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(texts, st.data())
def test_positions_go_there_and_back(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=6))
    there = to_units(text, places)
    assert there == tuple(units(text[:place]) for place in places)
    assert [to_points(text, place) for place in there] == places


def test_inside_a_pair_is_its_start() -> None:
    assert to_points("a🍵b", 2) == 1


def test_beyond_the_end_is_the_end() -> None:
    assert to_units("🍵", [9]) == (2,)
    assert to_points("ab", 9) == 2


@given(texts, st.integers(-2, 90))
def test_a_ruler_measures_the_same(text: str, place: int) -> None:
    ruler = Ruler(text)
    assert ruler.units == units(text)
    assert (ruler.to_units(place),) == to_units(text, (place,))
    assert ruler.to_points(place) == to_points(text, max(place, 0))
