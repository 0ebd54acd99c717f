"""The number systemd or D-Bus gave this installation (machine-id(5))."""

from __future__ import annotations

from pathlib import Path

PLACES = ("/etc/machine-id", "/var/lib/dbus/machine-id")
_NONE_YET = "uninitialized"
"""What systemd writes before the first boot is over."""


def number(places: tuple[str, ...] = PLACES) -> str:
    for place in places:
        try:
            found = Path(place).read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            continue
        if found and found != _NONE_YET:
            return found
    return ""
