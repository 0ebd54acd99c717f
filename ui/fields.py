"""Small constructors of the fields that dialogs and forms have: lists, days, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QFrame,
    QStyledItemDelegate,
    QWidget,
)

from widgets.soft_menu import draws_through

_S = TypeVar("_S", bound=QAbstractSpinBox)
_SPIN_PADDING = 11


def combo(items: Iterable[str] = (), *, name: str = "", parent: QWidget | None = None) -> QComboBox:
    result = QComboBox(parent)
    result.addItems(list(items))
    result.setAccessibleName(name)
    # The list of a plain combo box ignores the style sheet's rows.
    result.setItemDelegate(QStyledItemDelegate(result))
    if draws_through():
        popup = result.view().window()
        popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if isinstance(popup, QFrame):
            popup.setFrameStyle(QFrame.Shape.NoFrame)
    return result


def calendar(parent: QWidget | None = None) -> QCalendarWidget:
    """A month to choose a day from: no week numbers, and no day in red."""
    result = QCalendarWidget(parent)
    result.setGridVisible(False)
    result.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    result.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        result.setWeekdayTextFormat(day, QTextCharFormat())
    return result


def padded(box: _S) -> _S:
    """A spin box or time field whose words do not touch its edge.

    Qt gives the field inside a styled spin box no padding of its own.
    """
    box.lineEdit().setTextMargins(_SPIN_PADDING, 0, _SPIN_PADDING, 0)
    return box
