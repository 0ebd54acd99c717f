"""A poll told in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.publishing.poll_rules import as_sent
from services.publishing.post_options import Poll
from services.text.blank import is_blank
from widgets.isolates import held

_DAY, _HOUR = 24 * 60, 60


def poll_words(poll: Poll) -> str:
    """`tea / coffee, 1 day`. An option that is still empty is left out."""
    options = " / ".join(held(option) for option in as_sent(poll) if not is_blank(option))
    return QCoreApplication.translate("Queue", "{options}, {time}").format(
        options=options, time=length_words(poll.minutes)
    )


def length_words(minutes: int) -> str:
    """`1 day`, `2 days 5 hours 30 minutes`: exactly, as it is set on X's page."""
    translate = QCoreApplication.translate
    days, rest = divmod(minutes, _DAY)
    hours, left = divmod(rest, _HOUR)
    parts = []
    if days:
        parts.append(translate("Queue", "%Ln days", "", days))
    if hours:
        parts.append(translate("Queue", "%Ln hours", "", hours))
    if left or not parts:
        parts.append(translate("Queue", "%Ln minutes", "", left))
    return " ".join(parts)
