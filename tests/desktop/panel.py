"""What the panel of the desktop in a box knows of tray icons."""

from __future__ import annotations

import subprocess

WATCHER = "org.kde.StatusNotifierWatcher"


def registered() -> list[str]:
    """The tray items the panel knows, by the watcher's own list."""
    answer = subprocess.run(
        [
            "dbus-send", "--session", "--print-reply", f"--dest={WATCHER}",
            "/StatusNotifierWatcher",
            "org.freedesktop.DBus.Properties.Get", f"string:{WATCHER}",
            "string:RegisteredStatusNotifierItems",
        ],
        check=True, capture_output=True, text=True, timeout=5,
    ).stdout  # fmt: skip
    return [line for line in answer.splitlines() if "string" in line]
