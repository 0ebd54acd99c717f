"""What goes on with a post that may be on X, and until when, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.posts import Post
from services.publishing.states import State
from services.x_api.transport import SETTLE_SECONDS
from ui import when
from widgets.isolates import held

_MINUTE = 60


def checking_words(post: Post, locale: QLocale, *, zone: str, now: int) -> str:
    """ "Shoplark looks among your posts until 10:32; nothing is sent twice."; "" for any other."""
    if post.state is not State.CHECKING:
        return ""
    translate = QCoreApplication.translate
    settled = (post.doubtful_since or now) + SETTLE_SECONDS
    until = max(settled, post.next_try_at or 0)
    # A clock time has no seconds: it is over by then, not within that minute.
    time = held(when.clock_time(locale, -(-until // _MINUTE) * _MINUTE, zone))
    if post.tries > 1 and post.reason_detail:
        return translate(
            "Queue", "X did not say whether it has this post. Shoplark looks again at {time}."
        ).format(time=time)
    return translate(
        "Queue",
        "X did not answer. Shoplark looks among your posts until {time}; nothing is sent twice.",
    ).format(time=time)
