"""Whether macOS lets Shoplark see the screen (Core Graphics, macOS 10.15 and newer).

Without its leave a program gets the desktop's picture and no window. The question is asked by the
system once; after that the owner finds it under Privacy & Security, and it counts from Shoplark's
next start.
"""

from __future__ import annotations

import ctypes
import sys

_LIBRARY = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


def may_look() -> bool:
    """True also on every other system, and where macOS has no such question."""
    return _ask("CGPreflightScreenCaptureAccess")


def ask_owner() -> bool:
    """Has the system show its question, the first time; comes back at once with what holds now."""
    return _ask("CGRequestScreenCaptureAccess")


def _ask(name: str) -> bool:
    if sys.platform != "darwin":
        return True
    try:
        call = getattr(ctypes.CDLL(_LIBRARY), name)
    except (OSError, AttributeError):
        return True
    call.restype = ctypes.c_bool
    call.argtypes = []
    return bool(call())
