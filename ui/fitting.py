"""Dialogs that stay within their window: what is too high scrolls, its buttons stay in view."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QWidget

from ui.theme import MEASURES

_AIR = MEASURES.s48
_LEAST_AREA = 160
SCROLL_BAR = 10


def room_for(dialog: QDialog) -> QSize:
    """The largest that a dialog over its window may be."""
    parent = dialog.parentWidget()
    window = parent.window().size() if parent is not None else QSize()
    least = QSize(MEASURES.least_width, MEASURES.least_height)
    return window.expandedTo(least) - QSize(_AIR, _AIR)


class FittedDialog(QDialog):
    """As large as its words ask for: before it is first placed, and whenever they grow."""

    def showEvent(self, event: QShowEvent) -> None:
        # Qt places it by the size that it has then.
        self._fit()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._refit()

    def _refit(self) -> None:
        """Something inside has another size."""
        if self.isVisible():
            with from_the_middle(self):
                self._fit()

    def _fit(self) -> None:
        raise NotImplementedError


@contextmanager
def from_the_middle(dialog: QDialog) -> Iterator[None]:
    """A dialog that is shown and gets another size inside grows to all sides, on its screen.

    Where the desktop places windows itself, nothing is moved.
    """
    before = dialog.geometry()
    yield
    if not dialog.isVisible() or dialog.size() == before.size():
        return
    after = dialog.geometry()
    after.moveCenter(before.center())
    screen = dialog.screen().availableGeometry()
    place = QPoint(
        max(screen.left(), min(after.left(), screen.right() + 1 - after.width())),
        max(screen.top(), min(after.top(), screen.bottom() + 1 - after.height())),
    )
    dialog.move(dialog.pos() + place - dialog.geometry().topLeft())


def settle(inner: QWidget) -> None:
    """What grew or went inside is told outwards at once, the innermost first."""
    for each in reversed((inner, *inner.findChildren(QWidget))):
        if (layout := each.layout()) is not None:
            layout.activate()


def fit_height(dialog: QDialog, area: QScrollArea, width: int) -> bool:
    """Gives the dialog's scrolled part its height, for a dialog `width` wide.

    True where the part has to scroll. (Qt's own adjustSize stops at two thirds of the screen.)
    """
    layout, inner = dialog.layout(), area.widget()
    if layout is None or inner is None:
        return False
    settle(inner)
    margins = layout.contentsMargins()
    inside = width - margins.left() - margins.right()
    needed = (
        inner.heightForWidth(inside) if inner.hasHeightForWidth() else inner.sizeHint().height()
    )
    area.setFixedHeight(needed)
    layout.activate()
    over = _height_of(layout, width) - room_for(dialog).height()
    if over > 0:
        area.setFixedHeight(max(_LEAST_AREA, needed - over))
        layout.activate()
    dialog.resize(width, _height_of(layout, width))
    return over > 0


def _height_of(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
