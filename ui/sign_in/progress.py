"""How each step stands: what is known to be right, what is to be done again, what nobody checked.

A step is ticked by what X or this computer answered, never by a press of "Next".
"""

from __future__ import annotations

from services import errors
from services.accounts.account import Account, SignedIn
from services.accounts.token_calls import ClientCheck
from services.errors import AppError, SignInProblem
from ui.sign_in.steps import Step
from widgets.step_rail import StepState

_BY_CHECK = {
    ClientCheck.GOOD: None,
    ClientCheck.UNSURE: None,
    ClientCheck.UNKNOWN: Step.CLIENT_ID,
    ClientCheck.OTHER_KIND: Step.APP,
    ClientCheck.NOT_ENROLLED: Step.CREDIT,
}
"""The step where that is put right."""


class Progress:
    def __init__(self, account: Account) -> None:
        self._right: set[Step] = set()
        self._again: set[Step] = set()
        self._furthest = Step.APP
        if account.signed_in is not SignedIn.NONE:
            # X signed it in once: the app is as it should be, and there was credit then.
            self._set(Step.APP)
            if not account.unproven:
                self._set(Step.CREDIT)
        if account.signed_in is SignedIn.YES:
            self._set(Step.CLIENT_ID, Step.BROWSER, Step.BACK)

    def reach(self, step: Step) -> None:
        self._furthest = max(self._furthest, step)

    def note_typed(self) -> None:
        """Another Client ID: what was known of the old one is over."""
        self._right -= {Step.CLIENT_ID}
        self._again -= {Step.CLIENT_ID}

    def note_check(self, check: ClientCheck) -> None:
        wrong = _BY_CHECK[check]
        self._again -= {step for step in _BY_CHECK.values() if step is not None}
        if check is ClientCheck.GOOD:
            self._set(Step.CLIENT_ID)
        if wrong is not None:
            self._unset(wrong)

    def note_signed_in(self) -> None:
        self._set(Step.APP, Step.CLIENT_ID, Step.BROWSER, Step.BACK)

    def note_stopped(self, error: AppError, *, in_hand: bool) -> None:
        """`in_hand`: X has given the sign-in, only keeping it failed."""
        problem = error.problem if isinstance(error, errors.SignInStopped) else None
        if in_hand:
            self._set(Step.APP, Step.CLIENT_ID, Step.BROWSER)
            self._unset(Step.BACK)
            return
        self._unset(Step.BROWSER, Step.BACK)
        if isinstance(error, errors.AppOfOtherKind):
            self._unset(Step.APP)
        elif isinstance(error, errors.AppNotEnrolled):
            self._unset(Step.CREDIT)
        elif problem is SignInProblem.BAD_CLIENT_ID:
            self._unset(Step.CLIENT_ID)

    def note_proven(self) -> None:
        self._set(*Step)

    def state(self, step: Step, *, now: Step) -> StepState:
        if step is now:
            return StepState.NOW
        if step > self._furthest:
            return StepState.LATER
        if step in self._again:
            return StepState.AGAIN
        return StepState.DONE if step in self._right else StepState.PASSED

    def _set(self, *steps: Step) -> None:
        self._right |= set(steps)
        self._again -= set(steps)

    def _unset(self, *steps: Step) -> None:
        self._again |= set(steps)
        self._right -= set(steps)
