"""The last look before the queue: what X would surely refuse is not taken in.

Compose tells the owner of it long before; this holds for whoever else puts a post in the queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import Refusal, Rejected
from services.publishing.posts import Post
from services.text.blank import is_blank

if TYPE_CHECKING:
    from services.publishing.poll_rules import PollTrouble


class NotReady(Rejected):
    """`part` counts from 0. `poll`: what is wrong with the poll, when that is it."""

    def __init__(self, reason: Refusal, *, part: int = 0, poll: PollTrouble | None = None) -> None:
        super().__init__(reason, f"part {part}: {poll.value if poll else reason.value}")
        self.part = part
        self.poll = poll


def check_ready(post: Post) -> None:
    """Raises NotReady: a part that shows nothing, or a poll X does not take.

    A poll alone is no post, either: X wants a text with it. What is on X already is not looked at.
    """
    for place, part in enumerate(post.parts):
        if not part.is_on_x and not part.attachments and is_blank(part.text):
            raise NotReady(Refusal.EMPTY, part=place)
    first, poll = post.parts[0], post.options.poll
    if poll is not None and not first.is_on_x:
        # Most posts have none.
        from services.publishing.poll_rules import poll_trouble

        trouble = poll_trouble(poll, pictures=len(first.attachments))
        if trouble is not None:
            raise NotReady(Refusal.BAD_POLL, poll=trouble)
