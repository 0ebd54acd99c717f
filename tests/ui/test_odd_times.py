from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from ui.odd_times import odd_words


@pytest.mark.parametrize(
    ("wall", "zone", "later"),
    [
        ("2027-03-28T02:30", "Europe/Berlin", "03:30"),
        ("2027-10-03T02:10", "Australia/Lord_Howe", "02:40"),
        ("2027-09-05T00:00", "America/Santiago", "01:00"),
    ],
)
def test_a_time_that_does_not_exist(qapp: object, wall: str, zone: str, later: str) -> None:
    said = f"{wall[11:]} does not exist that night; it goes at {later}."
    assert odd_words(wall, zone, QLocale("en_GB")) == said


@pytest.mark.parametrize(
    ("wall", "zone"),
    [("2027-10-31T02:30", "Europe/Berlin"), ("2027-04-04T01:45", "Australia/Lord_Howe")],
)
def test_a_time_that_comes_twice(qapp: object, wall: str, zone: str) -> None:
    said = f"{wall[11:]} comes twice that night; it goes the first time."
    assert odd_words(wall, zone, QLocale("en_GB")) == said


@pytest.mark.parametrize(
    ("wall", "zone"),
    [
        ("2027-03-28T03:00", "Europe/Berlin"),
        ("2027-07-01T02:30", "Asia/Tehran"),
        ("2027-03-28T02:30", "Asia/Tokyo"),
    ],
)
def test_a_time_like_any_other(qapp: object, wall: str, zone: str) -> None:
    assert odd_words(wall, zone, QLocale("en_GB")) == ""


def test_it_is_said_in_the_locales_digits(qapp: object) -> None:
    assert "۲:۳۰" in odd_words("2027-03-28T02:30", "Europe/Berlin", QLocale("fa"))
