"""Beside the open board: how it looks, the chosen picture, and what goes into the post with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.board.cell_panel import CellPanel
from ui.board.look_panel import LookPanel
from ui.board.words_panel import WordsPanel
from ui.build import column, scroll
from ui.theme import MEASURES
from widgets.fold_section import FoldSection
from widgets.segmented import Segmented

WIDTH = 328
LOOK, PICTURE, POST = "look", "picture", "post"


class SidePanel(QFrame):
    turned = Signal(str)
    """LOOK, PICTURE or POST: the owner went there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.tabs = Segmented(name=self.tr("What is changed here"), stacks=True)
        self.look = LookPanel()
        self.cell = CellPanel()
        self.words = WordsPanel()
        self._stack = QStackedWidget()
        self._pages: dict[str, QScrollArea] = {}
        for key, title, panel in (
            (LOOK, self.tr("Board"), self.look),
            (PICTURE, self.tr("Picture"), self.cell),
            (POST, self.tr("Post"), self.words),
        ):
            self.tabs.add(key, title)
            self._pages[key] = _page(panel)
            self._stack.addWidget(self._pages[key])
            self._pages[key].verticalScrollBar().rangeChanged.connect(self._on_range)
        self.tabs.chosen.connect(self._on_turned)
        for fold in (self.look.spacing_fold, self.look.marks_fold):
            fold.turned.connect(self._on_fold)
        self._unfolded: FoldSection | None = None
        pad = MEASURES.s24
        head = column(self.tabs, margins=(pad, MEASURES.s16, pad, MEASURES.s16))
        whole = column(head, self._stack, gap=0)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)

    @property
    def current(self) -> str:
        return self.tabs.choice

    def turn_to(self, key: str) -> None:
        """LOOK, PICTURE or POST. Tells nobody."""
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self._pages[key])

    def wanted_width(self) -> int:
        """Wide enough for its words at any size of the owner's text."""
        inside = [page.widget() for page in self._pages.values()]
        widest = max(each.minimumSizeHint().width() for each in inside if each is not None)
        tabs = self.tabs.minimumSizeHint().width() + 2 * MEASURES.s24
        return max(WIDTH, widest, tabs)

    def _on_range(self) -> None:
        for page in self._pages.values():
            _keep_place(page)
        self._show_unfolded()
        # Once: later the owner may have scrolled elsewhere.
        self._unfolded = None

    def _on_fold(self) -> None:
        fold = self.sender()
        self._unfolded = fold if isinstance(fold, FoldSection) and fold.is_open else None
        self._show_unfolded()

    def _show_unfolded(self) -> None:
        """All of what was opened last, and its title before its end."""
        if self._unfolded is None:
            return
        page = self._pages[LOOK]
        page.ensureWidgetVisible(self._unfolded, 0, 0)
        page.ensureWidgetVisible(self._unfolded.head, 0, 0)

    def _on_turned(self, key: str) -> None:
        self.turn_to(key)
        self.turned.emit(key)


def _page(panel: QWidget) -> QScrollArea:
    """The scrolled page begins under the tabs, and ends before the bar that scrolls it."""
    holder = QWidget()
    pad = MEASURES.s24
    holder.setLayout(column(panel, margins=(pad, 0, pad, pad)))
    return scroll(holder)


def _keep_place(page: QScrollArea) -> None:
    """The words stay where they are when the bar comes: it takes of the margin."""
    holder = page.widget()
    layout = holder.layout() if holder is not None else None
    if layout is None:
        return
    pad = MEASURES.s24
    bar = page.verticalScrollBar()
    end = pad - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
    mirrored = page.isRightToLeft()
    layout.setContentsMargins(end if mirrored else pad, 0, pad if mirrored else end, pad)
