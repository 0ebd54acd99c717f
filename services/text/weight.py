"""What a composed text weighs to X: 1 or 2 a sign, 2 an emoji, 23 a link.

docs.x.com/fundamentals/counting-characters, and twitter-text's configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from services.text import known

if TYPE_CHECKING:
    from services.text.urls import Url

LINK_WEIGHT = 23
_HEAVY = 2
_INVALID = ("\ufffe", "\ufeff", "\uffff")

_BASE = (
    "\xa9\xae\u203c-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff\U0001fc00-\U0001fdff"
)
_TONE = "\U0001f3fb-\U0001f3ff"
_TAGS = "[\U000e0020-\U000e007e]+\U000e007f"
_MORE = f"(?:\ufe0f[{_TONE}]?|[{_TONE}]|{_TAGS})"
_FLAG = "\U0001f1e6-\U0001f1ff"
_STRIDE = 64


class Config(NamedTuple):
    """A configuration of twitter-text. `wide` is off in the first: there every sign weighs 1."""

    limit: int = 280
    wide: bool = True
    emoji: bool = True


@cache
def _light() -> re.Pattern[str]:
    return re.compile("[\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")


@cache
def _run() -> re.Pattern[str]:
    """The longest run that may be one emoji, or several that touch; it is then looked up.

    All begin with one class, so that the search for a beginning is quick.
    """
    return re.compile(
        f"([0-9#*{_FLAG}{_BASE}](?:(?<=[0-9#*])\ufe0f?\u20e3|(?<=[{_FLAG}])[{_FLAG}]++"
        f"|(?<=[{_BASE}])(?:{_MORE}(?:\u200d[{_BASE}]{_MORE}?)*|(?:\u200d[{_BASE}]{_MORE}?)+)))"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(f"[\ufe0f\u200d\u20e3{_FLAG}{_TONE}\U000e0020-\U000e007f]")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(f"[{_FLAG}{_TONE}\U000e007f]")


def first_invalid(text: str) -> int:
    """The place of the first sign that X refuses in a post, or -1."""
    places = [text.find(sign) for sign in _INVALID if sign in text]
    return min(places) if places else -1


def weigh(text: str, urls: Sequence[Url], config: Config) -> int:
    """Of a text in NFC with the links in it."""
    links = 0
    if urls:
        if any(url.counted >= 0 for url in urls):
            return walk(text, urls, config)[0]
        # A space in place of each link: what stands on its two sides must not become one emoji.
        text = " ".join(_between(text, urls))
        links = len(urls) * (LINK_WEIGHT - 1)
    if not config.wide or text.isascii():
        return links + len(text)
    return links + _weigh_words(text, config)


def _between(text: str, urls: Sequence[Url]) -> Iterator[str]:
    at = 0
    for url in urls:
        yield text[at : url.start]
        at = url.end
    yield text[at:]


def _weigh_words(text: str, config: Config) -> int:
    if not config.emoji or not _may_have_sequences(text):
        return _plain(text)
    parts = _run().split(text)
    runs = parts[1::2]
    emoji = known.emoji()
    count = len(runs)
    if not emoji.issuperset(runs):
        split = [one for run in runs for one in _split(run) if len(one) > 1]
        count = len(split)
        joined = "".join(split)
        rest = _plain("".join(runs)) - _plain(joined)
        return _plain("".join(parts[::2])) + rest + _HEAVY * count
    return _plain("".join(parts[::2])) + _HEAVY * count


def _may_have_sequences(text: str) -> bool:
    """An emoji of one code point weighs 2 as it is: only what joins several counts."""
    return (
        "\ufe0f" in text
        or "\u200d" in text
        or "\u20e3" in text
        or _joint().search(text) is not None
    )


def _plain(text: str) -> int:
    """Each sign by itself."""
    if text.isascii():
        return len(text)
    return len(text) + len(_light().sub("", text))


def _split(run: str) -> Iterator[str]:
    """A run in emoji, each the longest that is known, and in what is left between them."""
    signs = known.emoji()
    if run in signs:
        yield run
        return
    lengths = known.lengths(signs)
    at = 0
    while at < len(run):
        size = 2 if run[at : at + 2] in signs else 1
        for length in lengths.get(run[at : at + 3], ()):
            if run[at : at + length] in signs:
                size = length
                break
        yield run[at : at + size]
        at += size


def walk(text: str, urls: Sequence[Url], config: Config, budget: int = -1) -> tuple[int, int]:
    """Sign by sign, as twitter-text does: the weight, and the place where `budget` is passed.

    The place is that of the first sign that does not fit, or the text's end.
    """
    links = {url.start: url for url in urls}
    weight = at = 0
    if budget >= 0 and all(url.counted < 0 for url in urls):
        weight, at = _stride(text, urls, config, budget)
    emoji = _emoji_places(text, at) if config.emoji else iter(())
    place = next(emoji, None)
    while at < len(text):
        while place and place[0] < at:
            place = next(emoji, None)
        if at in links:
            step, end, left = LINK_WEIGHT, *_counted_end(text, links[at])
            # Half a sign that a link did not take with it weighs by itself.
            step += left * (_HEAVY if config.wide else 1)
        elif place and place[0] == at and place[1] > at + 1:
            step, end = _HEAVY, place[1]
        else:
            step = 1 if not config.wide or _light().match(text[at]) else _HEAVY
            end = at + 1
        if 0 <= budget < weight + step:
            return weight, at
        weight += step
        at = end
    return weight, len(text)


def _stride(text: str, urls: Sequence[Url], config: Config, budget: int) -> tuple[int, int]:
    """The weight up to a place before which all fits, found in strides; not far before the end."""
    from services.text.urls import Url

    weight = at = number = 0
    while at + _STRIDE < len(text):
        end = at + _STRIDE
        inside = []
        while number < len(urls) and urls[number].start <= end:
            end = max(end, urls[number].end)
            inside.append(Url(urls[number].start - at, urls[number].end - at, -1))
            number += 1
        # Not between the parts of an emoji. A link begins with none.
        last = min(end + _STRIDE, len(text))
        while end < last and (_part().match(text[end]) or text[end - 1] == "\u200d"):
            end += 1
        if end == last or (number < len(urls) and urls[number].start < end):
            break
        step = weigh(text[at:end], inside, config)
        if weight + step > budget:
            break
        weight, at = weight + step, end
    return weight, at


def _counted_end(text: str, url: Url) -> tuple[int, int]:
    """Where what the link's weight stands for ends, and whether half a sign is left there."""
    if url.counted < 0:
        return url.end, 0
    left, at = url.counted, url.start
    while left > 0:
        left -= 2 if text[at] > "\uffff" else 1
        at += 1
    return at, -left


def _emoji_places(text: str, begin: int) -> Iterator[tuple[int, int]]:
    for match in _run().finditer(text, begin):
        at = match.start()
        for one in _split(match[0]):
            yield at, at + len(one)
            at += len(one)
