"""The shop's own card: name, what it sells, hours, voice, tags. Saved as it is typed."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, replace

from services.clock import Clock
from services.store.database import Database
from services.text.clean import clean

_WALL = r"([01]\d|2[0-3]):[0-5]\d"
_BETWEEN_WORDS = r"[,;،؛、，；\n]+"
_BETWEEN_TAGS = r"[\s,;،؛、，#＃]+"


@dataclass(frozen=True, slots=True)
class DayHours:
    """`weekday`: Monday is 0. Wall-clock "09:00"; both None on a closed day.

    `closes` may lie before `opens`: open past midnight.
    """

    weekday: int
    opens: str | None = None
    closes: str | None = None

    @property
    def closed(self) -> bool:
        return self.opens is None or self.closes is None


USUAL_HOURS = tuple(
    DayHours(day, "09:00", "18:00") if day < 6 else DayHours(day) for day in range(7)
)
"""What the card proposes before the owner has said anything: Monday to Saturday, 9 to 6."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`country` is ISO 3166 ("FI"), `own_tags` are without #, `logo` is a picture's hash.

    `region` is the end of ISO 3166-2 ("CT"), as far as holidays depend on it; `keeps_holidays`:
    closed on public holidays. `colours` are the shop's two, "#RRGGBB" or "". `hours` has seven
    days from Monday.
    `words_to_use` and `words_to_avoid` may be of several words each, and have no comma in them.
    """

    name: str = ""
    sells: str = ""
    country: str = ""
    region: str = ""
    keeps_holidays: bool = False
    speaker: str = ""
    speaker_role: str = ""
    voice: str = ""
    sign_off: str = ""
    words_to_use: tuple[str, ...] = ()
    words_to_avoid: tuple[str, ...] = ()
    website: str = ""
    own_tags: tuple[str, ...] = ()
    colours: tuple[str, str] = ("", "")
    logo: str | None = None
    hours: tuple[DayHours, ...] = USUAL_HOURS


def parse_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, in any spelling of the list, without # and each once, in their order."""
    tags: dict[str, str] = {}
    for tag in re.split(_BETWEEN_TAGS, clean(text)[0]):
        if tag:
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


def parse_words(text: str) -> tuple[str, ...]:
    """Words as typed between commas of any script, each once, in their order."""
    words: dict[str, str] = {}
    for typed in re.split(_BETWEEN_WORDS, clean(text)[0]):
        word = " ".join(typed.split())
        if word:
            words.setdefault(word.casefold(), word)
    return tuple(words.values())


class Profiles:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def get(self, account_id: str) -> Profile:
        """An account without a card has an empty one with the usual hours."""
        connection = self._database.connection
        row = connection.execute(
            "SELECT * FROM shop_profile WHERE account_id = ?", (account_id,)
        ).fetchone()
        hours = _hours(connection, account_id)
        if row is None:
            return Profile(hours=hours)
        words = {name: row[name] for name in _WORDS}
        return Profile(
            **words,
            keeps_holidays=bool(row["keeps_holidays"]),
            words_to_use=parse_words(row["words_to_use"]),
            words_to_avoid=parse_words(row["words_to_avoid"]),
            own_tags=tuple(row["own_tags"].split()),
            colours=(row["first_colour"], row["second_colour"]),
            logo=row["logo"],
            hours=hours,
        )

    def save(self, account_id: str, profile: Profile) -> Profile:
        """Raises ValueError for hours that are no wall-clock times of seven days."""
        _check_hours(profile.hours)
        kept = replace(
            profile,
            name=clean(profile.name)[0],
            sells=clean(profile.sells)[0],
            country=clean(profile.country)[0],
            region=clean(profile.region)[0],
            speaker=clean(profile.speaker)[0],
            speaker_role=clean(profile.speaker_role)[0],
            voice=clean(profile.voice)[0],
            sign_off=clean(profile.sign_off)[0],
            website=clean(profile.website)[0],
            words_to_use=parse_words(",".join(profile.words_to_use)),
            words_to_avoid=parse_words(",".join(profile.words_to_avoid)),
            own_tags=parse_tags(" ".join(profile.own_tags)),
        )
        with self._database.transaction() as connection:
            connection.execute(
                """
                INSERT OR REPLACE INTO shop_profile(account_id, name, sells, country, region,
                  speaker, speaker_role, voice, sign_off, website, words_to_use, words_to_avoid,
                  own_tags, first_colour, second_colour, logo, keeps_holidays, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (
                    account_id,
                    *(getattr(kept, name) for name in _WORDS),
                    ", ".join(kept.words_to_use),
                    ", ".join(kept.words_to_avoid),
                    " ".join(kept.own_tags),
                    *kept.colours,
                    kept.logo,
                    int(kept.keeps_holidays),
                    self._clock.now(),
                ),
            )
            connection.executemany(
                "INSERT OR REPLACE INTO opening_hours(account_id, weekday, opens, closes) "
                "VALUES (?, ?, ?, ?)",
                [(account_id, day.weekday, day.opens, day.closes) for day in kept.hours],
            )
        return kept


_WORDS = (
    "name", "sells", "country", "region", "speaker", "speaker_role", "voice", "sign_off", "website",
)  # fmt: skip


def _hours(connection: sqlite3.Connection, account_id: str) -> tuple[DayHours, ...]:
    said = {
        row["weekday"]: DayHours(row["weekday"], row["opens"], row["closes"])
        for row in connection.execute(
            "SELECT weekday, opens, closes FROM opening_hours WHERE account_id = ?", (account_id,)
        )
    }
    if not said:
        return USUAL_HOURS
    return tuple(said.get(day, DayHours(day)) for day in range(7))


def _check_hours(hours: tuple[DayHours, ...]) -> None:
    if [day.weekday for day in hours] != list(range(7)):
        raise ValueError("seven days from Monday are needed")
    for day in hours:
        if (day.opens is None) != (day.closes is None):
            raise ValueError(f"day {day.weekday} is half open")
        for wall in (day.opens, day.closes):
            if wall is not None and not re.fullmatch(_WALL, wall):
                raise ValueError(f"{wall!r} is no time of day")
