"""Links to the shop's own address say where their visitors came from: utm_source and the like.

The stored words stay as the owner wrote them; marks are put in on the way to X. X weighs every
link 23 and shows it without its query, so a marked post counts and reads the same. A link that
would count otherwise with marks (a tag, a bracket, an accent touches it) goes out as it is written.

The names are those of Google's Campaign URL Builder, which every shop system reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining
from urllib.parse import quote, unquote_plus

from services.text.entities import Entity, Kind
from services.text.measure import Parsed, parse

SOURCE = "x"
NO_CAMPAIGN = "post"
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0 and o, 1, i and l: a code may be read out or typed."""
_CODE_SIGNS = 8
_PROTOCOL = re.compile(r"https?://", re.IGNORECASE)
_NO_HOST = re.compile(r"[/?#\s]")
_SOURCE_MARK = f"utm_source={SOURCE}"
_OUR_MARKS = re.compile(rf"utm_campaign=[^&]+|utm_content=[{_ALPHABET}]{{{_CODE_SIGNS}}}")
_MOST_ONE_BY_ONE = 20
"""Links tried one by one where all at once would change the count: each costs two readings."""
_MANY_SHOPS = (
    " amazon basalam bigcartel bit blogspot digikala ebay etsy facebook flipkart google instagram "
    "line linkedin linktr mercadolibre mercadolivre myshopify pinterest rakuten shopee shopify "
    "snapchat t taobao temu threads tiktok tmall trendyol tumblr twitter vk wa walmart weibo "
    "wixsite wordpress x xiaohongshu youtu youtube "
)
"""Sites that hold many shops, by the first label of their address: only what lies under the path
that the owner gave is the owner's."""


@dataclass(frozen=True, slots=True)
class LinkMarks:
    """`website` as My shop keeps it, `tag` a campaign's without its sign, or ""."""

    website: str
    code: str
    tag: str = ""


def short_code(post_id: str) -> str:
    """Eight signs for a post, always the same; `post_id` is a UUID of ours."""
    number = int(post_id.replace("-", ""), 16)
    signs = []
    for _ in range(_CODE_SIGNS):
        number, place = divmod(number, len(_ALPHABET))
        signs.append(_ALPHABET[place])
    return "".join(signs)


def mark_links(text: str, marks: LinkMarks) -> str:
    """The text as it is sent. Marking it again changes nothing."""
    return _replace(text, _changes(text, marks))


def marked_links(text: str, marks: LinkMarks) -> tuple[tuple[Entity, str], ...]:
    """Each link that is sent otherwise than it is written, and how it is sent, in order."""
    return tuple(_changes(text, marks))


def unmark_links(text: str, website: str) -> str:
    """The text without the marks that `mark_links` puts in; any post's."""
    own = own_address(website)
    if own is None:
        return text
    return _replace(
        text, [(link, _unmarked(link.text)) for link in parse(text).links if own.has(link.text)]
    )


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """`host` in ASCII without www. `path` is "" where all of the host is the shop's."""

    host: str
    path: str = ""

    def has(self, link: str) -> bool:
        host, path = _host_and_path(link)
        if self.path:
            return host == self.host and f"{path}/".startswith(f"{self.path}/")
        return host == self.host or host.endswith(f".{self.host}")


def own_address(website: str) -> OwnAddress | None:
    """None where the website is empty or no address, or is one that many shops share."""
    website = website.strip()
    host, path = _host_and_path(website)
    labels = host.split(".")
    if len(labels) < 2 or not all(labels) or "@" in website:
        return None
    if f" {labels[0]} " not in _MANY_SHOPS:
        return OwnAddress(host)
    return OwnAddress(host, path) if path else None


def _host_and_path(address: str) -> tuple[str, str]:
    """In ASCII and small letters without www and port; the path without its last slash."""
    bare = _PROTOCOL.sub("", address, count=1)
    match = _NO_HOST.search(bare)
    end = match.start() if match else len(bare)
    host = _in_ascii(bare[:end].partition(":")[0].rstrip("."))
    path = re.split(r"[?#]", bare[end:], maxsplit=1)[0] if bare[end : end + 1] == "/" else ""
    return host.removeprefix("www."), path.rstrip("/")


def _in_ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        # Newer than Python's tables: compared as it is written.
        return host.casefold()


def _changes(text: str, marks: LinkMarks) -> list[tuple[Entity, str]]:
    own = own_address(marks.website)
    if own is None or (own.host.isascii() and not _may_hold(text, own.host)):
        return []
    before = parse(text)
    wanted = [
        (link, sent)
        for link in before.links
        if own.has(link.text)
        and not combining(text[link.end : link.end + 1] or " ")
        and (sent := _marked(link.text, marks)) != link.text
    ]
    if not wanted or _counts_the_same(text, before, wanted):
        return wanted
    kept: list[tuple[Entity, str]] = []
    for change in wanted[:_MOST_ONE_BY_ONE]:
        if _counts_the_same(text, before, [*kept, change]):
            kept.append(change)
    return kept


def _may_hold(text: str, host: str) -> bool:
    """Spares nearly every text its reading. A host in another script stands there as written."""
    return host in text.lower() or "xn--" in host


def _marked(link: str, marks: LinkMarks) -> str:
    address, query, fragment = _parts(link)
    theirs = {unquote_plus(part.partition("=")[0]).casefold() for part in query.split("&")}
    added = [
        f"{name}={quote(value, safe='')}"
        for name, value in (
            ("utm_source", SOURCE),
            ("utm_campaign", marks.tag or NO_CAMPAIGN),
            ("utm_content", marks.code),
        )
        if name not in theirs
    ]
    if not added:
        return link
    if "/" not in address:
        # X takes a query for part of a bare domain only where it has a path.
        address += "/"
    return _joined(address, "&".join([query, *added] if query else added), fragment)


def _unmarked(link: str) -> str:
    address, query, fragment = _parts(link)
    parts = query.split("&")
    if not any(part.startswith("utm_content=") and _OUR_MARKS.fullmatch(part) for part in parts):
        return link
    kept = [part for part in parts if part != _SOURCE_MARK and not _OUR_MARKS.fullmatch(part)]
    if not kept and not _PROTOCOL.match(address) and address.count("/") == 1:
        address = address.rstrip("/")
    return _joined(address, "&".join(kept), fragment)


def _parts(link: str) -> tuple[str, str, str]:
    """Address, query and fragment, the last with its sign."""
    body, sign, fragment = link.partition("#")
    address, _, query = body.partition("?")
    return address, query, sign + fragment


def _joined(address: str, query: str, fragment: str) -> str:
    return f"{address}?{query}{fragment}" if query else f"{address}{fragment}"


def _replace(text: str, changes: Sequence[tuple[Entity, str]]) -> str:
    pieces = []
    at = 0
    for link, sent in changes:
        pieces += [text[at : link.start], sent]
        at = link.end
    return "".join([*pieces, text[at:]])


def _counts_the_same(text: str, before: Parsed, changes: list[tuple[Entity, str]]) -> bool:
    """Whether X still finds the very same in it, but for the links as they are now."""
    after = parse(_replace(text, changes))
    if after.weighted_length != before.weighted_length:
        return False
    sent = {link.start: link_as_sent for link, link_as_sent in changes}
    return [(one.kind, one.text) for one in after.entities] == [
        (one.kind, sent.get(one.start, one.text) if one.kind is Kind.URL else one.text)
        for one in before.entities
    ]
