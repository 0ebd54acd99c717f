"""The pictures and the words in a piece of HTML, which is searched and never shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from services.media.picture_sizes import Sized

_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_LONGEST = 8_000
_MOST = 60
"""Of one piece of HTML: a post with more is nobody's choice of pictures."""
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])([\w:-]{1,30})\s*=\s*(?:"([^"]{0,6000})"|'([^']{0,6000})'|([^\s"'>]+))"""
)
_OF_SET = re.compile(r"(\S+)\s+(\d{1,5})w(?:,|$)")
_TAG = re.compile(r"<[^<>]{0,8000}>")
_UNSPOKEN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_UNSPOKEN_NAMES = ("script", "style")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_LEAST = 48
"""Pixels: what is smaller counts readers or is a sign among words."""


def pictures_of(html: str) -> Iterator[tuple[Sized, ...]]:
    """Each <img> with all the addresses that it has, as they stand there."""
    for attributes in islice(_images(html), _MOST):
        parts = {
            name.lower(): unescape(a or b or c).strip()
            for name, a, b, c in _ATTRIBUTE.findall(attributes)
        }
        sides = [int(parts[side]) for side in ("width", "height") if _is_number(parts.get(side))]
        if sides and min(sides) < _LEAST:
            continue
        known = [
            Sized(address, int(width))
            for address, width in _OF_SET.findall(parts.get("srcset", ""))
        ]
        source = parts.get("src", "")
        if source and not source.startswith("data:"):
            of_set = next((one.width for one in known if one.address == source), 0)
            known.append(Sized(source, of_set))
        if known:
            yield tuple(dict.fromkeys(known))


def words_of(html: str) -> str:
    """What a reader would read of it."""
    if "<" in html:
        html = _TAG.sub("", _BREAK.sub(" ", _spoken(html)))
    return unescape(html).strip()


def _images(html: str) -> Iterator[str]:
    """What stands inside each <img …>, passing over the text once whatever it is."""
    at = 0
    while found := _IMAGE.search(html, at):
        end = html.find(">", found.end())
        if end < 0:
            return
        if end - found.end() <= _LONGEST:
            yield html[found.end() : end]
        at = end


def _spoken(html: str) -> str:
    """Without scripts and styles; one that never ends is taken for words."""
    lowered, kept, at, since = html.lower(), [], 0, 0
    if len(lowered) != len(html):
        # A few capitals are longer as small letters, and would put every place out.
        lowered = html
    endless: set[str] = set()
    while found := _UNSPOKEN.search(html, at):
        name, at = found[1].lower(), found.end()
        close = -1 if name in endless else lowered.find(f"</{name}", at)
        end = html.find(">", close) if close >= 0 else -1
        if end < 0:
            endless.add(name)
            if len(endless) == len(_UNSPOKEN_NAMES):
                break
            continue
        kept.append(html[since : found.start()])
        since = at = end + 1
    return "".join((*kept, html[since:]))


def _is_number(value: str | None) -> bool:
    return value is not None and value.isascii() and value.isdigit() and len(value) < 6
