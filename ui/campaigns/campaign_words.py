"""A campaign in the owner's words: its days, its stage, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.campaigns.campaigns import Campaign, Stage
from services.campaigns.reach import Figures
from ui import when
from widgets.isolates import held

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def stage_word(stage: Stage) -> str:
    return {
        Stage.RUNNING: translate("Campaigns", "Running"),
        Stage.COMING: translate("Campaigns", "Coming"),
        Stage.OVER: translate("Campaigns", "Over"),
    }[stage]


def tag_and_days(campaign: Campaign, locale: QLocale) -> str:
    first, last = when.as_qdate(campaign.first_day), when.as_qdate(campaign.last_day)
    days = when.day_month(locale, first) if first == last else when.span(locale, first, last)
    return translate("Campaigns", "{tag} · {days}").format(tag=held(f"#{campaign.tag}"), days=days)


def figures_words(figures: Figures, locale: QLocale) -> str:
    """What is not known is said to be so, and is never a zero."""
    if not figures.posts:
        return translate("Campaigns", "Nothing of it is on X yet.")
    seen, clicks = figures.seen, figures.link_clicks
    if seen is None:
        return translate("Campaigns", "No figures yet.")
    said = [translate("Campaigns", "Seen %Ln times", "", seen)]
    if clicks is not None:
        said.append(translate("Campaigns", "%Ln link clicks", "", clicks))
    else:
        said.append(translate("Campaigns", "no clicks told yet"))
    if figures.read < figures.posts:
        said.append(
            translate("Campaigns", "{read} of {posts} posts read").format(
                read=locale.toString(figures.read), posts=locale.toString(figures.posts)
            )
        )
    return " · ".join(said)
