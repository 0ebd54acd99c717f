"""Posts of the shop that were not written here: they stand in the week like those that went out."""

from __future__ import annotations

from collections.abc import Iterable

from services.analytics.own_posts import OwnPost
from services.publishing.posts import Attachment, Part, Post
from services.publishing.states import State

_PREFIX = "x:"
ONLY_ON_X = ""
"""In place of the hash of a picture that was never here."""


def made_elsewhere(post: Post) -> bool:
    return post.id.startswith(_PREFIX)


def as_sent_posts(posts: Iterable[OwnPost], account_id: str) -> tuple[Post, ...]:
    return tuple(_sent(post, account_id) for post in posts)


def _sent(post: OwnPost, account_id: str) -> Post:
    first = post.parts[0]
    return Post(
        id=f"{_PREFIX}{first.x_post_id}",
        account_id=account_id,
        state=State.SENT,
        parts=tuple(
            Part(
                id=part.x_post_id,
                text=part.text,
                attachments=(Attachment("", picture=ONLY_ON_X),) * part.pictures,
                x_post_id=part.x_post_id,
            )
            for part in post.parts
        ),
        due_at=first.at,
        created_at=first.at,
        changed_at=first.at,
        sent_at=first.at,
    )
