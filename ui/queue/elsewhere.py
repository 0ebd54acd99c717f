"""Posts of the shop that were not written here: they stand in the week like those that went out."""

from __future__ import annotations

from collections.abc import Iterable

from services.analytics.figures import FigureItem
from services.publishing.posts import LateRule, Part, Post
from services.publishing.states import State


def posts_from_x(items: Iterable[FigureItem], account_id: str) -> tuple[Post, ...]:
    """`items` are the lines behind the figure of posts; those written here are left out."""
    return tuple(
        _sent(item, account_id, item.x_post_id)
        for item in items
        if item.post_id is None and item.x_post_id is not None
    )


def _sent(item: FigureItem, account_id: str, x_post_id: str) -> Post:
    return Post(
        id=f"x:{x_post_id}",
        account_id=account_id,
        state=State.SENT,
        parts=(Part(id=x_post_id, text=item.text, x_post_id=x_post_id),),
        due_at=item.at,
        due_wall=None,
        due_zone=None,
        late_rule=LateRule.USUAL,
        next_try_at=None,
        tries=0,
        reason=None,
        reason_detail=None,
        answers_item=None,
        reply_to_x_id=None,
        board_id=None,
        created_at=item.at,
        changed_at=item.at,
        queued_at=None,
        attempted_at=None,
        doubtful_since=None,
        absent_reads=0,
        sent_at=item.at,
        deleted_from=None,
    )
