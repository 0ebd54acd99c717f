"""The system's own page for date and time, where it has one that can be opened."""

from __future__ import annotations

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
_WINDOWS = (("control.exe", "timedate.cpl"),)
_MAC = (("open", "/System/Library/PreferencePanes/DateAndTime.prefPane"),)


def command() -> tuple[str, ...]:
    """Nothing where none of those known is installed."""
    known = {"win32": _WINDOWS, "darwin": _MAC}.get(sys.platform, _LINUX)
    return next((each for each in known if shutil.which(each[0])), ())


def open_settings() -> None:
    if found := command():
        QProcess.startDetached(found[0], list(found[1:]))
