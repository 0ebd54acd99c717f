"""What X last answered to each kind of call, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from services.health.account_values import Call, CallHealth
from ui.health.account_words import At
from ui.health.row_words import RowWords

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def call_rows(calls: Iterable[CallHealth], at: At) -> tuple[RowWords, ...]:
    return tuple(
        RowWords(call.call.value, call_name(call.call), call.state, _sentence(call, at))
        for call in calls
    )


def call_name(call: Call) -> str:
    return {
        Call.POST: translate("Health", "Posts and answers"),
        Call.DELETE: translate("Health", "Deleting"),
        Call.PICTURE: translate("Health", "Pictures"),
        Call.ALT_TEXT: translate("Health", "Words of pictures"),
        Call.MENTIONS: translate("Health", "Inbox"),
        Call.OWN_POSTS: translate("Health", "Your posts and figures"),
        Call.POSTS: translate("Health", "Looking posts up"),
        Call.WHO: translate("Health", "Your account"),
        Call.PEOPLE: translate("Health", "Looking customers up"),
        Call.RENEWAL: translate("Health", "Renewing the sign-in"),
        Call.SIGN_OUT: translate("Health", "Signing out"),
        Call.OTHER: translate("Health", "Other calls"),
    }[call]


def _sentence(call: CallHealth, at: At) -> str:
    answered = "" if call.at is None else _answered(call, at.ago(call.at))
    if call.until is None:
        return answered
    shut = translate("Health", "X takes no more before {time}.").format(time=at.until(call.until))
    if not answered:
        return shut
    return translate("Health", "{first} {second}").format(first=answered, second=shut)


def _answered(call: CallHealth, ago: str) -> str:
    words = {
        "": translate("Health", "X took it {ago}."),
        "Offline": translate("Health", "X could not be reached {ago}."),
        "OutcomeUnknown": translate("Health", "No answer came {ago}."),
        "RenewalLost": translate("Health", "No answer came {ago}."),
        "RateLimited": translate("Health", "X asked to wait {ago}."),
        "ServerTrouble": translate("Health", "X was in trouble {ago}."),
        "Rejected": translate("Health", "X refused it {ago}."),
        "OutOfCredit": translate("Health", "There was no credit {ago}."),
        "SpendCap": translate("Health", "A limit at X was reached {ago}."),
        "MonthlyCap": translate("Health", "A limit at X was reached {ago}."),
        "AnswerNotUnderstood": translate("Health", "X's answer could not be read {ago}."),
    }.get(call.trouble, translate("Health", "X did not take the sign-in {ago}."))
    return words.format(ago=ago)
