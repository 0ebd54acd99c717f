"""What a post carries besides its words and pictures: a poll, who may answer, and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FEWEST_OPTIONS, MOST_OPTIONS = 2, 4
MOST_OPTION_SIGNS = 25
SHORTEST_POLL, LONGEST_POLL = 5, 7 * 24 * 60
"""In minutes; all five from X's OpenAPI 2.166, TweetCreateRequest.poll."""


class WhoCanReply(StrEnum):
    """X's `reply_settings`; everyone is told by leaving it out."""

    EVERYONE = "everyone"
    FOLLOWING = "following"
    MENTIONED = "mentioned"
    SUBSCRIBERS = "subscribers"
    VERIFIED = "verified"


class PostKind(StrEnum):
    """What a post is for. `GUESSED`: the owner has not said."""

    GUESSED = ""
    SELL = "sell"
    HELP = "help"
    PEOPLE = "people"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Poll:
    """As it is written: options may still be empty or the same. It goes with the first part."""

    options: tuple[str, ...] = ("", "")
    minutes: int = 24 * 60


@dataclass(frozen=True, slots=True)
class PostOptions:
    """What a post asks of X beside its words and pictures."""

    poll: Poll | None = None
    who_can_reply: WhoCanReply = WhoCanReply.EVERYONE
    paid_partnership: bool = False
    made_with_ai: bool = False
    link_marks: bool = True
    """Links to the shop's own address say that their visitors came from X."""
    kind: PostKind = PostKind.GUESSED
    campaign_id: str | None = None


PLAIN = PostOptions()
