"""The lanes of a list: one word and a count each, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, sized

_PADDING = 12
_ICON = 18
_HEIGHT = 36


class LaneButton(QAbstractButton):
    """`strong` lanes show their count in bold: it asks for something."""

    def __init__(
        self, name: str, *, icon: QIcon, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._strong = strong
        self._count = 0
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}: {self.locale().toString(count)}")
        self.update()

    def sizeHint(self) -> QSize:
        font = sized(self.font(), BASE, strong=True)
        wide = QFontMetricsF(font).horizontalAdvance(self.text() + "  000")
        return QSize(round(wide) + 2 * _PADDING + _ICON + 8, max(_HEIGHT, font.pixelSize() * 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(edge, 8, 8)
        elif self.underMouse():
            painter.setBrush(mix(tones.window, tones.text, 0.05))
            painter.drawRoundedRect(edge, 8, 8)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        tones = tones_of(self)
        mirrored = self.isRightToLeft()
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        left = inner.right() - _ICON if mirrored else inner.left()
        box = QRectF(left, inner.center().y() - _ICON / 2, _ICON, _ICON)
        self._icon.paint(painter, box.toRect())
        shift = _ICON + 8
        inner.adjust(*((0, 0, -shift, 0) if mirrored else (shift, 0, 0, 0)))
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        exactly = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tones.text)
        painter.setFont(sized(self.font(), BASE, strong=self.isChecked()))
        painter.drawText(inner, int(start | exactly), self.text())
        if self._count:
            painter.setPen(tones.text if self._strong else tones.quiet)
            painter.setFont(sized(self.font(), BASE, strong=self._strong))
            painter.drawText(inner, int(end | exactly), self.locale().toString(self._count))


class LaneList(QWidget):
    """Lanes from the top, those added with `at_foot` at the bottom. `chosen` gives the key.

    Qt lets the arrow keys choose among buttons that exclude each other.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, LaneButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)

    def add(
        self, key: str, name: str, *, icon: QIcon, strong: bool = False, at_foot: bool = False
    ) -> None:
        button = LaneButton(name, icon=icon, strong=strong, parent=self)
        button.setAutoExclusive(True)
        button.clicked.connect(self._on_clicked)
        # The stretch stands between the lanes and the foot.
        above = sum(not lane.property("foot") for lane in self._lanes.values())
        button.setProperty("foot", at_foot)
        self._column.insertWidget(-1 if at_foot else above, button)
        self._lanes[key] = button

    def set_counts(self, counts: dict[str, int]) -> None:
        for key, count in counts.items():
            self._lanes[key].set_count(count)

    def choose(self, key: str) -> None:
        """Without the signal."""
        self._lanes[key].setChecked(True)

    @property
    def current(self) -> str:
        return next((key for key, lane in self._lanes.items() if lane.isChecked()), "")

    def lane(self, key: str) -> LaneButton:
        return self._lanes[key]

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)
