"""The pictures and the words in a piece of HTML, which is searched and never shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from services.media.picture_sizes import Sized

_IMAGE = re.compile(r"<img\b([^>]{0,8000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([\w:-]{1,30})\s*=\s*(?:"([^"]{0,6000})"|'([^']{0,6000})'|([^\s"'>]+))"""
)
_OF_SET = re.compile(r"(\S+)\s+(\d{1,5})w(?:,|$)")
_TAG = re.compile(r"<[^<>]{0,8000}>")
_UNSPOKEN = re.compile(r"<(script|style)\b.{0,60000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^>]{0,200}>", re.IGNORECASE)
_LEAST = 48
"""Pixels: what is smaller counts readers or is a sign among words."""


def pictures_of(html: str) -> Iterator[tuple[Sized, ...]]:
    """Each <img> with all the addresses that it has, as they stand there."""
    for attributes in _IMAGE.findall(html):
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
        html = _TAG.sub("", _BREAK.sub(" ", _UNSPOKEN.sub("", html)))
    return unescape(html).strip()


def _is_number(value: str | None) -> bool:
    return value is not None and value.isascii() and value.isdigit() and len(value) < 6
