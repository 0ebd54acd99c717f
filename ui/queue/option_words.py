"""What a post carries besides its words and pictures, told in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.publishing.poll_rules import as_sent
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.text.blank import is_blank
from ui.compose.option_words import ai_words, paid_words, who_words
from widgets.isolates import held

_DAY, _HOUR = 24 * 60, 60


def options_words(options: PostOptions) -> tuple[str, ...]:
    """A line each for the poll, who can reply and the marks; nothing for what is as usual."""
    translate = QCoreApplication.translate
    lines = []
    if options.poll is not None:
        lines.append(translate("Queue", "Poll: {poll}").format(poll=poll_words(options.poll)))
    if options.who_can_reply is not WhoCanReply.EVERYONE:
        who = held(who_words(options.who_can_reply))
        lines.append(translate("Queue", "Who can reply: {who}").format(who=who))
    if options.paid_partnership:
        lines.append(paid_words())
    if options.made_with_ai:
        lines.append(ai_words())
    return tuple(lines)


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
