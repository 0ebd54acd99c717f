"""From what an owner pasted to the pictures of the feed: one look, with all its detours."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.feed_links import FeedLink, is_long, read_link, without_trackers
from services.media.feed_text import MOST_BYTES
from services.media.feeds import Feed, FeedPicture, feeds_named_in, read_feed
from services.media.web import Limits, Watch, Web

_FEED = Limits(MOST_BYTES, 30)
_SHORT = Limits(1_000_000, 20)


@dataclass(frozen=True, slots=True)
class Look:
    """`link` is for people, to go into the post. Of each picture, `credit` is filled in."""

    title: str
    link: str
    credit: str
    pictures: tuple[FeedPicture, ...]


def look(web: Web, pasted: str, *, watch: Watch | None = None) -> Look:
    """In the `fetch` lane. Raises DownloadStopped."""
    link = read_link(pasted)
    if link.short:
        link = read_link(web.find(link.feed, limits=_SHORT, enough=is_long))
    got = web.get(link.feed, limits=_FEED, watch=watch)
    try:
        feed = read_feed(got.data, address=got.address, charset=got.charset)
    except DownloadStopped as stopped:
        named = feeds_named_in(got.data, address=got.address, charset=got.charset)
        if stopped.problem is not DownloadProblem.NOT_A_FEED or not named:
            raise
        got = web.get(named[0], limits=_FEED, watch=watch)
        feed = read_feed(got.data, address=got.address, charset=got.charset)
    return Look(feed.title, _for_people(link, feed), link.credit, feed.pictures)


def _for_people(link: FeedLink, feed: Feed) -> str:
    """A feed's own address is none that a customer should be sent to; its page is."""
    if link.feed != link.link or not feed.link:
        return link.link
    there = urlsplit(feed.link).hostname or ""
    same = _bare(there) == _bare(urlsplit(link.feed).hostname or "")
    return without_trackers(feed.link) if same else link.link


def _bare(host: str) -> str:
    """What a site and its `www.`, `blog.` or `feeds.` have in common, roughly."""
    return ".".join(host.lower().split(".")[-2:])
