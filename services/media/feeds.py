"""What a feed shows: bytes become pictures with titles. RSS, Atom, and what only tries to be.

Nothing of it is believed: neither its type nor its charset, its addresses only after https, and
its HTML is searched for pictures and words, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.feed_text import for_reading, is_page, text_of
from services.media.html_pictures import pictures_of, words_of
from services.media.picture_sizes import Sized, Sizes, sizes_of
from services.text.clean import clean

MOST_PICTURES = 240
_MOST_OF_ONE = 12
_MOST_MEDIA = 120
_MOST_HTML = 60_000
_TITLE = 120
_PICTURE_ENDING = re.compile(r"\.(jpe?g|png|gif|webp|avif|pnj)$", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])([\w:-]{1,30})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>]+))"""
)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """`full`: addresses to be tried, the largest first. `link`: where it stands on its site."""

    title: str
    link: str
    full: tuple[str, ...]
    small: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """`link` is the page for people, "" where it names none."""

    title: str
    link: str
    pictures: tuple[FeedPicture, ...]


def read_feed(data: bytes, *, address: str, charset: str = "") -> Feed:
    """`address` is where it came from, for what it names by halves.

    Raises DownloadStopped: NOT_A_FEED, NO_PICTURES. Takes two seconds or so at most, also
    where it is made to be a burden; in a lane.
    """
    text = text_of(data, charset)
    if is_page(text):
        raise DownloadStopped(DownloadProblem.NOT_A_FEED, "a page")
    found = _parsed(for_reading(text), address)
    if not found.get("version") and not found.entries:
        raise DownloadStopped(DownloadProblem.NOT_A_FEED)
    pictures = tuple(_once(_pictures(found.entries, address)))
    if not pictures:
        raise DownloadStopped(DownloadProblem.NO_PICTURES)
    head = found.feed
    return Feed(_words(head.get("title")), secure(head.get("link"), address), pictures)


def feeds_named_in(data: bytes, *, address: str, charset: str = "") -> tuple[str, ...]:
    """The addresses of the feeds that a page for people names in its head, comments last."""
    named = []
    for tag in _LINK.findall(text_of(data, charset)[:500_000]):
        parts = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
        is_feed = parts.get("type", "").split(";")[0].strip().lower() in _FEED_TYPES
        if is_feed and "alternate" in parts.get("rel", "").lower().split():
            target = secure(unescape(parts.get("href", "")), address)
            if target:
                named.append((("comment" in target.lower()), target))
    return tuple(dict.fromkeys(target for _, target in sorted(named, key=lambda one: one[0])))


def secure(value: object, base: str) -> str:
    """The whole address by https, "" for anything that is none."""
    if not isinstance(value, str) or not value.strip() or len(value) > 4_000:
        return ""
    try:
        whole = urljoin(base, value.strip())
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            return ""
        if parts.scheme == "http":
            if parts.port not in (None, 80):
                return ""
            parts = parts._replace(scheme="https", netloc=parts.hostname)
    except ValueError:
        return ""
    return parts.geturl()


def _parsed(source: str, address: str) -> Any:
    # Slow to load, and of no use to anybody else.
    import feedparser

    try:
        return feedparser.parse(
            BytesIO(source.encode("utf-8", "replace")),
            response_headers={
                "content-location": address,
                "content-type": "application/xml; charset=utf-8",
            },
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # Its own mistakes about damaged feeds, which it promises not to make.
        raise DownloadStopped(DownloadProblem.NOT_A_FEED, type(error).__name__) from error


def _pictures(entries: Iterable[Any], address: str) -> Iterator[tuple[str, FeedPicture]]:
    for entry in entries:
        link = secure(entry.get("link"), address)
        html = _html(entry)
        title = _words(entry.get("title")) or _words(words_of(html))
        credit = _words(entry.get("author"))
        for sizes in _of_entry(entry, html, link or address):
            yield sizes.key, FeedPicture(title, link, sizes.full, sizes.small, credit)


def _of_entry(entry: Any, html: str, base: str) -> Iterator[Sizes]:
    """Each picture once, with all the addresses that the entry has for it."""
    found: list[tuple[Sized, ...]] = [
        tuple(
            one._replace(address=whole) for one in several if (whole := secure(one.address, base))
        )
        for several in (*_attached(entry), *pictures_of(html))
    ]
    known: dict[str, list[Sized]] = {}
    for several in found:
        if several:
            known.setdefault(sizes_of(several).key, []).extend(several)
    for several_known in list(known.values())[:_MOST_OF_ONE]:
        yield sizes_of(tuple(several_known))


def _attached(entry: Any) -> Iterator[tuple[Sized, ...]]:
    """Enclosures and media; several media of different widths are one picture in its sizes."""
    media = [
        Sized(str(one.get("url", "")), _number(one.get("width")))
        for one in entry.get("media_content", ())[:_MOST_MEDIA]
        if _is_picture(one, "url")
    ]
    widths = {one.width for one in media}
    if len(media) > 1 and len(widths) == len(media) and 0 not in widths:
        yield tuple(media)
    else:
        yield from ((one,) for one in media)
    for one in entry.get("enclosures", ())[:_MOST_MEDIA]:
        if _is_picture(one, "href"):
            yield (Sized(str(one.get("href", ""))),)
    if not media:
        thumbs = [
            Sized(str(one.get("url", "")), _number(one.get("width")))
            for one in entry.get("media_thumbnail", ())[:_MOST_MEDIA]
        ]
        if thumbs:
            yield tuple(thumbs)


def _is_picture(one: Mapping[str, Any], key: str) -> bool:
    kind = str(one.get("type", "")).lower()
    if kind.startswith("image/") or str(one.get("medium", "")).lower() == "image":
        return True
    path = re.split(r"[?#]", str(one.get(key, "")), maxsplit=1)[0]
    return not kind.startswith(("audio/", "video/")) and bool(_PICTURE_ENDING.search(path))


def _html(entry: Any) -> str:
    parts = [entry.get("summary", ""), *(one.get("value", "") for one in entry.get("content", ()))]
    return "\n".join(dict.fromkeys(str(part)[:_MOST_HTML] for part in parts if part))


def _once(
    pictures: Iterable[tuple[str, FeedPicture]],
) -> Iterator[FeedPicture]:
    seen: set[str] = set()
    for key, picture in pictures:
        if key not in seen:
            seen.add(key)
            yield picture
            if len(seen) == MOST_PICTURES:
                return


def _words(value: object) -> str:
    """One line of plain words."""
    if not isinstance(value, str):
        return ""
    said = " ".join(clean(words_of(value[:_MOST_HTML]))[0].split())
    return said if len(said) <= _TITLE else f"{said[: _TITLE - 1].rstrip()}…"


def _number(value: object) -> int:
    text = str(value or "").removesuffix("px")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
