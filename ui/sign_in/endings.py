"""How a try to sign in came out: what is said, and the one or two things to press."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from services import errors
from services.accounts.known_failures import KNOWN, Look, failure_of
from services.errors import AppError, KeychainProblem, SignInProblem
from ui import when
from ui.messages import words
from ui.sign_in import keyring_words, sketches
from ui.sign_in.check_line import Check
from ui.sign_in.words import stopped
from widgets.isolates import held

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Press(Enum):
    NEXT = "next"
    AGAIN = "again"
    """X's page once more."""
    CLIENT_ID = "client_id"
    KEEP = "keep"
    """What X gave, into the password store."""
    THIS_RUN = "this_run"
    """Without a password store: until Shoplark ends."""
    CONSOLE = "console"


class View(Enum):
    """Which picture stands beside the words."""

    NONE = "none"
    FINE = "fine"
    WENT_WRONG = "went_wrong"
    CONSENT = "consent"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Ending:
    """`title` over all of it; `advice` stands under the sentence, then what to look at.

    `button` and `second` are words with what they do.
    """

    check: Check
    sentence: str
    advice: str
    button: tuple[str, Press]
    second: tuple[str, Press] | None = None
    looks: tuple[Look, ...] = ()
    view: View = View.NONE
    title: str = ""


def kept(*, this_run_only: bool) -> Ending:
    title = translate("SignIn", "You are signed in")
    on = (translate("SignIn", "Next"), Press.NEXT)
    if this_run_only:
        return Ending(
            Check.NOTE,
            translate("SignIn", "X said yes. You are signed in until Shoplark ends."),
            translate(
                "SignIn",
                "Nothing was written down on this computer. After each start you will be asked "
                "to sign in again, with one button.",
            ),
            on,
            view=View.FINE,
            title=title,
        )
    return Ending(
        Check.GOOD,
        translate("SignIn", "X said yes. Your sign-in is kept in this computer's password store."),
        translate(
            "SignIn",
            "It is in no file. The last step shows who signed in, and that it works.",
        ),
        on,
        view=View.FINE,
        title=title,
    )


def of(error: AppError, *, in_hand: bool, system: str = sys.platform) -> Ending:
    """`in_hand`: X has given the sign-in, only keeping it failed. `system` as in sys.platform."""
    return replace(_of(error, in_hand=in_hand, system=system), title=_title(error, in_hand=in_hand))


def still(ending: Ending) -> Ending:
    """After a try that came to nothing, where an earlier sign-in stands."""
    sentence = translate("SignIn", "{trouble} You are still signed in from before.").format(
        trouble=ending.sentence
    )
    return replace(
        ending,
        title=translate("SignIn", "Still signed in"),
        check=Check.NOTE,
        sentence=sentence,
        button=(translate("SignIn", "Next"), Press.NEXT),
        second=_again(),
    )


def _title(error: AppError, *, in_hand: bool) -> str:
    """Only what came from X is called so: of the rest no page was opened, or none came back."""
    if in_hand:
        return translate("SignIn", "Not kept yet")
    if isinstance(error, errors.KeychainTrouble):
        return translate("SignIn", "Nothing could be kept")
    problem = error.problem if isinstance(error, errors.SignInStopped) else None
    if problem is SignInProblem.DENIED:
        return translate("SignIn", "Back from X")
    if problem is SignInProblem.TIMED_OUT:
        return translate("SignIn", "Nothing came back")
    return translate("SignIn", "Not signed in yet")


def _of(error: AppError, *, in_hand: bool, system: str) -> Ending:
    if isinstance(error, errors.KeychainTrouble):
        return _of_store(error.problem, in_hand=in_hand, system=system)
    if in_hand and isinstance(error, errors.StorageTrouble):
        sentence = _not_yet(words(error).sentence)
        return Ending(Check.WARN, sentence, "", (translate("SignIn", "Keep it now"), Press.KEEP))
    if isinstance(error, errors.SignInStopped):
        return _of_problem(error)
    second = None
    if isinstance(error, errors.AppOfOtherKind | errors.AppNotEnrolled):
        second = (translate("SignIn", "App settings on X"), Press.CONSOLE)
    return Ending(Check.WARN, trouble(error), "", _again(), second, looks=_looks(error))


def trouble(error: AppError) -> str:
    """Here nothing waits in a queue: what is said of a post would be out of place."""
    if isinstance(error, errors.Offline):
        return translate("SignIn", "There is no connection to X. Nothing was changed.")
    if isinstance(error, errors.ServerTrouble):
        return translate("SignIn", "X is in trouble. Nothing was changed; try again in a while.")
    if isinstance(error, errors.SpendingStopped):
        return _spending(error)
    if isinstance(error, errors.SignInNeeded):
        return _needed(error)
    if isinstance(error, errors.KeychainTrouble):
        happened = keyring_words.happened(error.problem)
        return f"{happened} {keyring_words.what_to_do(error.problem)}"
    if isinstance(error, errors.RateLimited) and not error.most:
        return translate(
            "SignIn", "X asks to wait until {time}. Nothing was changed; try again then."
        ).format(time=when.time_said(error.until, ""))
    return words(error).sentence


def _spending(error: errors.SpendingStopped) -> str:
    if isinstance(error, errors.OutOfCredit):
        return translate(
            "SignIn",
            "X answers that there is no credit. Buy some in X's console, which takes a minute to "
            "count; then prove it again.",
        )
    if isinstance(error, errors.SpendCap):
        return translate(
            "SignIn",
            "The spending limit you set at X is reached. Raise it in X's console, then prove it "
            "again.",
        )
    if isinstance(error, errors.BudgetReached):
        return translate(
            "SignIn",
            "The month's budget in Shoplark does not reach for this. Close this window, raise the "
            "budget in the settings, then prove it again.",
        )
    return translate(
        "SignIn",
        "X lets your app do no more this month. X's console shows what it allows; then prove it "
        "again.",
    )


def _needed(error: errors.SignInNeeded) -> str:
    if isinstance(error, errors.AppOfOtherKind):
        return translate("SignIn", "X answers that your app is of another type, or not set up.")
    if isinstance(error, errors.AppNotEnrolled):
        return translate("SignIn", "X answers that your app is not in the pay-per-use package.")
    if isinstance(error, errors.SignInEnded):
        return translate("SignIn", "X has ended this sign-in. Sign in again; it takes a minute.")
    if isinstance(error, errors.RenewalLost):
        return translate("SignIn", "The line broke while X renewed this sign-in. Sign in again.")
    return translate("SignIn", "This account is not signed in to X now. Sign in again.")


def _of_problem(error: errors.SignInStopped) -> Ending:
    problem = error.problem
    button = _again()
    if problem is SignInProblem.BAD_CLIENT_ID:
        button = (translate("SignIn", "To the Client ID"), Press.CLIENT_ID)
    advice = ""
    if problem is SignInProblem.DENIED:
        advice = translate(
            "SignIn",
            "If that was not meant, open X's page once more. If it was, close this window: "
            "everything goes on by hand.",
        )
    elif problem is SignInProblem.TIMED_OUT:
        advice = translate(
            "SignIn", "If X showed “{words}”, go through these; the likeliest comes first."
        ).format(words=held(sketches.WENT_WRONG))
    denied = problem is SignInProblem.DENIED
    check = Check.NOTE if denied else Check.WARN
    looks = () if denied else _looks(error)
    view = View.CONSENT if denied else View.NONE
    if Look.CALLBACKS in looks:
        view = View.WENT_WRONG
    return Ending(check, stopped(problem), advice, button, looks=looks, view=view)


def _looks(error: AppError) -> tuple[Look, ...]:
    failure = failure_of(error)
    return KNOWN[failure].look if failure is not None else ()


def _of_store(problem: KeychainProblem, *, in_hand: bool, system: str) -> Ending:
    this_run = (translate("SignIn", "Only until Shoplark ends"), Press.THIS_RUN)
    sentence = keyring_words.happened(problem)
    advice = keyring_words.what_to_do(problem, system=system)
    free = translate(
        "SignIn",
        "Or sign in for this run only: nothing is written down, and after each start you sign in "
        "again.",
    )
    if in_hand:
        sentence = _not_yet(sentence)
        button = (translate("SignIn", "Keep it now"), Press.KEEP)
    else:
        button = (translate("SignIn", "Try again"), Press.AGAIN)
    asks = problem in (KeychainProblem.LOCKED, KeychainProblem.NO_ANSWER)
    view = View.STORE if asks else View.NONE
    return Ending(Check.WARN, sentence, f"{advice}\n\n{free}", button, this_run, view=view)


def _not_yet(trouble: str) -> str:
    return translate("SignIn", "X said yes, but it is not kept yet. {trouble}").format(
        trouble=trouble
    )


def _again() -> tuple[str, Press]:
    return (translate("SignIn", "Open X in my browser"), Press.AGAIN)
