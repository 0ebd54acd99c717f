"""Links as X finds them: with http(s)://, or a bare domain whose ending is a known one.

twitter-text's rule, without its one large pattern: a dot with a known ending after it is looked
for, and only then the domain round it. Every step is linear in the text.

Like twitter-text's own, a match takes one sign before it, and what it takes is gone for the next:
`last` is where the match before ended. Nearly all domains are plain ones; zones.py has the rest.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from services.text import known
from services.text.endings import ending
from services.text.entities import new
from services.text.tables import classes

if TYPE_CHECKING:
    from services.text.zones import Zone

LONGEST_LABEL = 63
SURELY_SHORT = 4000
_LONGEST_SLUG = 40

# A dot that may have an ending after it: letters, punycode, or a script other than Latin.
_DOT = re.compile(
    r"\.(?:([A-Za-z]++)(?![0-9@+\-])|(?=[A-Za-z]*+[^\x00-\x7f])|(?=[xX][nN]--[\-0-9A-Za-z]))"
)
STOPS = classes.NO_DOMAIN + classes.NO_DOMAIN_BMP
NO_START = frozenset(string.ascii_letters + string.digits + "#$@＃＠\ufeff\ufffe\uffff")
_SHORTENED = re.compile(rf"/([A-Za-z0-9]++)(\?[{classes.QUERY}]*)?")


class Url(NamedTuple):
    start: int
    end: int
    counted: int
    """UTF-16 units it weighs for, where twitter-text counts fewer than it marks; else -1."""


def find_urls(text: str) -> list[Url]:
    """In order, never overlapping, in code points."""
    found: list[Url] = []
    last = at = 0
    zone: Zone | None = None
    endings = known.endings()
    while dot := _DOT.search(text, at):
        at = dot.start() + 1
        if not ((dot[1] and dot[1].lower() in endings) or _ends_otherwise(text, dot)):
            continue
        if zone is None or at > zone.end:
            zone = None
            plain, before_zone = _patterns(text.isascii())
            begin = before_zone.match(text, last, dot.start())
            start = begin.end() if begin else last
            match = plain.match(text, start)
            if match and match[1].lower() in endings:
                end = _add_plain(text, match, last, found)
                if end:
                    last = at = end
                    continue
            # Few posts need them.
            from services.text.zones import Zone, add

            zone = Zone(text, start)
        domain = zone.next_domain(last)
        if domain is None:
            at = zone.end
        else:
            last = at = add(text, domain, found)
    return found


def _ends_otherwise(text: str, dot: re.Match[str]) -> bool:
    """Whether an ending in another script, or in punycode, follows the dot."""
    if dot[1] and text[dot.end() : dot.end() + 1].isascii():
        return False
    return ending(text, dot.start() + 1) > 0


@cache
def _patterns(is_ascii: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A zone that is one plain domain, as nearly always, with port, path and query after it; and
    all that stands before a zone.

    """
    stops = classes.NO_DOMAIN if is_ascii else STOPS
    plain = (
        r"(?:[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+\.)++([A-Za-z]++)"
        rf"(?![^{stops}]|[\-._@+])" + _rest_pattern(wide=False)
    )
    return re.compile(plain), re.compile(rf"(?s:.*)(?![\-._])[{stops}]")


def _add_plain(text: str, match: re.Match[str], last: int, found: list[Url]) -> int:
    """Appends the link of a plain domain; where its match ends, or 0 if it is not so plain."""
    start, end = match.start(), match.end(1)
    if end - start > LONGEST_LABEL:
        return 0
    url_start = start
    if start:
        before = text[start - 1]
        if start == last or before in NO_START:
            return 0
        if before == "/":
            url_start = protocol(text, start, last)
    link_end = end
    if match.lastindex != 1:
        end, has_path = end_of_rest(text, match, end)
        if end - start > SURELY_SHORT:
            return 0
        link_end = end if has_path or url_start < start else link_end
    if url_start < start:
        if match.end(1) - start == 4 and text[start : start + 4].lower() == "t.co":
            link_end = end_of_short(text, start + 4, link_end)
        if link_end:
            found.append(new(Url, (url_start, link_end, -1)))
    elif start == 0 or before != "/":
        found.append(new(Url, (start, link_end, -1)))
    return end


def protocol(text: str, start: int, last: int) -> int:
    """Where the protocol before `start` begins, or `start`."""
    if text[start - 3 : start] != "://":
        return start
    for word in ("https", "http"):
        at = start - len(word) - 3
        if at >= last and text[at : start - 3].lower() == word:
            if at == 0 or (at > last and text[at - 1] not in NO_START):
                return at
            return start
    return start


def end_of_short(text: str, at: int, end: int) -> int:
    """Where a link of X's own ends, or 0 if it is none because it is too long."""
    match = _SHORTENED.match(text, at)
    if match is None:
        return end
    if len(match[1]) > _LONGEST_SLUG:
        return 0
    return match.end(1) + len((match[2] or "").rstrip(classes.QUERY_LOOSE))


def _rest_pattern(*, wide: bool) -> str:
    """Port, path and query, too long yet where they end in what cannot stand at the end."""
    sign = classes.PATH + classes.PATH_BMP if wide else classes.PATH
    inside = rf"(?:[{sign}]++|[{sign}]*+\([{sign}]++\)[{sign}]*+)"
    return (
        r"(?P<port>:[0-9]++)?+"
        rf"(?P<path>/(?>[{sign}]++|\({inside}\))*+)?+(?P<query>\?[{classes.QUERY}]++)?+"
    )


@cache
def rest(*, wide: bool) -> re.Pattern[str]:
    """The wide class takes long to compile, and few links need it."""
    return re.compile(_rest_pattern(wide=wide))


def end_of_rest(text: str, match: re.Match[str], end: int) -> tuple[int, bool]:
    """Where port, path and query after a domain end, and whether there is a path.

    `match` is of ASCII signs; where another may go on, it is matched anew.
    """
    after = text[match.end() : match.end() + 1]
    if match["path"] and (after == "(" or not after.isascii()):
        match = rest(wide=True).match(text, end) or match
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
