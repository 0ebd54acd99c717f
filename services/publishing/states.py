"""The states of a post and the one table of allowed moves (architecture.md, Data)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    CHECKING = "checking"
    """Asked to publish, and nobody knows whether it arrived."""
    NEEDS_YOU = "needs_you"
    SENT = "sent"
    DELETED = "deleted"


MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.QUEUED, State.DELETED}),
    State.QUEUED: frozenset(
        {State.SENDING, State.DRAFT, State.DELETED, State.NEEDS_YOU, State.SENT}
    ),
    State.SENDING: frozenset({State.SENT, State.NEEDS_YOU, State.CHECKING, State.QUEUED}),
    State.CHECKING: frozenset({State.SENT, State.QUEUED, State.NEEDS_YOU}),
    State.NEEDS_YOU: frozenset({State.QUEUED, State.DRAFT, State.SENT, State.DELETED}),
    State.SENT: frozenset({State.DELETED, State.NEEDS_YOU}),
    State.DELETED: frozenset(),
}
"""From `sent` to `needs_you` only what the owner alone said is there (`TakeBack.posted`).

Taking a deletion back is no move: it puts the row as it was (`Drafts.undelete`)."""

ANSWERING = (State.QUEUED, State.SENDING, State.CHECKING, State.NEEDS_YOU, State.SENT)
"""Of a post that answers a customer: the owner has spoken."""

UNDER_WAY = frozenset({State.SENDING, State.CHECKING})
"""Nothing of such a post may be touched but by the publisher."""


class IllegalMove(Exception):
    """A move that the table does not have: our bug, never the owner's."""

    def __init__(self, source: State, target: State) -> None:
        super().__init__(f"{source} -> {target}")
        self.source = source
        self.target = target


def check_move(source: State, target: State) -> None:
    if target not in MOVES[source]:
        raise IllegalMove(source, target)


def quoted(names: Iterable[str]) -> str:
    """States, or other names of ours, as the list of an SQL `IN (…)`."""
    return ", ".join(f"'{name}'" for name in names)
