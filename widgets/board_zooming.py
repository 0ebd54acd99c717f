"""How much a wheel, a touchpad or two fingers enlarge a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

_NOTCH = 120
_BY_NOTCH = 1.15


def by_wheel(event: QWheelEvent) -> float:
    """A factor; 1 where the wheel turns without Ctrl, and so means to scroll."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return 1.0
    return float(_BY_NOTCH ** (event.angleDelta().y() / _NOTCH))


def by_fingers(event: QEvent, widget: QWidget) -> tuple[float, QPointF] | None:
    """A factor and the place between the fingers; None for what is no such gesture."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        return max(0.2, 1.0 + event.value()), event.position()
    # Qt asks with the same class of event whether a gesture may begin, too.
    if isinstance(event, QGestureEvent) and event.type() is QEvent.Type.Gesture:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            middle = QPointF(widget.mapFromGlobal(pinch.centerPoint().toPoint()))
            # WORKAROUND: Qt 6.11 tells of each move of the fingers twice.
            told = pinch.scaleFactor() == pinch.lastScaleFactor()
            return (1.0 if told else pinch.scaleFactor()), middle
    return None
