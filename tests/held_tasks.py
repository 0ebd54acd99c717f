"""Calls of the lanes that come back when a test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from services.errors import AppError
from ui.tasks import Lane


@dataclass
class HeldTasks:
    held: dict[Lane, list[Callable[[], None]]] = field(default_factory=dict)

    def run(self, call: Any, *, lane: Lane, owner: Any, done: Any, failed: Any) -> None:
        def go() -> None:
            try:
                value = call()
            except AppError as error:
                failed(error)
            else:
                done(value)

        self.held.setdefault(lane, []).append(go)

    def let_go(self, *lanes: Lane) -> None:
        """What these lanes were asked for until now; all lanes, where none is named."""
        for lane in lanes or tuple(self.held):
            for call in self.held.pop(lane, []):
                call()
