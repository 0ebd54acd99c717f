"""Windows: an error report of this process holds no heap, and no dialog offers to send one.

Both calls are of this process alone. `WerAddExcludedApplication` would write a name into the
registry and stay; run from source the name would be Python's, and every program of it meant.
"""

from __future__ import annotations

import sys

_FAULT_REPORTING_NO_HEAP = 0x1
_NO_FAULT_ERROR_BOX = 0x2
"""`WER_FAULT_REPORTING_FLAG_NOHEAP` of WerSetFlags, `SEM_NOGPFAULTERRORBOX` of SetErrorMode."""


def leave_none() -> None:
    if sys.platform != "win32":
        return
    import ctypes

    kernel = ctypes.windll.kernel32
    kernel.WerSetFlags(_FAULT_REPORTING_NO_HEAP)
    kernel.SetErrorMode(kernel.GetErrorMode() | _NO_FAULT_ERROR_BOX)
