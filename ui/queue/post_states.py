"""How a post's state looks: a word, an icon and how much it asks of the owner."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from services.publishing.late import LATE
from services.publishing.posts import Post
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


def look_of(post: Post) -> StateLook:
    """A queued post that something holds back, or that was late, says so."""
    if post.state is State.QUEUED and post.reason == LATE:
        moved = QCoreApplication.translate("PostState", "Moved")
        return _look(moved, StateTone.QUIET, "calendar-clock")
    if post.state is State.QUEUED and post.reason:
        return _look(QCoreApplication.translate("PostState", "Waits"), StateTone.WARNING, "clock")
    return look_of_state(post.state)


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
