"""How a post's state looks: a word, an icon and how much it asks of the owner."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from services.publishing.late import PUT_OFF
from services.publishing.posts import BY_HAND, Post
from services.publishing.states import State
from ui.icons import icon
from widgets.post_card import StateTone

_NOTHING = StateTone.QUIET
_ICON_TONES = {
    StateTone.QUIET: "quiet",
    StateTone.BUSY: "blue",
    StateTone.GOOD: "green",
    StateTone.WARNING: "amber",
    StateTone.TROUBLE: "red",
}


@dataclass(frozen=True, slots=True)
class StateLook:
    """`word` is empty for a post that simply waits for its time."""

    word: str
    tone: StateTone
    icon: QIcon


def look_of(post: Post, *, kept_waiting: bool = False) -> StateLook:
    """A queued post that something holds back, or that was late, says so.

    `kept_waiting`: it is another post that holds it back. Red is for trouble alone: a question to
    the owner, or a time that has come, is no failure.
    """
    translate = QCoreApplication.translate
    if post.state is State.QUEUED and post.reason in PUT_OFF:
        return _look(translate("PostState", "Moved"), StateTone.QUIET, "calendar-clock")
    if post.state is State.QUEUED and (post.reason or kept_waiting):
        return _look(translate("PostState", "Waits"), StateTone.WARNING, "clock")
    if post.state is State.NEEDS_YOU and not is_trouble(post):
        return _look(translate("PostState", "Needs you"), StateTone.WARNING, "alarm-clock")
    return look_of_state(post.state)


def is_trouble(post: Post) -> bool:
    """It needs the owner because something went wrong, and not because its time has come."""
    calm = post.opened_at is not None or post.reason == BY_HAND or post.reason in PUT_OFF
    return post.state is State.NEEDS_YOU and not calm


def look_of_state(state: State) -> StateLook:
    translate = QCoreApplication.translate
    if state is State.SENDING:
        return _look(translate("PostState", "Sending…"), StateTone.BUSY, "send")
    if state is State.CHECKING:
        return _look(translate("PostState", "Checking"), StateTone.BUSY, "refresh-cw")
    if state is State.NEEDS_YOU:
        return _look(translate("PostState", "Needs you"), StateTone.TROUBLE, "circle-alert")
    if state is State.SENT:
        return _look(translate("PostState", "Sent"), StateTone.QUIET, "check")
    return StateLook("", _NOTHING, QIcon())


def _look(word: str, tone: StateTone, name: str) -> StateLook:
    return StateLook(word, tone, icon(name, tone=_ICON_TONES[tone]))
