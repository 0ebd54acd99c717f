"""The access token that a script may put into the environment of a run with `--x-url`."""

from __future__ import annotations

import os
import sys

NAME = "SHOPLARK_ACCESS_TOKEN"


def take() -> str | None:
    """The token, which is in the environment no more: neither in ours nor in what the system shows
    of it to others (`/proc/PID/environ`, `ps e`), which is the memory the process began with.
    """
    token = os.environ.get(NAME)
    if token is not None:
        if sys.platform != "win32":
            _wipe()
        del os.environ[NAME]
    return token


def _wipe() -> None:
    # Only a script's run needs it.
    import ctypes

    getenv = ctypes.CDLL(None).getenv
    getenv.argtypes, getenv.restype = [ctypes.c_char_p], ctypes.c_void_p
    place = getenv(NAME.encode())
    if place:
        ctypes.memset(place, 0, len(ctypes.string_at(place)))
