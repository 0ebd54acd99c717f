"""What a browser says of the picture that is dragged or copied out of it.

Seen with Chromium 156 on Linux. A drag gives `text/html` (the `<img>` alone, with its `srcset` and
`alt`, addresses in it as they are written), `text/uri-list` and `text/plain` (the picture's
address, or where its link leads to), in `chromium/x-renderer-taint` the site alone, and in
`application/octet-stream` the file itself as it came from the site. "Copy image" gives `image/png`
in the picture's own size, `text/html`, `text/uri-list` and, in `chromium/x-source-url`, the page.
Firefox names the picture in `application/x-moz-file-promise-url` and the page or link in
`text/x-moz-url` (both UTF-16).
"""

from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

MOST_BYTES = 64 * 1024 * 1024
"""Of what is read out of a drop; a picture's own limits come later."""
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".bmp", ".tif",
           ".tiff")  # fmt: skip
_MOST_HTML = 2_000_000
_MOST_PICTURES = 24
_CANDIDATE = re.compile(r"(\S+)\s+([\d.]{1,12})[wx](?=\s*,|\s*$)")
_UNTOLD = frozenset({"script", "style", "title", "head", "noscript"})
_WITHOUT_END = frozenset({"meta", "link", "base", "br", "hr", "img", "input", "source", "wbr"})


class Tag(NamedTuple):
    """An `<img>`. `larger`: `address` is one of its `srcset`, larger than what the page shows."""

    address: str
    words: str
    larger: bool


class Shown(NamedTuple):
    pictures: tuple[Tag, ...]
    has_words: bool
    """Words stand beside the pictures: it is a piece of a page, not a picture."""


def shown_in(html: str, page: str = "") -> Shown:
    """The pictures of some HTML; addresses without a host are read as `page`'s."""
    reader = _Reader(page)
    reader.feed(html[:_MOST_HTML])
    reader.close()
    return Shown(tuple(reader.pictures), reader.has_words)


def data_of(address: str) -> bytes:
    """The picture that a `data:` address holds, empty for another or a broken one."""
    head, comma, body = address.partition(",")
    if not comma or not head.lower().startswith("data:image/") or len(body) > 2 * MOST_BYTES:
        return b""
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        # Browsers forgive missing fillers and blanks.
        plain = "".join(unquote(body).split()).rstrip("=")
        return b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except ValueError:
        return b""


def is_web(address: str) -> bool:
    try:
        told = urlsplit(address)
    except ValueError:
        return False
    return told.scheme in ("https", "http") and bool(told.hostname)


def names_picture(address: str) -> bool:
    """By its path's ending, as far as that tells."""
    return is_web(address) and urlsplit(address).path.lower().endswith(ENDINGS)


def wide(data: bytes) -> str:
    """Firefox's words: UTF-16 in this computer's order, which is the small end first."""
    return data.decode("utf-16-le", "replace").replace("\0", "").strip()


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self._untold = 0
        self.pictures: list[Tag] = []
        self.has_words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNTOLD and tag not in _WITHOUT_END:
            self._untold += 1
        if tag == "img" and len(self.pictures) < _MOST_PICTURES:
            self._add({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNTOLD:
            self._untold = max(0, self._untold - 1)

    def handle_data(self, data: str) -> None:
        if not self._untold and data.strip(" \t\r\n\ufeff\xa0"):
            self.has_words = True

    def _add(self, told: dict[str, str]) -> None:
        plain = self._whole(told.get("src", ""))
        largest = self._whole(_largest(told.get("srcset", "")))
        larger = is_web(largest) and largest != plain
        address = largest if larger else plain
        if is_web(address) or address.lower().startswith("data:image/"):
            self.pictures.append(Tag(address, " ".join(told.get("alt", "").split()), larger))

    def _whole(self, address: str) -> str:
        try:
            return urljoin(self._page, address.strip()) if address.strip() else ""
        except ValueError:
            return ""


def _largest(srcset: str) -> str:
    """The candidate with the greatest number, of width or of density; "" where none has any."""
    found = [(_number(size), address.lstrip(",")) for address, size in _CANDIDATE.findall(srcset)]
    return max(found, default=(0.0, ""))[1]


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return 0.0
