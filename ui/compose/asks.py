"""What other rooms ask Compose to open, besides a post by its id."""

from __future__ import annotations

from typing import NamedTuple

OWN_SHOP = "own-shop"
"""The four questions about the owner's shop."""
GIVEAWAYS = "giveaway-new"
"""Compose asks the Shop tab for a new giveaway."""
NEW_POST = "new"
"""An empty sheet."""
_SLOT = "slot:"
_BEGUN = "begun:"


def slot_key(due_at: int) -> str:
    """A post for this time, in UTC seconds."""
    return f"{_SLOT}{due_at}"


def slot_of(key: str) -> int | None:
    """The time a key of `slot_key` stands for; None for any other."""
    return int(key.removeprefix(_SLOT)) if key.startswith(_SLOT) else None


class Begun(NamedTuple):
    """A draft that was begun elsewhere, and the time it is for, in UTC seconds."""

    post_id: str
    due_at: int


def begun_key(post_id: str, due_at: int) -> str:
    return f"{_BEGUN}{due_at}:{post_id}"


def begun_of(key: str) -> Begun | None:
    """What a key of `begun_key` stands for; None for any other."""
    if not key.startswith(_BEGUN):
        return None
    due_at, _, post_id = key.removeprefix(_BEGUN).partition(":")
    return Begun(post_id, int(due_at))
