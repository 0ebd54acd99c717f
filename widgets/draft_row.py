"""Paints one draft: its first line, when it was changed, its picture, and a × under the mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.cropped import draw_cropped
from widgets.strokes import draw_cross
from widgets.text_block import direction_of, draw_lines
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, sized

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_THUMB = 40
_PAD = 12
_CROSS = 20


class DraftDelegate(QStyledItemDelegate):
    delete_asked = Signal(str)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(sized(option.font, BASE)).height()
        lines += QFontMetrics(sized(option.font, CAPTION)).height()
        return QSize(0, max(_THUMB, lines + 4) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._draw_ground(painter, option, tones)
        area = QRectF(option.rect).adjusted(_PAD, 8, -_PAD, -8)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if row.image is not None:
            frame = QRectF(area.right() - _THUMB, 0, _THUMB, _THUMB)
            frame.moveTop(area.center().y() - _THUMB / 2)
            if mirrored:
                frame.moveLeft(area.left())
            draw_cropped(painter, frame, row.image, radius=6)
            area.adjust(*((_THUMB + 8, 0, 0, 0) if mirrored else (0, 0, -_THUMB - 8, 0)))
        painter.setPen(tones.text if row.text.strip() else tones.quiet)
        used = draw_lines(
            painter,
            area,
            row.text if row.text.strip() else self.tr("Only pictures"),
            font=sized(option.font, BASE),
            most=1,
            direction=direction_of(row.text, option.direction),
        )
        painter.setPen(tones.quiet)
        painter.setFont(sized(option.font, CAPTION))
        # The painter of a view does not know the direction; the alignment is given outright.
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        below = area.adjusted(0, used + 2, 0, 4)
        painter.drawText(
            below, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, row.when
        )
        if hovered and row.deletable:
            self._draw_cross(painter, _cross(option), tones)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and index.data(ROW_ROLE).deletable
            and _cross(option).contains(event.position().toPoint())
        ):
            self.delete_asked.emit(index.data(ROW_ROLE).id)
            return True
        return super().editorEvent(event, model, option, index)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, tones: Tones) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.tint if selected else tones.window)
            painter.drawRoundedRect(box, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _draw_cross(self, painter: QPainter, box: QRect, tones: Tones) -> None:
        painter.setPen(QPen(tones.line, 1))
        painter.setBrush(tones.surface)
        painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        draw_cross(painter, QRectF(box).center(), tones.text)


def _cross(option: QStyleOptionViewItem) -> QRect:
    """At the upper corner of the row's end."""
    row = option.rect
    left = row.right() - _CROSS - 5
    if option.direction is Qt.LayoutDirection.RightToLeft:
        left = row.left() + 6
    return QRect(left, row.top() + 4, _CROSS, _CROSS)
