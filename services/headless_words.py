"""The English sentences of the runs without a window, for stderr."""

from __future__ import annotations

POSTS = {  # one for every reason a post may have (a test counts them)
    "Offline": "X could not be reached; the post stays in the queue.",
    "OutcomeUnknown": "X was asked and did not answer; own posts are read before any other try.",
    "RateLimited": "X asks to wait; the post stays in the queue.",
    "ServerTrouble": "X is in trouble; the post is tried again later.",
    "AnswerNotUnderstood": "X answered something else than what was asked for.",
    "Rejected": "X refused the post; it has to be changed.",
    "OutOfCredit": "there is no credit left at X; the queue waits.",
    "BudgetReached": "the month's budget is spent; the queue waits.",
    "MonthlyCap": "X's monthly cap is reached; the queue waits.",
    "SpendCap": "the spending limit set at X is reached; the queue waits.",
    "SignInNeeded": "X did not accept the sign-in; the queue waits.",
    "SignInEnded": "X has ended the sign-in, connect the account again; the queue waits.",
    "RenewalLost": "X's answer to a renewal was lost, connect the account again; the queue waits.",
    "AppNotEnrolled": "the app at X is in no package that may be used; the queue waits.",
    "AppOfOtherKind": "the app at X has to be a Native App; the queue waits.",
    "KeychainTrouble": "the system's keyring did not give the account's secret; the queue waits.",
    "ClockWrong": "this computer's clock cannot be right; nothing is sent until it is.",
    "OtherComputer": "this folder is sent from another computer; --send-from-here sends from this.",
    "BadImage": "a picture cannot be used.",
    "BadVideo": "The video is gone, or X would not take it.",
    "Late": "its time passed while Shoplark was not running.",
    "ClosedDay": "the shop is closed on its day.",
    "ByHand": "this account posts by hand, on X's own page.",
    "Unclear": "it may or may not be on X; look there.",
}

INBOX = {  # one for everything that may stop a reading of X (a test counts them)
    "Offline": "X could not be reached; nothing new was read.",
    "OutcomeUnknown": "X was asked and did not answer; nothing new was read.",
    "RateLimited": "X asks to wait; nothing new was read.",
    "ServerTrouble": "X is in trouble; nothing new was read.",
    "AnswerNotUnderstood": "X answered something else than what was asked for; nothing was kept.",
    "Rejected": "X refused to show what is new.",
    "OutOfCredit": "there is no credit left at X; nothing new was read.",
    "BudgetReached": "the month's budget does not reach for this; read again when it does.",
    "MonthlyCap": "X's monthly cap is reached; nothing new was read.",
    "SpendCap": "the spending limit set at X is reached; nothing new was read.",
    "SignInNeeded": "X did not accept the sign-in; nothing new was read.",
    "SignInEnded": "X has ended the sign-in, connect the account again; nothing new was read.",
    "RenewalLost": "X's answer to a renewal was lost, connect the account again; nothing was read.",
    "AppNotEnrolled": "the app at X is in no package that may be used; nothing new was read.",
    "AppOfOtherKind": "the app at X has to be a Native App; nothing new was read.",
    "KeychainTrouble": "the system's keyring did not give the account's secret; nothing was read.",
}


def sentence(words: dict[str, str], reason: str, detail: str | None) -> str:
    said = words.get(reason, "it did not work.")
    return f"{reason}: {said}" + (f" ({detail})" if detail else "")
