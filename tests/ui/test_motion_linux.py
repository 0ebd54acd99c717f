import pytest

from services.errors import Offline
from ui.motion_linux import is_true, read_wish


@pytest.mark.parametrize(
    ("body", "moves"),
    [
        ((("v", ("b", True)),), True),
        ((("v", ("b", False)),), False),
        ((("b", True),), True),
        ((), False),
        ((("s", "yes"),), False),
    ],
)
def test_reads_what_a_portal_answers(body: object, moves: bool) -> None:
    assert is_true(body) is moves


def test_no_session_bus_is_told_as_such(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(Offline):
        read_wish()
