from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.ids import new_id
from services.publishing import link_marks
from services.publishing.link_marks import (
    LinkMarks,
    mark_links,
    marked_links,
    own_address,
    short_code,
    unmark_links,
)
from services.publishing.matching import Found, look_for
from services.publishing.posts import Part
from services.text.clean import clean
from services.text.entities import Kind
from services.text.measure import parse
from services.x_api.client import XPost

MARKS = LinkMarks("https://www.leafandkiln.com", "abcd2345")
OURS = "utm_source=x&utm_campaign=post&utm_content=abcd2345"
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://leafandkiln.com", f"https://leafandkiln.com?{OURS}"),
        ("https://leafandkiln.com/", f"https://leafandkiln.com/?{OURS}"),
        ("http://WWW.LeafAndKiln.com/cups", f"http://WWW.LeafAndKiln.com/cups?{OURS}"),
        ("leafandkiln.com", f"leafandkiln.com/?{OURS}"),
        ("leafandkiln.com/cups", f"leafandkiln.com/cups?{OURS}"),
        ("https://shop.leafandkiln.com/a", f"https://shop.leafandkiln.com/a?{OURS}"),
        ("https://leafandkiln.com:8080/a", f"https://leafandkiln.com:8080/a?{OURS}"),
        ("https://leafandkiln.com/a?b=1&c=2", f"https://leafandkiln.com/a?b=1&c=2&{OURS}"),
        ("https://leafandkiln.com/a#top", f"https://leafandkiln.com/a?{OURS}#top"),
        ("https://leafandkiln.com/a?b=1#top", f"https://leafandkiln.com/a?b=1&{OURS}#top"),
        ("https://leafandkiln.com/чашки/é", f"https://leafandkiln.com/чашки/é?{OURS}"),
    ],
)
def test_an_own_link_says_where_its_visitors_come_from(written: str, sent: str) -> None:
    assert mark_links(f"New: {written} today", MARKS) == f"New: {sent} today"
    ((link, as_sent),) = marked_links(f"New: {written} today", MARKS)
    assert (link.text, link.start, as_sent) == (written, 5, sent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "leafandkiln",
        "https://leafandkiln.com.evil.com/a",
        "https://evil-leafandkiln.com",
        "https://leafandkiln.co/cups",
        "https://evil.com/leafandkiln.com",
        "https://evil.com/?to=https://leafandkiln.com/",
        "write to tea@leafandkiln.com",
        "@leafandkiln.com",
    ],
)
def test_nobody_elses_address_is_marked(text: str) -> None:
    assert mark_links(text, MARKS) == text


def test_marks_of_the_owner_win_and_the_missing_ones_are_added() -> None:
    own = "https://leafandkiln.com/?UTM_Source=flyer&utm_content=a"
    assert mark_links(own, MARKS) == f"{own}&utm_campaign=post"
    whole = "https://leafandkiln.com/?utm_source=a&utm_campaign=b&utm_content=c"
    assert mark_links(whole, MARKS) == whole


def test_a_campaign_is_named_by_its_tag_in_any_script() -> None:
    marks = LinkMarks("leafandkiln.com", "abcd2345", "چای_تازه")
    sent = mark_links("leafandkiln.com/cups", marks)
    assert sent.isascii()
    assert parse_qs(urlsplit(sent).query)["utm_campaign"] == ["چای_تازه"]


def test_a_link_in_running_text_without_spaces_is_marked_alone() -> None:
    text = "新作はhttps://leafandkiln.com/cupsをどうぞ"
    assert mark_links(text, MARKS) == f"新作はhttps://leafandkiln.com/cups?{OURS}をどうぞ"


def test_a_link_that_would_count_otherwise_stays_as_written() -> None:
    text = "https://leafandkiln.com#cups and https://leafandkiln.com/a"
    ((link, as_sent),) = marked_links(text, MARKS)
    assert link.text == "https://leafandkiln.com/a"
    assert as_sent == f"https://leafandkiln.com/a?{OURS}"


@pytest.mark.parametrize("website", ["https://例え.jp", "xn--r8jz45g.jp/", "http://例え.jp"])
def test_an_address_in_another_script_is_known_in_both_spellings(website: str) -> None:
    marks = LinkMarks(website, "abcd2345")
    for written in ("https://例え.jp/a", "https://xn--r8jz45g.jp/a"):
        assert mark_links(written, marks) == f"{written}?{OURS}"


@pytest.mark.parametrize(
    "website",
    ["", "   ", "our shop", "leafandkiln", "https://", "tea@leafandkiln.com", ".com", "."],
)
def test_without_an_address_nothing_is_marked(website: str) -> None:
    text = "https://leafandkiln.com/a tea.com"
    assert mark_links(text, LinkMarks(website, "abcd2345")) == text


def test_on_a_site_of_many_shops_only_the_own_corner_is_ours() -> None:
    marks = LinkMarks("https://www.etsy.com/shop/LeafAndKiln?ref=x", "abcd2345")
    mine = "https://etsy.com/shop/LeafAndKiln/sale"
    other = "https://www.etsy.com/shop/LeafAndKilnOther https://etsy.com/listing/1"
    assert mark_links(f"{mine} {other}", marks) == f"{mine}?{OURS} {other}"
    assert own_address("https://etsy.com") is None
    marks = LinkMarks("leaf.etsy.com", "abcd2345")
    assert mark_links("https://leaf.etsy.com/a", marks) == f"https://leaf.etsy.com/a?{OURS}"
    assert mark_links("https://etsy.com/a", marks) == "https://etsy.com/a"


def test_a_code_is_short_plain_and_the_posts_own() -> None:
    ids = [new_id() for _ in range(2_000)]
    codes = {short_code(one) for one in ids}
    assert len(codes) == len(ids)
    assert all(len(code) == 8 and set(code) <= set(ALPHABET) for code in codes)
    assert short_code(ids[0]) == short_code(ids[0])


LINKS = [
    "https://leafandkiln.com",
    "http://www.leafandkiln.com/cups",
    "leafandkiln.com",
    "leafandkiln.com/cups",
    "LEAFANDKILN.com/?a=b",
    "shop.leafandkiln.com/a(b)",
    "https://leafandkiln.com/a?utm_source=flyer",
    "https://leafandkiln.com/?",
    "https://leafandkiln.com/a#b(c)",
    "https://other.com/leafandkiln.com",
    "leafandkiln.com:80/",
]
PIECES = [
    *LINKS,
    *" \n#＃@$/?&=.,;:!()[]'\"_-~|،。",
    " ",
    " ",
    "tea",
    "#چای",
    "@mina",
    "#茶",
    "🧑🏿‍🚀",
    "سلام ",
    "\u200f",
    "é",
    "e\u0301",
    "日本",
    "$TEA",
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join).map(lambda one: clean(one)[0])


@given(texts, st.sampled_from(["", "tea", "چای"]))
@example("https://leafandkiln.com#a", "")
def test_x_counts_a_marked_text_as_the_written_one(text: str, tag: str) -> None:
    marks = LinkMarks("leafandkiln.com", "abcd2345", tag)
    sent = mark_links(text, marks)
    before, after = parse(text), parse(sent)
    assert after.weighted_length == before.weighted_length
    assert after.valid == before.valid
    assert [one.kind for one in after.entities] == [one.kind for one in before.entities]
    others = [
        [one.text for one in parsed.entities if one.kind is not Kind.URL]
        for parsed in (before, after)
    ]
    assert others[0] == others[1]
    assert mark_links(sent, marks) == sent
    assert mark_links(sent, LinkMarks("leafandkiln.com", "zzzz9999", "other")) == sent


@given(texts)
def test_marks_can_be_taken_out_again(text: str) -> None:
    """But for the last slash of a bare domain, which marks need, and a query of nothing."""
    plain = unmark_links(text, MARKS.website)
    again = unmark_links(mark_links(plain, MARKS), MARKS.website)
    assert _without_nothings(again) == _without_nothings(plain)


def _without_nothings(text: str) -> str:
    return text.replace("?#", "#").replace(".com:80/", ".com:80").replace(".com/", ".com")


@given(texts)
def test_a_doubtful_post_is_known_by_the_owners_words(text: str) -> None:
    part = Part("p", text)
    on_x = XPost("1", mark_links(text, MARKS).replace("&", "&amp;"), "42", 0, "1")
    assert isinstance(look_for(part, None, [on_x], frozenset()), Found)


@pytest.mark.parametrize(
    "piece", ["leafandkiln.com ", "leafandkiln.com#", "https://leafandkiln.com/a#b "]
)
def test_a_hostile_text_is_read_a_few_times_at_most(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = piece * (25_000 // len(piece))
    read: list[str] = []
    monkeypatch.setattr(link_marks, "parse", lambda text: read.append(text) or parse(text))
    marked = mark_links(text, MARKS)
    assert len(read) <= link_marks._MOST_ONE_BY_ONE + 2
    assert parse(marked).weighted_length == parse(text).weighted_length
