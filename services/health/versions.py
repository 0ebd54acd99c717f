"""What runs here: Shoplark's own version, and of everything it stands on."""

from __future__ import annotations

import platform
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version

from services.health.values import Version
from services.version import VERSION

_LIBRARIES = ("PySide6", "tweepy", "keyring", "requests", "Pillow")
_DISTRIBUTIONS = {"PySide6": "PySide6-Essentials"}


def versions(*, qt: str = "") -> tuple[Version, ...]:
    """`qt` is told by whoever has loaded it."""
    return (
        Version("Shoplark", VERSION),
        Version("System", platform.platform(aliased=True)),
        Version("Python", platform.python_version()),
        Version("Qt", qt),
        *(Version(name, _library(name)) for name in _LIBRARIES),
        Version("SQLite", sqlite3.sqlite_version),
    )


def _library(name: str) -> str:
    try:
        return version(_DISTRIBUTIONS.get(name, name))
    except PackageNotFoundError:
        # A build carries no record of what was installed; the module itself may say.
        module = sys.modules.get(name) or sys.modules.get(name.lower())
        return str(getattr(module, "__version__", ""))
