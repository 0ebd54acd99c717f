"""Links into X's own pages, for the by-hand way: the owner presses Post there. No key, no fee."""

from __future__ import annotations

from urllib.parse import quote, urlencode

_SITE = "https://x.com"
MOST_LINK = 2_000
"""Signs of a link that every system hands to a browser: Windows takes 2,083. The 140 signs of a
Japanese post are 1,260 of them; only long posts, and posts of many joined emoji, pass it."""
MENTIONS_PAGE = f"{_SITE}/notifications/mentions"


def post_link(text: str) -> str:
    """X's page for a new post with `text` filled in."""
    return _intent("post", text=text)


def answer_link(x_post_id: str, text: str = "") -> str:
    return _intent("post", in_reply_to=x_post_id, text=text)


def quote_link(handle: str | None, x_post_id: str, text: str = "") -> str:
    """X's page for a new post that quotes one: it makes a quote of a post's address."""
    return _intent("post", text=text, url=open_post_link(handle, x_post_id))


def like_link(x_post_id: str) -> str:
    return _intent("like", tweet_id=x_post_id)


def repost_link(x_post_id: str) -> str:
    return _intent("retweet", tweet_id=x_post_id)


def follow_link(handle: str) -> str:
    return _intent("follow", screen_name=handle.lstrip("@"))


def is_too_long(link: str) -> bool:
    """The page is then opened without the words, and the owner pastes them."""
    return len(link) > MOST_LINK


def open_post_link(handle: str | None, x_post_id: str) -> str:
    """A post's own page; X finds it without its author's handle too."""
    author = quote(handle.lstrip("@"), safe="") if handle else "i"
    return f"{_SITE}/{author}/status/{quote(x_post_id, safe='')}"


def open_user_link(handle: str) -> str:
    return f"{_SITE}/{quote(handle.lstrip('@'), safe='')}"


def _intent(page: str, **values: str) -> str:
    # %20 and not +: X's page shows a plus sign where one stands.
    given = {name: _sendable(value) for name, value in values.items() if value}
    query = urlencode(given, quote_via=quote, safe="")
    return f"{_SITE}/intent/{page}" + (f"?{query}" if query else "")


def _sendable(text: str) -> str:
    """Two halves of a surrogate pair are one sign; a half alone has no bytes and is left out.

    Qt hands over either when a paste was cut.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
