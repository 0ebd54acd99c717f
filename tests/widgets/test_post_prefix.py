from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.post_prefix import prefix_at


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("#", "#"),
        ("new #tea", "#tea"),
        ("(#tea", "#tea"),
        ("🍵#te", "#te"),
        ("چای #شاي", "#شاي"),
        ("新作 ＃茶", "＃茶"),
        ("hello @le", "@le"),
        ("one\n@", "@"),
        ("me@le", ""),
        ("me@leaf.sh", ""),
        ("https://leaf.shop/#tea", ""),
        ("https://leaf.shop/?a=(#tea", ""),
        ("www.leaf.shop(#a", ""),
        ("c#", ""),
        ("##", ""),
        ("a & #tea", "#tea"),
        ("#tea ", ""),
        ("", ""),
    ],
)
def test_what_is_being_written(text: str, prefix: str) -> None:
    assert prefix_at(text, len(text)) == prefix


def test_nothing_in_the_middle_of_a_word() -> None:
    assert prefix_at("#tea", 2) == ""
    assert prefix_at("#tea cup", 4) == "#tea"


@given(st.text(max_size=90), st.integers(0, 90))
def test_it_ends_at_the_caret_and_begins_with_its_sign(text: str, caret: int) -> None:
    prefix = prefix_at(text, caret)
    assert text[:caret].endswith(prefix)
    assert prefix[:1] in ("", "#", "@", "＃", "＠")
