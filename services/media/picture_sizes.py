"""The sizes in which Pinterest and Tumblr keep one picture, by its address alone.

Neither publishes a list. What stands here was seen by others, and each address is only tried, with
the next one after it: for Pinterest 236x, 564x, 736x, 1200x and originals, where the original may
have another ending than the small ones (a PNG whose small ones are JPEG); for Tumblr the older
`…_500.jpg`, of which `…_1280.jpg` exists, and the newer `/s640x960/`, whose address holds a name
of its own for each size, so that only the sizes a feed lists in `srcset` are sure.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

_PINTEREST = re.compile(
    r"https://(?:i|s-media-cache-[\w-]{1,20})\.pinimg\.com/(\d{2,4}x(?:\d{2,4})?(?:_\w+)?|originals)"
    r"/((?:[0-9a-f]{2}/){3}[0-9a-f]{16,64})\.(jpe?g|png|gif|webp)",
    re.IGNORECASE,
)
_TUMBLR_OLD = re.compile(
    r"(https://[\w.-]{1,60}\.?media\.tumblr\.com/(?:[0-9a-f]{32}/)?tumblr_\w{6,60})_"
    r"(?:75sq|\d{2,4}h?)\.(jpe?g|pnj|png|gif|webp)",
    re.IGNORECASE,
)
_TUMBLR_NEW = re.compile(
    r"(https://[\w.-]{1,60}\.?media\.tumblr\.com/([0-9a-f]{32}/[0-9a-f]{16}-[0-9a-f]{2}))/"
    r"s(\d{2,5})x\d{2,5}(?:_c1|_f1)?/(\w{20,64}\.\w{3,5})",
    re.IGNORECASE,
)
_THUMB = 236
"""Pixels wide: what is shown to choose from."""
_FULL = 1_920


class Sized(NamedTuple):
    """One of the addresses of a picture; `width` 0: nobody said."""

    address: str
    width: int = 0


class Sizes(NamedTuple):
    """`full`: to be tried in this order, the largest first. `small`: enough to look at."""

    key: str
    full: tuple[str, ...]
    small: str


def sizes_of(known: tuple[Sized, ...]) -> Sizes:
    """`known`: what a feed names of one picture, at least one address."""
    ordered = sorted(known, key=lambda one: -one.width)
    first = ordered[0].address
    if found := _PINTEREST.fullmatch(_bare(first)):
        return _of_pinterest(found)
    if found := _TUMBLR_OLD.fullmatch(_bare(first)):
        stem, ending = found[1], found[2]
        return Sizes(
            stem,
            _once((f"{stem}_1280.{ending}", first)),
            f"{stem}_250.{ending}" if ending != "gif" else first,
        )
    if found := _TUMBLR_NEW.fullmatch(_bare(first)):
        stem, name = found[1], found[4]
        wide = int(found[3])
        tried = (
            tuple(f"{stem}/{size}/{name}" for size in ("s2048x3072", "s1280x1920"))
            if wide < _FULL
            else ()
        )
        # Sure ones first where the feed lists a good one.
        named = tuple(one.address for one in ordered)
        full = (*named, *tried) if len(named) > 1 else (*tried, *named)
        return Sizes(found[2], _once(full), _near_thumb(ordered))
    return Sizes(first, _once(tuple(one.address for one in ordered)), _near_thumb(ordered))


def _of_pinterest(found: re.Match[str]) -> Sizes:
    name, ending = found[2], found[3].lower()
    host = "https://i.pinimg.com"
    others = [each for each in ("jpg", "png") if each != ending]
    full = (
        *(f"{host}/originals/{name}.{each}" for each in (ending, *others)),
        *(f"{host}/{size}/{name}.jpg" for size in ("1200x", "736x", "564x")),
        found[0],
    )
    return Sizes(name, _once(full), f"{host}/236x/{name}.jpg")


def _near_thumb(ordered: list[Sized]) -> str:
    """The smallest that is large enough, or what there is."""
    fitting = [one for one in ordered if one.width >= _THUMB]
    return (fitting or ordered)[-1].address


def _bare(address: str) -> str:
    return urlsplit(address)._replace(query="", fragment="").geturl()


def _once(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(addresses))
