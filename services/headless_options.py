"""What the command line asks of a run without a window: read by main.py, done by headless.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services.options import RunOptions


@dataclass(frozen=True, slots=True)
class NewPart:
    """One text of `--enqueue` or `--part` with the pictures that follow it: (file, alt text)."""

    text: str
    images: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeadlessOptions:
    """What a run without a window does, in this order: enqueue, publish, check, list.

    `scheduled`: nobody said "now", so pauses are kept and another sender is not waited for.
    """

    run: RunOptions
    enqueue: tuple[NewPart, ...] = ()
    at: str | None = None
    account: str | None = None
    publish_due: bool = False
    wait: float = 0
    send_from_here: bool = False
    scheduled: bool = False
    check_inbox: bool = False
    list_queue: bool = False
