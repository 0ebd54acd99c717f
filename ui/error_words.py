"""One plain sentence for each AppError: what happened, and what was kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services import errors
from services.errors import AppError, ImageProblem, Refusal, StorageProblem

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def sentence(error: AppError, zone: str = "") -> str:
    """`zone`: whose clock times are told by; the computer's without one."""
    if isinstance(error, errors.Rejected):
        return _refusal(error.reason)
    if isinstance(error, errors.StorageTrouble):
        return _storage(error)
    if isinstance(error, errors.BadImage):
        return _image(error)
    if isinstance(error, errors.BadVideo):
        # Most shops never send one.
        from ui import video_words

        return video_words.sentence(error)
    if isinstance(error, errors.RateLimited) and not error.most:
        return _rate_limited(error.until, zone)
    if isinstance(error, errors.BudgetReached | errors.OutOfCredit | errors.RateLimited):
        return _money_stop(error, zone)
    if isinstance(error, errors.MonthlyCap):
        return _cap(error)
    if isinstance(error, errors.SignInNeeded | errors.SignInStopped | errors.KeychainTrouble):
        return _signing_in(error)
    if isinstance(error, errors.ClockWrong):
        return _clock(error.now)
    if error.name == "DownloadStopped":
        return _download(error)
    if isinstance(error, errors.BadImport):
        return translate(
            "Messages", "Row {row} of the file cannot be read. Nothing was taken in."
        ).format(row=error.row)
    for kind, words in (
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
            errors.OtherComputer,
            translate(
                "Messages",
                "Another computer sends the posts of this data folder. Nothing is sent from here.",
            ),
        ),
        (
            errors.AnswerNotUnderstood,
            translate("Messages", "X answered something unexpected. Nothing was changed here."),
        ),
    ):
        if isinstance(error, kind):
            return words
    return translate("Messages", "That did not work. Nothing was lost.")


def _money_stop(
    error: errors.BudgetReached | errors.OutOfCredit | errors.RateLimited, zone: str
) -> str:
    # Only an account that pays ever meets these.
    from ui.money import stop_words

    if isinstance(error, errors.BudgetReached):
        return stop_words.budget_reached(error)
    if isinstance(error, errors.OutOfCredit):
        return stop_words.out_of_credit(error, zone)
    return stop_words.day_limit(error, zone)


def _signing_in(
    error: errors.SignInNeeded | errors.SignInStopped | errors.KeychainTrouble,
) -> str:
    # Only an account that is connected, or is to be, ever meets these.
    from ui.sign_in import words

    if isinstance(error, errors.SignInStopped):
        return words.stopped(error.problem)
    if isinstance(error, errors.KeychainTrouble):
        return words.keychain(error.problem)
    return words.needed(error)


def _download(error: AppError) -> str:
    # Only a board whose pictures are somewhere else ever meets these.
    from services.media.download_trouble import DownloadStopped
    from ui.board import download_words

    return download_words.sentence(error) if isinstance(error, DownloadStopped) else ""


def _clock(now: int) -> str:
    from PySide6.QtCore import QDateTime

    from widgets.isolates import held

    day = QDateTime.fromSecsSinceEpoch(now).date()
    return translate(
        "Messages",
        "This computer's clock says {day}. Nothing is sent or moved until it is right again.",
    ).format(day=held(QLocale().toString(day, QLocale.FormatType.LongFormat)))


def _refusal(reason: Refusal) -> str:
    return {
        Refusal.DUPLICATE: translate(
            "Messages", "X has this very text already. It is kept: change a word and send again."
        ),
        Refusal.TOO_LONG: translate(
            "Messages", "X finds this post too long. It is kept: shorten it and send again."
        ),
        Refusal.BAD_MEDIA: translate(
            "Messages", "X did not take a picture of this post. All is kept: choose another one."
        ),
        Refusal.BAD_VIDEO: translate(
            "Messages", "X could not use the video of this post. All is kept: choose another one."
        ),
        Refusal.BAD_POLL: translate(
            "Messages", "X takes no such poll. Look at its options and its time; all is kept."
        ),
        Refusal.WHO_CAN_REPLY: translate(
            "Messages", "X did not take your choice of who can reply. All is kept: choose again."
        ),
        Refusal.EMPTY: translate(
            "Messages", "A part of this post is empty. Write something in it, or take it out."
        ),
        Refusal.NOT_ALLOWED_TO_ANSWER: translate(
            "Messages",
            "X allows this answer only on x.com. It opens there with your words filled in.",
        ),
        Refusal.QUOTE_NOT_ALLOWED: translate(
            "Messages",
            "X allows this quote only on x.com. It opens there with your words filled in.",
        ),
        Refusal.NOT_PERMITTED: translate(
            "Messages", "X refused this and gave no reason. It is kept: its own page may say more."
        ),
        Refusal.SUSPENDED: translate(
            "Messages", "X has suspended or locked this account. Its page there says what to do."
        ),
        Refusal.NOT_FOUND: translate(
            "Messages", "The post is no longer on X, or hidden from you. Your words are kept."
        ),
        Refusal.INVALID: translate(
            "Messages", "Something in this post X does not take. It is kept: change it, send again."
        ),
        Refusal.GONE_FROM_X: translate(
            "Messages", "X no longer takes this from programs. It is kept, and opens on its page."
        ),
        Refusal.LINK_MISSING: translate(
            "Messages", "Which post this part answers is not known here. Post it on X's own page."
        ),
    }[reason]


def _cap(error: errors.MonthlyCap) -> str:
    set_by_owner = isinstance(error, errors.SpendCap)
    if error.until is None:
        return (
            translate(
                "Messages",
                "The spending limit you set at X is reached. The queue is kept and waits.",
            )
            if set_by_owner
            else translate(
                "Messages",
                "X lets your app do no more this month. The queue is kept, in order, and goes on "
                "by itself once X allows it.",
            )
        )
    from PySide6.QtCore import QDateTime, QTimeZone

    # The day as X named it: its month of spending ends by UTC.
    day = QDateTime.fromSecsSinceEpoch(error.until, QTimeZone.utc()).date()
    words = (
        translate(
            "Messages",
            "The spending limit you set at X is reached. The queue is kept, and goes on after "
            "{day}.",
        )
        if set_by_owner
        else translate(
            "Messages",
            "X lets your app do no more this month. The queue is kept, and goes on after {day}.",
        )
    )
    return words.format(day=QLocale().toString(day.addDays(-1), QLocale.FormatType.LongFormat))


def _storage(error: errors.StorageTrouble) -> str:
    words = {
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
        StorageProblem.TEST_BUILD: translate(
            "Messages",
            "This data was made by an earlier test build of Shoplark and was not touched. Move "
            "{path} away and try again.",
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
    return words.format(path=error.path)


def _image(error: errors.BadImage) -> str:
    words = {
        ImageProblem.NOT_A_PICTURE: translate(
            "Messages", "{name} is not a picture. Nothing was changed."
        ),
        ImageProblem.CUT_SHORT: translate(
            "Messages", "{name} is cut short and cannot be shown. Nothing was changed."
        ),
        ImageProblem.TOO_MANY_PIXELS: translate(
            "Messages", "{name} has too many pixels. Make it smaller first; nothing was changed."
        ),
        ImageProblem.UNREADABLE: translate(
            "Messages", "{name} cannot be read. Nothing was changed."
        ),
        ImageProblem.TOO_BIG_FOR_X: translate(
            "Messages", "{name} is larger than X takes. Nothing was changed."
        ),
        ImageProblem.TOO_SMALL: translate(
            "Messages", "{name} is too small to be seen. Nothing was changed."
        ),
        ImageProblem.OTHER_KIND: translate(
            "Messages",
            "Shoplark does not read pictures of this kind: {name}. Save it as JPEG or PNG first; "
            "nothing was changed.",
        ),
        ImageProblem.NO_HEIC: translate(
            "Messages",
            "{name} is a HEIC picture, which cannot be read on this computer. Save it as JPEG "
            "first; nothing was changed.",
        ),
        ImageProblem.MOVES_TOO_MUCH: translate(
            "Messages",
            "{name} moves for longer, or is larger, than X takes. Make it shorter or smaller "
            "first; nothing was changed.",
        ),
    }[error.problem]
    return words.format(name=error.path.name)


def _rate_limited(until: int, zone: str) -> str:
    if not until:
        return translate(
            "Messages", "X asks to wait a little. Nothing is lost: it goes on by itself."
        )
    from ui import when

    return translate(
        "Messages", "X asks to wait until {time}. Nothing is lost: it goes on by itself then."
    ).format(time=when.time_said(until, zone))
