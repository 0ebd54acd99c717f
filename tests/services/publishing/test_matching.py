from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.publishing.matching import Found, Unclear, look_for
from services.publishing.posts import Attachment, Part
from services.x_api.client import XPost

PICTURE = Attachment("a", "hash")


def _on_x(text: str, *, parent: str | None = None, media: int = 0, id: str = "1") -> XPost:
    keys = tuple(f"3_{number}" for number in range(media))
    return XPost(id, text, "42", 0, "1", parent_id=parent, media_keys=keys)


def _part(text: str, pictures: int = 0) -> Part:
    return Part("p", text, (PICTURE,) * pictures)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Tea & <cups>", "Tea &amp; &lt;cups&gt;"),
        ("  Tea\n", "Tea"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("New: https://shop.example.com/a?b=1 now", "New: https://t.co/AbC123 now"),
        ("tea.shop/new and www.tea.com", "https://t.co/a1 and https://t.co/b2"),
        ("شاي جديد 🍵", "شاي جديد 🍵"),
        ("新しい茶\n\n入りました", "新しい茶\n\n入りました"),
    ],
)
def test_words_as_x_gives_them_back_are_the_same(ours: str, theirs: str) -> None:
    assert isinstance(look_for(_part(ours), None, [_on_x(theirs)], frozenset()), Found)


def test_the_link_x_adds_for_pictures_is_no_difference() -> None:
    post = _on_x("Look https://t.co/pic1", media=2)
    assert isinstance(look_for(_part("Look", 2), None, [post], frozenset()), Found)
    post = _on_x("https://t.co/pic1", media=1)
    assert isinstance(look_for(_part("", 1), None, [post], frozenset()), Found)


def test_a_link_at_the_end_of_a_post_with_pictures_counts() -> None:
    post = _on_x("Look https://t.co/a https://t.co/pic", media=1)
    assert isinstance(look_for(_part("Look tea.shop", 1), None, [post], frozenset()), Found)


def test_names_in_front_of_an_answer_are_no_difference() -> None:
    post = _on_x("@mina Thank you", parent="5")
    assert isinstance(look_for(_part("Thank you"), "5", [post], frozenset()), Found)
    assert isinstance(look_for(_part("@mina Thank you"), "5", [post], frozenset()), Found)


@pytest.mark.parametrize("theirs", ["Other", "Tea.", "tea", ""])
def test_other_words_are_another_post(theirs: str) -> None:
    assert look_for(_part("Tea"), None, [_on_x(theirs)], frozenset()) is None


def test_a_post_that_is_known_is_not_found_again() -> None:
    assert look_for(_part("Tea"), None, [_on_x("Tea")], frozenset({"1"})) is None


@pytest.mark.parametrize(
    "post",
    [_on_x("Tea", parent="9"), _on_x("Tea", media=2)],
)
def test_the_same_words_elsewhere_are_unclear(post: XPost) -> None:
    assert look_for(_part("Tea"), None, [post], frozenset()) == Unclear((post,))


def test_a_post_with_a_poll_is_known_again() -> None:
    post = replace(_on_x("Which tea?"), poll_ids=("1",))
    found = look_for(_part("Which tea?"), None, [post], frozenset(), has_poll=True)
    assert isinstance(found, Found)


def test_x_may_leave_the_poll_out() -> None:
    post = _on_x("Which tea?")
    found = look_for(_part("Which tea?"), None, [post], frozenset(), has_poll=True)
    assert isinstance(found, Found)


def test_a_poll_where_none_was_asked_for_is_unclear() -> None:
    post = replace(_on_x("Which tea?"), poll_ids=("1",))
    assert look_for(_part("Which tea?"), None, [post], frozenset()) == Unclear((post,))


def test_two_with_the_same_words_are_unclear() -> None:
    posts = [_on_x("Tea", id="1"), _on_x("Tea", id="2")]
    assert isinstance(look_for(_part("Tea"), None, posts, frozenset()), Unclear)


def test_a_long_post_that_x_cuts_is_known_by_its_beginning() -> None:
    words = "long words " * 40
    post = _on_x(words[:270].rstrip() + "…")
    assert isinstance(look_for(_part(words), None, [post], frozenset()), Found)


@given(st.text(max_size=80))
def test_any_text_is_found_as_x_escapes_it(text: str) -> None:
    from services.text.clean import clean

    text = clean(text)[0]
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip()
    from services.text.measure import parse

    if not parse(text).links and "&" not in text:
        assert isinstance(look_for(_part(text), None, [_on_x(escaped)], frozenset()), Found)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The moss teapot is back, 34 €", "The moss teapot is back, 34€"),
        ("عاد إبريق الشاي الأخضر إلى المتجر", "عاد إبريق الشاي الأخضر الى المتجر"),
        ("苔の急須が入荷しました。今日からです。", "苔の急須が入荷しました。今日からです"),
    ],
)
def test_nearly_the_same_since_x_was_asked_is_unclear(ours: str, theirs: str) -> None:
    part = replace(_part(ours), attempted_at=1_000)
    post = replace(_on_x(theirs), created_at=1_002)
    assert look_for(part, None, [post], frozenset()) == Unclear((post,))
    before = replace(post, created_at=100)
    assert look_for(part, None, [before], frozenset()) is None
    assert look_for(part, None, [post], frozenset({post.id})) is None
