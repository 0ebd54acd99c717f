"""The ring round what has the keyboard: 2 pixels of accent, 2 pixels away, over everything.

A style sheet can only draw inside a widget, so the ring is a widget of its own that lies on the
window. Text fields show the caret and their own border; they get no ring.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from widgets.measures import MEASURES
from widgets.tones import tones_of

_OWN_MARK = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox")
"""By name: their classes are loaded by whoever shows one, not by every start."""
_ROOM = 2 * MEASURES.focus
_BY_KEY = Qt.WidgetAttribute.WA_KeyboardFocusChange
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
    QEvent.Type.Show,
    QEvent.Type.KeyRelease,
)


@runtime_checkable
class InPart(Protocol):
    """A widget of which only a part has the keyboard: one tab of several."""

    def focus_rect(self) -> QRect: ...


class FocusRings(QObject):
    """Gives every window its ring, the first time the keyboard moves the focus in it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not now.window().testAttribute(_BY_KEY):
            return
        window = now.window()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        if window.findChild(FocusRing, options=direct) is None:
            FocusRing(window).show_for(now)


class FocusRing(QWidget):
    """Shown after the keyboard moved the focus, not after the mouse did."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def around(self) -> QWidget | None:
        return self._around

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._follow(None)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones_of(self).accent, MEASURES.focus))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, MEASURES.radius + 3, MEASURES.radius + 3)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        window = self.window()
        by_key = window.testAttribute(_BY_KEY)
        if now is None or by_mouse or not by_key or now.window() is not window:
            self._follow(None)
        else:
            self.show_for(now)

    def show_for(self, widget: QWidget) -> None:
        self._follow(None if any(map(widget.inherits, _OWN_MARK)) else widget)

    def _follow(self, around: QWidget | None) -> None:
        if around is self._around:
            return
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._around = around
        self._watched = _upwards(around)
        for each in self._watched:
            each.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        part = around.focus_rect() if isinstance(around, InPart) else around.rect()
        inside = isinstance(around, QAbstractScrollArea | InPart)
        room = -MEASURES.focus if inside else _ROOM
        top = around.mapTo(self.window(), part.topLeft())
        box = QRect(top, part.size()).adjusted(-room, -room, room, room)
        for each in self._watched[1:]:
            if isinstance(each, QAbstractScrollArea):
                view = each.viewport()
                box &= QRect(view.mapTo(self.window(), QPoint()), view.size())
        self.setGeometry(box)
        self.setVisible(box.isValid())
        self.raise_()


def _upwards(widget: QWidget | None) -> list[QWidget]:
    """The widget and what it lies in, up to its window: any of them may move it."""
    found: list[QWidget] = []
    while widget is not None and not widget.isWindow():
        found.append(widget)
        widget = widget.parentWidget()
    return found
