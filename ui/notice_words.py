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


def notice_for(items: Sequence[Item], settings: Settings, *, sample: bool, of: str = "") -> Notice:
    """One notice for all of `items`; the newest speaks unless the owner wants no words shown.

    `of`: the account's name, where there are several.
    """
    count = len(items)
    title = _titled(translate("Notices", "%n new to answer", "", count), sample, of)
    if not settings.get(NOTICES_WITH_TEXT):
        return Notice(title, "")
    newest = items[-1]
    body = translate("Notices", "{name}: {words}").format(
        name=newest.customer.name, words=_short(newest.text)
    )
    return Notice(title, body)


def notice_of(posts: Sequence[Post], settings: Settings, *, sample: bool, of: str = "") -> Notice:
    """One notice for all of `posts`, which need the owner. The first one's words speak for them.

    `of`: the account's name, where there are several.
    """
    count = len(posts)
    if all(post.reason == BY_HAND for post in posts):
        title = (
            translate("Notices", "It is time to post on X")
            if count == 1
            else translate("Notices", "It is time: %n posts wait to be posted", "", count)
        )
    else:
        title = translate("Notices", "%n posts need you", "", count)
    body = posts[0].text.strip() if settings.get(NOTICES_WITH_TEXT) else ""
    return Notice(_titled(title, sample, of), _short(body))


def _titled(title: str, sample: bool, of: str) -> str:
    if sample:
        return translate("Notices", "Sample: {title}").format(title=title)
    if of:
        return translate("Notices", "{account}: {title}").format(account=of, title=title)
    return title


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
