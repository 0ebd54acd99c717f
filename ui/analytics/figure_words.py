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
    tr = QCoreApplication.translate
    return {
        Key.POSTS: tr("Figures", "Posts"),
        Key.SEEN: tr("Figures", "Seen"),
        Key.ENGAGEMENTS: tr("Figures", "Reactions"),
        Key.RATE: tr("Figures", "Reactions a view"),
        Key.LINK_CLICKS: tr("Figures", "Link clicks"),
        Key.PROFILE_CLICKS: tr("Figures", "Profile clicks"),
        Key.MENTIONS: tr("Figures", "Mentions"),
        Key.ANSWERS: tr("Figures", "Answers"),
        Key.FIRST_ANSWER: tr("Figures", "First answer"),
        Key.FOLLOWERS: tr("Figures", "Followers"),
        Key.LIKES: tr("Figures", "Likes"),
        Key.REPOSTS: tr("Figures", "Reposts"),
        Key.REPLIES: tr("Figures", "Answers from others"),
        Key.QUOTES: tr("Figures", "Quotes"),
        Key.BOOKMARKS: tr("Figures", "Saves"),
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
    tr = QCoreApplication.translate
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return tr("Figures", "{minutes} min").format(minutes=locale.toString(minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        if not rest:
            return tr("Figures", "{hours} h").format(hours=locale.toString(hours))
        return tr("Figures", "{hours} h {minutes} min").format(
            hours=locale.toString(hours), minutes=locale.toString(rest)
        )
    days, hours = divmod(hours, 24)
    if not hours:
        return tr("Figures", "{days} d").format(days=locale.toString(days))
    return tr("Figures", "{days} d {hours} h").format(
        days=locale.toString(days), hours=locale.toString(hours)
    )


def note_of(tile: Tile, way: Way, locale: QLocale) -> Note:
    """What stands under the value, or in its place when there is none."""
    tr = QCoreApplication.translate
    if tile.value is None:
        if tile.key is Key.FIRST_ANSWER:
            return Note(tr("Figures", "No answer given yet"))
        if way is Way.BY_HAND:
            return Note(tr("Figures", "X shows this only in its own Analytics"))
        return Note(tr("Figures", "Not read from X yet"))
    if tile.missing_days and tile.change is None and tile.key is not Key.FOLLOWERS:
        missing = tr("Figures", "Days missing: {count}")
        return Note(missing.format(count=locale.toString(tile.missing_days)))
    if tile.why is Why.TOO_FEW:
        return Note(tr("Figures", "Too few to say"))
    if tile.change is None:
        return Note(tr("Figures", "Nothing to compare with yet"))
    return _changed(tile.key, tile.change, locale)


def sentence_of(figures: Figures, way: Way, locale: QLocale) -> str:
    tr = QCoreApplication.translate
    if way is Way.BY_HAND:
        posts = figures.tile(Key.POSTS).value or 0
        words = tr("Figures", "Posts in these {days} days: {count}")
        return words.format(
            days=locale.toString(figures.day_count), count=locale.toString(round(posts))
        )
    share = percent(figures.percent, locale)
    if figures.headline is Headline.BETTER:
        words = tr("Figures", "A better month: {percent} more people saw your posts")
        return words.format(percent=share)
    if figures.headline is Headline.WORSE:
        words = tr("Figures", "A quieter month: {percent} fewer people saw your posts")
        return words.format(percent=share)
    if figures.headline is Headline.SAME:
        return tr("Figures", "A month like the one before: as many people saw your posts")
    return tr("Figures", "Your first month: there is nothing to compare it with yet")


def _changed(key: Key, change: float, locale: QLocale) -> Note:
    tr = QCoreApplication.translate
    if abs(change) < _SAME_BELOW:
        return Note(tr("Figures", "About the same"), Change.SAME, "minus")
    share = percent(abs(change) * 100, locale)
    up = change > 0
    if key is Key.FIRST_ANSWER:
        words = tr("Figures", "{percent} slower") if up else tr("Figures", "{percent} faster")
        better = not up
    else:
        words = tr("Figures", "{percent} more") if up else tr("Figures", "{percent} fewer")
        better = up
    return Note(
        words.format(percent=share),
        Change.BETTER if better else Change.WORSE,
        "arrow-up" if up else "arrow-down",
    )
