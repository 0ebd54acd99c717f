"""Countries as an owner reads them, with their likely time zone and working week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QTimeZone

_MAIN_ZONES = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CD": "Africa/Kinshasa",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}
"""Where a country has several: the one most of its people live by."""

_NO_PLACE = frozenset(["GMT", "GMT0", "UCT", "UTC", "Universal", "Zulu", ""])


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str


def countries() -> tuple[Country, ...]:
    """All of them in English, with their own name where it differs and can be read here."""
    codes = {
        QLocale.territoryToCode(locale.territory())
        for locale in QLocale.matchingLocales(
            QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
        )
    }
    found = [Country(code, _name(code)) for code in codes if len(code) == 2 and code.isalpha()]
    return tuple(sorted(found, key=lambda country: _english(country.code)))


def system_country() -> str:
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ""


def zone_in(country: str, *, system: str) -> str:
    """The system's zone when the country has it, else the country's main one."""
    zones = zones_of(country)
    if not zones or system in zones:
        return system
    return _MAIN_ZONES.get(country, zones[0])


def zones_of(country: str) -> tuple[str, ...]:
    if not country:
        return ()
    ids = QTimeZone.availableTimeZoneIds(QLocale.codeToTerritory(country))
    return tuple(bytes(each.data()).decode() for each in ids)


def place_of(zone: str) -> str:
    """ "Lisbon" for Europe/Lisbon, "UTC" for any of its names."""
    place = zone.rpartition("/")[2].replace("_", " ")
    return "UTC" if place in _NO_PLACE else place


def system_zone() -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def working_days(country: str) -> tuple[int, ...]:
    """Weekdays as datetime has them (Monday is 0), in the country's own order."""
    locale = _locale_of(country) if country else QLocale()
    return tuple(day.value - 1 for day in locale.weekdays())


def week_from(locale: QLocale) -> Sequence[int]:
    """The seven weekdays in the order in which the locale writes a week."""
    first = locale.firstDayOfWeek().value - 1
    return [(first + step) % 7 for step in range(7)]


def _locale_of(country: str) -> QLocale:
    return QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))


def _english(code: str) -> str:
    return QLocale.territoryToString(QLocale.codeToTerritory(code))


def _name(code: str) -> str:
    """Other scripts than Latin and the program's own would load a font each for one list."""
    locale, english = _locale_of(code), _english(code)
    own = locale.nativeTerritoryName()
    readable = locale.script() in (QLocale.Script.LatinScript, QLocale().script())
    return f"{english} · {own}" if readable and own and own != english else english
