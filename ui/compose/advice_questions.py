"""What has to be answered before a post is sent, and which of the line's buttons answer it."""

from __future__ import annotations

from enum import Enum

from ui.compose.advice import Act, Situation
from ui.compose.content import Content


class Question(Enum):
    """In the order in which they are asked."""

    RESTS = "rests"
    ANGER = "anger"
    FILL_IN = "fill_in"
    DESCRIBE = "describe"


ANSWERS = (Act.REST, Act.SEND_RESTED, Act.DISMISS_HEAT, Act.POST_ANYWAY)
ANSWER_OF = {Act.SEND_RESTED: Question.RESTS, Act.DISMISS_HEAT: Question.ANGER}
"""What they answer; the others answer whatever was asked."""


def by_hand_words_of(content: Content) -> str:
    if content.is_empty:
        return ""
    from ui.compose.by_hand_words import by_hand_words

    return by_hand_words(content)


def other_post(act: Act, situation: Situation) -> str:
    """The id of the post that "Show it" is about."""
    found = situation.findings
    beside = found.beside if found is not None else None
    if act is Act.SHOW_SIMILAR and beside is not None and beside.similar is not None:
        return beside.similar.post_id
    return situation.same or ""
