"""What other rooms ask Compose to open, besides a post by its id."""

from __future__ import annotations

OWN_SHOP = "own-shop"
"""The four questions about the owner's shop."""
NEW_POST = "new"
"""An empty sheet."""
_SLOT = "slot:"


def slot_key(due_at: int) -> str:
    """A post for this time, in UTC seconds."""
    return f"{_SLOT}{due_at}"


def slot_of(key: str) -> int | None:
    """The time a key of `slot_key` stands for; None for any other."""
    return int(key.removeprefix(_SLOT)) if key.startswith(_SLOT) else None
