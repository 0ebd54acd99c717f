"""A pane that slides over the end of its parent and leaves what is beside it usable."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPropertyAnimation,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.measures import MEASURES
from widgets.motion import motion_ms
from widgets.tones import tones_of


class Drawer(QFrame):
    """Covers its parent's full height at the end (or the start) of the reading direction.

    Esc closes it and discards nothing; the focus returns to where it was, if that is still there.
    """

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        width: int = 340,
        title: str = "",
        close_icon: QIcon | None = None,
        close_name: str = "",
        at_start: bool = False,
    ) -> None:
        super().__init__(parent)
        self._ground = parent
        self._wide = width
        self._at_start = at_start
        self._before: QWidget | None = None
        self._content: QWidget | None = None
        self.setProperty("kind", "drawer")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = QLabel(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("kind", "strong")
        self._close = QToolButton()
        self._close.setProperty("kind", "icon")
        self._close.setIcon(close_icon or QIcon())
        self._close.setIconSize(QSize(MEASURES.icon, MEASURES.icon))
        self._close.setAccessibleName(close_name)
        self._close.setToolTip(close_name)
        self._close.clicked.connect(self.close_drawer)
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._on_moved)
        head = QHBoxLayout()
        head.setContentsMargins(MEASURES.s8, MEASURES.s8, MEASURES.s8, MEASURES.s8)
        head.addSpacing(MEASURES.s8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        self._open = False
        self.hide()
        parent.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        return self._open

    def set_wide(self, width: int) -> None:
        """Words that have grown need more of the room; never more than there is."""
        self._wide = width
        self._motion.stop()
        self.setGeometry(self._place(out=not self._open))

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_content(self, content: QWidget) -> None:
        """Takes the widget over; the one before is let go without being deleted."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.setParent(None)
        self._content = content
        self._layout.addWidget(content, 1)
        content.show()

    def open(self) -> None:
        if self._open:
            return
        self._open = True
        self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self._slide()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_drawer(self) -> None:
        if not self._open:
            return
        self._open = False
        before, self._before = self._before, None
        focused = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused) and focused is not self:
            # The owner is elsewhere on the page by now, and stays there.
            before = None
        # The ground may have been drawn anew meanwhile, and the card that was clicked is gone.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._slide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange)
        if watched is self.parent() and event.type() in kinds:
            self._motion.stop()
            self.setGeometry(self._place(out=not self._open))
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        x = 0 if not self._on_left() else self.width() - 1
        painter.fillRect(QRect(x, 0, 1, self.height()), tones_of(self).line)
        painter.end()

    def _slide(self) -> None:
        there = self._place(out=not self._open)
        ms = motion_ms()
        if ms == 0:
            self.setGeometry(there)
            self._on_moved()
            return
        start = self._place(out=self._open)
        self.setGeometry(start)
        self._motion.stop()
        self._motion.setDuration(ms)
        self._motion.setStartValue(start.topLeft())
        self._motion.setEndValue(there.topLeft())
        self._motion.start()

    def _on_moved(self) -> None:
        self.setVisible(self._open)

    def _on_left(self) -> bool:
        return (self.layoutDirection() is Qt.LayoutDirection.RightToLeft) != self._at_start

    def _place(self, *, out: bool) -> QRect:
        parent = self._ground
        wide = min(self._wide, parent.width())
        if self._on_left():
            x = -wide if out else 0
        else:
            x = parent.width() if out else parent.width() - wide
        return QRect(x, 0, wide, parent.height())
