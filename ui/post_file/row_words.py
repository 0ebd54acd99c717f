"""The words for a row of a file: when it goes, what is wrong with it, what else is to be seen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from services.post_file.values import Caution, CheckedRow, Trouble, Wrong
from services.publishing.post_options import PostKind
from ui import when
from ui.odd_times import odd_words
from ui.queue.kind_look import kind_word
from ui.shop.countries import place_of
from widgets.isolates import held, isolated

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class RowWords:
    """`zone` is the shop's: every row shows the time it has in the queue. `now` in UTC seconds."""

    locale: QLocale
    zone: str
    now: int

    def time(self, row: CheckedRow) -> str:
        return "" if row.due_at is None else self._moment(row.due_at)

    def wrong(self, row: CheckedRow) -> str:
        """All that is wrong with it, in one sentence; "" for one that is ready."""
        return " · ".join(map(self._wrong, row.wrong))

    def caution(self, row: CheckedRow) -> str:
        return " · ".join(self._caution(each, row) for each in row.cautions)

    def note(self, row: CheckedRow) -> str:
        parts = []
        if row.moved:
            parts.append(QCoreApplication.translate("Import", "Next free slot"))
        if row.file_zone:
            parts.append(self._there(row))
        if row.kind is not PostKind.GUESSED:
            parts.append(kind_word(row.kind))
        if row.pictures:
            count = len(row.pictures)
            parts.append(QCoreApplication.translate("Import", "%Ln pictures", "", count))
        return " · ".join(parts)

    def _there(self, row: CheckedRow) -> str:
        """The hour of the file and the place it is meant for, as the Shop tab names it."""
        wall = row.file_wall
        hour = self.locale.toString(
            QTime.fromString(wall[11:16], "HH:mm"), QLocale.FormatType.ShortFormat
        )
        place = held(place_of(row.file_zone) if "/" in row.file_zone else row.file_zone)
        here = when.date_of(row.due_at or 0, self.zone)
        day = QDate.fromString(wall[:10], "yyyy-MM-dd")
        if day == here:
            said = QCoreApplication.translate("Import", "{time} in {place}")
            return said.format(time=hour, place=place)
        said = QCoreApplication.translate("Import", "{day}, {time} in {place}")
        return said.format(day=self._day(day), time=hour, place=place)

    def _caution(self, caution: Caution, row: CheckedRow) -> str:
        if caution in (Caution.SKIPPED, Caution.TWICE):
            return odd_words(row.wall, row.zone, self.locale).removesuffix(".")
        if caution is Caution.NIGHT:
            return QCoreApplication.translate("Import", "At night in your shop")
        if row.closed:
            said = QCoreApplication.translate("Import", "Goes out though closed ({name})")
            return said.format(name=held(row.closed))
        return QCoreApplication.translate("Import", "Goes out though closed that day")

    def _wrong(self, wrong: Wrong) -> str:
        translate = QCoreApplication.translate
        over = wrong.number
        if wrong.trouble is Trouble.TOO_LONG:
            return QCoreApplication.translate("Import", "Too long by %Ln characters", "", over)
        if wrong.trouble is Trouble.LONG_ALT_TEXT:
            return QCoreApplication.translate(
                "Import", "The description is too long by %Ln characters", "", over
            )
        cut = wrong.what if len(wrong.what) <= _LONGEST else f"{wrong.what[: _LONGEST - 1]}…"
        said = {
            Trouble.BROKEN: translate("Import", "A quotation mark in this row is not closed"),
            Trouble.NO_WORDS: translate("Import", "No words and no picture"),
            Trouble.FORMULA: translate(
                "Import", "This is a formula or its error. Save the file with the words it shows"
            ),
            Trouble.NO_TIME: translate("Import", "No time"),
            Trouble.BAD_TIME: translate("Import", "This time cannot be read: {what}"),
            Trouble.UNKNOWN_ZONE: translate("Import", "No such time zone: {what}"),
            Trouble.PAST: translate("Import", "This time is past"),
            Trouble.CLOSED_DAY: translate("Import", "Closed that day ({what})")
            if wrong.what
            else translate("Import", "Closed that day"),
            Trouble.NO_SLOT: translate("Import", "No free slot within a year"),
            Trouble.TWICE: translate("Import", "The same words as row {number}"),
            Trouble.WAITS: translate("Import", "The same words wait already, for {moment}")
            if wrong.at is not None
            else translate("Import", "The same words wait in the queue"),
            Trouble.WENT_OUT: translate("Import", "The same words went out on {moment}"),
            Trouble.NO_PICTURE: translate("Import", "Picture not found: {what}"),
            Trouble.BAD_PICTURE: translate("Import", "This picture cannot be used: {what}"),
            Trouble.TOO_MANY_PICTURES: translate("Import", "More than four pictures"),
        }[wrong.trouble]
        # What stands in a cell may hold braces, too.
        said = said.replace("{number}", self.locale.toString(wrong.number))
        said = said.replace("{moment}", "" if wrong.at is None else self._moment(wrong.at))
        return said.replace("{what}", isolated(cut))

    def _moment(self, seconds: int) -> str:
        return QCoreApplication.translate("Import", "{day}, {time}").format(
            day=self._day(when.date_of(seconds, self.zone)),
            time=when.clock_time(self.locale, seconds, self.zone),
        )

    def _day(self, day: QDate) -> str:
        return when.weekday_day(self.locale, day, today=when.date_of(self.now, self.zone))
