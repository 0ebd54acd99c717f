"""Chance that is always the same: a number from the seed and what it is drawn for.

Python's own `hash` changes from run to run and `random` depends on the order of calls; these
depend on nothing but their arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def whole(seed: int, *what: object) -> int:
    """0 to 2^64 - 1."""
    text = "\x1f".join(str(part) for part in (seed, *what))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def share(seed: int, *what: object) -> float:
    """0 to just under 1."""
    return (whole(seed, *what) >> 11) / (1 << 53)


def between(low: int, high: int, seed: int, *what: object) -> int:
    """`low` to `high`, both included."""
    return low + whole(seed, *what) % (high - low + 1)


def pick(choices: Sequence[T], seed: int, *what: object) -> T:
    return choices[whole(seed, *what) % len(choices)]
