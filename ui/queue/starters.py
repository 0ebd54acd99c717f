"""A sentence to begin with for each kind of post: the owner puts the own words in its places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.publishing.post_options import PostKind


def starter(kind: PostKind) -> str:
    """In the language that is spoken now; empty for a kind that is only guessed."""
    translate = QCoreApplication.translate
    if kind is PostKind.SELL:
        return translate("Starters", "New in the shop: {product}. {price}, here: {link}")
    if kind is PostKind.HELP:
        return translate("Starters", "How to make {product} last longer: {advice}.")
    if kind is PostKind.PEOPLE:
        return translate("Starters", "Today you meet {who}, who {what they do} here in the shop.")
    if kind is PostKind.ASK:
        return translate("Starters", "Which one would you choose: {one thing} or {another}?")
    return ""
