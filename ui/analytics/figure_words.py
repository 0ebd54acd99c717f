"""The figures in words: names, values by locale, and what changed, always with a word for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.accounts import Way
from services.analytics.figures import Figures, Headline, Key, Tile, Why
from widgets.stat_tile import Change

_SAME_BELOW = 0.03
_HOUR = 3_600
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Note:
    """`icon` is a name of ui.icons, or empty."""

    words: str
    change: Change = Change.NONE
    icon: str = ""


def title_of(key: Key) -> str:
    translate = QCoreApplication.translate
    return {
        Key.POSTS: translate("Figures", "Posts"),
        Key.DAYS_POSTED: translate("Figures", "Days posted"),
        Key.SEEN: translate("Figures", "Seen"),
        Key.ENGAGEMENTS: translate("Figures", "Reactions"),
        Key.RATE: translate("Figures", "Reactions per view"),
        Key.LINK_CLICKS: translate("Figures", "Link clicks"),
        Key.PROFILE_CLICKS: translate("Figures", "Profile clicks"),
        Key.MENTIONS: translate("Figures", "Mentions"),
        Key.ANSWERS: translate("Figures", "Answers"),
        Key.FIRST_ANSWER: translate("Figures", "First answer"),
        Key.FOLLOWERS: translate("Figures", "Followers"),
        Key.LIKES: translate("Figures", "Likes"),
        Key.REPOSTS: translate("Figures", "Reposts"),
        Key.REPLIES: translate("Figures", "Answers from others"),
        Key.QUOTES: translate("Figures", "Quotes"),
        Key.BOOKMARKS: translate("Figures", "Saves"),
    }[key]


def value_words(key: Key, value: float | None, locale: QLocale) -> str:
    """Empty for None."""
    if value is None:
        return ""
    if key is Key.RATE:
        return percent(value * 100, locale, places=1)
    if key is Key.FIRST_ANSWER:
        return duration(value, locale)
    return locale.toString(round(value))


def percent(number: float, locale: QLocale, *, places: int = 0) -> str:
    return QCoreApplication.translate("Figures", "{number} %").format(
        number=locale.toString(float(number), "f", places)
    )


def duration(seconds: float, locale: QLocale) -> str:
    """`40 min`, `3 h 20 min`, `2 d 4 h`: two units at most."""
    translate = QCoreApplication.translate
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return translate("Figures", "{minutes} min").format(minutes=locale.toString(minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        if not rest:
            return translate("Figures", "{hours} h").format(hours=locale.toString(hours))
        return translate("Figures", "{hours} h {minutes} min").format(
            hours=locale.toString(hours), minutes=locale.toString(rest)
        )
    days, hours = divmod(hours, 24)
    if not hours:
        return translate("Figures", "{days} d").format(days=locale.toString(days))
    return translate("Figures", "{days} d {hours} h").format(
        days=locale.toString(days), hours=locale.toString(hours)
    )


def note_of(tile: Tile, way: Way, locale: QLocale) -> Note:
    """What stands under the value, or in its place when there is none."""
    translate = QCoreApplication.translate
    if tile.value is None:
        if tile.key is Key.FIRST_ANSWER:
            return Note(translate("Figures", "No answer given yet"))
        if way is Way.BY_HAND:
            return Note(translate("Figures", "X shows this only in its own Analytics"))
        return Note(translate("Figures", "Not read from X yet"))
    if tile.missing_days and tile.change is None and tile.key is not Key.FOLLOWERS:
        missing = translate("Figures", "Days missing: {count}")
        return Note(missing.format(count=locale.toString(tile.missing_days)))
    if way is Way.BY_HAND and not tile.before:
        # What was posted before Shoplark was there is not known to be nothing.
        return Note("")
    if tile.why is Why.TOO_FEW:
        return Note(translate("Figures", "Too few to say"))
    if tile.change is None:
        return Note(translate("Figures", "Nothing to compare with yet"))
    return _changed(tile.key, tile.change, locale)


def sentence_of(figures: Figures, way: Way, locale: QLocale) -> str:
    translate = QCoreApplication.translate
    if way is Way.BY_HAND:
        return _posted(figures, locale)
    share = percent(figures.percent, locale)
    if figures.headline is Headline.BETTER:
        words = translate("Figures", "A better month: your posts were seen {percent} more")
        return words.format(percent=share)
    if figures.headline is Headline.WORSE:
        words = translate("Figures", "A quieter month: your posts were seen {percent} less")
        return words.format(percent=share)
    if figures.headline is Headline.SAME:
        return translate("Figures", "A month like the one before: your posts were seen as often")
    seen = figures.tile(Key.SEEN).value
    if seen is None:
        return translate("Figures", "Not read from X yet")
    words = translate("Figures", "The posts of these {days} days were seen {times} times")
    return words.format(days=locale.toString(figures.day_count), times=locale.toString(round(seen)))


def _posted(figures: Figures, locale: QLocale) -> str:
    translate = QCoreApplication.translate
    posts, days = (round(figures.tile(key).value or 0) for key in (Key.POSTS, Key.DAYS_POSTED))
    if not posts:
        return translate("Figures", "No posts in these {days} days").format(
            days=locale.toString(figures.day_count)
        )
    return translate("Figures", "{posts} on {posted} of these {days} days").format(
        posts=translate("Figures", "%Ln posts", "", posts),
        posted=locale.toString(days),
        days=locale.toString(figures.day_count),
    )


def _changed(key: Key, change: float, locale: QLocale) -> Note:
    translate = QCoreApplication.translate
    if abs(change) < _SAME_BELOW:
        return Note(translate("Figures", "About the same"), Change.SAME, "minus")
    share = percent(abs(change) * 100, locale)
    up = change > 0
    if key is Key.FIRST_ANSWER:
        words = (
            translate("Figures", "{percent} slower")
            if up
            else translate("Figures", "{percent} faster")
        )
        better = not up
    else:
        words = (
            translate("Figures", "{percent} more")
            if up
            else translate("Figures", "{percent} fewer")
        )
        better = up
    return Note(
        words.format(percent=share),
        Change.BETTER if better else Change.WORSE,
        "arrow-up" if up else "arrow-down",
    )
