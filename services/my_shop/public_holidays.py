"""Public holidays by country and region, by the `holidays` library; nothing else here imports it.

The library takes a tenth of a second to load, so that a year once worked out is kept in the data
file, with the version of Shoplark that worked it out: a newer one may know better.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from services.errors import StorageTrouble
from services.store.database import Database
from services.version import VERSION

if TYPE_CHECKING:
    from holidays import HolidayBase

_PARTS = {"IC": ("ES", "CN"), "EA": ("ES", "CE")}
"""Codes that some lists have for a part of a country: the Canaries, Ceuta and Melilla."""


@dataclass(frozen=True, slots=True)
class Region:
    """`code` is the end of ISO 3166-2 ("CT" of ES-CT); `name` is the code where none is known."""

    code: str
    name: str


class PublicHolidays:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of_year(
        self, country: str, year: int, *, region: str = "", language: str = ""
    ) -> dict[date, str]:
        """Names by day, in `language` ("zh_CN") where the library has it, else in the country's.

        Empty for a country that the library does not know; an unknown region counts as none.
        """
        if not country:
            return {}
        key = (country, region, language, year)
        row = self._database.connection.execute(
            "SELECT days FROM holiday_year WHERE country = ? AND region = ? AND language = ? "
            "AND year = ? AND version = ?",
            (*key, VERSION),
        ).fetchone()
        if row is not None:
            return {date.fromisoformat(day): name for day, name in json.loads(row["days"]).items()}
        found = work_out(country, year, region, language)
        self._keep(key, found)
        return found

    def _keep(self, key: tuple[str, str, str, int], found: dict[date, str]) -> None:
        days = json.dumps({day.isoformat(): name for day, name in found.items()})
        # It can be worked out again: a disk that refuses it is no one's worry.
        with suppress(StorageTrouble), self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO holiday_year(country, region, language, year, version, "
                "days) VALUES (?, ?, ?, ?, ?, ?)",
                (*key, VERSION, days),
            )


def regions(country: str) -> tuple[Region, ...]:
    """Those with holidays of their own, by name; none for a country without any."""
    known = _known(country)
    if known is None or country in _PARTS:
        return ()
    names: dict[str, str] = {}
    for name, code in known.subdivisions_aliases.items():
        names.setdefault(code, name)
    found = [Region(code, names.get(code, code)) for code in known.subdivisions]
    return tuple(sorted(found, key=lambda region: region.name.casefold()))


def is_known(country: str) -> bool:
    return _known(country) is not None


def work_out(country: str, year: int, region: str, language: str) -> dict[date, str]:
    """As `PublicHolidays.of_year`, without a data file to keep it in."""
    import holidays

    country, region = _PARTS.get(country, (country, region))
    known = _known(country)
    if known is None:
        return {}
    found = holidays.country_holidays(
        country,
        subdiv=region if region in known.subdivisions else None,
        years=year,
        language=_language_of(known, language),
    )
    return {day: found[day].replace("; ", " · ") for day in sorted(found)}


def _known(country: str) -> HolidayBase | None:
    import holidays

    country, _ = _PARTS.get(country, (country, ""))
    try:
        return holidays.country_holidays(country) if country else None
    except NotImplementedError:
        return None


def _language_of(known: HolidayBase, wanted: str) -> str | None:
    """The library's code nearest to `wanted`: fa_IR for fa, en_US for en; else the country's."""
    offered = known.supported_languages or ()
    own = known.default_language
    spoken = wanted.partition("_")[0]
    if wanted in offered:
        return wanted
    if spoken and own and own.partition("_")[0] == spoken:
        return own
    near = [code for code in offered if spoken and code.partition("_")[0] == spoken]
    # Simplified and traditional signs are not for the same readers.
    near = [] if spoken == "zh" else sorted(near, key=lambda code: code != "en_US")
    return near[0] if near else own
