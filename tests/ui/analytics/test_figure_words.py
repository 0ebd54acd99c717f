from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Way
from services.analytics.figures import Figures, Headline, Key, Period, Tile, Why
from ui.analytics.figure_words import (
    duration,
    note_of,
    sentence_of,
    title_of,
    value_words,
)
from widgets.stat_tile import Change

EN = QLocale("en_GB")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 min"),
        (59 * 60, "59 min"),
        (3_600, "1 h"),
        (2 * 3_600 + 600, "2 h 10 min"),
        (86_400, "1 d"),
        (3 * 86_400 + 2 * 3_600 + 59 * 60, "3 d 2 h"),
    ],
)
def test_durations_have_two_units_at_most(qapp: object, seconds: int, words: str) -> None:
    assert duration(seconds, EN) == words


@pytest.mark.parametrize(
    ("key", "value", "locale", "words"),
    [
        (Key.SEEN, 12_912, "en_GB", "12,912"),
        (Key.SEEN, 12_912, "ar_EG", "١٢٬٩١٢"),
        (Key.SEEN, 12_912, "fa_IR", "۱۲٬۹۱۲"),
        (Key.SEEN, 12_912, "es_ES", "12.912"),
        (Key.RATE, 0.0412, "en_GB", "4.1 %"),
        (Key.RATE, 0.0412, "es_ES", "4,1 %"),
        (Key.MENTIONS, 0, "en_GB", "0"),
        (Key.MENTIONS, None, "en_GB", ""),
        (Key.FIRST_ANSWER, 7_800, "fa_IR", "۲ h ۱۰ min"),
    ],
)
def test_values_follow_the_locale(
    qapp: object, key: Key, value: float | None, locale: str, words: str
) -> None:
    assert value_words(key, value, QLocale(locale)) == words


def tile(
    key: Key = Key.SEEN,
    value: float | None = 100,
    change: float | None = None,
    why: Why = Why.NOTHING,
    missing: int = 0,
) -> Tile:
    return Tile(key, value, 80, change, missing, why)


@pytest.mark.parametrize(
    ("figure", "way", "words", "change"),
    [
        (tile(change=0.181), Way.CONNECTED, "18 % more", Change.BETTER),
        (tile(change=-0.25), Way.CONNECTED, "25 % fewer", Change.WORSE),
        (tile(change=0.02), Way.CONNECTED, "About the same", Change.SAME),
        (tile(Key.FIRST_ANSWER, 60, -0.5), Way.CONNECTED, "50 % faster", Change.BETTER),
        (tile(Key.FIRST_ANSWER, 60, 0.5), Way.CONNECTED, "50 % slower", Change.WORSE),
        (tile(why=Why.TOO_FEW), Way.CONNECTED, "Too few to say", Change.NONE),
        (tile(missing=4), Way.CONNECTED, "Days missing: 4", Change.NONE),
        (tile(), Way.CONNECTED, "Nothing to compare with yet", Change.NONE),
        (
            tile(value=None, why=Why.NOT_AVAILABLE),
            Way.BY_HAND,
            "X shows this only in its own Analytics",
            Change.NONE,
        ),
        (tile(value=None), Way.CONNECTED, "Not read from X yet", Change.NONE),
        (tile(Key.FIRST_ANSWER, None), Way.BY_HAND, "No answer given yet", Change.NONE),
    ],
)
def test_a_change_is_a_word_and_never_only_a_colour(
    qapp: object, figure: Tile, way: Way, words: str, change: Change
) -> None:
    note = note_of(figure, way, EN)
    assert (note.words, note.change) == (words, change)
    assert bool(note.icon) is (change is not Change.NONE)


@pytest.mark.parametrize("key", list(Key))
def test_every_figure_has_a_name(qapp: object, key: Key) -> None:
    assert title_of(key)
    assert title_of(key) != key.value


def test_the_sentence_tells_the_month(qapp: object) -> None:
    figures = Figures(
        period=Period(0, 27),
        earlier=Period(-28, -1),
        tiles=(tile(Key.POSTS, 3), tile(Key.DAYS_POSTED, 2), tile(value=8_406)),
        engagement_kinds=(),
        line=(),
        top_posts=(),
        headline=Headline.BETTER,
        percent=18,
    )
    told = sentence_of(figures, Way.CONNECTED, EN)
    assert told == "A better month: your posts were seen 18 % more"
    worse = replace(figures, headline=Headline.WORSE)
    assert sentence_of(worse, Way.CONNECTED, EN).endswith("seen 18 % less")
    same = replace(figures, headline=Headline.SAME)
    assert sentence_of(same, Way.CONNECTED, EN).endswith("seen as often")
    new = replace(figures, headline=Headline.NEW)
    assert sentence_of(new, Way.CONNECTED, EN) == "The posts of these 28 days were seen 8,406 times"
    unread = replace(new, tiles=(tile(value=None),))
    assert sentence_of(unread, Way.CONNECTED, EN) == "Not read from X yet"
    assert sentence_of(figures, Way.BY_HAND, EN) == "3 posts on 2 of these 28 days"
    none = replace(figures, tiles=(tile(Key.POSTS, 0), tile(Key.DAYS_POSTED, 0)))
    assert sentence_of(none, Way.BY_HAND, EN) == "No posts in these 28 days"
