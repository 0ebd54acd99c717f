"""The owner's words for what is paid for, and amounts down to the tenth of a cent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.x_api.ledger import Purpose
from services.x_api.prices import Kind

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def exactly(micro: int) -> str:
    """Dollars with all that counts: X's smallest price is a tenth of a cent."""
    return with_places(micro, 2 if micro % 10_000 == 0 else places_of(micro))


def places_of(micro: int) -> int:
    """Decimals under which amounts stand in one column: a tenth of a cent, or all there are."""
    return 3 if micro % 1_000 == 0 else 6


def with_places(micro: int, places: int) -> str:
    return QLocale().toCurrencyString(micro / 1_000_000, "$", places)


def purpose_words(purpose: Purpose) -> str:
    return {
        Purpose.POST: translate("Money", "Posts"),
        Purpose.ANSWER: translate("Money", "Answers"),
        Purpose.INBOX: translate("Money", "Inbox"),
        Purpose.FIGURES: translate("Money", "Figures"),
        Purpose.CHECK: translate("Money", "Checking"),
        Purpose.ACCOUNT: translate("Money", "Account"),
    }[purpose]


def kind_words(kind: Kind) -> str:
    """A row of the price list."""
    return {
        Kind.POST: translate("Money", "A post"),
        Kind.POST_WITH_LINK: translate("Money", "A post or an answer with a link"),
        Kind.ANSWER: translate("Money", "An answer to a customer"),
        Kind.ALT_TEXT: translate("Money", "The words of a picture"),
        Kind.DELETE: translate("Money", "Deleting a post"),
        Kind.OWNED_READ: translate("Money", "Reading a post of yours, or one that names you"),
        Kind.POST_READ: translate("Money", "Reading a post by its number"),
        Kind.USER_READ: translate("Money", "Reading who somebody is"),
    }[kind]


def call_words(purpose: Purpose, kind: Kind, count: int) -> str:
    """One line of the book: what was done, and how many times."""
    if kind is Kind.POST_WITH_LINK:
        answer = purpose is Purpose.ANSWER
        with_link = translate("Money", "Answer with a link")
        return with_link if answer else translate("Money", "Post with a link")
    if kind is Kind.USER_READ and purpose is Purpose.ACCOUNT:
        return translate("Money", "Your account was read")
    if kind is Kind.USER_READ:
        return translate("Money", "%Ln customers looked up", "", count)
    if kind in (Kind.OWNED_READ, Kind.POST_READ):
        if purpose is Purpose.INBOX:
            return translate("Money", "%Ln words to you read", "", count)
        if purpose is Purpose.FIGURES:
            return translate("Money", "Figures of %Ln posts read", "", count)
        return translate("Money", "%Ln posts looked through for one in doubt", "", count)
    return {
        Kind.POST: translate("Money", "Post"),
        Kind.ANSWER: translate("Money", "Answer"),
        Kind.ALT_TEXT: translate("Money", "Words of a picture"),
        Kind.DELETE: translate("Money", "Post deleted"),
    }[kind]
