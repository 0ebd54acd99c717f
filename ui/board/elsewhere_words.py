"""What is to be done on Pinterest's and on Tumblr's page, in a sentence each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from services.media.outings import Site

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class SiteWords(NamedTuple):
    """`how` pictures and words come onto the page, `bring`: which link is to be copied there."""

    how: str
    open_it: str
    bring: str
    example: str


def words_of(site: Site) -> SiteWords:
    if site is Site.PINTEREST:
        return SiteWords(
            translate(
                "Elsewhere",
                "Drag the pictures from the folder onto it, put them on one board there, and paste "
                "the words below.",
            ),
            translate("Elsewhere", "Copy the words and open Pinterest"),
            translate(
                "Elsewhere",
                "Copy the address of the board in your browser and come back to this window: it is "
                "put in for you.",
            ),
            "https://www.pinterest.com/…",
        )
    return SiteWords(
        translate(
            "Elsewhere",
            "Drag the pictures from the folder onto it, all into one post, and paste the words "
            "below.",
        ),
        translate("Elsewhere", "Copy the words and open Tumblr"),
        translate(
            "Elsewhere",
            "Copy the address of the post or of your blog and come back to this window: it is put "
            "in for you.",
        ),
        "https://www.tumblr.com/…",
    )
