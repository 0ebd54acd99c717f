"""The bytes of a feed as text that is safe to read: known signs, no entities of its own, an end."""

from __future__ import annotations

import codecs
import re

from services.media.download_trouble import DownloadProblem, DownloadStopped

MOST_BYTES = 4_000_000
MOST_ITEMS = 300
"""The rest of a longer feed is left out: the newest come first."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DECLARES = re.compile(r"<!(?=DOCTYPE|ENTITY)", re.IGNORECASE)
"""Of a second type, or one further down, the reader would write each entity out wherever it is
named, without a bound. As words they harm nobody, and a post may be about them."""
_ITEM_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,9}>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FEED = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{100000}")
_ANY_TAG = re.compile(r"<(/?)[A-Za-z]([^<>]*)>")
_VALUE = re.compile(r"""=\s{0,9}["']""")
_LOOKED_AT = 20_000
_MOST_TAGS = 60_000
_MOST_OPEN = 10_000
"""Beginnings without an end: the reader keeps all of them in mind at each step. Those who write
HTML into their feed as it is leave lines and pictures open."""
_MOST_VALUES, _MOST_VALUES_OF_ONE = 60_000, 200
"""Attributes of the whole, and of one tag: the reader goes through a tag's for each of them."""
_MOST_MARKS = 800_000
"""Of a feed of 300 long posts; a million would keep the reader busy for half a minute."""


def text_of(data: bytes, claimed: str = "") -> str:
    """Signs, whatever was claimed: what is whole UTF-8 is that, also where it calls itself Latin-1.

    `claimed` is the server's charset, used where nothing better is known.
    """
    data = data[:MOST_BYTES]
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(name, "replace"))
    if data[:4].startswith((b"<\0", b"\0<")):
        return _clean(data.decode("utf-16-le" if data[0] else "utf-16-be", "replace"))
    declared = _DECLARED.match(data)
    names = ["utf-8", declared[1].decode("ascii") if declared else "", claimed]
    for name in filter(None, names):
        try:
            return _clean(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _clean(data.decode(_last_try(names), "replace"))


def for_reading(text: str) -> str:
    """Without the document's type, whose entities could make gigabytes of a line, and not longer
    than `MOST_ITEMS` items. Raises DownloadStopped for one that is only made to be a burden."""
    text = _shortened(_without_type(_DECLARATION.sub("", text, count=1).lstrip()))
    text = _DECLARES.sub("&lt;!", text)
    too_many = _tags(text) > _MOST_TAGS or text.count("&") > _MOST_MARKS
    if too_many or _LONG_TAG.search(text) or _is_heavy(text):
        raise DownloadStopped(DownloadProblem.NOT_A_FEED, "too much in it")
    return text


def is_page(text: str) -> bool:
    """Whether it is a page for people, whatever it calls itself."""
    head = text[:_LOOKED_AT]
    page, feed = _PAGE.search(head), _FEED.search(head)
    return page is not None and (feed is None or page.start() < feed.start())


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)


def _last_try(names: list[str]) -> str:
    """A charset that exists, for text that is damaged in each of them."""
    for name in names[:0:-1]:
        try:
            return codecs.lookup(name).name if name else "cp1252"
        except LookupError:
            continue
    return "utf-8"


def _without_type(text: str) -> str:
    found = _DOCTYPE.search(text, 0, _LOOKED_AT)
    if found is None:
        return text
    subset = text.find("[", found.start())
    end = text.find(">", found.start())
    if 0 <= subset < end:
        close = text.find("]", subset)
        end = text.find(">", close) if close >= 0 else -1
    if end < 0:
        # Its end cannot be told: nothing of it is read.
        return ""
    return text[: found.start()] + text[end + 1 :]


def _tags(text: str) -> int:
    """Beginnings of tags, but for those in quoted sections, which nobody reads as tags."""
    first, *quoted = text.split("<![CDATA[")
    return first.count("<") + sum(part.partition("]]>")[2].count("<") for part in quoted)


def _is_heavy(text: str) -> bool:
    """By what stands open at once, and by attributes."""
    is_open = values = 0
    for ends, inside in _ANY_TAG.findall(text):
        if ends:
            is_open -= is_open > 0
            continue
        is_open += not inside.endswith("/")
        of_one = len(_VALUE.findall(inside)) if "=" in inside else 0
        values += of_one
        if of_one > _MOST_VALUES_OF_ONE or is_open > _MOST_OPEN or values > _MOST_VALUES:
            return True
    return False


def _shortened(text: str) -> str:
    """The items beyond the most are cut out; what closes the feed stays."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    if len(ends) <= MOST_ITEMS:
        return text
    return text[: ends[MOST_ITEMS - 1]] + text[ends[-1] :]
