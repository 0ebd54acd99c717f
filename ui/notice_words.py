"""What a desktop notice says: of new words in the inbox, and of posts that wait for the owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.publishing.posts import BY_HAND
from services.settings import NOTICES_WITH_TEXT, Settings

if TYPE_CHECKING:
    from services.inbox.values import Item
    from services.publishing.posts import Post

translate = QCoreApplication.translate
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Notice:
    title: str
    body: str


def notice_for(items: Sequence[Item], settings: Settings, *, sample: bool) -> Notice:
    """One notice for all of `items`; the newest speaks unless the owner wants no words shown."""
    count = len(items)
    title = translate("Notices", "%n new to answer", "", count)
    if sample:
        title = translate("Notices", "Sample: {title}").format(title=title)
    if not settings.get(NOTICES_WITH_TEXT):
        return Notice(title, "")
    newest = items[-1]
    body = translate("Notices", "{name}: {words}").format(
        name=newest.customer.name, words=_short(newest.text)
    )
    return Notice(title, body)


def notice_of(posts: Sequence[Post], settings: Settings, *, sample: bool) -> Notice:
    """One notice for all of `posts`, which need the owner. The first one's words speak for them."""
    count = len(posts)
    if all(post.reason == BY_HAND for post in posts):
        title = (
            translate("Notices", "It is time to post on X")
            if count == 1
            else translate("Notices", "It is time: %n posts wait to be posted", "", count)
        )
    else:
        title = translate("Notices", "%n posts need you", "", count)
    if sample:
        title = translate("Notices", "Sample: {title}").format(title=title)
    body = posts[0].text.strip() if settings.get(NOTICES_WITH_TEXT) else ""
    return Notice(title, _short(body))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
