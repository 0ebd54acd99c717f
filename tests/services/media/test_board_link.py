import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.board_link import link_of
from services.text.urls import find_urls

WHOLE = "https://www.pinterest.com/teashop/autumn/"


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        (WHOLE, WHOLE),
        (f"  {WHOLE}\n", WHOLE),
        (f"{WHOLE}.", WHOLE),
        ("pinterest.com/teashop", "https://pinterest.com/teashop"),
        ("http://tea.tumblr.com/tagged/cups", "http://tea.tumblr.com/tagged/cups"),
        ("https://pin.it/5dZ3", "https://pin.it/5dZ3"),
        ("https://tea.quitenew/cups", "https://tea.quitenew/cups"),
        ("https://tea.example.com/a?b=c&d=%20e#f", "https://tea.example.com/a?b=c&d=%20e#f"),
        ("https://tea.com/چای", "https://tea.com/%DA%86%D8%A7%DB%8C"),
        ("https://tea.com/抹茶", "https://tea.com/%E6%8A%B9%E8%8C%B6"),
    ],
)
def test_what_was_typed_becomes_a_whole_link(typed, link):
    assert link_of(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "not a link at all",
        "چای سبز",
        "tea",
        "https://",
        "https://tea",
        "ftp://tea.com/a",
        "javascript:alert(1)",
        "https://me:secret@tea.com/",
        "http://[::1",
        "file:///etc/passwd",
        "me@tea.com",
        f"{WHOLE} {WHOLE}",
        "see tea.com",
        "tea.quitenew",
        "https://tea.com/a b",
        "tea\x00.com",
    ],
)
def test_what_is_no_link_is_none(typed):
    assert link_of(typed) is None


@given(st.text(max_size=60) | st.builds("https://tea.com/{}".format, st.text(max_size=60)))
def test_whatever_is_typed_is_one_link_to_x_or_none(typed):
    link = link_of(typed)
    if link is not None:
        found = [(url.start, url.end) for url in find_urls(link)]
        assert found in ([(0, len(link))], [])
        assert link_of(link) == link
