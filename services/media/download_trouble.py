"""Why something could not be fetched from another site. The words are in ui/board."""

from __future__ import annotations

from enum import Enum

from services.errors import AppError, Kept, NextStep


class DownloadProblem(Enum):
    NOT_AN_ADDRESS = "not_an_address"
    NOT_SECURE = "not_secure"
    """No https."""
    NOT_TRUSTED = "not_trusted"
    """The site cannot prove that it is the one."""
    NOT_PUBLIC = "not_public"
    """The address leads to this computer, its network, or nowhere on the internet."""
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_FOUND = "not_found"
    NEEDS_SIGN_IN = "needs_sign_in"
    REFUSED = "refused"
    BUSY = "busy"
    """The site is in trouble, or asks to wait."""
    GOES_ROUND = "goes_round"
    """Each address leads to the next one."""
    OFFLINE = "offline"
    BROKEN_OFF = "broken_off"
    CANCELLED = "cancelled"
    NOT_A_FEED = "not_a_feed"
    NO_PICTURES = "no_pictures"
    NO_FEED_OF_THIS = "no_feed_of_this"
    """A single pin, a search, a tag of all Tumblr: such pages have no feed."""


_TRY_AGAIN = frozenset(
    {
        DownloadProblem.TOO_SLOW,
        DownloadProblem.BUSY,
        DownloadProblem.OFFLINE,
        DownloadProblem.BROKEN_OFF,
    }
)


class DownloadStopped(AppError):
    kept = Kept.PICTURES
    next_step = NextStep.CHOOSE_PICTURE

    def __init__(self, problem: DownloadProblem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem

    @property
    def may_pass(self) -> bool:
        """Whether the same may go well a little later."""
        return self.problem in _TRY_AGAIN
