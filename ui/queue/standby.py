"""Buttons that stand by while what the owner pressed waits for the disk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Standby:
    """Off meanwhile, and on again when it failed: the focus is then where it was before."""

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts
        self._on = False
        self._before: QWidget | None = None
        self._meanwhile: QWidget | None = None

    def set(self, on: bool) -> None:
        if on == self._on:
            return
        self._on = on
        window = self._parts[0].window()
        if on:
            self._before = next(
                (part for part in self._parts if part is window.focusWidget()), None
            )
        unmoved = not on and window.focusWidget() is self._meanwhile
        for part in self._parts:
            part.setEnabled(not on)
        if on:
            # Qt hands the focus of a button that goes off to its neighbour.
            self._meanwhile = window.focusWidget()
        elif self._before is not None and unmoved:
            self._before.setFocus()
