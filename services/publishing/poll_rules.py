"""What X takes as a poll, so that the owner hears of it before the click and not after it.

Numbers are from X's OpenAPI 2.166 and 2.167 (TweetCreateRequest.poll, CreatePostsPoll): 2 to 4
options of 1 to 25 signs, 5 to 10,080 minutes, never together with pictures.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from services.publishing.post_options import (
    FEWEST_OPTIONS,
    LONGEST_POLL,
    MOST_OPTION_SIGNS,
    MOST_OPTIONS,
    SHORTEST_POLL,
    Poll,
)
from services.text.blank import is_blank, is_seen
from services.text.clean import clean

_JOINER = "\u200d"
_TAGS = "\U000e0020-\U000e007f"
_OF_EMOJI = frozenset([_JOINER, *map(chr, range(0xE0020, 0xE0080))])
_UNSEEN_OF_EMOJI = re.compile(f"(?P<flag>\U0001f3f4[{_TAGS}]+)|[{_JOINER}{_TAGS}]")


class PollTrouble(Enum):
    """Why X would refuse it, in the order in which it is told."""

    WITH_PICTURES = "with_pictures"
    TOO_FEW_OPTIONS = "too_few_options"
    TOO_MANY_OPTIONS = "too_many_options"
    EMPTY_OPTION = "empty_option"
    OPTION_TOO_LONG = "option_too_long"
    SAME_OPTIONS = "same_options"
    TOO_SHORT_A_TIME = "too_short_a_time"
    TOO_LONG_A_TIME = "too_long_a_time"


def poll_trouble(poll: Poll, *, pictures: int) -> PollTrouble | None:
    """The first trouble, or None. `pictures`: how many the first part shows, which has the poll."""
    options = as_sent(poll)
    if pictures:
        return PollTrouble.WITH_PICTURES
    if len(options) < FEWEST_OPTIONS:
        return PollTrouble.TOO_FEW_OPTIONS
    if len(options) > MOST_OPTIONS:
        return PollTrouble.TOO_MANY_OPTIONS
    if any(is_blank(option) for option in options):
        return PollTrouble.EMPTY_OPTION
    if any(option_length(option) > MOST_OPTION_SIGNS for option in options):
        return PollTrouble.OPTION_TOO_LONG
    if len({_folded(option) for option in options}) < len(options):
        return PollTrouble.SAME_OPTIONS
    if poll.minutes < SHORTEST_POLL:
        return PollTrouble.TOO_SHORT_A_TIME
    if poll.minutes > LONGEST_POLL:
        return PollTrouble.TOO_LONG_A_TIME
    return None


def as_sent(poll: Poll) -> tuple[str, ...]:
    """The options as X gets them: one line each, without space around them, in NFC."""
    return tuple(_as_sent(option) for option in poll.options)


def option_length(option: str) -> int:
    """Signs of an option as X counts them.

    The OpenAPI gives a `maxLength`, which is in code points, and nothing of weights: a sign of
    Japanese and an emoji of one code point are one. A family emoji is as many as it is joined of.
    """
    return len(_as_sent(option))


def _as_sent(option: str) -> str:
    return " ".join(unicodedata.normalize("NFC", clean(option)[0]).split())


def _folded(option: str) -> str:
    """Equal for two options that no customer would tell apart."""
    one_form = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", option).casefold())
    seen = "".join(sign for sign in one_form if sign in _OF_EMOJI or is_seen(sign) or sign == " ")
    return " ".join(_UNSEEN_OF_EMOJI.sub(_kept, seen).split())


def _kept(unseen: re.Match[str]) -> str:
    """A joiner that makes one emoji of two, and the tags that make a flag Scotland's."""
    before, after = unseen.string[: unseen.start()][-1:], unseen.string[unseen.end() :][:1]
    if unseen["flag"] or (unseen[0] == _JOINER and _is_picture(before) and _is_picture(after)):
        return unseen[0]
    return ""


def _is_picture(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign) in ("So", "Sk")
