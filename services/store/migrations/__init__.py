"""The steps from an empty file to today's tables, one module a step, never edited once released.

To add one: write `m000N_what.py` with a `SQL` text and append the module to `STEPS`.
"""

from services.store.migrations import m0001_first

STEPS: tuple[str, ...] = (m0001_first.SQL,)
"""STEPS[n] brings a file from `user_version` n to n + 1."""
