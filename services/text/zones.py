"""Links in runs of signs that are no plain domain: other scripts, underscores, what touches them.

JavaScript reads halves of a sign above U+FFFF, so such a sign may be both the one before a domain
and, with its second half, the domain's first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from services.text.endings import ending
from services.text.tables import classes
from services.text.urls import (
    LONGEST_LABEL,
    NO_START,
    STOPS,
    SURELY_SHORT,
    Url,
    end_of_rest,
    end_of_short,
    protocol,
    rest,
)

_LONGEST_URL = 4096
_DOT = re.compile(r"\.")
_ZONE = re.compile(rf"(?:[^{STOPS}]|[\-._])++")
_START = re.compile(
    rf"(?:(?<![{classes.NO_BEFORE_URL}{classes.NO_BEFORE_URL_BMP}])|(?=[\U00010000-\U0010ffff]))"
    r"[^\-_]"
)
_LABELS = re.compile(rf"(?:[{classes.LATIN_LABEL}{classes.LATIN_LABEL_BMP}]++\.)++")
_IDEOGRAPHIC_DOTS = re.compile("[\u3002\uff0e\uff61]")


class Domain(NamedTuple):
    start: int
    end: int
    url_start: int
    """Before `start` where there is a protocol."""
    half: bool
    """Only the second half of the sign at `start` belongs to it."""


class Zone:
    """A run of signs that may stand in a domain, and the domains in it from left to right."""

    def __init__(self, text: str, start: int) -> None:
        match = _ZONE.match(text, start)
        self.end = match.end() if match else start
        self._text = text
        self._start = start
        self._dots = [dot.start() for dot in _DOT.finditer(text, start, self.end)]
        self._endings = [ending(text, dot + 1) for dot in self._dots]
        self._best = self._find_best()
        self._at = 0

    def _find_best(self) -> list[int]:
        """For each label, if it is whole: which label is the last before the ending, or -1."""
        best = [-1] * (len(self._dots) + 1)
        for number in range(len(self._dots) - 1, -1, -1):
            label = self._text[self._label_start(number) : self._dots[number]]
            if not label or label[0] in "-_" or label[-1] in "-_":
                continue
            best[number] = best[number + 1]
            if best[number] < 0 and self._endings[number] and "_" not in label:
                best[number] = number
        return best

    def _label_start(self, number: int) -> int:
        return self._dots[number - 1] + 1 if number else self._start

    def next_domain(self, last: int) -> Domain | None:
        while self._at < len(self._dots):
            if self._dots[self._at] > last:
                found = self._in_label(self._at, last)
                if found:
                    return found
            self._at += 1
        return None

    def _in_label(self, number: int, last: int) -> Domain | None:
        """The domain that begins in this label."""
        begin, dot = max(self._label_start(number), last), self._dots[number]
        if begin >= dot or self._text[dot - 1] in "-_":
            return None
        if begin == self._start and self._best[number] >= 0:
            url_start = protocol(self._text, begin, last)
            if url_start < begin:
                return Domain(begin, self._endings[self._best[number]], url_start, False)
        end_label = self._best[number + 1]
        if end_label < 0:
            if not self._endings[number]:
                return None
            end_label = number
            begin = max(begin, self._text.rfind("_", begin, dot) + 1)
        start = self._first_start(begin, dot, last)
        if start is None:
            return None
        return Domain(start[0], self._endings[end_label], start[0], start[1])

    def _first_start(self, begin: int, dot: int, last: int) -> tuple[int, bool] | None:
        """Where a bare domain may begin, and whether with half a sign."""
        text = self._text
        if begin == 0 and text[0] not in "-_":
            # twitter-text tries the first sign as the one before, and only then the beginning.
            if text[0] > "\uffff":
                return 0, True
            second = dot > 1 and text[1] not in "-_"
            return (1, False) if second and text[0] not in NO_START else (0, False)
        if begin == last and begin > 0:
            if text[begin] > "\uffff":
                return begin, True
            begin += 1
        match = _START.search(text, max(begin, 1), dot)
        if match is None:
            return None
        half = match[0] > "\uffff" and text[match.start() - 1] in NO_START
        return match.start(), half


def add(text: str, domain: Domain, found: list[Url]) -> int:
    """Appends the links of one match, which may be none; returns where the match ends."""
    match = rest(wide=False).match(text, domain.end)
    end, has_path = end_of_rest(text, match, domain.end) if match else (domain.end, False)
    if not _is_sound(text, domain, end):
        return end
    start = domain.url_start
    if start == domain.start:
        if start == 0 or text[start - 1] not in "-_./" or domain.half:
            _add_bare(text, domain, end if has_path else 0, found)
        return end
    link_end = end
    if domain.end - domain.start == 4 and text[domain.start : domain.end].lower() == "t.co":
        link_end = end_of_short(text, domain.end, end)
    if link_end:
        found.append(Url(start, link_end, -1))
    return end


def _add_bare(text: str, domain: Domain, path_end: int, found: list[Url]) -> None:
    """Of a bare domain only the Latin parts count; the last of them has the path.

    Places are looked for as twitter-text does, by the words: it may mark an earlier copy.
    """
    whole = text[domain.start : domain.end]
    links: list[Url] = []
    at = place = 0
    while match := _LABELS.search(whole, at):
        end = 0
        dot = match.end() - 1
        while not end and dot > match.start():
            end = ending(whole, dot + 1)
            dot = whole.rfind(".", match.start(), dot) if not end else dot
        at = end or match.end()
        if end:
            word = whole[match.start() : end]
            place = whole.index(word, place) + len(word)
            links.append(Url(domain.start + place - len(word), domain.start + place, -1))
    if links and path_end:
        start, end, _ = links[-1]
        counted = end - start + path_end - domain.end
        links[-1] = Url(start, path_end, -1 if start + counted == path_end else counted)
    found += links


def _is_sound(text: str, domain: Domain, end: int) -> bool:
    """Whether twitter-text takes the domain for one that can be: labels and all not too long."""
    name = text[domain.start : domain.end]
    short = len(name) <= LONGEST_LABEL and end - domain.url_start < SURELY_SHORT
    if short and name.isascii() and name.isprintable() and not name.startswith("xn--"):
        return True
    if domain.half:
        name = chr(0xDC00 + (ord(name[0]) & 0x3FF)) + name[1:]
    if not all(0 < _encoded_length(label) <= LONGEST_LABEL for label in name.split(".")):
        return False
    if name.startswith("xn--") and not _has_latin_part(name):
        return False
    protocol = domain.start - domain.url_start or len("https://")
    after = text[domain.end : end]
    before = domain.start - domain.url_start
    return protocol + before + _units(name) + len(after) <= _LONGEST_URL


def _has_latin_part(name: str) -> bool:
    links: list[Url] = []
    _add_bare(name, Domain(0, len(name), 0, False), 0, links)
    return bool(links)


def _encoded_length(label: str) -> int:
    """Of a label in punycode. One that is too long already is not encoded."""
    if len(label) > LONGEST_LABEL:
        return len(label)
    parts = _IDEOGRAPHIC_DOTS.split(label)
    return sum(map(_punycode_length, parts)) + len(parts) - 1


def _punycode_length(part: str) -> int:
    if part.isascii() and part.isprintable():
        return len(part)
    return len("xn--") + len(part.encode("punycode"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
