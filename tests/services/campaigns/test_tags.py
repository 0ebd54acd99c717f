from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.campaigns.tags import NoTag, as_tag, has_tag, same_tag
from services.text.measure import parse


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("TeaWeek", "TeaWeek"),
        ("#TeaWeek", "TeaWeek"),
        (" ＃お茶の週 ", "お茶の週"),
        ("#چای_تازه", "چای_تازه"),
        ("أسبوع_الشاي", "أسبوع_الشاي"),
        ("喝茶", "喝茶"),
        ("#tea2026", "tea2026"),
    ],
)
def test_a_tag_is_kept_without_its_sign(typed: str, tag: str) -> None:
    assert as_tag(typed) == tag


@pytest.mark.parametrize(
    "typed", ["", "#", "2026", "tea week", "tea-week", "#tea #week", "🍵", "tea.com", "@tea", "a/b"]
)
def test_what_x_would_not_link_as_one_tag_is_refused(typed: str) -> None:
    with pytest.raises(NoTag):
        as_tag(typed)


@given(st.text(max_size=12))
def test_a_kept_tag_is_one_to_x_and_stays_itself(typed: str) -> None:
    try:
        tag = as_tag(typed)
    except NoTag:
        return
    (only,) = parse(f"Tea #{tag} and more").hashtags
    assert only.text == f"#{tag}"
    assert as_tag(tag) == tag
    assert has_tag(f"Tea #{tag}", tag)


def test_a_tag_is_found_however_it_is_written() -> None:
    assert has_tag("New! #teaweek", "TeaWeek")
    assert has_tag("＃TEAWEEK", "TeaWeek")
    assert not has_tag("#TeaWeekend teaweek", "TeaWeek")
    assert same_tag("#ÇAY", "çay")
