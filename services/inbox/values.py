"""The values the inbox speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lane(StrEnum):
    TO_ANSWER = "to_answer"
    WAITING = "waiting"
    """Answered; the customer has the next word."""
    DONE = "done"


class Topic(StrEnum):
    """A suggestion made offline, never a decision."""

    NONE = ""
    QUESTION = "question"
    COMPLAINT = "complaint"
    PRAISE = "praise"
    ORDER = "order"
    """Something about an order: where it is, what is missing, what came instead."""
    NOISE = "noise"


MOST_URGENT_FIRST = (
    Topic.COMPLAINT,
    Topic.ORDER,
    Topic.QUESTION,
    Topic.PRAISE,
    Topic.NONE,
    Topic.NOISE,
)


@dataclass(frozen=True, slots=True)
class Customer:
    """`handle` is without @. It and `name` are empty when X no longer has the person."""

    id: str
    x_user_id: str
    handle: str
    name: str
    notes: str = ""
    vip: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A customer's word. As a row of a lane it stands for its whole conversation.

    `text` is for showing, no longer escaped. `lane`, `topic`, `snoozed_until`, `waiting_since`
    and `read` are the conversation's: all that this customer said in it. `waiting_since` is the
    time of the first word without an answer, None when there is none. `snoozed_until` is set
    only while it lies ahead. `words` counts the customer's words.
    """

    id: str
    account_id: str
    x_id: str
    conversation_id: str
    customer: Customer
    text: str
    created_at: int
    read: bool
    lane: Lane
    topic: Topic
    snoozed_until: int | None = None
    waiting_since: int | None = None
    words: int = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """Conversations. `unread` are those of `to_answer` with a word that was never opened."""

    to_answer: int = 0
    unread: int = 0
    waiting: int = 0
    done: int = 0
    snoozed: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What the owner had marked on one word before a change: the key to taking it back."""

    item_id: str
    read_at: int | None
    done_at: int | None
    snoozed_until: int | None
    reopened_at: int | None
