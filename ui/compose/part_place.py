"""Which part of a thread a sheet is, with a grip to move it by and a way to take it out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton, QWidget

from ui.build import icon_button, label, row
from ui.icons import icon
from ui.theme import MEASURES


class PartPlace(QWidget):
    out_asked = Signal()
    step_asked = Signal(int)
    """-1 up, 1 down."""
    dragged = Signal(QPoint)
    """Where the grip is held, on the screen."""
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(kind="quiet")
        self.grip = _Grip()
        self.grip.stepped.connect(self.step_asked)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        self.out_button = icon_button(self.tr("Take this part out"), icon="x", in_row=True)
        self.out_button.clicked.connect(self.out_asked)
        self._row = row(None, self._words, MEASURES.s8, self.grip, self.out_button, gap=0)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_place(self, place: int, count: int) -> None:
        shown = self.tr("{place} of {count}").format(
            place=self.locale().toString(place), count=self.locale().toString(count)
        )
        self._words.setText(shown)
        self.grip.setAccessibleName(self.tr("Move part {place}").format(place=place))
        self.out_button.setAccessibleName(self.tr("Take out part {place}").format(place=place))

    def set_lively(self, lively: bool) -> None:
        """Whether the part can be moved and taken out here."""
        self.grip.setVisible(lively)
        self.out_button.setVisible(lively)

    def hold(self, counter: QWidget) -> None:
        """Shows the part's counter beside its place."""
        self._row.addWidget(counter)


class _Grip(QToolButton):
    stepped = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "icon")
        self.setIcon(icon("grip-vertical"))
        side = MEASURES.row_button
        self.setFixedSize(side, side)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Drag to move this part, or press an arrow key"))
        self._pressed_at: QPoint | None = None
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed_at is not None:
            far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            self._dragging = self._dragging or far
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.setDown(False)
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)
