"""Why nothing could be fetched from another site: a sentence for each problem."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.media.download_trouble import DownloadProblem, DownloadStopped

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def sentence(error: DownloadStopped) -> str:
    return {
        DownloadProblem.NOT_AN_ADDRESS: translate(
            "Messages", "That is no link to a page. Copy it once more from the browser."
        ),
        DownloadProblem.NOT_SECURE: translate(
            "Messages", "That site has no secure connection (https). Nothing was fetched."
        ),
        DownloadProblem.NOT_TRUSTED: translate(
            "Messages", "That site cannot prove that it is the one it says. Nothing was fetched."
        ),
        DownloadProblem.NOT_PUBLIC: translate(
            "Messages", "That link does not lead to a public site. Nothing was fetched."
        ),
        DownloadProblem.TOO_LARGE: translate(
            "Messages", "What stands at that link is too large. Nothing was kept of it."
        ),
        DownloadProblem.TOO_SLOW: translate(
            "Messages", "That site took too long. Nothing was lost; try it again."
        ),
        DownloadProblem.NOT_FOUND: translate(
            "Messages", "There is nothing at that link: it may be misspelt, secret or deleted."
        ),
        DownloadProblem.NEEDS_SIGN_IN: translate(
            "Messages", "That page is only for who is signed in there. Nothing was fetched."
        ),
        DownloadProblem.REFUSED: translate(
            "Messages", "That site does not hand it out. Nothing was changed here."
        ),
        DownloadProblem.BUSY: translate(
            "Messages", "That site is in trouble or asks to wait. Try it again in a while."
        ),
        DownloadProblem.GOES_ROUND: translate(
            "Messages", "That link leads from one page to the next and never arrives."
        ),
        DownloadProblem.OFFLINE: translate(
            "Messages", "That site cannot be reached. Look at the link and at your connection."
        ),
        DownloadProblem.BROKEN_OFF: translate(
            "Messages", "The connection broke off. Nothing was lost; try it again."
        ),
        DownloadProblem.CANCELLED: translate("Messages", "It was stopped. Nothing was changed."),
        DownloadProblem.NOT_A_FEED: translate(
            "Messages",
            "There is no public feed at that link. A capture from the screen takes its pictures "
            "all the same.",
        ),
        DownloadProblem.NO_PICTURES: translate("Messages", "There are no pictures in that feed."),
        DownloadProblem.NO_FEED_OF_THIS: translate(
            "Messages",
            "A single pin, a search or a tag of everybody has no feed. Paste the link of a board, "
            "a profile or a blog.",
        ),
    }[error.problem]
