"""What is typed into a field for a day, and what becomes of it when it is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.ui.typed_days import leave, write
from ui.day_field import DayField

TODAY = date(2026, 11, 20)
SAID = "This has to be a day from 20/11/2025 to 20/11/2029."


@pytest.fixture
def field(qtbot: QtBot, themed: Any) -> Iterator[DayField]:
    made = DayField(QLocale("en_GB"))
    qtbot.addWidget(made)
    made.setLocale(QLocale("en_GB"))
    made.set_day(TODAY, TODAY)
    made.show()
    yield made
    made.close()


def test_a_day_of_the_next_years_is_taken(field: DayField) -> None:
    write(field, "24122028")
    leave(field)
    assert field.day() == date(2028, 12, 24)
    assert field.fault == ""


@pytest.mark.parametrize("typed", ["20115202", "20261224", "20/11/1999", "201152", "20110001"])
def test_what_is_no_day_of_these_years_is_refused(field: DayField, typed: str) -> None:
    write(field, typed)
    leave(field)
    assert date(2025, 11, 20) <= field.day() <= date(2029, 11, 20)
    assert field.fault == SAID
    assert not field.was_pressed_away()
    write(field, "2")
    assert field.fault == ""


def test_half_a_day_or_month_is_no_fault(field: DayField) -> None:
    write(field, "2")
    leave(field)
    assert field.day() == date(2026, 11, 2)
    assert field.fault == ""


def test_a_day_that_was_kept_stays_possible(field: DayField) -> None:
    field.set_day(date(2021, 3, 1), TODAY)
    assert field.day() == date(2021, 3, 1)
    assert field.maximumDate().year() == 2029
