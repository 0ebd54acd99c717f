"""The title of the week: by name near today, else by its days, and the year of another one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale

from ui.queue.queue_header import QueueHeader


@pytest.mark.parametrize(
    ("weeks", "title"),
    [
        (0, "This week"),
        (1, "Next week"),
        (2, "30 Nov – 6 Dec"),
        (6, "28 Dec 2026 – 3 Jan 2027"),
        (7, "4 Jan 2027 – 10 Jan 2027"),
        (-60, "22 Sept 2025 – 28 Sept 2025"),
    ],
)
def test_a_week_of_another_year_says_so(qtbot: Any, themed: Any, weeks: int, title: str) -> None:
    header = QueueHeader()
    qtbot.addWidget(header)
    header.set(QDate(2026, 11, 16).addDays(7 * weeks), weeks, QLocale("en_GB"))
    assert header.title.text() == title
