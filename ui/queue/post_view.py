"""What the drawer says of one post: its preview, and the word on its sending button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.publishing.posts import Post
from services.text.measure import parse
from ui import when
from ui.compose.thumbs import LARGE
from ui.compose.thumbs import SMALL as FACE
from ui.queue.elsewhere import ONLY_ON_X
from ui.queue.fate import question_of
from ui.queue.option_words import options_words
from ui.queue.page_steps import goes_by_hand, steps_of
from ui.queue.post_panel import PanelLook
from ui.queue.send_words import send_words
from ui.queue.week import shown_at
from widgets.preview_card import PreviewValue

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.compose.thumbs import Thumbs


def panel_look(
    post: Post,
    account: Account,
    *,
    shop: Shop,
    thumbs: Thumbs,
    locale: QLocale,
    kept_waiting: bool,
) -> PanelLook:
    profile = shop.profiles.get(account.id)
    at = shown_at(post)
    part = post.parts[0]
    images = [
        thumbs.get(one.picture, LARGE) if one.picture != ONLY_ON_X else None
        for one in part.attachments
    ]
    preview = PreviewValue(
        name=profile.name or account.handle or "",
        handle=account.handle or "",
        when=when.clock_time(locale, at, account.zone) if at is not None else "",
        text=part.text,
        spans=spans_of(part.text),
        images=tuple(images),
        logo=thumbs.get(profile.logo, FACE) if profile.logo else None,
    )
    by_hand = goes_by_hand(post, account.way)
    return PanelLook(
        preview=preview,
        way=account.way,
        zone=account.zone,
        now=shop.clock.now(),
        send=send_words(post, account),
        question=question_of(post, account.way),
        kept_waiting=kept_waiting,
        carries=() if by_hand else options_words(post.options),
        steps=steps_of(shop.sent_words.as_sent(post)) if by_hand else (),
    )


def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """What X turns into links, in code points."""
    found = parse(text)
    marked = (*found.hashtags, *found.links, *found.mentions)
    return tuple(sorted((span.start, span.end) for span in marked))
