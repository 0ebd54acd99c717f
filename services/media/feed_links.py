"""What an owner pastes -> where the feed is, and the link that goes into the post.

How each form is known (Nov 2026; nothing here could be asked of the sites themselves):

- A Pinterest board's feed is its address with `.rss` in place of the last stroke, a profile's is
  `…/name/feed.rss`. Pinterest does not document either. Many readers use both (RSS-Bridge,
  FeedDeck); of the profile's an answer with 25 pins was reported in August 2026, of the board's the
  last report found is of 2023. `boards.rss` does not exist, sections have no feed of their own.
- `pin.it` leads by api.pinterest.com to a pin, a board or a profile (reported 2025).
- A Tumblr blog's feed is `name.tumblr.com/rss`, a tag's of a blog `…/tagged/a+tag/rss` (in use by
  readers, 2022 and 2024; blogs without a subdomain were seen to have the first only). A tag of all
  Tumblr and searches have none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from services.media.download_trouble import DownloadProblem, DownloadStopped

_PINTEREST = re.compile(r"(?:[a-z]{2,3}\.)?pinterest\.(?:[a-z]{2,4}|com?\.[a-z]{2})")
_TUMBLR = re.compile(r"([a-z0-9-]{1,40})\.tumblr\.com")
_SHORT = frozenset({"pin.it", "tmblr.co", "api.pinterest.com"})
_NOT_A_PERSON = frozenset(
    {
        "pin",
        "search",
        "ideas",
        "today",
        "login",
        "signup",
        "business",
        "explore",
        "categories",
        "topics",
        "settings",
        "about",
        "discover",
        "videos",
        "resource",
        "oauth",
        "email",
        "secure",
        "password",
        "static",
        "notifications",
        "_",
        "homefeed",
        "shop",
        "all",
    }
)
_OF_A_PROFILE = frozenset(
    {"_created", "_saved", "created", "saved", "pins", "boards", "followers", "following"}
)
_NOT_A_BLOG = frozenset(
    {
        "www",
        "assets",
        "api",
        "static",
        "media",
        "m",
        "secure",
        "embed",
        "dashboard",
        "explore",
        "search",
        "tagged",
        "login",
        "register",
        "settings",
        "likes",
        "following",
        "about",
        "policy",
        "help",
        "apps",
        "docs",
        "communities",
        "new",
    }
)
_TRACKERS = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid?|ref_src|_branch_\w+|amp_\w+",
    re.IGNORECASE,
)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_SCHEME = re.compile(r"^(?:feed:)?(?:(?:h?t?t?p+s?|feed)[:;]?/{1,3}|feed:)", re.IGNORECASE)
_SPACED = re.compile(r"\s*/\s*")
_WITHIN = re.compile(r"(?:https?|feed)://\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}(?::\d{2,5})?", re.IGNORECASE)
_MOST = 2_000
_WRAPS = "<>()[]{}\"'“”„«»‘’`*| \t\r\n"
_ENDS = ".,;:!?…，。、；！؟،"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """`feed` is asked; `link` is for people. `credit` names the place in few letters.

    `short`: where `feed` leads must be found out first, and then read again.
    """

    feed: str
    link: str
    credit: str
    short: bool = False


def read_link(pasted: str) -> FeedLink:
    """Raises DownloadStopped: NOT_AN_ADDRESS, or NO_FEED_OF_THIS for a page that has none."""
    parts = _parts(pasted)
    host = _host_of(parts)
    if host in _SHORT:
        return FeedLink(parts.geturl(), parts.geturl(), host, short=True)
    if _PINTEREST.fullmatch(host):
        return _of_pinterest(_segments(parts))
    if host == "tumblr.com":
        return _of_tumblr(_segments(parts))
    blog = _TUMBLR.fullmatch(host)
    if blog and blog[1] not in _NOT_A_BLOG:
        return _of_blog(blog[1], _segments(parts))
    address = parts.geturl()
    return FeedLink(address, address, host)


def is_long(address: str) -> bool:
    """Whether it says itself where it leads."""
    return _host_of(urlsplit(address)) not in _SHORT


def shown_link(pasted: str) -> str | None:
    """A page of Pinterest or Tumblr as it may stand in a post, also one without a feed: a pin, a
    post of a blog, a short link. None for any other site's, and for what is no address."""
    try:
        parts = _parts(pasted)
    except DownloadStopped:
        return None
    host = _host_of(parts)
    if _PINTEREST.fullmatch(host):
        host, page = "www.pinterest.com", re.sub(r"(/feed)?\.rss/?$", "/", parts.path)
    elif host == "tumblr.com" or (_TUMBLR.fullmatch(host) and not host.startswith("api.")):
        host = "www.tumblr.com" if host == "tumblr.com" else host
        page = re.sub(r"/rss/?$", "", parts.path)
    elif host in _SHORT:
        page = parts.path
    else:
        return None
    return None if page in ("", "/") and host.startswith("www.") else f"https://{host}{page}"


def without_trackers(address: str) -> str:
    """The link without what only tells who sent it."""
    parts = urlsplit(address)
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKERS.fullmatch(name)
    ]
    return parts._replace(query=urlencode(kept), fragment="").geturl()


def _parts(pasted: str) -> SplitResult:
    """The first address in what was pasted, with https, as it is asked."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", pasted[: 4 * _MOST])).strip(_WRAPS)
    text = _SPACED.sub("/", text)
    found = _WITHIN.search(text)
    words = text.split()
    if found is not None:
        text = found[0]
    elif len(words) > 1 and (named := [word for word in words if _HOST.match(word.strip(_WRAPS))]):
        text = named[0]
    else:
        text = "".join(words)
    text = text.strip(_WRAPS).rstrip(_ENDS).strip(_WRAPS).replace("\\", "/")
    text = _SCHEME.sub("", text, count=1)
    text = _SCHEME.sub("", text, count=1)
    host = re.split(r"[/?#]", text, maxsplit=1)[0]
    if not _HOST.fullmatch(host) or len(text) > _MOST:
        raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS)
    try:
        parts = urlsplit(without_trackers(f"https://{host.lower()}{text[len(host) :]}"))
        if parts.port == 80:
            parts = parts._replace(netloc=str(parts.hostname))
    except ValueError as error:
        raise DownloadStopped(DownloadProblem.NOT_AN_ADDRESS) from error
    return parts._replace(path=quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"))


def _host_of(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.").removeprefix("m.")


def _segments(parts: SplitResult) -> list[str]:
    return [unquote(part) for part in parts.path.split("/") if part]


def _of_pinterest(path: list[str]) -> FeedLink:
    if not path or path[0].lower() in _NOT_A_PERSON:
        raise DownloadStopped(DownloadProblem.NO_FEED_OF_THIS)
    person = path[0].removesuffix(".rss")
    board = path[1].removesuffix(".rss") if len(path) > 1 else "feed"
    root = f"https://www.pinterest.com/{quote(person, safe='')}/"
    credit = f"pinterest.com/{person}"
    if board == "feed" or board in _OF_A_PROFILE:
        return FeedLink(f"{root}feed.rss", root, credit)
    # A section of a board has no feed: its board's is the nearest.
    return FeedLink(f"{root}{quote(board, safe='')}.rss", f"{root}{quote(board, safe='')}/", credit)


def _of_tumblr(path: list[str]) -> FeedLink:
    """`www.tumblr.com/name…`, and the older `/blog/name` and `/blog/view/name`."""
    if path[:2] == ["blog", "view"]:
        path = path[2:]
    elif path[:1] == ["blog"]:
        path = path[1:]
    name = path[0].removeprefix("@").lower() if path else ""
    if not re.fullmatch(r"[a-z0-9-]{1,40}", name) or name in _NOT_A_BLOG:
        raise DownloadStopped(DownloadProblem.NO_FEED_OF_THIS)
    return _of_blog(name, path[1:])


def _of_blog(name: str, path: list[str]) -> FeedLink:
    root, shown = f"https://{name}.tumblr.com", f"https://www.tumblr.com/{name}"
    credit = f"{name}.tumblr.com"
    if len(path) > 1 and path[0] == "tagged":
        tag = quote(path[1].replace("+", " "), safe="")
        return FeedLink(f"{root}/tagged/{tag}/rss", f"{shown}/tagged/{tag}", credit)
    return FeedLink(f"{root}/rss", shown, credit)
