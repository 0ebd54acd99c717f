"""macOS: no core file (setrlimit(2)). The system's own crash report holds stacks, no memory."""

from __future__ import annotations

import resource
import sys


def leave_none() -> None:
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
