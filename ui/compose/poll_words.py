"""What is said of a poll: how long it is open, and why X would refuse it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from services.publishing.poll_rules import PollTrouble, as_sent, option_length
from services.publishing.post_options import MOST_OPTION_SIGNS, Poll
from services.text.blank import is_blank

_DAY, _HOUR = 24 * 60, 60


def trouble_words(trouble: PollTrouble) -> str:
    translate = QCoreApplication.translate
    return {
        PollTrouble.WITH_PICTURES: translate(
            "Poll", "X shows a poll or pictures, not both. Take one of them out."
        ),
        PollTrouble.TOO_FEW_OPTIONS: translate("Poll", "A poll has two options at least."),
        PollTrouble.TOO_MANY_OPTIONS: translate("Poll", "A poll has four options at most."),
        PollTrouble.EMPTY_OPTION: translate("Poll", "Write something in each option."),
        PollTrouble.OPTION_TOO_LONG: translate("Poll", "An option has room for 25 characters."),
        PollTrouble.SAME_OPTIONS: translate("Poll", "Two options are the same."),
        PollTrouble.TOO_SHORT_A_TIME: translate("Poll", "A poll is open for 5 minutes at least."),
        PollTrouble.TOO_LONG_A_TIME: translate("Poll", "A poll is open for 7 days at most."),
    }[trouble]


def wrong_options(poll: Poll, trouble: PollTrouble | None) -> frozenset[int]:
    """The places of the options that the trouble is about."""
    options = as_sent(poll)
    if trouble is PollTrouble.EMPTY_OPTION:
        return frozenset(n for n, one in enumerate(options) if is_blank(one))
    if trouble is PollTrouble.OPTION_TOO_LONG:
        long = (n for n, one in enumerate(options) if option_length(one) > MOST_OPTION_SIGNS)
        return frozenset(long)
    if trouble is PollTrouble.SAME_OPTIONS:
        folded = [unicodedata.normalize("NFC", one.casefold()) for one in options]
        return frozenset(n for n, one in enumerate(folded) if folded.count(one) > 1)
    return frozenset()


def open_for(minutes: int) -> str:
    """How long, as X says it beside a poll that has just begun: in its largest unit alone."""
    translate = QCoreApplication.translate
    days, hours = minutes // _DAY, minutes // _HOUR
    if days:
        return translate("Poll", "%n day(s) left", "", days)
    if hours:
        return translate("Poll", "%n hour(s) left", "", hours)
    return translate("Poll", "%n minute(s) left", "", minutes)
