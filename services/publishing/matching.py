"""Is this post of X's the one we asked for? Compares words as X gives them back.

X puts t.co links in place of links and adds one for pictures, escapes `&`, `<` and `>`, trims
space, and may put the names that are answered in front.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from services.publishing.posts import Part
from services.text.clean import clean
from services.text.measure import parse
from services.x_api.client import XPost

_LEADING_NAMES = re.compile(r"^(?:@[A-Za-z0-9_]{1,20}\s+)+")
_LINK = "\ue000"
"""Stands for any link; a sign no shop types (private use)."""

CLOCKS_APART = 300
"""Seconds that X's clock and this computer's may differ."""
NEARLY = 0.9
"""Share of signs in common, in their order."""
_FEWEST = 12
_COMPARED = 1_000
_CUT_FROM = 100
"""A text X gives back with "…" at its end is cut; a short one merely ends so."""


@dataclass(frozen=True, slots=True)
class Found:
    post: XPost


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something is there that may be it: only the owner can tell."""

    posts: tuple[XPost, ...]


def look_for(
    part: Part,
    reply_to: str | None,
    own_posts: Sequence[XPost],
    known: frozenset[str],
    *,
    has_poll: bool = False,
) -> Found | Unclear | None:
    """None: it is not there. `known`: ids that belong to other parts.

    One of nearly these words, made since X was asked, may be ours as X changed it. One made before,
    by this computer's clock, is ours all the same (the clock may be hours ahead, and X takes no
    words twice), but not where nobody knows whether its links are ours.
    """
    same_words = [
        post
        for post in own_posts
        if post.id not in known
        # The same thanks to somebody else are another post.
        and (reply_to is None or post.parent_id in (None, reply_to))
        and _says_the_same(part, reply_to, post)
    ]
    sure = [
        post
        for post in same_words
        if (_is_since(part, post) or _knows_its_links(part, post))
        and _looks_the_same(part, reply_to, post, has_poll)
    ]
    if len(sure) == 1 and len(same_words) == 1:
        return Found(sure[0])
    nearly = same_words or [
        post
        for post in own_posts
        if post.id not in known
        and _is_since(part, post)
        and post.parent_id in (None, reply_to)
        and _says_nearly(part, post)
    ]
    return Unclear(tuple(nearly)) if nearly else None


def _is_since(part: Part, post: XPost) -> bool:
    return post.created_at >= (part.attempted_at or 0) - CLOCKS_APART


def _says_the_same(part: Part, reply_to: str | None, post: XPost) -> bool:
    if not _leads_to_the_same(part, post):
        return False
    ours, theirs = _our_words(part.text), _their_words(post.text)
    if reply_to is not None:
        ours, theirs = _without_names(ours), _without_names(theirs)
    if ours == theirs:
        return True
    if part.attachments and ours == theirs.removesuffix(_LINK).rstrip():
        return True
    return (
        len(theirs) > _CUT_FROM and theirs.endswith("…") and ours.startswith(theirs[:-1].rstrip())
    )


def _leads_to_the_same(part: Part, post: XPost) -> bool:
    """As far as X told where its links lead."""
    ours = [_place(span.text) for span in parse(part.text).links]
    return not post.links or not ours or ours == [_place(link) for link in post.links]


def _knows_its_links(part: Part, post: XPost) -> bool:
    """Never of pictures without words: one is like another."""
    return bool(part.text.strip()) and (bool(post.links) or not parse(part.text).links)


def _place(link: str) -> str:
    """Without scheme and what a link mark adds, which is put on at sending only."""
    host, _, rest = (
        link.partition("://")[2].partition("/") if "://" in link else link.partition("/")
    )
    path, _, query = rest.partition("?")
    kept = [each for each in query.split("&") if each and not each.startswith("utm_")]
    return f"{host.lower()}/{path.rstrip('/')}?{'&'.join(kept)}"


def _says_nearly(part: Part, post: XPost) -> bool:
    from difflib import SequenceMatcher

    ours, theirs = _our_words(part.text)[:_COMPARED], _their_words(post.text)[:_COMPARED]
    if len(ours) < _FEWEST:
        return False
    match = SequenceMatcher(None, ours, theirs, autojunk=False)
    return match.quick_ratio() >= NEARLY and match.ratio() >= NEARLY


def _looks_the_same(part: Part, reply_to: str | None, post: XPost, has_poll: bool) -> bool:
    """Same place in a conversation, same number of pictures and a poll or none (as far as X told
    us of any).
    """
    if post.parent_id != reply_to or (post.poll_ids and not has_poll):
        return False
    wanted = len(part.attachments)
    return len(post.media_keys) == wanted or (wanted > 0 and not post.media_keys)


def _our_words(text: str) -> str:
    return without_links(clean(text)[0])


def _their_words(text: str) -> str:
    import html  # 2 ms of entities at every start otherwise

    return without_links(html.unescape(text))


def without_links(text: str) -> str:
    """Composed and evenly spaced, one sign for each link: t.co's and the owner's are alike."""
    text = unicodedata.normalize("NFC", text)
    for span in reversed(parse(text).links):
        text = f"{text[: span.start]}{_LINK}{text[span.end :]}"
    return _one_spaced(text)


def _one_spaced(text: str) -> str:
    return " ".join(text.split())


def _without_names(text: str) -> str:
    return _LEADING_NAMES.sub("", f"{text} ").rstrip()
