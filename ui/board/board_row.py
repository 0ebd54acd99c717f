"""Paints one board as a row: the board in small, its name, how many pictures, when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from services.media.board_values import Board, Captions
from services.media.contrast import ink_on
from ui.board.geometry import frames_of
from widgets.board_cells import fitted, place
from widgets.rows_model import ROW
from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import BASE, CAPTION, sized

Index = QModelIndex | QPersistentModelIndex
_MINI = QSize(56, 42)
_PAD = 12
_ROUND = 4
_BAR, _BAR_PART, _BAR_VEIL = 2.5, 0.55, 7.0
_VEIL = QColor(0, 0, 0, 166)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`note` is already in the owner's words: "5 pictures · 20 Nov"."""

    board: Board
    name: str
    note: str


class BoardDelegate(QStyledItemDelegate):
    def __init__(self, view: QWidget, image_of: Callable[[str], QImage | None]) -> None:
        super().__init__(view)
        self._view = view
        self._image_of = image_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(sized(option.font, BASE)).height()
        lines += QFontMetrics(sized(option.font, CAPTION)).height()
        return QSize(0, max(_MINI.height(), lines + 4) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        row: BoardRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter, option, tones)
        area = QRectF(option.rect).adjusted(_PAD, 8, -_PAD, -8)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        room = QRectF(area.left(), 0, _MINI.width(), _MINI.height())
        room.moveTop(area.center().y() - _MINI.height() / 2)
        if mirrored:
            room.moveRight(area.right())
        draw_mini(painter, room, row.board, self._image_of, tones)
        taken = _MINI.width() + _PAD
        area.adjust(*((0, 0, -taken, 0) if mirrored else (taken, 0, 0, 0)))
        font, caption = sized(option.font, BASE), sized(option.font, CAPTION)
        tall = QFontMetrics(font).height(), QFontMetrics(caption).height()
        area.setTop(area.center().y() - (sum(tall) + 2) / 2)
        painter.setPen(tones.text)
        _write(painter, area, row.name, font, mirrored=mirrored)
        painter.setPen(tones.quiet)
        area.adjust(0, tall[0] + 2, 0, tall[1])
        _write(painter, area, row.note, caption, mirrored=mirrored)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, tones: Tones) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.tint if selected else mix(tones.window, tones.text, 0.04))
        painter.drawRoundedRect(box, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)


def draw_mini(
    painter: QPainter,
    room: QRectF,
    board: Board,
    image_of: Callable[[str], QImage | None],
    tones: Tones,
    *,
    captioned: bool = False,
) -> None:
    """The board in the middle of `room`, as large as fits, without its words.

    `captioned`: with bars where captions would stand, whether there are any or not.
    """
    ratio, frames = frames_of(board, _sizes(board, image_of), captioned=captioned)
    sheet = fitted(room, ratio)
    painter.save()
    painter.setClipPath(_rounded(sheet, _ROUND))
    painter.fillRect(sheet, QColor(board.look.background))
    if board.look.blurred and board.cells:
        _draw_ground(painter, sheet, image_of(board.cells[0].picture), tones)
    for cell, frame in zip(board.cells, frames, strict=True):
        box = place(frame.rect, sheet)
        painter.save()
        painter.setClipPath(
            _rounded(box, frame.radius * sheet.width()), Qt.ClipOperation.IntersectClip
        )
        image = image_of(cell.picture)
        if image is None or image.isNull():
            painter.fillRect(box, tones.line)
        else:
            painter.drawImage(box, image, _of_image(frame.part, image))
        if captioned and board.look.captions is Captions.OVER:
            painter.fillRect(_foot(box), _VEIL)
            _draw_bar(painter, _foot(box), QColor("white"))
        painter.restore()
        if captioned and frame.under is not None:
            _draw_bar(painter, place(frame.under, sheet), _ink(board))
    painter.restore()
    painter.setPen(QPen(tones.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)


def _foot(box: QRectF) -> QRectF:
    high = min(_BAR_VEIL, box.height() / 2)
    return QRectF(box.left(), box.bottom() - high, box.width(), high)


def _draw_bar(painter: QPainter, room: QRectF, colour: QColor) -> None:
    """Stands for a line of words."""
    wide = max(room.width() * _BAR_PART, min(room.width(), 6.0))
    bar = QRectF(room.left(), room.center().y() - _BAR / 2, wide, _BAR)
    bar.moveLeft(room.left() + min(3.0, (room.width() - wide) / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)


def _ink(board: Board) -> QColor:
    if board.look.blurred:
        return QColor("white")
    ground = QColor(board.look.background)
    return mix(ground, QColor(ink_on(board.look.background)), 0.6)


def _draw_ground(painter: QPainter, sheet: QRectF, image: QImage | None, tones: Tones) -> None:
    """A few pixels spread over the sheet: at this size nothing else is a blur."""
    if image is None or image.isNull():
        painter.fillRect(sheet, tones.line)
        return
    modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    soft = image.scaled(6, 4, *modes).scaled(sheet.size().toSize(), *modes)
    painter.drawImage(sheet, soft)


def _rounded(box: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def _of_image(part: QRectF, image: QImage) -> QRectF:
    wide, tall = image.width(), image.height()
    return QRectF(part.x() * wide, part.y() * tall, part.width() * wide, part.height() * tall)


def _sizes(board: Board, image_of: Callable[[str], QImage | None]) -> list[tuple[int, int]]:
    """Of the small pictures: all that counts is their proportions."""
    images = (image_of(cell.picture) for cell in board.cells)
    return [(one.width(), one.height()) if one and not one.isNull() else (1, 1) for one in images]


def _write(painter: QPainter, area: QRectF, text: str, font: QFont, *, mirrored: bool) -> None:
    """One line in its own direction, standing at the start of the row beside the picture. Names
    of boards of a day differ at their end, so that is kept."""
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(area.width()))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
    painter.drawText(area, flags, f"\u2068{cut}\u2069")
