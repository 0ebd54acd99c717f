"""The four large figures, and the rest of them behind "All figures"."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from services.accounts.accounts import Way
from services.analytics.figures import ENGAGEMENT_KINDS, Figures, Key
from ui import build
from ui.analytics.figure_words import note_of, title_of, value_words
from ui.icons import icon
from ui.theme import MEASURES
from widgets.stat_tile import Change, StatTile
from widgets.type_scale import grown

LARGE = (Key.SEEN, Key.LINK_CLICKS, Key.MENTIONS, Key.FIRST_ANSWER)
LARGE_BY_HAND = (Key.POSTS, Key.DAYS_POSTED, Key.ANSWERS, Key.FIRST_ANSWER)
"""What is counted here without X."""
ORDER = (
    Key.POSTS,
    Key.DAYS_POSTED,
    Key.SEEN,
    Key.LINK_CLICKS,
    Key.MENTIONS,
    Key.FIRST_ANSWER,
    Key.ANSWERS,
    Key.FOLLOWERS,
    Key.PROFILE_CLICKS,
    Key.ENGAGEMENTS,
    Key.RATE,
    *ENGAGEMENT_KINDS,
)
_TONES = {Change.BETTER: "green", Change.WORSE: "red"}
_FOUR_ABOVE = 800


class Tiles(QWidget):
    opened = Signal(str)
    """A figure's key: show the list it is the sum of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 4
        self._shown: tuple[tuple[Key, ...], tuple[Key, ...]] = ((), ())
        self._tiles = {key: self._made_tile(key) for key in ORDER}
        self._large, self._large_grid = _grid(self)
        self._rest, self._rest_grid = _grid(self)
        self.all = build.button(self.tr("All figures"), icon="chevron-down", in_row=True)
        self.setLayout(
            build.column(self._large, build.row(self.all, None), self._rest, gap=MEASURES.s12)
        )
        self._rest.hide()
        self.all.clicked.connect(self._on_all)

    def set(self, figures: Figures, way: Way, locale: QLocale) -> None:
        for key, tile in self._tiles.items():
            figure = figures.tile(key)
            note = note_of(figure, way, locale)
            tone = _TONES.get(note.change, "quiet")
            tile.set(
                title_of(key),
                value=value_words(key, figure.value, locale),
                note=note.words,
                change=note.change,
                icon=icon(note.icon, tone=tone) if note.icon else None,
            )
        by_hand = way is Way.BY_HAND
        large = LARGE_BY_HAND if by_hand else LARGE
        # By hand, what X keeps to itself is said once, on a card of its own.
        rest = tuple(
            key
            for key in ORDER
            if key not in large and not (by_hand and figures.tile(key).value is None)
        )
        self._show(large, rest)

    def tile(self, key: Key) -> StatTile:
        return self._tiles[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 4 if self.width() >= _FOUR_ABOVE * grown(self.font()) else 2
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _made_tile(self, key: Key) -> StatTile:
        tile = StatTile(self)
        tile.setProperty("figure", str(key))
        tile.clicked.connect(self._on_clicked)
        tile.hide()
        return tile

    def _show(self, large: tuple[Key, ...], rest: tuple[Key, ...]) -> None:
        if (large, rest) == self._shown:
            return
        self._shown = (large, rest)
        self._arrange()
        for key, tile in self._tiles.items():
            tile.setVisible(key in large or key in rest)
        self.all.setVisible(bool(rest))
        if not rest:
            self._rest.hide()
            self.all.setIcon(icon("chevron-down"))

    def _arrange(self) -> None:
        for grid, keys in zip((self._large_grid, self._rest_grid), self._shown, strict=True):
            for place, key in enumerate(keys):
                grid.addWidget(self._tiles[key], place // self._columns, place % self._columns)
            for column in range(4):
                grid.setColumnStretch(column, int(column < self._columns))

    def _on_all(self) -> None:
        shown = self._rest.isHidden()
        self._rest.setVisible(shown)
        self.all.setIcon(icon("chevron-up" if shown else "chevron-down"))

    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, StatTile):
            self.opened.emit(tile.property("figure"))


def _grid(parent: QWidget) -> tuple[QWidget, QGridLayout]:
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(MEASURES.gap)
    return box, grid
