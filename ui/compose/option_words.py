"""The owner's words for what a post carries besides its text and its pictures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.publishing.post_options import WhoCanReply


def who_words(who: WhoCanReply) -> str:
    """As a choice, under "Who can reply"."""
    translate = QCoreApplication.translate
    return {
        WhoCanReply.EVERYONE: translate("PostOptions", "Everyone"),
        WhoCanReply.FOLLOWING: translate("PostOptions", "People you follow"),
        WhoCanReply.MENTIONED: translate("PostOptions", "Only people you mention"),
        WhoCanReply.SUBSCRIBERS: translate("PostOptions", "Subscribers"),
        WhoCanReply.VERIFIED: translate("PostOptions", "Verified accounts"),
    }[who]


def who_sentence(who: WhoCanReply) -> str:
    """As it stands under the post; nothing where everyone can."""
    translate = QCoreApplication.translate
    return {
        WhoCanReply.EVERYONE: "",
        WhoCanReply.FOLLOWING: translate("PostOptions", "Only people you follow can reply"),
        WhoCanReply.MENTIONED: translate("PostOptions", "Only people you mention can reply"),
        WhoCanReply.SUBSCRIBERS: translate("PostOptions", "Only subscribers can reply"),
        WhoCanReply.VERIFIED: translate("PostOptions", "Only verified accounts can reply"),
    }[who]


def paid_words() -> str:
    return QCoreApplication.translate("PostOptions", "Paid partnership")


def ai_words() -> str:
    return QCoreApplication.translate("PostOptions", "Made with AI")
