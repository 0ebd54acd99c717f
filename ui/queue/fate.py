"""What only the owner can say of a post once X's page was opened for it: is it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.accounts.accounts import Way
from services.publishing.posts import Post
from ui.queue.send_words import is_doubtful, with_price

if TYPE_CHECKING:
    from services.x_api.prices import Prices


@dataclass(frozen=True, slots=True)
class Question:
    """`there` files it as posted. `not_there` sends it again where `again`, else it waits on.

    `goes_on`: it is one part of a thread, and the next one opens as an answer to it.
    """

    sentence: str
    there: str
    not_there: str
    again: bool
    goes_on: bool = False


def question_of(
    post: Post, way: Way, prices: Prices | None = None, *, by_part: bool = False
) -> Question | None:
    """None while no page was opened for it. `by_part`: a thread is posted part by part."""
    translate = QCoreApplication.translate
    if post.opened_at is None:
        return None
    if is_doubtful(post):
        return Question(
            translate("Queue", "Is it on X? Only if it is not, send it again."),
            translate("Queue", "It is there"),
            with_price(translate("Queue", "Send again"), post, way, prices),
            again=True,
        )
    if len(post.left) > 1 and by_part:
        return Question(
            _of_part(post),
            translate("Queue", "Posted, open part {part}").format(part=next_number(post) + 1),
            translate("Queue", "Not yet"),
            again=False,
            goes_on=True,
        )
    return Question(
        _of_part(post) if by_part and len(post.parts) > 1 else _of_all(post),
        translate("Queue", "Posted"),
        translate("Queue", "Not yet"),
        again=False,
    )


def next_number(post: Post) -> int:
    """Of the first part that is not on X, as the owner counts them."""
    return len(post.parts) - len(post.left) + 1


def _of_part(post: Post) -> str:
    return QCoreApplication.translate(
        "Queue", "Part {part} of {parts}: did you post it on X?"
    ).format(part=next_number(post), parts=len(post.parts))


def _of_all(post: Post) -> str:
    if post.is_begun:
        return QCoreApplication.translate("Queue", "Did you post the rest of it on X?")
    if len(post.parts) > 1:
        return QCoreApplication.translate("Queue", "Did you post all {parts} parts on X?").format(
            parts=len(post.parts)
        )
    return QCoreApplication.translate("Queue", "Did you post it on X?")
