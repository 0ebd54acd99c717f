"""AppError -> the owner's words: one sentence with what was kept, one button with what to press."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from services import errors
from services.errors import AppError, KeychainProblem, NextStep, Refusal
from services.publishing.posts import LOOK_ALIKE
from ui.error_words import sentence

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Tone(Enum):
    CALM = "calm"
    WARNING = "amber"
    TROUBLE = "red"


class Message(NamedTuple):
    """A banner: one sentence, and one button when there is something to press."""

    sentence: str
    button: str = ""
    action: NextStep = NextStep.WAIT
    tone: Tone = Tone.WARNING
    here: bool = False
    """The page in view knows which one thing it is about."""


def words(error: AppError, zone: str = "") -> Message:
    """`zone` is the account's: times in the sentence are by its clock."""
    if isinstance(error, errors.Offline | errors.ServerTrouble):
        # It goes on by itself, and the owner may know sooner than we that all is well again.
        return Message(
            sentence(error, zone),
            translate("Messages", "Try now"),
            NextStep.TRY_AGAIN,
            _tone(error),
        )
    return Message(sentence(error, zone), button(error.next_step), error.next_step, _tone(error))


def words_for_reason(name: str, detail: str = "", *, zone: str = "") -> Message:
    """The message for a post row: `reason` is an error's class name, `detail` its enum's value.

    An unknown reason (a row of an older program) gets the general sentence.
    """
    if name == "ByHand":
        return Message(
            translate("Messages", "It is time: this post opens in X with one click."),
            button(NextStep.OPEN_ON_X),
            NextStep.OPEN_ON_X,
            Tone.CALM,
        )
    if name == "Unclear" and detail == LOOK_ALIKE:
        return Message(
            translate("Messages", "X shows a post that may be this one. Compare the two."),
            translate("Messages", "Compare"),
            NextStep.LOOK_ON_X,
        )
    if name == "Unclear":
        return Message(
            translate(
                "Messages", "X may or may not have this post. Look on X before sending it again."
            ),
            button(NextStep.LOOK_ON_X),
            NextStep.LOOK_ON_X,
        )
    if name == "Late" and detail == "Offline":
        return Message(
            translate("Messages", "There was no connection at its time. Choose when to send it."),
            translate("Messages", "Choose a time"),
            NextStep.EDIT,
        )
    if name == "Late":
        return Message(
            translate("Messages", "Shoplark was not running at its time. Choose when to send it."),
            translate("Messages", "Choose a time"),
            NextStep.EDIT,
        )
    if name == "ClosedDay":
        return Message(
            translate("Messages", "The shop is closed on its day. Choose when to send it."),
            translate("Messages", "Choose a time"),
            NextStep.EDIT,
        )
    if name == "BadVideo":
        return Message(
            translate(
                "Messages", "The video of this post is gone or cannot be read. The words are kept."
            ),
            button(NextStep.CHOOSE_PICTURE),
            NextStep.CHOOSE_PICTURE,
        )
    if name == "BadImage":
        return Message(
            translate(
                "Messages", "A picture of this post is gone or cannot be read. The words are kept."
            ),
            button(NextStep.CHOOSE_PICTURE),
            NextStep.CHOOSE_PICTURE,
        )
    return words(_error_named(name, detail), zone)


def button(step: NextStep) -> str:
    """The words on the button; empty where there is nothing in Shoplark to press.

    It goes on by itself, or the owner does something elsewhere, as the sentence says.
    """
    return {
        NextStep.WAIT: "",
        NextStep.TRY_AGAIN: translate("Messages", "Try again"),
        NextStep.EDIT: translate("Messages", "Edit"),
        NextStep.OPEN_ON_X: translate("Messages", "Open in X"),
        NextStep.LOOK_ON_X: translate("Messages", "Look on X"),
        NextStep.SIGN_IN: translate("Messages", "Sign in again"),
        NextStep.ADD_CREDIT: translate("Messages", "Add credit"),
        NextStep.CHANGE_BUDGET: translate("Messages", "Change the budget"),
        NextStep.SPENDING_ON_X: translate("Messages", "Spending on X"),
        NextStep.APP_SETTINGS: translate("Messages", "App settings on X"),
        NextStep.SHOW_QUEUE: translate("Messages", "See what waits"),
        NextStep.UNLOCK_KEYRING: translate("Messages", "Try again"),
        NextStep.CHOOSE_FOLDER: translate("Messages", "Show the folder"),
        NextStep.FREE_SPACE: translate("Messages", "Try again"),
        NextStep.UPDATE: "",
        NextStep.RESTORE_COPY: translate("Messages", "Start again"),
        NextStep.CLOSE_OTHER: translate("Messages", "Try again"),
        NextStep.CHOOSE_PICTURE: translate("Messages", "Choose another picture"),
        NextStep.FIX_FILE: "",
        NextStep.SEND_FROM_HERE: translate("Messages", "Send from this computer"),
    }[step]


def _error_named(name: str, detail: str) -> AppError:
    if name == "Rejected":
        known = {reason.value: reason for reason in Refusal}
        return errors.Rejected(known.get(detail, Refusal.INVALID))
    if name == "KeychainTrouble":
        problems = {problem.value: problem for problem in KeychainProblem}
        return errors.KeychainTrouble(problems.get(detail, KeychainProblem.REFUSED))
    if name == "RateLimited":
        until, most = (*_numbers(detail), 0, 0)[:2]
        return errors.RateLimited(until=until, most=most or None)
    if name == "OutOfCredit":
        return errors.OutOfCredit(until=(*_numbers(detail), 0)[0] or None)
    if name == "BudgetReached":
        numbers = _numbers(detail)
        until, cost, left = (*numbers, 0, 0, 0)[:3]
        told = len(numbers) == 3
        return errors.BudgetReached(
            until=until or None, cost=cost if told else None, left=left if told else None
        )
    if name in ("MonthlyCap", "SpendCap") and detail.isdigit():
        cap = errors.SpendCap if name == "SpendCap" else errors.MonthlyCap
        return cap(until=int(detail))
    known_class = getattr(errors, name, None)
    if isinstance(known_class, type) and issubclass(known_class, AppError):
        try:
            made: AppError = known_class()
        except TypeError:
            return AppError()
        return made
    return AppError()


def _numbers(detail: str) -> list[int]:
    """What publishing/waits.py wrote beside a reason; nothing for the words of an older program."""
    parts = detail.split()
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []


def _tone(error: AppError) -> Tone:
    if isinstance(error, errors.RateLimited | errors.OutcomeUnknown):
        return Tone.CALM
    if isinstance(error, errors.StorageTrouble | errors.SpendingStopped):
        return Tone.TROUBLE
    return Tone.WARNING
