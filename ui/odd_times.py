"""What becomes of a time in the night in which the clocks change, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from services.clock import WallKind, from_wall, kind_of_wall
from ui import when


def odd_words(wall: str, zone: str, locale: QLocale) -> str:
    """ "02:30 does not exist that night; it goes at 03:30."; "" for a time like any other."""
    kind = kind_of_wall(wall, zone)
    if kind is WallKind.PLAIN:
        return ""
    chosen = locale.toString(QTime.fromString(wall[11:16], "HH:mm"), QLocale.FormatType.ShortFormat)
    if kind is WallKind.TWICE:
        return QCoreApplication.translate(
            "OddTimes", "{time} comes twice that night; it goes the first time."
        ).format(time=chosen)
    return QCoreApplication.translate(
        "OddTimes", "{time} does not exist that night; it goes at {later}."
    ).format(time=chosen, later=when.clock_time(locale, from_wall(wall, zone), zone))
