"""The words of a conversation as bubbles, with what has become of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QIcon

from services.accounts.accounts import Way
from services.inbox.conversation import Word
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.icons import icon
from ui.messages import words_for_reason
from ui.queue.fate import question_of
from ui.queue.post_states import look_of_state
from ui.queue.send_words import answer_words
from ui.shown_text import without_addressees
from widgets.message_bubble import WordValue
from widgets.post_card import StateTone

if TYPE_CHECKING:
    from services.x_api.prices import Prices


def word_values(
    words: tuple[Word, ...],
    *,
    post: Callable[[str], Post],
    way: Way,
    now: int,
    zone: str,
    locale: QLocale,
    prices: Prices | None = None,
) -> tuple[WordValue, ...]:
    """`post` gives one of our posts by its id."""
    today = when.date_of(now, zone)
    values = []
    for number, word in enumerate(words):
        value = WordValue(
            id=word.post_id or word.x_id or str(number),
            theirs=word.theirs,
            author=word.author,
            # What was written here is shown as it was written; X sets the handles before it.
            text=word.text if word.post_id is not None else without_addressees(word.text),
            time=when.clock_time(locale, word.at, zone),
            day=when.named_day(locale, when.date_of(word.at, zone), today),
        )
        values.append(value if word.theirs else _with_state(value, word, post, way, prices, zone))
    return tuple(values)


def _with_state(
    value: WordValue,
    word: Word,
    post: Callable[[str], Post],
    way: Way,
    prices: Prices | None,
    zone: str,
) -> WordValue:
    if word.state is None or (word.state is State.SENT and word.post_id is None):
        return value
    look = look_of_state(word.state)
    value = replace(value, state=look.word, tone=look.tone, icon=look.icon)
    if word.state is State.CHECKING:
        value = replace(value, state=QCoreApplication.translate("Inbox", "Checking with X"))
    if word.state is State.QUEUED:
        soon = QCoreApplication.translate("Inbox", "Sending in a moment")
        value = replace(value, state=soon, icon=icon("clock"))
    if word.post_id is None or word.state not in (State.QUEUED, State.NEEDS_YOU):
        return value
    return _with_reason(value, post(word.post_id), way, prices, zone)


def _with_reason(
    value: WordValue, post: Post, way: Way, prices: Prices | None, zone: str
) -> WordValue:
    """What holds it back, and what the owner can press."""
    if not post.reason:
        return value
    message = words_for_reason(post.reason, post.reason_detail or "", zone=zone)
    if post.state is State.QUEUED:
        state, tone, sign = _waits()
        return replace(value, state=state, tone=tone, icon=sign, note=message.sentence)
    question = question_of(post, way, prices)
    if question is None:
        words = answer_words(message, post, way, prices) if message.button else ""
        return replace(value, note=message.sentence, button=words)
    return replace(value, note=question.sentence, button=question.there, other=question.not_there)


def _waits() -> tuple[str, StateTone, QIcon]:
    word = QCoreApplication.translate("Inbox", "Waits")
    return word, StateTone.WARNING, icon("clock", tone="amber")
