"""What is known of an account on X: facts, and how serious they are. No sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.accounts.account import Account
from services.health.values import State

_MOST_OF_IT = 80
"""Percent of the budget from which on the owner is told."""


class SignInTrouble(StrEnum):
    NOT_SIGNED_IN = "not_signed_in"
    ENDED = "ended"
    """X's own word."""
    RENEWAL_LOST = "renewal_lost"
    """It goes on until its last token ends."""
    LOST = "lost"
    """As before, and that has ended."""
    NOT_ENROLLED = "not_enrolled"
    OTHER_KIND = "other_kind"
    NOT_KEPT = "not_kept"
    """Signed in, but not on this computer: its keyring has nothing that opens the account."""
    MAY_NOT_POST = "may_not_post"
    REFUSED = "refused"
    """X did not take the sign-in the last time it was asked, which may be an hour's trouble."""


@dataclass(frozen=True, slots=True)
class SignInHealth:
    """`answered_at`: when X last took a call of the account; None where it never did."""

    trouble: SignInTrouble | None = None
    answered_at: int | None = None

    @property
    def state(self) -> State:
        if self.trouble is SignInTrouble.REFUSED:
            return State.NOTE
        return State.GOOD if self.trouble is None else State.TROUBLE


class Credit(StrEnum):
    THERE = "there"
    GONE = "gone"
    SPEND_CAP = "spend_cap"
    """The limit that the owner set at X."""
    MONTHLY_CAP = "monthly_cap"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CreditHealth:
    """`at`: when X's last paid call showed it; `until`: X is asked again then."""

    credit: Credit
    at: int | None = None
    until: int | None = None

    @property
    def state(self) -> State:
        if self.credit is Credit.UNKNOWN:
            return State.UNKNOWN
        return State.GOOD if self.credit is Credit.THERE else State.TROUBLE


@dataclass(frozen=True, slots=True)
class BudgetHealth:
    """Micro-dollars of this UTC month. `doubted`: what X may have billed besides."""

    spent: int
    doubted: int
    budget: int | None

    @property
    def state(self) -> State:
        used = self.spent + self.doubted
        if self.budget is None or used * 100 < self.budget * _MOST_OF_IT:
            return State.GOOD
        return State.TROUBLE if used >= self.budget else State.NOTE


class Figures(StrEnum):
    """Whether X shows this account the figures that only an owner sees."""

    SHOWN = "shown"
    HELD_BACK = "held_back"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ShownHealth:
    """What nobody but X's own answers can tell.

    `owns_app`: whether own posts are read at the cheap price. `drifted_at`: when an answer last
    came in another form than it was asked for. `pictures_at`: when X last took a picture.
    """

    figures: Figures = Figures.UNKNOWN
    owns_app: bool | None = None
    drifted_at: int | None = None
    pictures_at: int | None = None


class Call(StrEnum):
    """Kinds of calls in the owner's terms."""

    POST = "post"
    DELETE = "delete"
    PICTURE = "picture"
    ALT_TEXT = "alt_text"
    MENTIONS = "mentions"
    OWN_POSTS = "own_posts"
    POSTS = "posts"
    WHO = "who"
    PEOPLE = "people"
    RENEWAL = "renewal"
    SIGN_OUT = "sign_out"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CallHealth:
    """`status` is None where no answer came; `trouble` an error's class name, "" for none.

    `at` is None where it was never asked in X's hearing. `until`: X takes no more before.
    """

    call: Call
    at: int | None = None
    status: int | None = None
    trouble: str = ""
    until: int | None = None

    @property
    def state(self) -> State:
        return State.NOTE if self.trouble or self.until is not None else State.GOOD


@dataclass(frozen=True, slots=True)
class AccountHealth:
    account: Account
    sign_in: SignInHealth
    credit: CreditHealth
    budget: BudgetHealth
    shown: ShownHealth
    calls: tuple[CallHealth, ...]

    @property
    def states(self) -> tuple[State, ...]:
        return (self.sign_in.state, self.credit.state, self.budget.state)
