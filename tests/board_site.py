"""Pinterest, Tumblr and a few worse places, on this computer.

The feeds are written after the form that both publish; the pictures are drawn here. `SiteAdapter`
has a call to any https address land at this server, which keeps the hosts apart by the first part
of the path.
"""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

COLOURS = ("#b3563a", "#0b6b63", "#3f5f9e", "#8a6d1f", "#6c3f7c", "#46693a")
PINS = ("Moss teapot", "چای سبز", "抹茶茶碗", "Blue mug 🍵", "إبريق أزرق", "茶罐")
TUMBLES = ("Kiln day", "釉薬の試し", "Glaze no. 4")


@dataclass
class Page:
    """What stands at an address. `after` is called between head and body, with the socket."""

    body: bytes = b""
    kind: str = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: Callable[[Any], None] | None = None
    length: bool = True


@dataclass
class BoardSite:
    """`pages`: by host and path, as in `www.pinterest.com/tea/mugs.rss`."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    port: int = 0
    freed: threading.Event = field(default_factory=threading.Event)
    """Set at the end: whoever sends slowly may go."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, address: str, body: bytes | str = b"", **rest: Any) -> str:
        """Returns the https address."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[address] = Page(data, **rest)
        return f"https://{address}"

    def send_on(self, address: str, target: str, status: int = 302) -> str:
        return self.put(address, status=status, headers={"Location": target})

    def adapter(self) -> SiteAdapter:
        return SiteAdapter(self.port)

    def furnish(self) -> None:
        """A board of six pins and a blog of three posts, pictures in the sizes that both have."""
        pins = []
        for number, title in enumerate(PINS):
            path = f"{number:02x}/ab/cd/{number:032x}.jpg"
            for size, width in (("236x", 236), ("736x", 736), ("originals", 1_500)):
                self.put(f"i.pinimg.com/{size}/{path}", drawn(number, width), kind="image/jpeg")
            pins.append((title, f"https://i.pinimg.com/236x/{path}"))
        feed = pinterest_feed("Mugs and bowls", "tea/mugs", pins)
        self.put("www.pinterest.com/tea/mugs.rss", feed, kind="application/rss+xml")
        self.put("www.pinterest.com/tea/feed.rss", feed, kind="text/xml; charset=utf-8")
        tumbles = []
        for number, title in enumerate(TUMBLES):
            small = f"64.media.tumblr.com/{number:032x}/tumblr_o5i2kiln{number}o1_500.jpg"
            self.put(small, drawn(number + 3, 500), kind="image/jpeg")
            large = small.replace("_500", "_1280")
            self.put(large, drawn(number + 3, 1_280), kind="image/jpeg")
            tumbles.append((title, f'<figure><img src="https://{small}"/></figure><p>{title}</p>'))
        feed = tumblr_feed("Leaf and kiln", "leafandkiln", tumbles)
        self.put("leafandkiln.tumblr.com/rss", feed, kind="application/rss+xml; charset=utf-8")
        self.put("leafandkiln.tumblr.com/tagged/kiln%20day/rss", feed, kind="text/xml")


class SiteAdapter(HTTPAdapter):
    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        parts = urlsplit(str(request.url))
        moved = request.copy()
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        moved.url = f"http://127.0.0.1:{self._port}/{parts.netloc}{path}"
        answer = super().send(moved, *args, **kwargs)
        answer.url = str(request.url)
        return answer


@contextlib.contextmanager
def board_site() -> Iterator[BoardSite]:
    site = BoardSite()
    server = _Server(("127.0.0.1", 0), _handler(site))
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        site.freed.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def handle_error(self, *_args: Any) -> None:
        """The other end broke off, which is what several tests are about."""


def _handler(site: BoardSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            key = self.path.lstrip("/")
            site.asked.append(key)
            page = site.pages.get(key, Page(b"nothing here", status=404))
            self.send_response(page.status)
            self.send_header("Content-Type", page.kind)
            if page.length:
                self.send_header("Content-Length", str(len(page.body)))
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if page.after is not None:
                page.after(self.wfile)
            self.wfile.write(page.body)

        def log_message(self, *_args: Any) -> None:
            pass

    return Handler


def drawn(number: int, width: int) -> bytes:
    """A picture that can be told from the others at any size: a JPEG, two thirds as high."""
    height = width * 2 // 3
    image = Image.new("RGB", (width, height), COLOURS[number % len(COLOURS)])
    pen = ImageDraw.Draw(image)
    step = width // 6
    pen.ellipse((step, height // 4, width - 2 * step, height - height // 6), fill="#f3eee4")
    pen.arc((width - 3 * step, height // 3, width - step, height * 3 // 4), 250, 110, "#f3eee4", 9)
    out = BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def pinterest_feed(title: str, path: str, pins: list[tuple[str, str]]) -> str:
    """As Pinterest writes them: the picture is in the words, at 236 pixels."""
    items = "".join(
        f"<item><title>{escape(name)}</title><link>https://www.pinterest.com/pin/{100 + n}/</link>"
        f"<description>{escape(_pin(n, picture, name))}</description>"
        "<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>"
        f"<guid>https://www.pinterest.com/pin/{100 + n}/</guid></item>"
        for n, (name, picture) in enumerate(pins)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>https://www.pinterest.com/{path}/</link>"
        f"<description></description>"
        f'<atom:link href="https://www.pinterest.com/{path}.rss" rel="self"></atom:link>'
        "<language>en-us</language><lastBuildDate>Fri, 20 Nov 2026 09:00:00 GMT</lastBuildDate>"
        f"{items}</channel></rss>"
    )


def _pin(number: int, picture: str, name: str) -> str:
    link = f"https://www.pinterest.com/pin/{100 + number}/"
    return f'<a href="{link}"><img src="{picture}"></a>{escape(name)}, made by hand'


def tumblr_feed(title: str, name: str, posts: list[tuple[str, str]]) -> str:
    """As Tumblr writes them: `posts` are a title and the HTML of its words."""
    items = "".join(
        f"<item><title>{escape(head)}</title><description>{escape(html)}</description>"
        f"<link>https://{name}.tumblr.com/post/{7000 + n}</link>"
        f"<guid>https://{name}.tumblr.com/post/{7000 + n}</guid>"
        "<pubDate>Fri, 20 Nov 2026 10:00:00 +0000</pubDate><category>kiln day</category></item>"
        for n, (head, html) in enumerate(posts)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>'
        f'<atom:link rel="hub" href="http://tumblr.superfeedr.com/" '
        'xmlns:atom="http://www.w3.org/2005/Atom"/><description>Cups</description>'
        f"<title>{escape(title)}</title><generator>Tumblr (3.0; @{name})</generator>"
        f"<link>https://{name}.tumblr.com/</link>{items}</channel></rss>"
    )


def bomb(size: int = 40_000_000) -> bytes:
    """A few KB that unpack to `size` bytes."""
    return gzip.compress(bytes(size), 9)
