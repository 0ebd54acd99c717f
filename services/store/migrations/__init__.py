"""The steps from an empty file to today's tables, one module a step; a step is added, never edited.

To add one: write `m000N_what.py` with a `SQL` text and append the module to `STEPS`. A file bears
the mark of the steps that made it: one whose steps read otherwise is refused, not guessed at.
"""

from __future__ import annotations

from zlib import crc32

from services.store.migrations import (
    m0001_first,
    m0002_publishing,
    m0003_sign_in,
    m0004_pictures,
)

STEPS: tuple[str, ...] = (
    m0001_first.SQL,
    m0002_publishing.SQL,
    m0003_sign_in.SQL,
    m0004_pictures.SQL,
)
"""STEPS[n] brings a file from `user_version` n to n + 1."""


def mark_of(steps: tuple[str, ...]) -> int:
    """What SQLite keeps of them in the file's `application_id`, which has 31 bits and a sign."""
    return crc32("".join(steps).encode()) & 0x7FFF_FFFF
