"""Tells glibc to give the memory of each picture back when it is let go.

glibc gives a large block back at once, but takes it for a sign: from then on blocks up to that size
(32 MB at most) come from its heaps, where small blocks soon pin what was freed. After a board of
four pictures that is 30 MB. A fixed bound keeps every picture out of the heaps; and one heap for
all threads finds use for what a lane let go (man 3 mallopt).
"""

from __future__ import annotations

import sys

BOUND = 512 * 1024
"""Bytes. Smaller blocks are quicker from a heap, and pin little there."""
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8


def give_pictures_back() -> bool:
    """True where the C library took the bound. Loads ctypes, which takes some milliseconds."""
    if sys.platform != "linux":
        return False
    import ctypes

    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is None:
        return False
    set_option(_M_ARENA_MAX, 1)
    taken: int = set_option(_M_MMAP_THRESHOLD, BOUND)
    return taken == 1
