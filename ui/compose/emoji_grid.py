"""Emoji in rows of ten: arrows move, Enter picks, and what is typed goes to the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from services.text.emoji_book import Emoji
from widgets.tones import mix, tones_of

Index = QModelIndex | QPersistentModelIndex

COLUMNS = 10
CELL = 34
BAR = 10
"""Room for the scroll bar (ui/style_sheet.py)."""
_SIZE = 20
_ROUND = 6


class EmojiModel(QAbstractListModel):
    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shown: tuple[Emoji, ...] = ()
        self._tone = ""

    def show_emoji(self, shown: Sequence[Emoji], tone: str) -> None:
        self.beginResetModel()
        self._shown, self._tone = tuple(shown), tone
        self.endResetModel()

    @property
    def signs(self) -> list[str]:
        return [one.in_tone(self._tone) for one in self._shown]

    def emoji(self, row: int) -> Emoji | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        one = self.emoji(index.row())
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.in_tone(self._tone)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return one.name(self._language)
        return None


class EmojiGrid(QListView):
    picked = Signal(str)
    looked_at = Signal(object)
    """The Emoji under the keys or the pointer, or None."""
    typed = Signal(str)
    left_above = Signal()
    left_below = Signal()
    """Past the first row, or the last."""
    tone_asked = Signal(int)
    """The next one (1) or the one before (-1)."""

    def __init__(self, language: str, *, rows: int) -> None:
        super().__init__()
        self.shown = EmojiModel(language)
        self.setModel(self.shown)
        self.setProperty("kind", "emoji")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(CELL, CELL))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Cell(self))
        # Qt breaks a row that only just fits.
        self.setFixedSize(CELL * COLUMNS + 1 + BAR, CELL * rows + 1)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)
        self.entered.connect(self._on_entered)

    def show_emoji(self, shown: Sequence[Emoji], tone: str) -> None:
        self.shown.show_emoji(shown, tone)

    def choose_first(self) -> None:
        self.setCurrentIndex(self.shown.index(0, 0))

    def pick_current(self) -> None:
        self._on_clicked(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        row, count = self.currentIndex().row(), self.shown.rowCount()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (
            keys.Key_Left,
            keys.Key_Right,
            keys.Key_Up,
            keys.Key_Down,
        ):
            self.tone_asked.emit(1 if event.key() in (keys.Key_Right, keys.Key_Up) else -1)
        elif event.key() == keys.Key_Up and row < COLUMNS:
            self.left_above.emit()
        elif event.key() == keys.Key_Down and row // COLUMNS == (count - 1) // COLUMNS:
            self.left_below.emit()
        elif event.text().isprintable() and event.text() and not event.text().isspace():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(  # noqa: N802 (Qt's name)
        self, current: Index, previous: Index
    ) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self.shown.emoji(current.row()))

    def _on_entered(self, index: Index) -> None:
        self.looked_at.emit(self.shown.emoji(index.row()))

    def _on_clicked(self, index: Index) -> None:
        if index.isValid():
            self.picked.emit(str(index.data()))

    def _on_activated(self, index: Index) -> None:
        # Where one click activates, `clicked` has closed it already.
        if self.isVisible():
            self._on_clicked(index)


class _Cell(QStyledItemDelegate):
    """An emoji in the middle of its cell: a list's own way would cut it short."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(CELL, CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(option.widget)
        states = QStyle.StateFlag
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & (states.State_MouseOver | states.State_Selected):
            painter.setBrush(mix(tones.surface, tones.text, 0.1))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        font = option.font
        font.setPixelSize(_SIZE)
        painter.setFont(font)
        painter.setPen(tones.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
