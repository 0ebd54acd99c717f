from __future__ import annotations

import pytest

from services.errors import Offline
from ui.desktop_linux import percent_of, read_motion, read_text_percent, value_of


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ((("v", ("b", True)),), True),
        ((("v", ("b", False)),), False),
        ((("b", True),), True),
        ((), ()),
        ((("s", "yes"),), "yes"),
        ((("v", ("d", 1.25)),), 1.25),
    ],
)
def test_reads_what_a_portal_answers(body: object, value: object) -> None:
    assert value_of(body) == value


@pytest.mark.parametrize(
    ("factor", "percent"),
    [
        (1.0, 100),
        (1.25, 125),
        (2, 200),
        (0.5, 100),
        (9.0, 225),
        (float("nan"), 100),
        (float("inf"), 225),
        (-1.0, 100),
        (True, 100),
        ("large", 100),
        (None, 100),
    ],
)
def test_the_size_of_words_stays_within_what_is_drawn(factor: object, percent: int) -> None:
    assert percent_of(factor) == percent


def test_no_session_bus_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    for read in (read_motion, read_text_percent):
        with pytest.raises(Offline):
            read()
