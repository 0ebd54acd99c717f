"""Our own ids: UUIDv4 text, given at birth and kept."""

from __future__ import annotations


def new_id() -> str:
    # `uuid` is slow to load, and a start of the program that makes nothing new needs none.
    from uuid import uuid4

    return str(uuid4())
