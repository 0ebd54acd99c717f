"""How long a movement takes: nothing moves where the system or the owner asked for stillness."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from widgets.measures import MEASURES


def motion_ms() -> int:
    """0 when movement is off: Qt's general effect, as the system or ui/motion_wish.py set it."""
    return MEASURES.motion_ms if QApplication.isEffectEnabled(Qt.UIEffect.UI_General) else 0
