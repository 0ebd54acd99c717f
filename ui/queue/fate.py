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
    """`there` files it as posted. `not_there` sends it again where `again`, else it waits on."""

    sentence: str
    there: str
    not_there: str
    again: bool


def question_of(post: Post, way: Way, prices: Prices | None = None) -> Question | None:
    """None while no page was opened for it."""
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
    return Question(
        translate("Queue", "Did you post it on X?"),
        translate("Queue", "Posted"),
        translate("Queue", "Not yet"),
        again=False,
    )
