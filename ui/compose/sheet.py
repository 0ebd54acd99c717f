"""The sheet one part is written on: who speaks, the words, the pictures, and the row of tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from services.text.measure import Parsed
from ui.build import column, row, tool_button
from ui.compose.sheet_head import SheetHead, show_words
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing
from widgets.image_strip import ImageStrip, TileValue
from widgets.post_edit import PostEdit
from widgets.tag_meter import TagMeter
from widgets.tones import tones_of

if TYPE_CHECKING:
    from ui.compose.part_place import PartPlace

_LINES, _LINES_ABOVE, _LINES_OF_A_PART = 6, 3, 2
"""How tall the paper is at least: alone, with something under the words, in a thread."""
_LEAST_WIDE = 400
_NAMED_FIRST = 4
_TOOLS_PAD = 7
"""The tool buttons' own padding: their icons line up with the words above."""
_SIDE = MEASURES.s24 - _TOOLS_PAD


class Sheet(QFrame):
    pictures_offered = Signal(object)
    picture_asked = Signal()
    board_asked = Signal()
    poll_asked = Signal()
    part_asked = Signal()
    """One more part of a thread, below this one."""
    placed = Signal()
    """It became a part of a thread: `place` is there."""
    emoji_asked = Signal()
    more_asked = Signal()
    drafts_asked = Signal()
    preview_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self._dropping = False
        self._narrow = False
        self._alone = True
        self._place: PartPlace | None = None
        self.head = SheetHead()
        self.edit = PostEdit()
        self.edit.set_hint(self.tr("What is new in the shop?"))
        self.edit.setAccessibleName(self.tr("Your post"))
        self.edit.pictures_offered.connect(self.pictures_offered)
        self.strip = ImageStrip()
        self.strip.add_asked.connect(self.picture_asked)
        self.strip.hide()
        self.ring = CounterRing()
        self.meter = TagMeter()
        self.picture_button = tool_button(self.tr("Picture"), icon="image")
        self.picture_button.clicked.connect(self.picture_asked)
        self.board_button = tool_button(self.tr("Board"), icon="layout-grid")
        self.board_button.clicked.connect(self.board_asked)
        self.poll_button = tool_button(self.tr("Poll"), icon="vote")
        self.poll_button.clicked.connect(self.poll_asked)
        self.thread_button = tool_button(self.tr("Thread"), icon="list-plus")
        self.thread_button.clicked.connect(self.part_asked)
        self.emoji_button = tool_button(self.tr("Emoji"), icon="smile")
        self.emoji_button.clicked.connect(self.emoji_asked)
        self.more_button = tool_button(self.tr("More"), icon="ellipsis")
        self.more_button.clicked.connect(self.more_asked)
        self._tools = (
            self.picture_button,
            self.board_button,
            self.poll_button,
            self.thread_button,
            self.emoji_button,
            self.more_button,
        )
        self._build()

    def _build(self) -> None:
        self.extras = column(gap=MEASURES.s12)
        """For what the whole post carries: it stands on the first part's sheet."""
        words = column(
            self.head,
            self.edit,
            self.strip,
            self.extras,
            gap=MEASURES.s16,
            margins=(_TOOLS_PAD, 0, _TOOLS_PAD, 0),
        )
        self._foot = row(
            *self._tools,
            None,
            self.meter,
            MEASURES.s4,
            self.ring,
            gap=0,
            margins=(0, 0, _TOOLS_PAD, 0),
        )
        layout = column(words, self._foot, gap=MEASURES.s16)
        layout.setContentsMargins(_SIDE, MEASURES.s24, _SIDE, MEASURES.s16)
        self.setLayout(layout)

    def stops(self) -> Iterator[QWidget]:
        """What the Tab key comes by, in this order; some of it has stops of its own in it."""
        yield self.edit
        yield self.strip
        yield from self._tools
        for number in range(self.extras.count()):
            item = self.extras.itemAt(number)
            inside = item.widget() if item is not None else None
            if inside is not None:
                yield inside
        yield from self.head.beside()

    def minimumSizeHint(self) -> QSize:
        """Its tools are icons alone where there is no room: they ask for none with their words."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _LEAST_WIDE), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_tools()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The tools hear of it after their sheet.
            QTimer.singleShot(0, self, self._fold_tools)

    def fit_paper(self) -> None:
        """Where a poll or pictures stand under a few words, no gap parts them."""
        alone = _LINES if self.strip.isHidden() and self.extras.isEmpty() else _LINES_ABOVE
        self.edit.set_fewest_lines(alone if self._alone else _LINES_OF_A_PART)

    def _fold_tools(self) -> None:
        """Where there is no room for all their words, the last two are icons alone, or all are."""
        count = self.meter.sizeHint().width() + self.ring.sizeHint().width() + MEASURES.s12
        room = self.contentsRect().width() - 2 * _SIDE - count
        for named in (self._tools, self._tools[:_NAMED_FIRST], ()):
            for tool in self._tools:
                show_words(tool, on=tool in named)
            if sum(tool.sizeHint().width() for tool in self._tools) <= room:
                break

    def set_current(self, current: bool) -> None:
        """Only the part that has the caret shows its tools; the others count at their head."""
        for tool in self._tools:
            tool.setVisible(current)
        self.meter.setVisible(current)
        if self._place is not None:
            self._place.set_lively(current)
            if current:
                self._foot.addWidget(self.ring)
            else:
                self._place.hold(self.ring)
            self.head.fold()

    def set_place(self, place: int, count: int) -> None:
        """`place` from 1. A post that is no thread shows nothing of it."""
        if self._place is None and count > 1:
            from ui.compose.part_place import PartPlace

            self._place = PartPlace()
            self.head.lay(self._place)
            self.placed.emit()
        if self._place is not None:
            self._place.set_place(place, count)
            self._place.setVisible(count > 1)
            self.head.fold()
        said = self.tr("Part {place} of {count}").format(place=place, count=count)
        self.edit.setAccessibleName(said if count > 1 else self.tr("Your post"))
        if place > 1:
            self.edit.set_hint(self.tr("And then?"))
        self._alone = count == 1
        self.fit_paper()

    @property
    def place(self) -> PartPlace | None:
        return self._place

    @cached_property
    def drafts_button(self) -> QToolButton:
        """Made with the first narrow window, as the next one is."""
        made = tool_button(self.tr("Drafts"), icon="panel-left-open")
        made.clicked.connect(self.drafts_asked)
        self.head.lay(made)
        return made

    @cached_property
    def preview_button(self) -> QToolButton:
        made = tool_button(self.tr("Preview"), icon="eye")
        made.clicked.connect(self.preview_asked)
        self.head.lay(made)
        return made

    def set_narrow(self, narrow: bool) -> None:
        """Drafts and preview have no pane of their own then, but a button here."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for each in (self.drafts_button, self.preview_button):
            each.setVisible(narrow)
        self.head.fold()

    def show_shop(self, name: str, handle: str, logo: QImage | None) -> None:
        self.head.show_shop(name, handle, logo)

    def show_measured(self, measured: Parsed) -> None:
        known = (*measured.links, *measured.hashtags, *measured.mentions)
        spans = [(span.start, span.end) for span in known]
        if measured.overflow is not None:
            # What is beyond the limit has its own tint, and may be a pasted novel.
            spans = [span for span in spans if span[0] < measured.overflow]
        self.edit.set_spans(spans, overflow_from=measured.overflow)
        self.ring.set(measured.weighted_length, measured.limit)
        self.meter.set(len(measured.hashtags))

    def show_tiles(self, tiles: Sequence[TileValue], *, full: bool = False) -> None:
        self.strip.set_tiles(tiles, full=full)
        self.strip.setVisible(bool(tiles))
        self.fit_paper()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the sheet is a wish to write."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def show_dropping(self, on: bool) -> None:
        """Whether pictures are held over the page: they would land here."""
        self._dropping = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._dropping:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones_of(self).accent, 2, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, MEASURES.card_radius, MEASURES.card_radius)
