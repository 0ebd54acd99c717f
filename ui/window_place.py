"""Where the window was left, and how large."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from services.settings import WINDOW_GEOMETRY

if TYPE_CHECKING:
    from services.settings import Settings
    from ui.main_window import MainWindow


def put_back(window: MainWindow, settings: Settings) -> None:
    place = settings.get(WINDOW_GEOMETRY)
    if place:
        window.put_back(base64.b64decode(place))


def remember_place(window: MainWindow, settings: Settings) -> None:
    settings.remember(WINDOW_GEOMETRY, base64.b64encode(window.place()).decode())
