"""Keeps what is in memory out of crash dumps: a token lies there for as long as it is used."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from services.dumps_windows import leave_none as leave_none
elif sys.platform == "darwin":
    from services.dumps_mac import leave_none as leave_none
else:
    from services.dumps_linux import leave_none as leave_none
