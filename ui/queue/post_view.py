"""What the drawer says of one post: its preview, and the word on its sending button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QImage

from services.accounts.accounts import Account, Way
from services.publishing.lengths import config_for
from services.publishing.poll_rules import as_sent
from services.publishing.posts import LOOK_ALIKE, Part, Post
from services.publishing.rest import next_part
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from services.text.measure import LONG, parse
from ui.compose.preview_value import as_shown, notes_of, preview_of
from ui.compose.thumbs import LARGE
from ui.compose.thumbs import SMALL as FACE
from ui.icons import icon
from ui.queue.elsewhere import ONLY_ON_X
from ui.queue.fate import question_of
from ui.queue.page_steps import goes_by_hand, steps_of
from ui.queue.page_steps_form import AT_ONCE, BY_PART
from ui.queue.panel_look import PanelLook
from ui.queue.poll_line import length_words
from ui.queue.rest_form import Rest
from ui.queue.send_words import (
    is_held,
    may_be_put_off,
    opens_in_x,
    rest_words,
    send_words,
    waits_for_its_rest,
)
from widgets.preview_card import PreviewNote, PreviewPoll, PreviewValue

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.compose.thumbs import Thumbs
    from ui.queue.doubt import Doubt


class _Who(NamedTuple):
    name: str
    handle: str
    logo: QImage | None


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
    who = _Who(
        name=profile.name or account.handle or "",
        handle=account.handle or "",
        logo=thumbs.get(profile.logo, FACE) if profile.logo else None,
    )
    by_hand = goes_by_hand(post, account.way)
    by_part = shop.settings.get(THREAD_BY_PART)
    return PanelLook(
        previews=tuple(_part_value(post, part, who, thumbs) for part in post.parts),
        way=account.way,
        zone=account.zone,
        now=shop.clock.now(),
        # Behind another that is held it would only wait there.
        send="" if kept_waiting and not by_hand else send_words(post, account),
        question=question_of(post, account.way, account.prices, by_part=by_part),
        kept_waiting=kept_waiting,
        steps=steps_of(shop.sent_words.as_sent(post), by_part=by_part) if by_hand else (),
        rest=_rest(post, account),
        road=_road(by_part) if by_hand and len(post.left) > 1 else "",
        handle=account.handle or "",
        by_hand=account.way is Way.CONNECTED and is_held(post),
        doubt=_doubt(post, account, shop, locale),
        opens=by_hand and post.state is State.NEEDS_YOU and post.opened_at is None,
        later=(
            shop.slots.next_free(account.id, kind=post.options.kind)
            if may_be_put_off(post)
            else None
        ),
    )


def _doubt(post: Post, account: Account, shop: Shop, locale: QLocale) -> Doubt | None:
    """Most posts are never in doubt: what compares them is loaded with the first."""
    if post.reason_detail != LOOK_ALIKE:
        return None
    from ui.queue.doubt import doubt_of

    return doubt_of(post, account, shop, locale)


def _road(by_part: bool) -> str:
    return BY_PART if by_part else AT_ONCE


def _rest(post: Post, account: Account) -> Rest | None:
    """Of a thread that stopped half-way for a part that X did not take."""
    found = next_part(post)
    by_hand = post.is_begun and opens_in_x(post) and post.opened_at is None
    if found is None or not (by_hand or waits_for_its_rest(post)):
        return None
    place, part = found
    return Rest(
        post_id=post.id,
        part=place + 1,
        parts=len(post.parts),
        text=part.text,
        pictured=bool(part.attachments),
        config=config_for(account),
        send="" if by_hand else rest_words(post, account.way, account.prices),
    )


def _part_value(post: Post, part: Part, who: _Who, thumbs: Thumbs) -> PreviewValue:
    """As X will show it, or does: each part with what it carries, a long one folded."""
    first = part.id == post.parts[0].id
    poll = post.options.poll if first else None
    shown = as_shown(part.text, parse(part.text, config=LONG))
    images = (
        thumbs.get(one.picture, LARGE) if one.picture != ONLY_ON_X else None
        for one in part.attachments
    )
    value = preview_of(
        shown,
        name=who.name,
        handle=who.handle,
        logo=who.logo,
        images=tuple(images),
        lengths=[
            thumbs.sign_of(one.picture) if one.picture != ONLY_ON_X else ""
            for one in part.attachments
        ],
        notes=notes_of(
            post.options, first=first, pictured=bool(part.attachments) or not post.pictures
        )
        + _fate_of(post, part),
    )
    # How long it is open, and not how long still: nobody knows here when that began.
    asked = None if poll is None else PreviewPoll(as_sent(poll), length_words(poll.minutes))
    # The time stands above: beside a long name there is no room for it.
    return replace(value, when="", poll=asked)


def _fate_of(post: Post, part: Part) -> tuple[PreviewNote, ...]:
    """Of a thread that is half on X: which parts are there."""
    if not (part.is_on_x and post.left):
        return ()
    words = QCoreApplication.translate("Queue", "On X")
    return (PreviewNote(words, icon("check", tone="green")),)
