"""Links as X finds them: with http(s)://, or a bare domain whose ending is a known one.

twitter-text's rule, without its one large pattern: a dot with a known ending after it is looked
for, and only then the domain round it. Every step is linear in the text.

Like twitter-text's own, a match takes one sign before it, and what it takes is gone for the next:
`last` is where the match before ended. JavaScript reads halves of a sign above U+FFFF, so such a
sign may be both the one before a domain and, with its second half, the domain's first.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import NamedTuple

from services.text import known
from services.text.tables import classes

_LONGEST_LABEL = 63
_LONGEST_URL = 4096
_SURELY_SHORT = 4000
_LONGEST_SLUG = 40

# A dot that may have an ending after it: letters, punycode, or a script other than Latin.
_DOT = re.compile(
    r"\.(?:([A-Za-z]++)(?![0-9@+\-])|(?=[A-Za-z]*+[^\x00-\x7f])|(?=[xX][nN]--[\-0-9A-Za-z]))"
)
_ENDING = re.compile(r"[A-Za-z]++(?![0-9@+\-])")
_PUNYCODE = re.compile(r"[xX][nN]--[\-0-9A-Za-z]++")
_STOPS = classes.NO_DOMAIN + classes.NO_DOMAIN_BMP
_BEFORE_ZONE = re.compile(rf"(?s:.*)(?![\-._])[{_STOPS}]")
_ZONE = re.compile(rf"(?:[^{_STOPS}]|[\-._])++")
_START = re.compile(
    rf"(?:(?<![{classes.NO_BEFORE_URL}{classes.NO_BEFORE_URL_BMP}])|(?=[\U00010000-\U0010ffff]))"
    r"[^\-_]"
)
_NO_START = frozenset(string.ascii_letters + string.digits + "#$@＃＠\ufeff\ufffe\uffff")
_LABELS = re.compile(rf"(?:[{classes.LATIN_LABEL}{classes.LATIN_LABEL_BMP}]++\.)++")
_SHORTENED = re.compile(rf"/([A-Za-z0-9]++)(\?[{classes.QUERY}]*)?")
_new = tuple.__new__
_IDEOGRAPHIC_DOTS = re.compile("[\u3002\uff0e\uff61]")


class Url(NamedTuple):
    start: int
    end: int
    counted: int
    """UTF-16 units it weighs for, where twitter-text counts fewer than it marks; else -1."""


class _Domain(NamedTuple):
    start: int
    end: int
    url_start: int
    """Before `start` where there is a protocol."""
    half: bool
    """Only the second half of the sign at `start` belongs to it."""


def find_urls(text: str) -> list[Url]:
    """In order, never overlapping, in code points."""
    found: list[Url] = []
    last = at = 0
    zone: _Zone | None = None
    endings = known.endings()
    plain = _plain(text.isascii())
    while dot := _DOT.search(text, at):
        at = dot.start() + 1
        if not ((dot[1] and dot[1].lower() in endings) or _ends_otherwise(text, dot)):
            continue
        if zone is None or at > zone.end:
            zone = None
            begin = _BEFORE_ZONE.match(text, last, dot.start())
            start = begin.end() if begin else last
            match = plain.match(text, start)
            if match and match[1].lower() in endings:
                end = _add_plain(text, match, last, found)
                if end:
                    last = at = end
                    continue
            zone = _Zone(text, start)
        domain = zone.next_domain(last)
        if domain is None:
            at = zone.end
        else:
            last = at = _add(text, domain, found)
    return found


def _ends_otherwise(text: str, dot: re.Match[str]) -> bool:
    """Whether an ending in another script, or in punycode, follows the dot."""
    if dot[1] and text[dot.end() : dot.end() + 1].isascii():
        return False
    return _ending(text, dot.start() + 1) > 0


@cache
def _plain(is_ascii: bool) -> re.Pattern[str]:
    """A zone that is one plain domain, as nearly always, and port, path and query after it.

    Apart for ASCII, because the wide class takes long to compile and few posts need it.
    """
    return re.compile(
        r"(?:[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+\.)++([A-Za-z]++)"
        rf"(?![^{_STOPS}]|[\-._@+])" + _rest_pattern(is_ascii)
    )


def _add_plain(text: str, match: re.Match[str], last: int, found: list[Url]) -> int:
    """Appends the link of a plain domain; where its match ends, or 0 if it is not so plain."""
    start, end = match.start(), match.end(1)
    if end - start > _LONGEST_LABEL:
        return 0
    url_start = start
    if start:
        before = text[start - 1]
        if start == last or before in _NO_START:
            return 0
        if before == "/":
            url_start = _protocol(text, start, last)
    link_end = end
    if match.lastindex != 1:
        end, has_path = _end_of_rest(match, end)
        if end - start > _SURELY_SHORT:
            return 0
        link_end = end if has_path or url_start < start else link_end
    if url_start < start:
        if match.end(1) - start == 4 and text[start : start + 4].lower() == "t.co":
            link_end = _end_of_short(text, start + 4, link_end)
        if link_end:
            found.append(_new(Url, (url_start, link_end, -1)))
    elif start == 0 or before != "/":
        found.append(_new(Url, (start, link_end, -1)))
    return end


def _protocol(text: str, start: int, last: int) -> int:
    """Where the protocol before `start` begins, or `start`."""
    if text[start - 3 : start] != "://":
        return start
    for word in ("https", "http"):
        at = start - len(word) - 3
        if at >= last and text[at : start - 3].lower() == word:
            if at == 0 or (at > last and text[at - 1] not in _NO_START):
                return at
            return start
    return start


def _ending(text: str, at: int) -> int:
    """Where the top-level domain at `at` ends, or 0 if there is none."""
    match = _ENDING.match(text, at)
    if match and match[0].lower() in known.endings():
        return match.end()
    for name in known.other_endings().get(known.upper(text[at : at + 1]), ()):
        end = at + len(name)
        after = text[end : end + 1]
        if known.upper(text[at:end]) == name and not (
            after and after.isascii() and (after.isalnum() or after in "@+-")
        ):
            return end
    match = _PUNYCODE.match(text, at)
    return match.end() if match else 0


class _Zone:
    """A run of signs that may stand in a domain, and the domains in it from left to right."""

    def __init__(self, text: str, start: int) -> None:
        match = _ZONE.match(text, start)
        self.end = match.end() if match else start
        self._text = text
        self._start = start
        self._dots = [dot.start() for dot in re.finditer(r"\.", text[start : self.end])]
        self._dots = [start + dot for dot in self._dots]
        self._endings = [_ending(text, dot + 1) for dot in self._dots]
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

    def next_domain(self, last: int) -> _Domain | None:
        while self._at < len(self._dots):
            found = self._in_label(self._at, last)
            if found:
                return found
            self._at += 1
        return None

    def _in_label(self, number: int, last: int) -> _Domain | None:
        """The domain that begins in this label."""
        begin, dot = max(self._label_start(number), last), self._dots[number]
        if begin >= dot or self._text[dot - 1] in "-_":
            return None
        if begin == self._start and self._best[number] >= 0:
            url_start = _protocol(self._text, begin, last)
            if url_start < begin:
                return _Domain(begin, self._endings[self._best[number]], url_start, False)
        end_label = self._best[number + 1]
        if end_label < 0:
            if not self._endings[number]:
                return None
            end_label = number
            begin = max(begin, self._text.rfind("_", begin, dot) + 1)
        start = self._first_start(begin, dot, last)
        if start is None:
            return None
        return _Domain(start[0], self._endings[end_label], start[0], start[1])

    def _first_start(self, begin: int, dot: int, last: int) -> tuple[int, bool] | None:
        """Where a bare domain may begin, and whether with half a sign."""
        text = self._text
        if begin == 0 and text[0] not in "-_":
            # twitter-text tries the first sign as the one before, and only then the beginning.
            if text[0] > "\uffff":
                return 0, True
            second = dot > 1 and text[1] not in "-_"
            return (1, False) if second and text[0] not in _NO_START else (0, False)
        if begin == last and begin > 0:
            if text[begin] > "\uffff":
                return begin, True
            begin += 1
        match = _START.search(text, max(begin, 1), dot)
        if match is None:
            return None
        half = match[0] > "\uffff" and text[match.start() - 1] in _NO_START
        return match.start(), half


def _add(text: str, domain: _Domain, found: list[Url]) -> int:
    """Appends the links of one match, which may be none; returns where the match ends."""
    match = _rest(text.isascii()).match(text, domain.end)
    end, has_path = _end_of_rest(match, domain.end) if match else (domain.end, False)
    if not _is_sound(text, domain, end):
        return end
    start = domain.url_start
    if start == domain.start:
        if start == 0 or text[start - 1] not in "-_./" or domain.half:
            _add_bare(text, domain, end if has_path else 0, found)
        return end
    link_end = end
    if domain.end - domain.start == 4 and text[domain.start : domain.end].lower() == "t.co":
        link_end = _end_of_short(text, domain.end, end)
    if link_end:
        found.append(Url(start, link_end, -1))
    return end


def _end_of_short(text: str, at: int, end: int) -> int:
    """Where a link of X's own ends, or 0 if it is none because it is too long."""
    match = _SHORTENED.match(text, at)
    if match is None:
        return end
    if len(match[1]) > _LONGEST_SLUG:
        return 0
    return match.end(1) + len((match[2] or "").rstrip(classes.QUERY_LOOSE))


def _rest_pattern(is_ascii: bool) -> str:
    """Port, path and query, too long yet where they end in what cannot stand at the end."""
    sign = classes.PATH if is_ascii else classes.PATH + classes.PATH_BMP
    inside = rf"(?:[{sign}]++|[{sign}]*+\([{sign}]++\)[{sign}]*+)"
    return (
        r"(?P<port>:[0-9]++)?+"
        rf"(?P<path>/(?>[{sign}]++|\({inside}\))*+)?+(?P<query>\?[{classes.QUERY}]++)?+"
    )


@cache
def _rest(is_ascii: bool) -> re.Pattern[str]:
    return re.compile(_rest_pattern(is_ascii))


def _end_of_rest(match: re.Match[str], end: int) -> tuple[int, bool]:
    """Where port, path and query end, and whether there is a path."""
    port, path, query = match["port"], match["path"], match["query"]
    end += len(port) if port else 0
    if path:
        short = path.rstrip(classes.PATH_LOOSE)
        end += len(short)
        if len(short) < len(path):
            # What stands between them parts the query from the link.
            return end, True
    if query:
        end += len(query.rstrip(classes.QUERY_LOOSE))
    return end, path is not None


def _add_bare(text: str, domain: _Domain, path_end: int, found: list[Url]) -> None:
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
            end = _ending(whole, dot + 1)
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


def _is_sound(text: str, domain: _Domain, end: int) -> bool:
    """Whether twitter-text takes the domain for one that can be: labels and all not too long."""
    name = text[domain.start : domain.end]
    short = len(name) <= _LONGEST_LABEL and end - domain.url_start < _SURELY_SHORT
    if short and name.isascii() and name.isprintable() and not name.startswith("xn--"):
        return True
    if domain.half:
        name = chr(0xDC00 + (ord(name[0]) & 0x3FF)) + name[1:]
    if name.startswith("xn--") and not _has_latin_part(name):
        return False
    if not all(0 < _encoded_length(label) <= _LONGEST_LABEL for label in name.split(".")):
        return False
    protocol = domain.start - domain.url_start or len("https://")
    after = text[domain.end : end]
    before = domain.start - domain.url_start
    return protocol + before + _units(name) + len(after) <= _LONGEST_URL


def _has_latin_part(name: str) -> bool:
    links: list[Url] = []
    _add_bare(name, _Domain(0, len(name), 0, False), 0, links)
    return bool(links)


def _encoded_length(label: str) -> int:
    """Of a label in punycode. One that is too long already is not encoded."""
    if len(label) > _LONGEST_LABEL:
        return len(label)
    parts = _IDEOGRAPHIC_DOTS.split(label)
    return sum(map(_punycode_length, parts)) + len(parts) - 1


def _punycode_length(part: str) -> int:
    if part.isascii() and part.isprintable():
        return len(part)
    return len("xn--") + len(part.encode("punycode"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
