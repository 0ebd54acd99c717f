"""Eighty emoji a shop can use, the last used first. Arrows move, Enter picks."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from services.settings import RECENT_EMOJI, Settings
from ui.build import label
from ui.compose.popover import Popover
from widgets.tones import mix, tones_of

Index = QModelIndex | QPersistentModelIndex

_COLUMNS = 10
_CELL = 34
_SIZE = 20
_RECENT = _COLUMNS
_TABLE = (
    "😀 😄 😊 🙂 😍 🥰 😋 😎 🤗 🤔",
    "😅 😂 🥳 😉 😇 🙏 👍 👏 🙌 💪",
    "👋 🤝 👀 👉 👇 ✅ ✨ ⭐ 🌟 🔥",
    "💡 💬 📣 📷 🎁 🎉 🛍️ 🛒 📦 🚚",
    "🏷️ 💳 🕘 📅 📍 🏠 ✂️ 🧵 🧶 🎨",
    "❤️ 🧡 💛 💚 💙 💜 🤍 🌸 🌿 🍃",
    "🌱 🌻 🍂 ❄️ ☀️ 🌙 🌈 ☕ 🍵 🫖",
    "🍞 🍰 🍪 🍯 🍓 🍋 🍎 🌶️ 🥗 🏺",
)
COMMON = tuple(emoji for line in _TABLE for emoji in line.split())


class EmojiPopover(Popover):
    picked = Signal(str)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.set_name(self.tr("Emoji"))
        self._title = label(self.tr("Last used"), kind="caption")
        self._recent = _grid(self.tr("Last used emoji"), rows=1)
        self.grid = _grid(self.tr("Emoji"), rows=len(COMMON) // _COLUMNS)
        self.grid.setModel(QStringListModel(COMMON, self))
        self._recent_model = QStringListModel(self)
        self._recent.setModel(self._recent_model)
        for part in (self._title, self._recent, self.grid):
            self.body.addWidget(part)
        for each in (self._recent, self.grid):
            each.clicked.connect(self._on_picked)
            each.activated.connect(self._on_activated)

    def open_at(self, anchor: QWidget) -> None:
        self._show_recent()
        super().open_at(anchor)
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.grid.model().index(0, 0))

    def _show_recent(self) -> None:
        shown = self._last_used()[:_RECENT]
        self._recent_model.setStringList(shown)
        self._title.setVisible(bool(shown))
        self._recent.setVisible(bool(shown))

    def _last_used(self) -> list[str]:
        """The setting holds them parted by spaces, the last used first."""
        return self._settings.get(RECENT_EMOJI).split()

    def _on_picked(self, index: QModelIndex) -> None:
        self.hide()
        emoji = str(index.data())
        others = [each for each in self._last_used() if each != emoji]
        self._settings.remember(RECENT_EMOJI, " ".join([emoji, *others][:_RECENT]))
        self.picked.emit(emoji)

    def _on_activated(self, index: QModelIndex) -> None:
        # Where one click activates, `clicked` has closed it already.
        if self.isVisible():
            self._on_picked(index)


def _grid(name: str, *, rows: int) -> QListView:
    view = QListView()
    view.setProperty("kind", "emoji")
    view.setAccessibleName(name)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setMovement(QListView.Movement.Static)
    view.setResizeMode(QListView.ResizeMode.Fixed)
    view.setUniformItemSizes(True)
    view.setGridSize(QSize(_CELL, _CELL))
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(_Cell(view))
    # Qt breaks a row that only just fits.
    view.setFixedSize(_CELL * _COLUMNS + 1, _CELL * rows + 1)
    return view


class _Cell(QStyledItemDelegate):
    """An emoji in the middle of its cell: a list's own way would cut it short."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_CELL, _CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(option.widget)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setBrush(mix(tones.surface, tones.text, 0.1))
            painter.drawRoundedRect(box, 6, 6)
        font = option.font
        font.setPixelSize(_SIZE)
        painter.setFont(font)
        painter.setPen(tones.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
