"""A board's link as it may stand in a post or as a code: what the owner typed, made whole."""

from __future__ import annotations

import re
from string import punctuation
from urllib.parse import quote, urlsplit

from services.text.urls import find_urls

_ENDS = ".,;:!?)]}'\"»”’"
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}")
_SCHEMES = ("http", "https")
_SAFE = punctuation
"""What a link is made of beside letters and digits stays."""


def link_of(typed: str) -> str | None:
    """`pinterest.com/shop` becomes `https://pinterest.com/shop`; None for what is none to X, or
    only in part. Signs that X would end the link at are written as `%xx`.
    """
    text = typed.strip()
    if not text.isprintable() or " " in text:
        return None
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not host or parts.username is not None:
        return None
    behind = address.index(parts.netloc) + len(parts.netloc)
    address = address[:behind] + quote(address[behind:].encode("utf-8", "replace"), safe=_SAFE)
    found = find_urls(address)
    if not found and "://" in text and _HOST.fullmatch(host):
        # An ending too new for our table; X may know it already.
        return address
    if len(found) != 1 or found[0].start or address[found[0].end :].strip(_ENDS):
        return None
    return address[: found[0].end]
