import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.x_api.intents import open_post_link
from services.x_api.post_links import PostLink, read_post_link

ID = "1860000000000000001"

LINKS = [
    (f"https://x.com/tea_shop/status/{ID}", "tea_shop"),
    (f"  https://x.com/tea_shop/status/{ID}?s=20&t=abc \n", "tea_shop"),
    (f"https://twitter.com/Tea/status/{ID}#m", "Tea"),
    (f"http://www.twitter.com/tea/statuses/{ID}/photo/1", "tea"),
    (f"https://mobile.x.com/tea/status/{ID}/", "tea"),
    (f"HTTPS://X.COM/tea/STATUS/{ID}", "tea"),
    (f"x.com/tea/status/{ID}", "tea"),
    (f"https://x.com/i/web/status/{ID}", None),
    (f"https://x.com/i/status/{ID}", None),
    (f"شاي اليوم https://x.com/tea/status/{ID}", "tea"),
    (f"新しいお茶🍵\nhttps://x.com/tea/status/{ID}\nvia phone", "tea"),
    (f"<https://x.com/tea/status/{ID}>", "tea"),
]
NO_LINKS = [
    "",
    "x",
    ID,
    "https://x.com/tea",
    "https://x.com/tea/status/",
    "https://x.com/tea/status/0",
    "https://x.com/tea/status/12abc",
    "https://x.com/tea/status/" + "1" * 20,
    f"https://notx.com/tea/status/{ID}",
    f"https://x.com.evil.example/tea/status/{ID}",
    f"https://evil.example/x.com/tea/status/{ID}",
    f"https://evil.example/?u=x.com/tea/status/{ID}",
    f"ftp://x.com/tea/status/{ID}",
    f"https://x.com/a-shop/status/{ID}",
    f"https://x.com/far_too_long_a_handle/status/{ID}",
    f"https://х.com/tea/status/{ID}",  # a Cyrillic letter
    "x" * 5_000 + f" https://x.com/tea/status/{ID}",
]


@pytest.mark.parametrize(("text", "handle"), LINKS)
def test_a_link_to_a_post_is_read(text, handle):
    assert read_post_link(text) == PostLink(ID, handle)


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_no_link_to_a_post_is_none(text):
    assert read_post_link(text) is None


@given(
    st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True).filter(
        lambda name: name.casefold() not in ("i", "web")
    ),
    st.integers(1, 10**19 - 1),
)
def test_our_own_links_are_read_back(handle, number):
    assert read_post_link(open_post_link(handle, str(number))) == PostLink(str(number), handle)
    assert read_post_link(open_post_link(None, str(number))) == PostLink(str(number))


@given(st.text(max_size=200), st.sampled_from(LINKS), st.text(max_size=200))
def test_a_link_is_found_among_any_words(before, link, after):
    words, handle = link
    assert read_post_link(f"{before} {words} {after}") == PostLink(ID, handle)


@given(st.from_regex(r"[a-z0-9.@:/_-]{0,12}[a-z0-9_-]", fullmatch=True), st.sampled_from(LINKS))
def test_nothing_that_a_link_is_only_a_part_of_is_one(before, link):
    words = link[0].strip().removeprefix("<")
    assume(words[0].isascii())
    assert read_post_link(f"{before}{words}") is None


def test_an_author_is_known_by_the_handle_whatever_its_case():
    link = PostLink(ID, "Tea_Shop")
    assert link.is_of("tea_shop")
    assert link.is_of("@TEA_SHOP")
    assert link.is_of(None)
    assert link.is_of("")
    assert not link.is_of("other")
    assert PostLink(ID).is_of("other")
