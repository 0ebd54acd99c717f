"""The error tree. Each error says what happened, what was kept and what to press next.

    AppError
    ├ Offline              the call never left this computer
    ├ OutcomeUnknown       sent, but no answer came: it may have arrived
    ├ RateLimited          X asks to wait until a time
    ├ ServerTrouble        X is in trouble; tried again later
    ├ Rejected             X refused this one post, answer or picture, with a reason
    ├ SpendingStopped
    │ ├ OutOfCredit        no credit left at X
    │ ├ BudgetReached      the owner's own monthly stop
    │ └ MonthlyCap         X's monthly cap
    │   └ SpendCap         the limit that the owner set at X
    ├ SignInNeeded         the account must be connected again
    │ ├ SignInEnded        X has ended it for good: its own word, no trouble of an hour
    │ ├ RenewalLost        the answer to a renewal was lost: X may have taken the token
    │ ├ AppNotEnrolled     the owner's app on X is in no package that may be used
    │ └ AppOfOtherKind     the owner's app on X signs in another way than Shoplark
    ├ SignInStopped        a sign-in did not come about, with the reason
    ├ ClockWrong           this computer's clock cannot be right: nothing is sent or moved
    ├ OtherComputer        the data folder is sent from another computer
    ├ AnswerNotUnderstood  X answered, but not what was asked for
    ├ KeychainTrouble      the system's keyring is missing, locked or refuses
    ├ StorageTrouble       the data folder or database: full, read-only, damaged, newer, locked
    ├ BadImage             a file that cannot be used as a picture
    ├ BadVideo             a video that X would not take
    └ BadImport            a row of a file that cannot be read

No sentence lives here: `ui/messages.py` has the words, in the owner's language. Each error is made
in the one file that touches the outside (`wire.py`, `keychain.py`, `database.py`, `images.py`).
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from services.error_values import ON_XS_PAGE
from services.error_values import Kept as Kept
from services.error_values import NextStep as NextStep
from services.error_values import Refusal as Refusal
from services.error_values import SignInProblem as SignInProblem
from services.error_values import VideoProblem as VideoProblem

if TYPE_CHECKING:
    from services.x_api.client import Came


class AppError(Exception):
    """Something outside went wrong in a way we know. `kept` and `next_step` are never guesses."""

    kept: Kept = Kept.NOTHING
    next_step: NextStep = NextStep.TRY_AGAIN
    came: tuple[Came, ...] = ()
    """What X's answers had brought until then, and X has billed all the same."""

    def __init__(
        self, detail: str = "", *, kept: Kept | None = None, next_step: NextStep | None = None
    ) -> None:
        """`detail` is for the log and headless stderr: English, no secrets, no customers' words."""
        super().__init__(detail)
        self.detail = detail
        if kept is not None:
            self.kept = kept
        if next_step is not None:
            self.next_step = next_step

    @property
    def name(self) -> str:
        """The class name, as headless output and the post table keep it."""
        return type(self).__name__


class Offline(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.WAIT


class OutcomeUnknown(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.SHOW_QUEUE


class RateLimited(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.SHOW_QUEUE

    def __init__(
        self,
        detail: str = "",
        *,
        until: int,
        most: int | None = None,
        answers: bool | None = None,
    ) -> None:
        """`until` is UTC seconds: nothing of this kind is asked before.

        `most`: so many posts or answers X takes of this account a day, where that is the reason;
        `answers` tells of which, None of both together.
        """
        super().__init__(detail)
        self.until = until
        self.most = most
        self.answers = answers


class ServerTrouble(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.TRY_AGAIN


class Rejected(AppError):
    kept = Kept.DRAFT
    next_step = NextStep.EDIT

    def __init__(self, reason: Refusal, detail: str = "") -> None:
        super().__init__(detail)
        self.reason = reason
        if reason in ON_XS_PAGE:
            self.next_step = NextStep.OPEN_ON_X


class SpendingStopped(AppError):
    kept = Kept.QUEUE

    def __init__(self, detail: str = "", *, until: int | None = None) -> None:
        """`until`: UTC seconds when it goes on, or is tried again, by itself; None: not known."""
        super().__init__(detail)
        self.until = until


class OutOfCredit(SpendingStopped):
    next_step = NextStep.ADD_CREDIT


class BudgetReached(SpendingStopped):
    next_step = NextStep.CHANGE_BUDGET

    def __init__(
        self,
        detail: str = "",
        *,
        until: int | None = None,
        cost: int | None = None,
        left: int | None = None,
    ) -> None:
        """Micro-dollars: what was to be spent, and what the budget of the month has left."""
        super().__init__(detail, until=until)
        self.cost = cost
        self.left = left


class MonthlyCap(SpendingStopped):
    next_step = NextStep.SPENDING_ON_X


class SpendCap(MonthlyCap):
    pass


class SignInNeeded(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.SIGN_IN


class SignInEnded(SignInNeeded):
    pass


class RenewalLost(SignInNeeded):
    pass


class AppNotEnrolled(SignInNeeded):
    next_step = NextStep.APP_SETTINGS


class AppOfOtherKind(SignInNeeded):
    next_step = NextStep.APP_SETTINGS


class SignInStopped(AppError):
    """Nothing was changed: the account stands with X as it did before."""

    def __init__(self, problem: SignInProblem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem


class ClockWrong(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.WAIT

    def __init__(self, detail: str = "", *, now: int = 0) -> None:
        """`now` is what the clock says, in UTC seconds."""
        super().__init__(detail)
        self.now = now


class OtherComputer(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.SEND_FROM_HERE


class AnswerNotUnderstood(AppError):
    kept = Kept.DATA
    next_step = NextStep.TRY_AGAIN


class KeychainProblem(Enum):
    MISSING = "missing"
    LOCKED = "locked"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    """It asks the owner for a password, and nobody answered in time."""
    TOO_LONG = "too_long"


class KeychainTrouble(AppError):
    kept = Kept.QUEUE
    next_step = NextStep.UNLOCK_KEYRING

    def __init__(self, problem: KeychainProblem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem


class StorageProblem(Enum):
    FULL = "full"
    READ_ONLY = "read_only"
    NOT_A_FOLDER = "not_a_folder"
    NOT_A_FILE = "not_a_file"
    DAMAGED = "damaged"
    NEWER = "newer"
    TEST_BUILD = "test_build"
    """Tables as a build had them that was never released."""
    LOCKED = "locked"
    UNREADABLE = "unreadable"


_STORAGE_STEPS = {
    StorageProblem.FULL: NextStep.FREE_SPACE,
    StorageProblem.READ_ONLY: NextStep.CHOOSE_FOLDER,
    StorageProblem.NOT_A_FOLDER: NextStep.CHOOSE_FOLDER,
    StorageProblem.NOT_A_FILE: NextStep.CHOOSE_FOLDER,
    StorageProblem.DAMAGED: NextStep.RESTORE_COPY,
    StorageProblem.NEWER: NextStep.UPDATE,
    StorageProblem.TEST_BUILD: NextStep.CHOOSE_FOLDER,
    StorageProblem.LOCKED: NextStep.CLOSE_OTHER,
    StorageProblem.UNREADABLE: NextStep.CHOOSE_FOLDER,
}


class StorageTrouble(AppError):
    kept = Kept.DATA

    def __init__(self, problem: StorageProblem, path: Path, detail: str = "") -> None:
        super().__init__(detail, next_step=_STORAGE_STEPS[problem])
        self.problem = problem
        self.path = path


class ImageProblem(Enum):
    NOT_A_PICTURE = "not_a_picture"
    CUT_SHORT = "cut_short"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"
    TOO_BIG_FOR_X = "too_big_for_x"
    TOO_SMALL = "too_small"
    OTHER_KIND = "other_kind"
    """A picture or drawing of a kind that is not read."""
    NO_HEIC = "no_heic"
    """A phone's HEIC, and what reads it is not on this computer."""
    MOVES_TOO_MUCH = "moves_too_much"


class BadImage(AppError):
    kept = Kept.PICTURES
    next_step = NextStep.CHOOSE_PICTURE

    def __init__(self, problem: ImageProblem, path: Path, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem
        self.path = path


class BadVideo(AppError):
    kept = Kept.PICTURES
    next_step = NextStep.CHOOSE_PICTURE

    def __init__(
        self, problem: VideoProblem, path: Path, detail: str = "", *, found: int | None = None
    ) -> None:
        """`found`: what it has too much of: milliseconds, bytes or frames a second."""
        super().__init__(detail)
        self.problem = problem
        self.path = path
        self.found = found


class BadImport(AppError):
    kept = Kept.DATA
    next_step = NextStep.FIX_FILE

    def __init__(self, detail: str = "", *, row: int, column: str = "") -> None:
        """`row` counts from 1 with the heading as row 1, as a spreadsheet shows it."""
        super().__init__(detail)
        self.row = row
        self.column = column
