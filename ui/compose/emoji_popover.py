"""Every emoji: those a shop uses most first, groups, and a search in six languages.

Arrows move, Enter picks, Esc closes; letters typed anywhere go to the search. Alt and an arrow
changes the tone of skin, which is remembered.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from services.settings import EMOJI_TONE, RECENT_EMOJI, Settings
from services.text.emoji_book import TONES, Emoji, load_book
from ui.build import label, line, row
from ui.compose.emoji_glyphs import Drawable
from ui.compose.emoji_grid import BAR, CELL, COLUMNS, EmojiGrid
from ui.compose.emoji_groups import GroupTabs
from ui.compose.popover import Popover
from ui.icons import icon
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.speech import announce
from widgets.start_edit import StartEdit

_ROWS = 8
_RECENT = COLUMNS
_MOST_FOUND = 300
_HAND = "✋"
_LARGE, _SMALL = 26, 18
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
_HEART = "❤️"
_MEANT_FIRST = (_HEART, *(emoji for emoji in COMMON if emoji != _HEART))
"""Whoever looks for a heart means the red one, and no face with hearts."""


class EmojiPopover(Popover):
    picked = Signal(str)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self._book = load_book()
        self._drawable = Drawable(self.font())
        language = QLocale().name()[:2]
        self._language = language
        self.set_name(self.tr("Emoji"))
        self.search = self._make_search()
        self.tabs = GroupTabs(self._groups(), wide=CELL)
        self._title = label(kind="caption")
        self._recent_title = label(self.tr("Last used"), kind="caption")
        self.recent = EmojiGrid(language, rows=1)
        self.recent.setAccessibleName(self.tr("Last used emoji"))
        self.grid = EmojiGrid(language, rows=_ROWS)
        self._sign = QLabel()
        self._name = ElidedLabel()
        self._name.setProperty("kind", "quiet")
        self.tone_button = QToolButton()
        self._build()
        self._connect()

    def _groups(self) -> tuple[tuple[str, str], ...]:
        return (
            ("🛍️", self.tr("For a shop")),
            ("😀", self.tr("Faces and feelings")),
            ("👋", self.tr("People and gestures")),
            ("🌿", self.tr("Animals and nature")),
            ("🍵", self.tr("Food and drink")),
            ("🏠", self.tr("Travel and places")),
            ("⚽", self.tr("Activities")),
            ("💡", self.tr("Objects")),
            ("💛", self.tr("Symbols")),
            ("🏁", self.tr("Flags")),
        )

    def _make_search(self) -> StartEdit:
        search = StartEdit()
        words = self.tr("Search emoji")
        search.setPlaceholderText(words)
        search.setAccessibleName(words)
        search.setClearButtonEnabled(True)
        for clear in search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Empty the search"))
        search.addAction(
            QAction(icon("search"), words, search), QLineEdit.ActionPosition.LeadingPosition
        )
        search.installEventFilter(self)
        return search

    def _build(self) -> None:
        pad = MEASURES.s12
        # What scrolls has its bar in the padding at the end.
        self.body.setContentsMargins(0, pad, 0, pad)
        self.body.setSpacing(MEASURES.s4)
        sides = (pad, 0, pad, 0)
        top = row(self.search, margins=sides)
        self.body.addLayout(top)
        self.body.addSpacing(MEASURES.s4)
        self.body.addLayout(row(self.tabs, margins=sides))
        self.body.addWidget(line())
        for title, grid in ((self._recent_title, self.recent), (self._title, self.grid)):
            self.body.addLayout(row(title, margins=(pad + MEASURES.s4, 0, pad, 0)))
            self.body.addLayout(row(grid, None, margins=(pad, 0, pad - BAR, 0)))
        self.body.addStretch(1)
        self.body.addWidget(line())
        self._sign.setFixedSize(CELL, CELL)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for shown, size in ((self._sign, _LARGE), (self.tone_button, _SMALL)):
            font = shown.font()
            font.setPixelSize(size)
            shown.setFont(font)
        self.tone_button.setProperty("kind", "icon")
        self.tone_button.setFixedSize(CELL, CELL)
        foot: QHBoxLayout = row(self._sign, self._name, self.tone_button, margins=sides)
        foot.setStretch(1, 1)
        self.body.addLayout(foot)
        self.setFixedWidth(CELL * COLUMNS + 1 + 2 * pad)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.grid.pick_current)
        self.tabs.group.idClicked.connect(self._show_group)
        self.tone_button.clicked.connect(self._on_next_tone)
        for grid in (self.recent, self.grid):
            grid.picked.connect(self._on_picked)
            grid.looked_at.connect(self._show_name)
            grid.typed.connect(self._on_typed)
            grid.tone_asked.connect(self._turn_tone)
        self.grid.left_above.connect(self._on_above)
        self.recent.left_above.connect(self._take_search)
        self.recent.left_below.connect(self._take_grid)

    def open_at(self, anchor: QWidget) -> None:
        self.search.clear()
        self._show_tone()
        self._show_recent()
        self._show_group(0)
        super().open_at(anchor)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.grid.choose_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search an arrow down goes to the emoji; Alt and an arrow turns the tone."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = Qt.Key
            if event.modifiers() == Qt.KeyboardModifier.AltModifier:
                if event.key() in (keys.Key_Up, keys.Key_Right, keys.Key_Down, keys.Key_Left):
                    self._turn_tone(1 if event.key() in (keys.Key_Up, keys.Key_Right) else -1)
                    return True
            elif event.key() == keys.Key_Down:
                self._take_grid()
                return True
        return super().eventFilter(watched, event)

    @property
    def tone(self) -> str:
        number = self._settings.get(EMOJI_TONE)
        return TONES[number] if 0 <= number < len(TONES) else ""

    def _show_group(self, number: int) -> None:
        self.tabs.choose(number)
        self._title.setText(self.tabs.name(number))
        if number == 0:
            known = self._book.by_sign
            shown = [known[sign] for sign in COMMON if sign in known]
        else:
            shown = [one for one in self._book.all if one.group == number - 1]
        self._show(shown)

    def _show(self, emoji: list[Emoji]) -> None:
        shown = self._drawable.of(emoji)
        self.grid.show_emoji(shown, self.tone)
        self.grid.setAccessibleName(self._title.text())
        self.grid.choose_first()
        if not shown:
            self._show_name(None)

    def _show_recent(self) -> None:
        known = self._book.by_sign
        shown = [
            # As it was picked, in its tone of then.
            Emoji(sign, known[sign].group, known[sign].names)
            for sign in self._last_used()[:_RECENT]
            if sign in known
        ]
        self.recent.show_emoji(shown, "")
        self._recent_title.setVisible(bool(shown))
        self.recent.setVisible(bool(shown))

    def _last_used(self) -> list[str]:
        """The setting holds them parted by spaces, the last used first."""
        return self._settings.get(RECENT_EMOJI).split()

    def _show_name(self, emoji: Emoji | None) -> None:
        self._sign.setText("" if emoji is None else emoji.in_tone(self.tone))
        self._name.setText("" if emoji is None else emoji.name(self._language))

    def _show_tone(self) -> None:
        self.tone_button.setText(_HAND + self.tone)
        name = self._tone_name()
        self.tone_button.setAccessibleName(name)
        self.tone_button.setToolTip(name)

    def _tone_name(self) -> str:
        names = (
            self.tr("Skin tone: none"),
            self.tr("Skin tone: light"),
            self.tr("Skin tone: medium light"),
            self.tr("Skin tone: medium"),
            self.tr("Skin tone: medium dark"),
            self.tr("Skin tone: dark"),
        )
        return names[TONES.index(self.tone)]

    def _turn_tone(self, step: int) -> None:
        number = (TONES.index(self.tone) + step) % len(TONES)
        self._settings.remember(EMOJI_TONE, number)
        self._show_tone()
        at = self.grid.currentIndex().row()
        shown = [
            one for n in range(self.grid.shown.rowCount()) if (one := self.grid.shown.emoji(n))
        ]
        self.grid.show_emoji(shown, self.tone)
        self.grid.setCurrentIndex(self.grid.shown.index(max(at, 0), 0))
        announce(self, self._tone_name())

    def _on_next_tone(self) -> None:
        self._turn_tone(1)

    def _on_searched(self, query: str) -> None:
        searching = bool(query.strip())
        if not searching:
            self._show_recent()
            self._show_group(max(self.tabs.chosen, 0))
            return
        self.recent.hide()
        self._recent_title.hide()
        found = self._drawable.of(self._book.find(query, usual=_MEANT_FIRST)[:_MOST_FOUND])
        words = self.tr("%n found", "", len(found)) if found else self.tr("Nothing found")
        self._title.setText(words)
        self._show(found)
        announce(self, words)

    def _on_typed(self, letters: str) -> None:
        self._take_search()
        self.search.insert(letters)

    def _take_search(self) -> None:
        self.search.setFocus()

    def _take_grid(self) -> None:
        self.grid.setFocus()
        if not self.grid.currentIndex().isValid():
            self.grid.choose_first()

    def _on_above(self) -> None:
        if self.recent.isVisible():
            self.recent.setFocus()
            self.recent.choose_first()
        else:
            self._take_search()

    def _on_picked(self, emoji: str) -> None:
        self.hide()
        others = [each for each in self._last_used() if each != emoji]
        self._settings.remember(RECENT_EMOJI, " ".join([emoji, *others][:_RECENT]))
        self.picked.emit(emoji)
