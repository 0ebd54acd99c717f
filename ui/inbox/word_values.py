"""The words of a conversation as bubbles, with what has become of ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QIcon

from services.inbox.conversation import Word
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.icons import icon
from ui.messages import words_for_reason
from ui.queue.post_states import look_of_state
from ui.shown_text import without_addressees
from widgets.message_bubble import WordValue
from widgets.post_card import StateTone


def word_values(
    words: tuple[Word, ...],
    *,
    post: Callable[[str], Post],
    now: int,
    zone: str,
    locale: QLocale,
) -> tuple[WordValue, ...]:
    """`post` gives one of our posts by its id."""
    today = when.date_of(now, zone)
    values = []
    for number, word in enumerate(words):
        value = WordValue(
            id=word.post_id or word.x_id or str(number),
            theirs=word.theirs,
            author=word.author,
            text=without_addressees(word.text) if word.theirs else word.text,
            time=when.clock_time(locale, word.at, zone),
            day=when.named_day(locale, when.date_of(word.at, zone), today),
        )
        values.append(value if word.theirs else _with_state(value, word, post))
    return tuple(values)


def _with_state(value: WordValue, word: Word, post: Callable[[str], Post]) -> WordValue:
    state, tone, sign, note, button = "", StateTone.QUIET, icon("check"), "", ""
    if word.state is State.SENT and word.post_id is None:
        return value
    if word.state is State.QUEUED:
        state = QCoreApplication.translate("Inbox", "Sending in a moment")
        sign = icon("clock")
    elif word.state is not None:
        look = look_of_state(word.state)
        state, tone, sign = look.word, look.tone, look.icon
        if word.state is State.CHECKING:
            state = QCoreApplication.translate("Inbox", "Checking with X")
    if word.post_id is not None and word.state in (State.QUEUED, State.NEEDS_YOU):
        reason = post(word.post_id)
        if reason.reason:
            message = words_for_reason(reason.reason, reason.reason_detail or "")
            note = message.sentence
            if word.state is State.QUEUED:
                state, tone, sign = _waits()
            if word.state is State.NEEDS_YOU:
                button = message.button
    return WordValue(
        id=value.id,
        theirs=False,
        author=value.author,
        text=value.text,
        time=value.time,
        day=value.day,
        state=state,
        tone=tone,
        icon=sign,
        note=note,
        button=button,
    )


def _waits() -> tuple[str, StateTone, QIcon]:
    word = QCoreApplication.translate("Inbox", "Waits")
    return word, StateTone.WARNING, icon("clock", tone="amber")
