"""What a post will cost, all its parts with their pictures' words."""

from __future__ import annotations

from services.publishing.posts import Part, Post
from services.text.measure import parse
from services.x_api.prices import Prices


def unsent(post: Post) -> tuple[Part, ...]:
    return post.left


def price_of(post: Post, prices: Prices) -> int:
    """Micro-dollars for what is not yet on X: a link in any part has its own price.

    Only the first part answers the customer; the others answer ourselves, and are posts.
    """
    first = post.parts[0].id
    return sum(
        prices.of_post(
            parse(part.text).has_link,
            sum(bool(one.alt_text) and not one.alt_text_set for one in part.attachments),
            post.answers_item is not None and part.id == first,
        )
        for part in unsent(post)
    )
