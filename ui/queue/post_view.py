"""What the drawer says of one post: its preview, and the word on its sending button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.accounts import Account, Way
from services.publishing.posts import Post
from services.publishing.states import State
from services.text.measure import measure
from services.x_api.prices import price_of_post
from ui import status, when
from ui.compose.thumbs import LARGE
from ui.compose.thumbs import SMALL as FACE
from ui.queue.post_panel import PanelLook
from ui.queue.week import shown_at
from widgets.preview_card import PreviewValue

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.compose.thumbs import Thumbs


def panel_look(
    post: Post, account: Account, *, shop: Shop, thumbs: Thumbs, locale: QLocale
) -> PanelLook:
    profile = shop.profiles.get(account.id)
    at = shown_at(post)
    part = post.parts[0]
    images = [thumbs.get(one.picture, LARGE) for one in part.attachments]
    preview = PreviewValue(
        name=profile.name or account.handle or "",
        handle=account.handle or "",
        when=when.clock_time(locale, at, account.zone) if at is not None else "",
        text=part.text,
        spans=spans_of(part.text),
        images=tuple(image for image in images if image is not None),
        logo=thumbs.get(profile.logo, FACE) if profile.logo else None,
    )
    return PanelLook(
        preview=preview,
        way=account.way,
        zone=account.zone,
        now=shop.clock.now(),
        send=_send_word(post, account),
    )


def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """What X turns into links, in code points."""
    found = measure(text)
    marked = (*found.hashtags, *found.links, *found.mentions)
    return tuple(sorted((span.start, span.end) for span in marked))


def price_of(post: Post) -> int:
    """Micro-dollars for what is not yet on X."""
    return sum(
        price_of_post(
            measure(part.text).has_link,
            sum(bool(one.alt_text) for one in part.attachments),
            post.answers_item is not None,
        )
        for part in post.parts
        if part.x_post_id is None
    )


def _send_word(post: Post, account: Account) -> str:
    translate = QCoreApplication.translate
    if account.way is Way.BY_HAND:
        return translate("Queue", "Open in X · free")
    again = post.state is State.NEEDS_YOU
    if account.way is Way.PRACTICE:
        return (
            translate("Queue", "Try again (sample)")
            if again
            else translate("Queue", "Send now (sample)")
        )
    words = (
        translate("Queue", "Try again · {price}")
        if again
        else translate("Queue", "Send now · {price}")
    )
    return words.format(price=status.dollars(price_of(post)))
