"""Says a sentence to a screen reader, for news that does not take the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def load() -> None:
    """What `announce` needs: its many names take some ms, for which no key should wait."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: F401


def announce(widget: QWidget, sentence: str) -> None:
    """Nobody hears of what is not shown yet: it is read when the window is."""
    if not sentence or not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
