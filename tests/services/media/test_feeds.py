"""What is read out of a feed, and that no feed takes long, much, or anything of this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.downloads import Downloads
from services.media.feed_look import look
from services.media.feed_text import MOST_ITEMS, is_page, text_of
from services.media.feeds import MOST_PICTURES, Feed, feeds_named_in, read_feed, secure
from tests.board_site import PINS, BoardSite, board_site, pinterest_feed, tumblr_feed

HERE = "https://shop.example/blog/feed.xml"
PROBLEM = DownloadProblem
HASH = "aabbccddeeff00112233445566778899"


def read(text: str | bytes, address: str = HERE, charset: str = "") -> Feed:
    data = text if isinstance(text, bytes) else text.encode()
    return read_feed(data, address=address, charset=charset)


def rss(*items: str, head: str = "") -> str:
    return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def item(description: str = "", *, title: str = "Cup", rest: str = "") -> str:
    return f"<item><title>{title}</title><description>{description}</description>{rest}</item>"


def image(address: str, more: str = "") -> str:
    return f'&lt;img src="{address}" {more}&gt;'


def feed_or_problem(text: str) -> Feed | DownloadProblem:
    try:
        return read(text)
    except DownloadStopped as stop:
        return stop.problem


def stopped(call: Callable[[], object]) -> DownloadProblem:
    with pytest.raises(DownloadStopped) as told:
        call()
    return told.value.problem


# What stands in it.


def test_a_pinterest_board() -> None:
    small = f"https://i.pinimg.com/236x/aa/bb/cc/{HASH}.jpg"
    feed = read(pinterest_feed("Mugs & bowls", "tea/mugs", [("چای <b>سبز</b> &amp; 茶", small)]))
    assert (feed.title, feed.link) == ("Mugs & bowls", "https://www.pinterest.com/tea/mugs/")
    (picture,) = feed.pictures
    assert picture.title == "چای سبز & 茶"
    assert picture.link == "https://www.pinterest.com/pin/100/"
    assert picture.small == small
    assert [address.split("/")[3] for address in picture.full] == [
        "originals", "originals", "1200x", "736x", "564x", "236x",
    ]  # fmt: skip
    assert picture.full[1].endswith(".png")


def test_a_pin_without_a_title_is_called_by_its_words() -> None:
    small = f"https://i.pinimg.com/236x/aa/bb/cc/{HASH}.jpg"
    (picture,) = read(pinterest_feed("Mugs", "tea/mugs", [(" ", small)])).pictures
    assert picture.title == ", made by hand"


def test_a_tumblr_blog_old_and_new() -> None:
    old = f"https://64.media.tumblr.com/{HASH}/tumblr_o5i2srwgyY1_500.jpg"
    stem = f"https://64.media.tumblr.com/{HASH}/8f1b2d40b564c65e-1f"
    names = {size: f"{stem}/{size}/{number:040x}.png" for number, size in enumerate(
        ("s75x75_c1", "s250x400", "s640x960", "s2048x3072")
    )}  # fmt: skip
    of_set = ", ".join(f"{names[size]} {size[1:].partition('x')[0]}w" for size in names)
    html = f'<img src="{old}"><img src="{names["s640x960"]}" srcset="{of_set}" sizes="640px">'
    first, second = read(tumblr_feed("Leaf", "leafandkiln", [("Kiln day", html)])).pictures
    assert first.full == (old.replace("_500", "_1280"), old)
    assert second.full[0] == names["s2048x3072"]
    assert second.small == names["s250x400"]
    assert {first.title, second.title} == {"Kiln day"}


def test_a_new_tumblr_picture_without_its_sizes_tries_larger_ones_first() -> None:
    address = f"https://64.media.tumblr.com/{HASH}/8f1b2d40b564c65e-1f/s500x750/{'0' * 40}.jpg"
    (picture,) = read(rss(item(image(address)))).pictures
    assert picture.full[0] == address.replace("s500x750", "s2048x3072")
    assert picture.full[-1] == picture.small == address


def test_enclosures_media_and_html() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    feed = read(
        rss(
            item(rest='<enclosure url="/a.jpg" type="image/jpeg" length="9"/>'),
            item(rest='<enclosure url="/film.mp4" type="video/mp4"/>'),
            item(rest=f'<media:content {media} url="/b" medium="image"/>'),
            item(
                rest=f'<media:group {media}><media:content url="/c-100.jpg" width="100"/>'
                '<media:content url="/c-900.jpg" width="900"/>'
                '<media:content url="/c-300.jpg" width="300"/></media:group>'
            ),
            item(rest=f'<media:thumbnail {media} url="/d.png" width="120"/>'),
            item(image("/e.jpg")),
        )
    )
    assert [picture.full[0].rpartition("/")[2] for picture in feed.pictures] == [
        "a.jpg", "b", "c-900.jpg", "d.png", "e.jpg",
    ]  # fmt: skip
    third = feed.pictures[2]
    assert third.full[1:] == tuple(f"https://shop.example/c-{size}.jpg" for size in (300, 100))
    assert third.small.endswith("c-300.jpg")


def test_atom_with_an_author_and_halves_of_addresses() -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Leaf</title><link href="/"/>'
        '<entry><title>Cup</title><link href="cup"/><author><name>Ines Ōta</name></author>'
        '<content type="html">&lt;img src="../cup.jpg"&gt;</content></entry></feed>'
    )
    (picture,) = feed.pictures
    assert (feed.link, picture.link) == (
        "https://shop.example/", "https://shop.example/blog/cup",
    )  # fmt: skip
    assert (picture.full, picture.credit) == (("https://shop.example/cup.jpg",), "Ines Ōta")


def test_what_is_no_picture_is_left() -> None:
    pixel = image("https://count.example/p.gif", 'width="1" height="1"')
    smile = image("https://shop.example/smile.png", 'width="16"')
    inline = image("data:image/png;base64,AAAA")
    script = image("javascript:alert(1)") + image("file:///etc/passwd") + image("ftp://a/b.jpg")
    assert stopped(lambda: read(rss(item(pixel + smile + inline + script)))) is PROBLEM.NO_PICTURES
    assert stopped(lambda: read(rss())) is PROBLEM.NO_PICTURES


def test_a_picture_that_comes_twice_is_there_once() -> None:
    twice = rss(item(image("/a.jpg") * 3), item(image("/a.jpg") + image("/b.jpg")))
    assert len(read(twice).pictures) == 2


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("http://shop.example/a.jpg", "https://shop.example/a.jpg"),
        ("//i.example/a.jpg", "https://i.example/a.jpg"),
        ("a.jpg", "https://shop.example/blog/a.jpg"),
        ("http://shop.example:8080/a.jpg", ""),
        ("https://me:secret@shop.example/a.jpg", ""),
        ("https://[::1/a.jpg", ""),
        ("data:image/png,x", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_addresses_are_made_whole_and_safe(address: object, safe: str) -> None:
    assert secure(address, HERE) == safe


# How it is written.


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_signs_of_any_script(charset: str) -> None:
    text = f'<?xml version="1.0" encoding="{charset}"?>' + rss(
        item(image("/a.jpg"), title="چای سبز 抹茶 🍵")
    )
    assert read(text.encode(charset)).pictures[0].title == "چای سبز 抹茶 🍵"


def test_a_charset_that_lies_and_one_that_is_true() -> None:
    text = rss(item(image("/a.jpg"), title="Té japonés"))
    lying = f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'.encode()
    assert read(lying).pictures[0].title == "Té japonés"
    assert read(lying, charset="koi8-r").pictures[0].title == "Té japonés"
    true = f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'.encode("iso-8859-1")
    assert read(true).pictures[0].title == "Té japonés"
    assert read(text.encode("cp1252"), charset="windows-1252").pictures[0].title == "Té japonés"
    assert read(text.encode("cp1252"), charset="no-such-thing").pictures[0].title[0] == "T"
    assert text_of(b"\xff\xfe\xfa", "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("</item>", "", 1),
        lambda text: text[: -len("</channel></rss>")],
        lambda text: text.replace("Cup", "Cup & saucer &nbsp; < 3"),
        lambda text: "\n\n  " + text,
        lambda text: text.replace("Cup", "Cup \x01\x08"),
        lambda text: "<!-- mind the gap -->" + text,
    ],
)
def test_a_damaged_feed_is_read_as_far_as_it_goes(damage: Callable[[str], str]) -> None:
    feed = read(damage(rss(item(image("/a.jpg")), item(image("/b.jpg")))))
    assert feed.pictures[0].full == ("https://shop.example/a.jpg",)


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 900, b"\xff\xd8\xff\xe0 JFIF", b"{}", b"hello", b"%"]
)
def test_what_is_no_feed(data: bytes) -> None:
    assert stopped(lambda: read(data)) is PROBLEM.NOT_A_FEED


# What would be a burden.


def test_ten_thousand_items() -> None:
    many = "".join(item(image(f"/{n}.jpg"), title=f"Cup {n}") for n in range(10_000))
    feed = read(rss(many, head="<title>Many</title>"))
    assert (feed.title, len(feed.pictures)) == ("Many", MOST_PICTURES)
    assert feed.pictures[0].title == "Cup 0"
    empty = "".join(item(title=f"Cup {n}") for n in range(MOST_ITEMS))
    assert stopped(lambda: read(rss(empty, item(image("/late.jpg"))))) is PROBLEM.NO_PICTURES


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12)
)  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    [
        f"<!DOCTYPE rss [{LAUGHS}]>",
        '<!DOCTYPE rss [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "https://count.example/x"> %x;]>',
        '<!DOCTYPE rss SYSTEM "https://count.example/x.dtd">',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd">',
    ],
)
def test_entities_are_not_read(kind: str) -> None:
    """The guard of every test would fail on a connection."""
    text = kind + rss(item(image("/a.jpg"), title="&l11;"))
    told = feed_or_problem(text)
    if isinstance(told, Feed):
        assert len(told.pictures[0].title) < 20
        assert "root" not in told.pictures[0].title
    else:
        assert told is PROBLEM.NOT_A_FEED


ENTITIES = f'\n<!DOCTYPE rss [\n<!ENTITY x "{"boom" * 500}">\n]>\n'


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE rss>", "<!doctype rss [ ]>", f"<!--{'x' * 20_000}-->", "<!-- <a> -->",
        f"<!--<a>{'x' * 20_000}-->", "<!-- <![CDATA[ -->", "<!-- <!DOCTYPE rss> -->",
        "<?a <!DOCTYPE rss> ?>", "<!DOCTYPE rss [<!ELEMENT a (b)]", "<!DOCTYPE rss [<!--]-->",
        '<!DOCTYPE rss [<!ATTLIST a b CDATA "]>">',
    ],
)  # fmt: skip
def test_entities_of_another_type_are_not_read_either(before: str) -> None:
    """The reader would write them out again and again: gigabytes of one small feed."""
    told = feed_or_problem(before + ENTITIES + rss(item(image("/a.jpg"), title="&x;" * 30)))
    if isinstance(told, Feed):
        assert "boom" not in told.pictures[0].title
    else:
        assert told is PROBLEM.NOT_A_FEED


def test_a_post_about_types_is_read() -> None:
    about = '<![CDATA[Write &lt;!DOCTYPE html> <!DOCTYPE x [<!ENTITY y "z">]> <img src="/a.jpg">]]>'
    feed = read(rss(item(about), item(image("/b.jpg"))))
    assert [one.full[0] for one in feed.pictures] == [
        "https://shop.example/a.jpg", "https://shop.example/b.jpg"
    ]  # fmt: skip


HEAD = '<rss version="2.0"><channel><item>'
BURDENS = {
    "signs": "<" * 4_000_000,
    "tags": HEAD + "<a>" * 1_300_000,
    "tags that are just few enough": HEAD + "<a>" * 59_000,
    "items": HEAD + "<item>" * 600_000,
    "marks": HEAD + "<title>" + "&" * 4_000_000,
    "attributes": HEAD[:-1] + ' a="b"' * 600_000 + ">",
    "comments": HEAD + "<!--" * 900_000,
    "quoted": HEAD + "<![CDATA[" * 400_000,
    "types": "<!DOCTYPE x [" * 300_000,
    "pictures": rss(item(image("/a.jpg") * 100_000)),
    "unended pictures": rss(item('&lt;img src="/a.jpg" ' * 150_000)),
    "attributes of many items": HEAD + ("<a " + "b='c' " * 5_000 + "/>") * 60,
    "media": HEAD + '<media:content url="https://a.example/b.jpg" width="9"/>' * 50_000,
    "pictures that never end": rss(*[item("&lt;img " * 1_500)] * 300),
    "one that never ends": rss(item("&lt;img " * 200_000)),
    "scripts that never end": rss(*[item("&lt;script&gt;" * 900)] * 300),
    "long names": rss(*[item("&lt;img " + "a" * 7_900 + "&gt;")] * 300),
    "a title": rss(item(image("/a.jpg"), title="x" * 3_900_000)),
}


@pytest.mark.timeout(15)
@pytest.mark.parametrize("name", BURDENS)
def test_no_feed_takes_long_or_much(name: str) -> None:
    """What is over a bound never reaches the reader, which half a minute would not do for."""
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = feed_or_problem(BURDENS[name])
    few = isinstance(told, Feed) and len(told.pictures) <= MOST_PICTURES
    assert few or told in (PROBLEM.NOT_A_FEED, PROBLEM.NO_PICTURES)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250_000


MARKS = st.sampled_from(
    [
        HEAD, "</item>", "<item>", "<title>", "</title>", "<description>", "</description>",
        "<![CDATA[", "]]>", "<!--", "-->", "&lt;img src=", "&amp;", "&#x0;", "&#99999999;", '"',
        "'", "<a:b>", "</a:b>", "<link>", "<media:content url=", "<enclosure url=", "<?xml", "?>",
        "چای", "🍵", "\0", "<!DOCTYPE", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
        "//", "<content type='xhtml'>", "<rdf:RDF>", "<author>", "<pubDate>", "Fri, 99 Foo",
        "xml:base='", "http://[",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(MARKS, max_size=30).map("".join))
def test_whatever_it_is_it_is_a_feed_or_none(text: str) -> None:
    told = feed_or_problem(text)
    for picture in told.pictures if isinstance(told, Feed) else ():
        assert all(address.startswith("https://") for address in (*picture.full, picture.small))


# A page in its place.

PAGE = """<!DOCTYPE html><html><head>
<link rel="alternate" type="application/rss+xml" href="/comments/feed/?a=1&amp;b=2">
<link rel='alternate' type='application/rss+xml; charset=utf-8' href='/feed/'>
<link type="application/atom+xml" href="https://shop.example/atom" rel="alternate home">
<link rel="alternate" hreflang="fa" href="/fa/"><link rel="stylesheet" href="x.css">
</head><body><rss>no</rss></body></html>"""


def test_a_page_names_its_feeds() -> None:
    assert is_page(PAGE)
    assert stopped(lambda: read(PAGE)) is PROBLEM.NOT_A_FEED
    assert feeds_named_in(PAGE.encode(), address="https://shop.example/blog") == (
        "https://shop.example/feed/",
        "https://shop.example/atom",
        "https://shop.example/comments/feed/?a=1&b=2",
    )
    assert feeds_named_in(b"<html></html>", address=HERE) == ()


@pytest.fixture
def site() -> Iterator[BoardSite]:
    with board_site() as opened:
        opened.furnish()
        yield opened


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("pasted", "link", "count"),
    [
        ("pinterest.de/tea/mugs/?sender=9", "https://www.pinterest.com/tea/mugs/", 6),
        ("pinterest.com/tea", "https://www.pinterest.com/tea/", 6),
        ("leafandkiln.tumblr.com", "https://www.tumblr.com/leafandkiln", 3),
        (
            "tumblr.com/leafandkiln/tagged/kiln+day",
            "https://www.tumblr.com/leafandkiln/tagged/kiln%20day",
            3,
        ),
    ],
)
def test_a_look_at_what_was_pasted(site: BoardSite, pasted: str, link: str, count: int) -> None:
    found = look(Downloads(adapter=site.adapter), pasted)
    assert (found.link, len(found.pictures)) == (link, count)


@pytest.mark.loopback
def test_a_short_link_a_page_and_a_feed_of_its_own(site: BoardSite) -> None:
    web = Downloads(adapter=site.adapter)
    api = "api.pinterest.com/url_shortener/4vw/redirect/"
    site.send_on("pin.it/4vw", f"https://{api}")
    site.send_on(api, "https://www.pinterest.com/tea/mugs/?invite_code=1")
    found = look(web, "pin.it/4vw")
    assert [picture.title for picture in found.pictures] == list(PINS)
    assert (found.title, found.credit) == ("Mugs and bowls", "pinterest.com/tea")

    site.put("shop.example/blog", PAGE, kind="application/rss+xml")
    head = "<title>Shop</title><link>https://www.shop.example/news?utm_source=rss</link>"
    site.put("shop.example/feed/", rss(item(image("/a.jpg")), head=head), kind="image/png")
    found = look(web, "shop.example/blog")
    assert found.pictures[0].full == ("https://shop.example/a.jpg",)
    assert found.link == "https://www.shop.example/news"
    head = "<link>https://elsewhere.example/</link>"
    site.put("shop.example/feed/", rss(item(image("/a.jpg")), head=head))
    assert look(web, "shop.example/feed/").link == "https://shop.example/feed/"


@pytest.mark.loopback
def test_what_a_look_tells_of_trouble(site: BoardSite) -> None:
    web = Downloads(adapter=site.adapter)
    assert stopped(lambda: look(web, "pinterest.com/tea/secret")) is PROBLEM.NOT_FOUND
    site.put("www.pinterest.com/tea/shell.rss", "<html><body>app</body></html>")
    assert stopped(lambda: look(web, "pinterest.com/tea/shell")) is PROBLEM.NOT_A_FEED
    site.send_on("closed.tumblr.com/rss", "https://www.tumblr.com/login_required/closed")
    assert stopped(lambda: look(web, "closed.tumblr.com")) is PROBLEM.NEEDS_SIGN_IN
    site.send_on("pin.it/a", "https://pin.it/b")
    site.put("pin.it/b", "no longer there")
    assert stopped(lambda: look(web, "pin.it/a")) is PROBLEM.NOT_FOUND
