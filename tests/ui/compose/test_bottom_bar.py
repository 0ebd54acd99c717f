"""What the docked bar says of times."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from services.clock import to_wall
from services.publishing.slots import SlotTime
from ui.compose.bottom_bar import queued_words, short_time

NOW = 1_763_632_800  # Thursday 20 November 2025, 10:00 UTC
DAY = 86_400


@pytest.mark.parametrize(
    ("days", "button", "undo"),
    [
        (0, "Today 12:00", "In the queue for today, 12:00."),
        (1, "Tomorrow 12:00", "In the queue for tomorrow, 12:00."),
        (3, "Sun 12:00", "In the queue for Sun 12:00."),
        (9, "Sat 29 Nov 12:00", "In the queue for Sat 29 Nov 12:00."),
    ],
)
def test_days_near_by_are_named(days: int, button: str, undo: str) -> None:
    due_at = NOW + 2 * 3600 + days * DAY
    slot = SlotTime(due_at, to_wall(due_at, "UTC"), "UTC")
    locale = QLocale("en_GB")
    assert short_time(slot, NOW, locale).replace("\u202f", " ").replace(",", "") == button
    assert queued_words(slot, NOW, locale).replace(", 29", " 29") == undo


def test_today_is_the_shops_day() -> None:
    due_at = NOW + 6 * 3600  # 01:00 of the next day in Tokyo
    slot = SlotTime(due_at, to_wall(due_at, "Asia/Tokyo"), "Asia/Tokyo")
    assert queued_words(slot, NOW, QLocale("en_GB")) == "In the queue for tomorrow, 01:00."
