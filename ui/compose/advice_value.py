"""What the line under the sheet says and does, and all that it depends on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ui.compose.hindrance import NOTHING, Hindrance

if TYPE_CHECKING:
    from services.publishing.guard_values import Findings
    from ui.compose.content import PartState


class Act(Enum):
    """What a button of the line does."""

    NONE = ""
    SHOW_SAME = "show_same"
    TRIM = "trim"
    MAKE_THREAD = "make_thread"
    GO_THERE = "go_there"
    TAKE_OUT = "take_out"
    DESCRIBE = "describe"
    POST_ANYWAY = "post_anyway"
    CHOOSE_PICTURE = "choose_picture"
    KEEP_THESE = "keep_these"
    MAKE_BOARD = "make_board"
    DISMISS = "dismiss"
    FILL_IN = "fill_in"
    INTO_PICTURE = "into_picture"
    REST = "rest"
    DISMISS_HEAT = "dismiss_heat"
    SEND_RESTED = "send_rested"
    """The owner does not wait until the draft has rested: it goes, if it was about to."""
    SHOW_SIMILAR = "show_similar"


class Weight(Enum):
    """Names of tones, and of the icon that goes with each."""

    CALM = "quiet"
    GOOD = "green"
    WARNING = "amber"
    TROUBLE = "red"


class Advice(NamedTuple):
    sentence: str
    weight: Weight = Weight.CALM
    first: tuple[str, Act] | None = None
    second: tuple[str, Act] | None = None
    third: tuple[str, Act] | None = None

    @property
    def answers(self) -> tuple[tuple[str, Act] | None, ...]:
        return (self.first, self.second, self.third)


class Situation(NamedTuple):
    """All that the line depends on: the part that has the caret, and the post around it."""

    part: PartState
    undescribed: int = 0
    is_empty: bool = True
    has_board: bool = False
    elsewhere_too_long: int | None = None
    """The number, from 1, of another part that is too long."""
    same_as: str | None = None
    asked_to_describe: bool = False
    into_queue: bool = False
    """Where it was about to go when it was asked for."""
    unfilled: str = ""
    """The first place of a template, with its braces, that waits for its words."""
    unfilled_count: int = 0
    asked_to_fill_in: bool = False
    """It was to be sent without them."""
    into_picture: bool = False
    """Words that are too many can be put in a picture."""
    too_much: bool = False
    """That was tried with these very words, and no picture holds them."""
    why_not: Hindrance = NOTHING
    """What else keeps the post from X: its poll, an empty part."""
    part_number: int = 1
    """Which part, from 1, has the caret."""
    findings: Findings | None = None
    """What guards found (ui/compose/guarding.py)."""
    heat_answered: bool = False
    """The owner has said that it is fine as it is."""
    rests_until: str = ""
    """A time of the shop's clock, while the draft rests."""
    asked_to_rest: bool = False
    """It was to be sent while it rests."""
    has_rested: bool = False
    """Its rest ended, and it was not written on since."""
    by_hand: str = ""
    """A ready sentence about what the owner adds on X's own page."""
    over_budget: str = ""
    """A ready sentence, where the post costs more than the month's budget has left."""
    said: str = ""
    """A ready sentence about what was just done to the words."""
    zone: str = "UTC"
    """The shop's, for dates."""

    @property
    def same(self) -> str | None:
        """The post with exactly these words, told when sending or found before."""
        if self.same_as is not None or self.findings is None or self.findings.beside is None:
            return self.same_as
        return self.findings.beside.same_as
