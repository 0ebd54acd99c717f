"""The owner's choices: typed fields with defaults, kept in the `setting` table.

A field is a constant of this module; a value that cannot be read back falls to its default.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from services.errors import StorageTrouble

if TYPE_CHECKING:
    from services.store.database import Database

logger = logging.getLogger(__name__)
T = TypeVar("T", str, int, bool)


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One setting: what its row is called, and what holds before the owner chooses."""

    key: str
    default: T


ACTIVE_ACCOUNT = Field("active_account", "")
LAST_OWN = Field("last_own", "")
"""The account of the owner's own that was last in view: the way back from the sample shop."""
RENAMED = Field("renamed", "")
"""`account's id/handle of before`: X calls it otherwise now, and the owner was not told yet."""
THEME = Field("theme", "system")
LANGUAGE = Field("language", "")
TEXT_PERCENT = Field("text_percent", 0)
"""The size of words; 0 is as the system asks."""
DESKTOP_TEXT = Field("desktop_text", 100)
"""What the desktop asked for when it was last heard, in percent."""
UNDO_SECONDS = Field("undo_seconds", 10)
TAB = Field("tab", "compose")
QUEUE_VIEW = Field("queue_view", "")
"""week, month or list; empty while the width of the window chooses."""
QUEUE_AT = Field("queue_at", "")
"""A day of the week or month that is shown, as 2026-11-24; empty is this one."""
WINDOW_GEOMETRY = Field("window_geometry", "")
CURRENT_DRAFT = Field("current_draft", "")
CURRENT_CURSOR = Field("current_cursor", 0)
DRAFTS_SHOWN = Field("drafts_shown", True)
PREVIEW_SHOWN = Field("preview_shown", True)
VOICE_SHOWN = Field("voice_shown", False)
MIX_SHOWN = Field("mix_shown", False)
TAGS_SHOWN = Field("tags_shown", False)
NOTICES_WITH_TEXT = Field("notices_with_text", True)
CARRIED_AT = Field("carried_at", 0)
"""When drafts of the sample shop last came along into the own shop, in UTC seconds."""
START_CARD_DONE = Field("start_card_done", False)
STAYS_FREE = Field("stays_free", False)
"""The owner has read what a key costs and goes on by hand: it is not offered again."""
SINGLE_KEYS = Field("single_keys", True)
THREAD_BY_PART = Field("thread_by_part", False)
"""By hand a thread is opened part by part, and not pasted whole with X's plus."""
RECENT_FEEDS = Field("recent_feeds", "")
"""Links of boards and feeds that were looked at, one a line, the last first."""
FEEDS_CREDITED = Field("feeds_credited", True)
"""Where a picture of a feed comes from is written on it."""
RECENT_EMOJI = Field("recent_emoji", "")
EMOJI_TONE = Field("emoji_tone", 0)

KEEP_DAY_LIMITS = Field("keep_day_limits", True)
"""X's numbers of posts a day are kept before X refuses; they are not certain."""
WARNED_OF_BUDGET = Field("warned_of_budget", "")
"""For which account, month and budget the owner was told that most of it is spent."""
SENDS_FROM = Field("sends_from", "")
"""The mark of the computer that sends from this folder (machine.py)."""


class Settings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, field: Field[T]) -> T:
        row = self._database.connection.execute(
            "SELECT value FROM setting WHERE key = ?", (field.key,)
        ).fetchone()
        if row is None:
            return field.default
        return _read(row[0], field.default)

    def set(self, field: Field[T], value: T) -> None:
        text = str(int(value)) if isinstance(value, bool) else str(value)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO setting(key, value) VALUES (?, ?) "
                "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (field.key, text),
            )

    def remember(self, field: Field[T], value: T) -> None:
        """As `set`, for what a window notes by itself: a disk that refuses it is no one's worry."""
        try:
            self.set(field, value)
        except StorageTrouble as trouble:
            logger.info("not remembered: %s %s", field.key, trouble.problem.value)


def _read(text: str, default: T) -> T:
    if isinstance(default, bool):
        return text == "1"
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            return default
    return text
