"""Files dropped anywhere on a page: whatever is under them, they are meant for the post."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from widgets.pasted import holds_pictures, pictures_in


class PictureDrops(QObject):
    """Speaks for `place` and for all in it that takes no drops itself."""

    offered = Signal(object)
    """A tuple of `Offered`, as the field of the post offers them."""
    hovering = Signal(bool)

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if holds_pictures(event.mimeData()):
                self.hovering.emit(True)
                event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.hovering.emit(False)
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hovering.emit(False)
            if offered := pictures_in(event.mimeData()):
                event.acceptProposedAction()
                self.offered.emit(offered)
            return True
        return super().eventFilter(watched, event)
