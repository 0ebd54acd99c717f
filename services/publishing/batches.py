"""Many posts written in few transactions: none holds up other writers for more than some 10 ms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_BATCH = 200


def in_batches(items: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    each = iter(items)
    while some := list(islice(each, size)):
        yield some
