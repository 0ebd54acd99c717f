from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from ui.odd_times import odd_words


@pytest.mark.parametrize(
    ("wall", "zone", "words"),
    [
        ("2027-03-28T02:30", "Europe/Berlin", "02:30 does not exist that night; it goes at 03:30."),
        ("2027-10-31T02:30", "Europe/Berlin", "02:30 comes twice that night; it goes the first time."),
        ("2027-10-03T02:10", "Australia/Lord_Howe", "02:10 does not exist that night; it goes at 02:40."),
        ("2027-04-04T01:45", "Australia/Lord_Howe", "01:45 comes twice that night; it goes the first time."),
        ("2027-09-05T00:00", "America/Santiago", "00:00 does not exist that night; it goes at 01:00."),
        ("2027-03-28T03:00", "Europe/Berlin", ""),
        ("2027-07-01T02:30", "Asia/Tehran", ""),
        ("2027-03-28T02:30", "Asia/Tokyo", ""),
    ],
)  # fmt: skip
def test_what_becomes_of_an_odd_time(qapp: object, wall: str, zone: str, words: str) -> None:
    assert odd_words(wall, zone, QLocale("en_GB")) == words


def test_it_is_said_in_the_locales_digits(qapp: object) -> None:
    assert "۲:۳۰" in odd_words("2027-03-28T02:30", "Europe/Berlin", QLocale("fa"))
