"""Why a waiting post has another time than its own, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from services.publishing.late import CLOSED, LATE, OFFLINE
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from widgets.isolates import held


def put_off_words(post: Post, locale: QLocale, *, zone: str, now: int) -> str:
    """ "Closed on Thursday: moved to Friday, 09:00."; "" for a post that has its own time."""
    if post.state is not State.QUEUED or post.moved_from is None or post.due_at is None:
        return ""
    translate = QCoreApplication.translate
    today = when.date_of(now, zone)
    moved = translate("Queue", "{day}, {time}").format(
        day=_day(locale, when.date_of(post.due_at, zone), today),
        time=when.clock_time(locale, post.due_at, zone),
    )
    if post.reason == CLOSED:
        day = _day(locale, when.date_of(post.moved_from, zone), today)
        if post.reason_detail:
            return translate("Queue", "Closed on {day} ({name}): moved to {moved}.").format(
                day=day, name=held(post.reason_detail), moved=moved
            )
        return translate("Queue", "Closed on {day}: moved to {moved}.").format(day=day, moved=moved)
    if post.reason == LATE and post.reason_detail == OFFLINE:
        return translate("Queue", "There was no connection at its time: moved to {moved}.").format(
            moved=moved
        )
    if post.reason == LATE:
        return translate("Queue", "Shoplark was not running at its time: moved to {moved}.").format(
            moved=moved
        )
    return ""


def _day(locale: QLocale, day: QDate, today: QDate) -> str:
    near = 0 <= today.daysTo(day) < 7
    return when.weekday_name(locale, day) if near else when.long_day(locale, day, today=today)
