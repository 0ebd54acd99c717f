"""AppError -> the owner's words: one sentence with what was kept, one button with what to press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from services import errors
from services.errors import (
    AppError,
    ImageProblem,
    KeychainProblem,
    NextStep,
    Refusal,
    StorageProblem,
)

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Tone(Enum):
    CALM = "calm"
    WARNING = "amber"
    TROUBLE = "red"


@dataclass(frozen=True, slots=True)
class Message:
    """A banner: one sentence, and one button when there is something to press."""

    sentence: str
    button: str = ""
    action: NextStep = NextStep.WAIT
    tone: Tone = Tone.WARNING


def words(error: AppError) -> Message:
    """The message for any AppError."""
    return Message(_sentence(error), button(error.next_step), error.next_step, _tone(error))


def words_for_reason(name: str, detail: str = "") -> Message:
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
    if name == "Unclear":
        return Message(
            translate(
                "Messages", "X may or may not have this post. Look on X before sending it again."
            ),
            button(NextStep.LOOK_ON_X),
            NextStep.LOOK_ON_X,
        )
    if name == "Late":
        return Message(
            translate("Messages", "The computer was off at its time. Choose when to send it."),
            translate("Messages", "Choose a time"),
            NextStep.EDIT,
        )
    if name == "BadImage":
        return Message(
            translate(
                "Messages", "A picture of this post is gone or cannot be read. The words are kept."
            ),
            button(NextStep.CHOOSE_PICTURE),
            NextStep.CHOOSE_PICTURE,
        )
    return words(_error_named(name, detail))


def button(step: NextStep) -> str:
    """The words on the button; empty where Shoplark goes on by itself."""
    return {
        NextStep.WAIT: "",
        NextStep.TRY_AGAIN: translate("Messages", "Try again"),
        NextStep.EDIT: translate("Messages", "Edit"),
        NextStep.OPEN_ON_X: translate("Messages", "Open in X"),
        NextStep.LOOK_ON_X: translate("Messages", "Look on X"),
        NextStep.SIGN_IN: translate("Messages", "Connect again"),
        NextStep.ADD_CREDIT: translate("Messages", "Open X's billing page"),
        NextStep.CHANGE_BUDGET: translate("Messages", "Change the budget"),
        NextStep.UNLOCK_KEYRING: translate("Messages", "Try again"),
        NextStep.CHOOSE_FOLDER: translate("Messages", "Show the folder"),
        NextStep.FREE_SPACE: translate("Messages", "Try again"),
        NextStep.UPDATE: "",
        NextStep.RESTORE_COPY: translate("Messages", "Start again"),
        NextStep.CLOSE_OTHER: translate("Messages", "Try again"),
        NextStep.CHOOSE_PICTURE: translate("Messages", "Choose another picture"),
        NextStep.FIX_FILE: translate("Messages", "Open the file"),
    }[step]


def _error_named(name: str, detail: str) -> AppError:
    if name == "Rejected":
        known = {reason.value: reason for reason in Refusal}
        return errors.Rejected(known.get(detail, Refusal.INVALID))
    if name == "KeychainTrouble":
        problems = {problem.value: problem for problem in KeychainProblem}
        return errors.KeychainTrouble(problems.get(detail, KeychainProblem.REFUSED))
    if name == "RateLimited":
        return errors.RateLimited(until=int(detail) if detail.isdigit() else 0)
    known_class = getattr(errors, name, None)
    if isinstance(known_class, type) and issubclass(known_class, AppError):
        try:
            made: AppError = known_class()
        except TypeError:
            return AppError()
        return made
    return AppError()


def _tone(error: AppError) -> Tone:
    if isinstance(error, errors.Offline | errors.RateLimited | errors.OutcomeUnknown):
        return Tone.CALM
    if isinstance(error, errors.StorageTrouble | errors.SpendingStopped):
        return Tone.TROUBLE
    return Tone.WARNING


def _sentence(error: AppError) -> str:
    if isinstance(error, errors.Rejected):
        return _refusal(error.reason)
    if isinstance(error, errors.StorageTrouble):
        return _storage(error)
    if isinstance(error, errors.KeychainTrouble):
        return _keychain(error.problem)
    if isinstance(error, errors.BadImage):
        return _image(error)
    if isinstance(error, errors.RateLimited):
        return _rate_limited(error.until)
    if isinstance(error, errors.BadImport):
        return translate(
            "Messages", "Row {row} of the file cannot be read. Nothing was taken in."
        ).format(row=error.row)
    for kind, sentence in (
        (
            errors.Offline,
            translate("Messages", "No connection to X. Posts wait here and go out by themselves."),
        ),
        (
            errors.OutcomeUnknown,
            translate(
                "Messages", "X did not answer. Shoplark looks on X first, so nothing is sent twice."
            ),
        ),
        (
            errors.ServerTrouble,
            translate("Messages", "X is in trouble. Nothing is lost; it is tried again."),
        ),
        (
            errors.OutOfCredit,
            translate(
                "Messages", "Your credit at X is used up. The queue is kept, in order, and waits."
            ),
        ),
        (
            errors.BudgetReached,
            translate(
                "Messages", "Your budget for this month is reached. The queue is kept and waits."
            ),
        ),
        (
            errors.MonthlyCap,
            translate(
                "Messages", "X's limit for this month is reached. The queue is kept and waits."
            ),
        ),
        (
            errors.SignInNeeded,
            translate(
                "Messages", "X no longer knows this program. Connect again; everything is kept."
            ),
        ),
        (
            errors.AnswerNotUnderstood,
            translate("Messages", "X answered something unexpected. Nothing was changed here."),
        ),
    ):
        if isinstance(error, kind):
            return sentence
    return translate("Messages", "That did not work. Nothing was lost.")


def _refusal(reason: Refusal) -> str:
    return {
        Refusal.DUPLICATE: translate(
            "Messages", "X has this very text already. Change a word and send again."
        ),
        Refusal.TOO_LONG: translate(
            "Messages", "X finds this post too long. It is kept as you wrote it."
        ),
        Refusal.BAD_MEDIA: translate(
            "Messages", "X did not take a picture of this post. The post is kept."
        ),
        Refusal.NOT_ALLOWED_TO_ANSWER: translate(
            "Messages", "X allows this answer only on x.com. Your words are ready to paste there."
        ),
        Refusal.QUOTE_NOT_ALLOWED: translate(
            "Messages", "X allows quoting this only on x.com. Your words are ready to paste there."
        ),
        Refusal.NOT_PERMITTED: translate(
            "Messages", "X did not permit this. The post is kept as it is."
        ),
        Refusal.NOT_FOUND: translate(
            "Messages", "The post is no longer on X. Your words are kept."
        ),
        Refusal.INVALID: translate(
            "Messages", "X did not accept this post. It is kept as you wrote it."
        ),
    }[reason]


def _storage(error: errors.StorageTrouble) -> str:
    sentence = {
        StorageProblem.FULL: translate(
            "Messages", "The disk is full. What was saved is safe; free some space and try again."
        ),
        StorageProblem.READ_ONLY: translate(
            "Messages", "Shoplark may not write to {path}. Nothing there was changed."
        ),
        StorageProblem.NOT_A_FOLDER: translate(
            "Messages",
            "{path} is a file where Shoplark needs a folder. It was not touched; move it away and "
            "try again.",
        ),
        StorageProblem.NOT_A_FILE: translate(
            "Messages",
            "{path} is a folder where Shoplark's data file belongs. It was not touched; move it "
            "away and try again.",
        ),
        StorageProblem.DAMAGED: translate(
            "Messages",
            "The data file is damaged and is left as it is. Start again to open a good copy.",
        ),
        StorageProblem.NEWER: translate(
            "Messages",
            "This data was written by a newer Shoplark and was not touched. Install that version.",
        ),
        StorageProblem.LOCKED: translate(
            "Messages",
            "Another program is using the data file. What was saved is safe; close that program "
            "and try again.",
        ),
        StorageProblem.UNREADABLE: translate(
            "Messages", "The data in {path} cannot be read. Nothing there was changed."
        ),
    }[error.problem]
    return sentence.format(path=error.path)


def _keychain(problem: KeychainProblem) -> str:
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
        KeychainProblem.TOO_LONG: translate(
            "Messages", "The computer's password store has no room for this. The queue waits."
        ),
    }[problem]


def _image(error: errors.BadImage) -> str:
    sentence = {
        ImageProblem.NOT_A_PICTURE: translate(
            "Messages", "{name} is not a picture. The post is unchanged."
        ),
        ImageProblem.CUT_SHORT: translate(
            "Messages", "{name} is cut short and cannot be shown. The post is unchanged."
        ),
        ImageProblem.TOO_MANY_PIXELS: translate(
            "Messages", "{name} has too many pixels. Make it smaller first; the post is unchanged."
        ),
        ImageProblem.UNREADABLE: translate(
            "Messages", "{name} cannot be read. The post is unchanged."
        ),
        ImageProblem.TOO_BIG_FOR_X: translate(
            "Messages", "{name} is larger than X takes. The post is unchanged."
        ),
        ImageProblem.TOO_SMALL: translate(
            "Messages", "{name} is too small to be seen. The post is unchanged."
        ),
    }[error.problem]
    return sentence.format(name=error.path.name)


def _rate_limited(until: int) -> str:
    if not until:
        return translate(
            "Messages", "X asks to wait a little. Nothing is lost; it goes on by itself."
        )
    from PySide6.QtCore import QDateTime

    time = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(until).time(), QLocale.FormatType.ShortFormat
    )
    return translate("Messages", "X asks to wait until {time}. It goes on by itself then.").format(
        time=time
    )
