"""The post as X will show it, at the end of Compose; below 1100 pixels it lies in a drawer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.settings import PREVIEW_SHOWN, Settings
from ui.build import label, scroll
from ui.compose.folding_pane import FoldingPane
from ui.compose.preview_marks import marks_in
from ui.icons import icon
from ui.theme import MEASURES
from widgets.isolates import breakable, left_to_right, turns

if TYPE_CHECKING:
    from widgets.preview_card import PreviewCard

WIDE = 320
_MOST_WIDE = 420
"""As wide as large words make it: beside the sheet there is no more room."""
BAR = 12
"""Beside the card, for the scroll bar: the card is as wide with it as without."""
_UNDER_A_POST = ("message-circle", "repeat-2", "heart", "chart-column", "bookmark")
_BETWEEN = "\u00a0· "


class PreviewPane(FoldingPane):
    """The card on top, below it what else there is to say of the post. All of it scrolls as one."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, shown=PREVIEW_SHOWN, wide=WIDE, parent=parent)
        self._wanted = 0
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._marked = label(kind="caption", wrap=True)
        self._marked.setContentsMargins(MEASURES.s4, MEASURES.s8, MEASURES.s4, 0)
        self._marked.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._marked.hide()
        self._inside.addWidget(self._marked)
        self._inside.addStretch(1)
        head = self.tr("As on X")
        self._area = scroll(inner, name=head)
        self.lay_out(
            label(head, kind="strong"),
            self._area,
            fold=(self.tr("Fold the preview away"), "panel-right-close"),
            show=(self.tr("Show the preview"), "panel-right-open"),
            bar=BAR,
        )
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_wide)
        inner.installEventFilter(self)
        self._keep_wide()

    @cached_property
    def card(self) -> PreviewCard:
        """Made when it is first wanted: the first frame stands without it."""
        from widgets.preview_card import PreviewCard

        made = PreviewCard()
        made.set_hint(self.tr("Your words appear here as people on X will see them."))
        made.set_icons([icon(name) for name in _UNDER_A_POST])
        self._inside.insertWidget(0, made)
        return made

    def add_section(self, section: QWidget) -> None:
        """Below what is there, a card's gap away."""
        self._inside.insertSpacing(self._inside.count() - 1, MEASURES.gap)
        self._inside.insertWidget(self._inside.count() - 1, section)

    def show_marked(self, links: Sequence[tuple[str, str]]) -> None:
        """Links to the shop that say where their visitors came from: as shown, and as sent.

        Each mark once: X shows a link without the end of it, where they stand.
        """
        self._marked.setVisible(bool(links))
        if not links:
            return
        marks = dict.fromkeys(mark for _shown, sent in links for mark in marks_in(sent))
        said = self.tr("Marked: {marks}")
        named = (left_to_right(mark) if turns(said) else mark for mark in marks)
        words = said.format(marks=_BETWEEN.join(named))
        self._marked.setAccessibleName(words)
        self._marked.setText(breakable(words))
        self._marked.setToolTip("\n".join(sent for _shown, sent in links))

    def marked(self) -> str:
        """What stands below the card about links."""
        return "" if self._marked.isHidden() else self._marked.accessibleName()

    @property
    def needed(self) -> int:
        """The width that what it holds asks for, with the margins around it."""
        margins = self._inside.contentsMargins()
        least = self._inside.minimumSize().width() - margins.left() - margins.right()
        return min(max(WIDE, least + MEASURES.page_margin), _MOST_WIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._area.widget():
            self.widen(self.needed)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._keep_wide()

    def _keep_wide(self) -> None:
        bar = self._area.verticalScrollBar()
        room = BAR - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        left, right = (room, 0) if self.isRightToLeft() else (0, room)
        self._inside.setContentsMargins(left, 0, right, 0)

    def show_part(self, number: int) -> None:
        """Brings a part of the thread into view, once the layout knows where it is."""
        self._wanted = number
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        number, posts = self._wanted, self.card.posts()
        inner = self._area.widget()
        if number >= len(posts) or inner is None or not self._area.isVisible():
            return
        post, bar = posts[number], self._area.verticalScrollBar()
        top = post.mapTo(inner, QPoint(0, 0)).y() if number else 0
        view = self._area.viewport().height()
        if top < bar.value() or post.height() >= view:
            bar.setValue(top)
        elif top + post.height() > bar.value() + view:
            bar.setValue(top + post.height() - view)
