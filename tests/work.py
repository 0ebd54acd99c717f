"""How much a call does, counted and not timed: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[[], object]) -> int:
    """Steps of Python's own machine; what runs in C counts as one."""
    taken = 0

    def step(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal taken
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        taken += event == "opcode"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        call()
    finally:
        sys.settrace(before)
    return taken


def statements(connection: Any, call: Callable[[], object]) -> list[str]:
    """What SQLite is asked by it, with its values."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    try:
        call()
    finally:
        connection.set_trace_callback(None)
    return asked


def hundreds(connection: Any, call: Callable[[], object]) -> int:
    """Hundreds of steps of SQLite's own machine, begun."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection.set_progress_handler(count, 100)
    try:
        call()
    finally:
        connection.set_progress_handler(None, 0)
    return counted
