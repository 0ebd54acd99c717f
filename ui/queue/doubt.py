"""A post in doubt and what X shows that may be it, for the owner to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.accounts import Account
from services.publishing.doubt import part_in_doubt
from services.publishing.posts import Part, Post
from services.text.differ import Change, compare
from ui import when
from ui.queue.send_words import is_doubtful, with_price

if TYPE_CHECKING:
    from services.publishing.look_alikes import LookAlike
    from services.shop import Shop
    from widgets.marked_words import Run


@dataclass(frozen=True, slots=True)
class Seen:
    """One post on X beside ours: each with what the other lacks marked. `note`: pictures."""

    x_post_id: str
    heading: str
    ours: tuple[Run, ...]
    theirs: tuple[Run, ...]
    our_note: str
    their_note: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """`ours` is the heading over the owner's words; `not_there` sends them again, at its price."""

    ours: str
    seen: tuple[Seen, ...]
    not_there: str


def doubt_of(post: Post, account: Account, shop: Shop, locale: QLocale) -> Doubt | None:
    """None where nothing like it was seen on X."""
    part = part_in_doubt(post) if is_doubtful(post) else None
    found = shop.doubt_answers.look_alikes(post.id) if part is not None else ()
    if part is None or not found:
        return None
    translate = QCoreApplication.translate
    now = shop.clock.now()
    return Doubt(
        ours=_heading(post, part),
        seen=tuple(_seen(part, one, account.zone, now, locale) for one in found),
        not_there=with_price(
            translate("Queue", "It is not there, send again"), post, account.way, account.prices
        ),
    )


def _heading(post: Post, part: Part) -> str:
    if len(post.parts) == 1:
        return QCoreApplication.translate("Queue", "What you wrote")
    return QCoreApplication.translate("Queue", "What you wrote, part {part} of {parts}").format(
        part=post.parts.index(part) + 1, parts=len(post.parts)
    )


def _seen(part: Part, one: LookAlike, zone: str, now: int, locale: QLocale) -> Seen:
    day, today = when.date_of(one.created_at, zone), when.date_of(now, zone)
    pieces = compare(part.text, one.text)
    pictures = len(part.attachments)
    differs = pictures != one.pictures
    return Seen(
        x_post_id=one.x_post_id,
        heading=QCoreApplication.translate("Queue", "On X · {day}, {time}").format(
            day=when.named_day(locale, day, today),
            time=when.clock_time(locale, one.created_at, zone),
        ),
        ours=tuple(
            (piece.text, piece.change is Change.REMOVED)
            for piece in pieces
            if piece.change is not Change.ADDED
        ),
        theirs=tuple(
            (piece.text, piece.change is Change.ADDED)
            for piece in pieces
            if piece.change is not Change.REMOVED
        ),
        our_note=_pictures(pictures) if differs else "",
        their_note=_pictures(one.pictures) if differs else "",
    )


def _pictures(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Queue", "No picture")
    return QCoreApplication.translate("Queue", "%n pictures", "", count)
