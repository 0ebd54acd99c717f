"""One plain sentence for each way in which a sign-in ends, is lost, or cannot be kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services import errors
from services.errors import KeychainProblem, SignInProblem

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def needed(error: errors.SignInNeeded) -> str:
    if isinstance(error, errors.SignInEnded):
        return translate(
            "Messages",
            "X has ended your sign-in. Sign in again, which takes a minute; the queue is kept and "
            "waits.",
        )
    if isinstance(error, errors.RenewalLost):
        return translate(
            "Messages",
            "The line broke while X renewed your sign-in. Sign in again; the queue is kept and "
            "waits.",
        )
    if isinstance(error, errors.AppNotEnrolled):
        return translate(
            "Messages",
            "Your app on X may not post yet: move it to the pay-per-use package there. The queue "
            "is kept and waits.",
        )
    if isinstance(error, errors.AppOfOtherKind):
        return translate(
            "Messages",
            "Your app on X signs in another way: set it to Native App there. The queue is kept "
            "and waits.",
        )
    return translate(
        "Messages",
        "This account is not signed in to X now. Sign in again; the queue is kept and waits.",
    )


def stopped(problem: SignInProblem) -> str:
    return {
        SignInProblem.BAD_CLIENT_ID: translate(
            "Messages", "X does not know the Client ID. Nothing was changed."
        ),
        SignInProblem.PORTS_TAKEN: translate(
            "Messages",
            "Other programs use all of the callback addresses now. Close them, then try again.",
        ),
        SignInProblem.CANCELLED: translate(
            "Messages", "You stopped the sign-in. Nothing was changed."
        ),
        SignInProblem.TIMED_OUT: translate(
            "Messages", "No answer came from X in five minutes. Nothing was changed."
        ),
        SignInProblem.DENIED: translate(
            "Messages", "X says you pressed Cancel on its page. Nothing was changed."
        ),
        SignInProblem.OTHER_STATE: translate(
            "Messages", "This answer belongs to an older try, and was not used. Try again."
        ),
        SignInProblem.NO_ANSWER_IN_IT: translate(
            "Messages",
            "This is not the address that X sent your browser to: that begins with 127.0.0.1.",
        ),
        SignInProblem.CODE_REFUSED: translate(
            "Messages",
            "X's answer came here too late: it is good for 30 seconds. Nothing was changed.",
        ),
    }[problem]


def keychain(problem: KeychainProblem) -> str:
    return {
        KeychainProblem.MISSING: translate(
            "Messages",
            "This computer has no password store, so Shoplark cannot sign in to X. The queue is "
            "kept and waits.",
        ),
        KeychainProblem.LOCKED: translate(
            "Messages",
            "The computer's password store is locked. Unlock it; the queue is kept and waits.",
        ),
        KeychainProblem.REFUSED: translate(
            "Messages", "The computer's password store refused. The queue is kept and waits."
        ),
        KeychainProblem.NO_ANSWER: translate(
            "Messages",
            "The computer's password store waits for its password. Give it, then try again; the "
            "queue is kept and waits.",
        ),
        KeychainProblem.TOO_LONG: translate(
            "Messages", "The computer's password store has no room for this. The queue waits."
        ),
    }[problem]
