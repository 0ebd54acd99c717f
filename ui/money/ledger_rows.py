"""The calls of a month as rows under their days."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QDate, QLocale

from services.x_api.spending import Call
from ui import when
from ui.money.money_words import call_words, places_of, with_places
from widgets.call_list import CallRow
from widgets.text_block import one_line


def rows_of(
    calls: tuple[Call, ...], *, zone: str, today: QDate, locale: QLocale
) -> tuple[CallRow, ...]:
    """`calls` come newest first; a day's head has its sum. The points of all stand in one line."""
    places = max((places_of(call.cost) for call in calls), default=0)
    rows: list[CallRow] = []
    for day, group in groupby(calls, key=lambda call: when.date_of(call.at, zone)):
        of_day = list(group)
        total = with_places(sum(call.cost for call in of_day), places)
        rows.append(CallRow("", when.named_day(locale, day, today), total, head=True))
        rows += [_row(call, places, zone=zone, locale=locale) for call in of_day]
    return tuple(rows)


def _row(call: Call, places: int, *, zone: str, locale: QLocale) -> CallRow:
    return CallRow(
        id=call.post_id or call.id,
        title=call_words(call.purpose, call.kind, call.count),
        amount=with_places(call.cost, places),
        time=when.clock_time(locale, call.at, zone),
        words=one_line(call.words),
        opens=call.post_id is not None,
    )
