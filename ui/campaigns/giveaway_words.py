"""A giveaway in words: its post, its end, and the record of its draw.

The rules offered are what X asks for in its guidelines for promotions (help.x.com, "Guidelines
for Promotions on X"): nobody enters by several accounts, nobody is asked to post the same again
and again, and entries mention the shop, as an answer under its post does.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.campaigns.giveaways import Entry, Giveaway
from services.x_api.intents import open_post_link
from ui import when

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def usual_rules() -> str:
    return translate(
        "Giveaways",
        "To enter, answer this post once. Entering by several accounts, or posting the same again "
        "and again, does not count. Drawn by chance.",
    )


def end_words(giveaway: Giveaway, locale: QLocale) -> str:
    return moment(giveaway.ends_at, giveaway.ends_zone, locale)


def moment(seconds: int, zone: str, locale: QLocale) -> str:
    return translate("Giveaways", "{day}, {time}").format(
        day=when.weekday_day(locale, when.date_of(seconds, zone)),
        time=when.clock_time(locale, seconds, zone),
    )


def post_words(giveaway: Giveaway, locale: QLocale) -> str:
    """The post that begins it; the owner goes on from there."""
    winners = giveaway.winners
    lines = [
        translate("Giveaways", "Giveaway: {prize}").format(prize=giveaway.prize),
        giveaway.rules,
        " ".join(
            (
                translate("Giveaways", "Ends {end} ({zone}).").format(
                    end=end_words(giveaway, locale), zone=place(giveaway.ends_zone)
                ),
                translate("Giveaways", "%Ln people win.", "", winners),
            )
        ),
    ]
    return "\n\n".join(line for line in lines if line)


def record_words(
    giveaway: Giveaway, entries: tuple[Entry, ...], locale: QLocale, *, most: int | None = None
) -> str:
    """Who was in and who won, with all that is needed to draw it again.

    `most`: how many of those who were in are named.
    """
    if giveaway.drawn_at is None:
        return ""
    zone = giveaway.ends_zone
    drawn = moment(giveaway.drawn_at, zone, locale)
    winners = ", ".join(f"@{one.handle}" for one in entries if one.won)
    count = locale.toString(len(entries))
    lines = [
        translate("Giveaways", "Giveaway: {prize}").format(prize=giveaway.prize),
        translate("Giveaways", "Ended: {end} ({zone})").format(
            end=end_words(giveaway, locale), zone=place(zone)
        ),
        translate("Giveaways", "Drawn: {drawn}, before its end").format(drawn=drawn)
        if giveaway.drawn_early
        else translate("Giveaways", "Drawn: {drawn}").format(drawn=drawn),
        translate("Giveaways", "Won: {winners}").format(winners=winners),
        "",
        translate("Giveaways", "In the draw, {count}, by the time of their answers:").format(
            count=count
        ),
        *(_entry_words(number, one) for number, one in enumerate(entries[:most])),
        *_others_words(len(entries) - len(entries[:most])),
        "",
        translate("Giveaways", "Seed: {seed}").format(seed=giveaway.seed),
        translate("Giveaways", "To draw it again, in Python: {line}").format(
            line=f'random.Random("{giveaway.seed}").sample(range({len(entries)}), '
            f"{min(giveaway.winners, len(entries))})"
        ),
    ]
    return "\n".join(lines)


def _entry_words(number: int, entry: Entry) -> str:
    said = f"{number}. @{entry.handle} {open_post_link(entry.handle, entry.x_post_id)}"
    if not entry.late:
        return said
    return translate("Giveaways", "{entry} – answered after the end").format(entry=said)


def _others_words(count: int) -> list[str]:
    if not count:
        return []
    return [translate("Giveaways", "and %Ln more: the copied record has them all", "", count)]


def place(zone: str) -> str:
    """`Europe/Helsinki` as people say it."""
    return zone.replace("_", " ").rpartition("/")[2]
