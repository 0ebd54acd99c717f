"""Draws a customer's word as a row of the inbox: who, two lines of it, of what kind, and when.

A late row says in the time's place how long the customer has waited.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.avatar import draw_letters
from widgets.chip import Chip, draw_chip, draw_sign
from widgets.text_block import direction_of, direction_of_ours, draw_lines, first_line
from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import BASE, CAPTION, sized

HEIGHT = 76
HEAD_HEIGHT = 32
_KEPT = 24
"""Rows kept as pictures: more than a window shows."""
_AVATAR = 36
_DOT = 8
_PADDING = 8
_START = 20
"""Room before the picture, with the dot of an unread row in it."""


class ItemRole(IntEnum):
    VALUE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ItemValue:
    """`chip` is its kind; `wait` takes the place of `time` where it is set."""

    id: str
    name: str
    handle: str
    text: str
    time: str
    spoken: str
    chip: Chip | None = None
    wait: Chip | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class HeadValue:
    """The name of a group of rows."""

    text: str


class ItemDelegate(QStyledItemDelegate):
    def __init__(self, view: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view
        self._drawn: dict[ItemValue, QPixmap] = {}
        self._look: tuple[object, ...] = ()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        grown = self._view.font().pixelSize() / BASE if self._view.font().pixelSize() > 0 else 1
        value = index.data(ItemRole.VALUE)
        tall = HEAD_HEIGHT if isinstance(value, HeadValue) else HEIGHT
        return QSize(0, round(tall * max(grown, 1)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        value = index.data(ItemRole.VALUE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if isinstance(value, HeadValue):
            self._paint_head(painter, area, value)
        elif isinstance(value, ItemValue):
            self._paint_ground(painter, area, option)
            painter.drawPixmap(option.rect.topLeft(), self._item(painter, option.rect, value))
        painter.restore()

    def _item(self, painter: QPainter, rect: QRect, value: ItemValue) -> QPixmap:
        """The row without its ground, kept: words in several scripts take a millisecond a row."""
        view, ratio = self._view, painter.device().devicePixelRatio()
        font, palette = view.font().toString(), view.palette().cacheKey()
        look = (rect.width(), rect.height(), ratio, font, palette, view.layoutDirection())
        if look != self._look:
            self._drawn.clear()
            self._look = look
        drawn = self._drawn.pop(value, None)
        if drawn is None:
            drawn = QPixmap((QSizeF(rect.size()) * ratio).toSize())
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            area = QRectF(0, 0, rect.width(), rect.height())
            inner = QPainter(drawn)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_item(inner, area.adjusted(0, _PADDING, 0, -_PADDING), value)
            inner.end()
        # The one used last stands last, and the first is the first to go.
        self._drawn[value] = drawn
        if len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        return drawn

    def _paint_head(self, painter: QPainter, area: QRectF, value: HeadValue) -> None:
        painter.setPen(tones_of(self._view).quiet)
        inner = area.adjusted(_START, 0, -_START, -4)
        self._word(painter, inner, value.text, CAPTION, strong=True, low=True)

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        tones = tones_of(self._view)
        box = area.adjusted(4, 2, -4, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(box, 8, 8)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mix(tones.window, tones.text, 0.05))
            painter.drawRoundedRect(box, 8, 8)

    def _paint_item(self, painter: QPainter, area: QRectF, value: ItemValue) -> None:
        tones = tones_of(self._view)
        mirrored = self._view.isRightToLeft()
        self._paint_start(painter, area, value, tones)
        start = _START + _AVATAR + 12
        inner = area.adjusted(*((16, 0, -start, 0) if mirrored else (start, 0, -16, 0)))
        line = sized(self._view.font(), BASE).pixelSize() * 1.4
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        self._paint_names(painter, top, value, tones)
        self._paint_text(painter, inner.adjusted(0, line, 0, 0), value, tones)

    def _paint_text(self, painter: QPainter, area: QRectF, value: ItemValue, tones: Tones) -> None:
        """Two lines; the chip stands at the end of the second, beside words of its direction."""
        font = sized(self._view.font(), BASE - 1)
        direction = direction_of(value.text, self._view.layoutDirection())
        colour = tones.text if value.unread else tones.quiet
        begin, text, most = "", value.text, 2
        if value.chip is not None and direction is self._view.layoutDirection():
            begin, text = first_line(value.text, font, area.width())
            painter.setPen(colour)
            used = draw_lines(painter, area, begin, font=font, most=1, direction=direction)
            area, most = area.adjusted(0, used, 0, 0), 1
        if value.chip is not None:
            font_of, mirrored = self._view.font(), self._view.isRightToLeft()
            area = draw_chip(
                painter, area, value.chip, tones=tones, font=font_of, mirrored=mirrored
            )
        painter.setPen(colour)
        draw_lines(painter, area, text, font=font, most=most, direction=direction)

    def _paint_start(self, painter: QPainter, area: QRectF, value: ItemValue, tones: Tones) -> None:
        mirrored = self._view.isRightToLeft()
        left = area.right() - _START - _AVATAR if mirrored else area.left() + _START
        box = QRectF(left, area.top() + 2, _AVATAR, _AVATAR)
        draw_letters(painter, box, value.name, tones=tones, font=self._view.font())
        if value.unread:
            x = area.right() - _START / 2 - 1 if mirrored else area.left() + _START / 2 + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.text)
            dot = QRectF(0, 0, _DOT, _DOT)
            dot.moveCenter(QRectF(x, box.center().y(), 0, 0).center())
            painter.drawEllipse(dot)

    def _paint_names(self, painter: QPainter, box: QRectF, value: ItemValue, tones: Tones) -> None:
        mirrored = self._view.isRightToLeft()
        if value.wait is not None:
            font = self._view.font()
            taken = 8 + draw_sign(
                painter, box, value.wait, tones=tones, font=font, mirrored=mirrored
            )
        else:
            painter.setPen(tones.quiet)
            taken = self._word(painter, box, value.time, CAPTION, at_end=True) + 8
        box = box.adjusted(*((taken, 0, 0, 0) if mirrored else (0, 0, -taken, 0)))
        painter.setPen(tones.text)
        used = self._word(painter, box, value.name, BASE, strong=True) + 6
        box = box.adjusted(*((0, 0, -used, 0) if mirrored else (used, 0, 0, 0)))
        painter.setPen(tones.quiet)
        if box.width() > 40:
            self._word(painter, box, value.handle, CAPTION)

    def _word(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        size: int,
        *,
        strong: bool = False,
        at_end: bool = False,
        low: bool = False,
    ) -> float:
        """One elided line; returns its width."""
        painter.setFont(sized(self._view.font(), size, strong=strong))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        at_right = self._view.isRightToLeft() is not at_end
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        level = Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignVCenter
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | level)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of_ours(text, self._view.layoutDirection()))
        painter.drawText(box, shown, option)
        return metrics.horizontalAdvance(shown)
