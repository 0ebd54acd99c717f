import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.feed_links import FeedLink, read_link, shown_link, without_trackers

BOARD = FeedLink(
    "https://www.pinterest.com/tea/mugs.rss", "https://www.pinterest.com/tea/mugs/",
    "pinterest.com/tea",
)  # fmt: skip
PERSON = FeedLink(
    "https://www.pinterest.com/tea/feed.rss", "https://www.pinterest.com/tea/", "pinterest.com/tea"
)
BLOG = FeedLink(
    "https://leafandkiln.tumblr.com/rss", "https://www.tumblr.com/leafandkiln",
    "leafandkiln.tumblr.com",
)  # fmt: skip
TAG = FeedLink(
    "https://leafandkiln.tumblr.com/tagged/kiln%20day/rss",
    "https://www.tumblr.com/leafandkiln/tagged/kiln%20day",
    "leafandkiln.tumblr.com",
)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.pinterest.com/tea/mugs/", "pinterest.com/tea/mugs", "HTTP://PINTEREST.COM/tea/mugs",
        "https://www.pinterest.co.uk/tea/mugs/?invite_code=1&sender=2", "pinterest.de/tea/mugs",
        "https://br.pinterest.com/tea/mugs/", "https://pinterest.com.au/tea/mugs/#x",
        "www.pinterest.com/tea/mugs.rss", "https://pinterest.jp/tea/mugs/glazes/",
        "htp://pinterest.com/tea/mugs", "https//pinterest.com/tea/mugs",
        "http:/pinterest.com/tea/mugs",
        "http://https://pinterest.com/tea/mugs", "pinterest.com / tea / mugs",
        "ｐinterest．com/tea/mugs",
        "<https://pinterest.com/tea/mugs>", "“pinterest.com/tea/mugs”", "pinterest.com\\tea\\mugs",
        "\u2068pinterest.com/tea/mugs\u2069", "\ufeff pinterest.com/tea/mugs \n",
        "My board: https://www.pinterest.com/tea/mugs/, look", "look at pinterest.com/tea/mugs!",
    ],
)  # fmt: skip
def test_a_board_however_it_is_written(pasted: str) -> None:
    assert read_link(pasted) == BOARD


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("pinterest.com/tea", PERSON),
        ("pinterest.fr/tea/_saved/", PERSON),
        ("https://www.pinterest.com/tea/feed.rss", PERSON),
        ("leafandkiln.tumblr.com", BLOG),
        ("https://leafandkiln.tumblr.com/rss", BLOG),
        ("https://www.tumblr.com/LeafAndKiln?source=share", BLOG),
        ("tumblr.com/blog/leafandkiln", BLOG),
        ("https://www.tumblr.com/blog/view/leafandkiln/700", BLOG),
        ("https://www.tumblr.com/leafandkiln/700/kiln-day", BLOG),
        ("https://leafandkiln.tumblr.com/post/700/kiln-day", BLOG),
        ("leafandkiln.tumblr.com/tagged/kiln+day", TAG),
        ("https://leafandkiln.tumblr.com/tagged/kiln%20day/rss", TAG),
        ("https://www.tumblr.com/leafandkiln/tagged/kiln day?sort=top".replace(" ", "%20"), TAG),
    ],
)
def test_profiles_blogs_and_tags(pasted: str, found: FeedLink) -> None:
    assert read_link(pasted) == found


def test_a_board_in_another_script() -> None:
    link = read_link("pinterest.com/tea/چای-سبز/")
    assert link.feed.endswith("/tea/%DA%86%D8%A7%DB%8C-%D8%B3%D8%A8%D8%B2.rss")
    assert link == read_link(link.link)


def test_any_other_feed_is_taken_as_it_is_but_for_trackers() -> None:
    address = "http://shop.example:80/feed?utm_source=x&id=7&fbclid=y#new"
    assert read_link(address) == FeedLink(*["https://shop.example/feed?id=7"] * 2, "shop.example")
    assert read_link("feed:https://shop.example/rss").feed == "https://shop.example/rss"
    assert read_link("shop.example:8443/rss").feed == "https://shop.example:8443/rss"
    assert without_trackers("https://a.example/?ref=blog&utm_id=1") == "https://a.example/?ref=blog"


def test_a_link_that_only_looks_like_pinterest_is_its_own_sites() -> None:
    for host in ("notpinterest.com", "pinterest.com.evil.example", "tumblr.com.evil.example"):
        assert read_link(f"https://{host}/tea/mugs").feed == f"https://{host}/tea/mugs"


def test_short_links_are_followed_first() -> None:
    link = read_link("Look: https://pin.it/4vwU5dJ.")
    assert (link.feed, link.short) == ("https://pin.it/4vwU5dJ", True)
    assert read_link("tmblr.co/Zab").short
    assert read_link("https://api.pinterest.com/url_shortener/4vw/redirect/").short


@pytest.mark.parametrize(
    "pasted",
    [
        "pinterest.com", "https://www.pinterest.com/pin/123/", "pinterest.com/search/pins/?q=tea",
        "pinterest.com/ideas/tea/900/", "tumblr.com", "https://www.tumblr.com/tagged/tea",
        "https://www.tumblr.com/dashboard", "https://www.tumblr.com/search/tea",
    ],
)  # fmt: skip
def test_pages_that_have_no_feed(pasted: str) -> None:
    with pytest.raises(DownloadStopped) as told:
        read_link(pasted)
    assert told.value.problem is DownloadProblem.NO_FEED_OF_THIS


@pytest.mark.parametrize(
    "pasted",
    [
        "", " ", "tea", "چای سبز", "🍵", "javascript:alert(1)", "file:///etc/passwd", "https://",
        "https://127.0.0.1/feed", "https://[::1]/", "localhost/feed", "https://tea:leaf@shop.example/",
        "tea@shop.example", "C:\\tea\\feed.xml", "https://shop.example/" + "a" * 3_000, "a..b/c",
    ],
)  # fmt: skip
def test_what_is_no_address(pasted: str) -> None:
    with pytest.raises(DownloadStopped) as told:
        read_link(pasted)
    assert told.value.problem is DownloadProblem.NOT_AN_ADDRESS


@pytest.mark.parametrize(
    ("pasted", "link"),
    [
        ("pinterest.de/tea/mugs/?sender=1", "https://www.pinterest.com/tea/mugs/"),
        ("www.pinterest.com/tea/mugs.rss", "https://www.pinterest.com/tea/mugs/"),
        ("https://www.pinterest.com/pin/123/", "https://www.pinterest.com/pin/123/"),
        ("http://pin.it/4vw", "https://pin.it/4vw"),
        ("tumblr.com/leafandkiln/700/x?y=1", "https://www.tumblr.com/leafandkiln/700/x"),
        ("leafandkiln.tumblr.com", "https://leafandkiln.tumblr.com/"),
        ("https://leafandkiln.tumblr.com/post/7", "https://leafandkiln.tumblr.com/post/7"),
        ("pinterest.com", None),
        ("www.tumblr.com", None),
        ("shop.example/tea", None),
        ("tea", None),
    ],
)
def test_a_link_that_may_stand_in_a_post(pasted: str, link: str | None) -> None:
    assert shown_link(pasted) == link


PIECES = st.sampled_from(
    ["https://", "pinterest.com", "/", "tea", "?", "#", "@", ":", ".", "[", "]", "%", "چای", "🍵",
     " ", "\\", "tumblr.com", "www.", "tagged", "\u202e", "..", "\0", "&", "=", "99999"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_whatever_is_pasted_it_is_an_https_address_or_none(pasted: str) -> None:
    try:
        link = read_link(pasted)
    except DownloadStopped:
        return
    assert link.feed.startswith("https://")
    assert link.link.startswith("https://")
    assert not set(link.feed + link.link) & set(" \t\r\n\0\\\u202e")
    assert read_link(link.link).link == link.link
