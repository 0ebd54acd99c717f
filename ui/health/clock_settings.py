"""The system's own page for date and time, where it has one that can be opened."""

from __future__ import annotations

import os
import shutil
import sys

from PySide6.QtCore import QProcess

_LINUX = (
    ("gnome-control-center", "datetime"),
    ("systemsettings", "kcm_clock"),
    ("systemsettings5", "kcm_clock"),
    ("cinnamon-settings", "calendar"),
    ("time-admin",),
)
_MAC = (("/usr/bin/open", "/System/Library/PreferencePanes/DateAndTime.prefPane"),)


def command() -> tuple[str, ...]:
    """Nothing where none of those known is installed."""
    known = {"win32": _windows(), "darwin": _MAC}.get(sys.platform, _LINUX)
    return next((each for each in known if shutil.which(each[0])), ())


def _windows() -> tuple[tuple[str, ...], ...]:
    """With its whole path: Windows looks for a bare name in the working folder first."""
    root = os.environ.get("SystemRoot", r"C:\Windows")  # noqa: SIM112  # as Windows writes it
    return ((rf"{root}\System32\control.exe", "timedate.cpl"),)


def open_settings() -> None:
    if found := command():
        QProcess.startDetached(found[0], list(found[1:]))
