"""What is left of a thread that X refused half-way: its next part changed, the rest as it is."""

from __future__ import annotations

from services.publishing.drafts import DraftPart, as_draft
from services.publishing.posts import Part, Post


def next_part(post: Post) -> tuple[int, Part] | None:
    """The first part that is not on X, and its number from 0; None where all are."""
    for place, part in enumerate(post.parts):
        if not part.is_on_x:
            return place, part
    return None


def with_next_part(post: Post, text: str, *, pictured: bool) -> tuple[DraftPart, ...]:
    """The thread with `text` for its next part; without that part's pictures unless `pictured`."""
    parts = [as_draft(part) for part in post.parts]
    found = next_part(post)
    if found is not None:
        place = found[0]
        parts[place] = DraftPart(text, parts[place].pictures if pictured else ())
    return tuple(parts)
