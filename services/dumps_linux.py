"""Linux (core(5)): no core file, and nothing of our memory in what a crash reporter is handed.

A reporter (`core_pattern` with a pipe: systemd-coredump, apport) is handed the dump whatever the
limit says; so the filter takes all memory out of it. Both are inherited by what we start.

Not PR_SET_DUMPABLE: `/proc/PID` would then be root's, and the desktop's portals, which look there
whom they serve, would refuse us the file dialogs (flatpak/xdg-desktop-portal issue 1490). Nor
could a debugger of the owner's be attached.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

FILTER = Path("/proc/self/coredump_filter")
_NOTHING = "0"


def leave_none() -> None:
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    # The hard limit stays: who looks for a bug in Qt may raise it again.
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    try:
        FILTER.write_text(_NOTHING, encoding="ascii")
    except OSError:
        # A kernel without core dumps, or a box without /proc.
        return
