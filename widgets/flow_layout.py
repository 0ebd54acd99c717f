"""Lays parts in lines like words: as many as fit, then the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lines start at the reading side. `gap` stands between parts and between lines.

    With `least` all parts are equally wide, that wide or more: as many as fit fill their line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, least: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._least = least
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Returns the height used. Works left to right and lets the style mirror each part."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            x, tallest = inner.x(), max(size.height() for _item, size in line)
            for item, size in line:
                if place:
                    # Low ones beside a high one stand at its middle, as words in a row do.
                    lower = 0 if self._least else (tallest - size.height()) // 2
                    spot = QRect(QPoint(x, y + lower), size)
                    item.setGeometry(QStyle.visualRect(self._direction(), inner, spot))
                x += size.width() + self._gap
            y += tallest + self._gap
        used = max(y - self._gap, inner.y())
        return used - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        full = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._shared(item, width) if self._least else item.sizeHint()
            if not lines or full + size.width() > width:
                lines.append([])
                full = 0
            lines[-1].append((item, size))
            full += size.width() + self._gap
        return lines

    def _shared(self, item: QLayoutItem, width: int) -> QSize:
        """The size of a part where the parts share a line."""
        beside = max(1, (width + self._gap) // (self._least + self._gap))
        wide = max(self._least, (width - (beside - 1) * self._gap) // beside)
        high = item.sizeHint().height()
        return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else high)

    def _direction(self) -> Qt.LayoutDirection:
        owner = self.parentWidget()
        return owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
