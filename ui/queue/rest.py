"""Writes what the owner changes in a thread that stopped half-way. In the `send` lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.publishing.posts import LateRule, Post
from services.publishing.rest import with_next_part
from services.publishing.states import State

if TYPE_CHECKING:
    from services.shop import Shop


def keep(shop: Shop, post_id: str, words: str, *, pictured: bool) -> Post:
    """Leaves a post alone that goes on, or is gone, meanwhile."""
    post = shop.outbox.get(post_id)
    if post.state is not State.NEEDS_YOU:
        return post
    return shop.drafts.save(post_id, parts=with_next_part(post, words, pictured=pictured))


def send(shop: Shop, post_id: str, words: str, *, pictured: bool, due_at: int) -> Post:
    """From the part it stopped at. Raises NotReady for a part that shows nothing."""
    keep(shop, post_id, words, pictured=pictured)
    return shop.outbox.enqueue(post_id, due_at=due_at, late_rule=LateRule.ASK)
