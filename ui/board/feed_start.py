"""Before a feed is shown: what may be pasted and links used before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ui.board.feed_links_kept import shown
from ui.build import column, label, set_kind
from ui.icons import icon
from ui.theme import MEASURES
from widgets.empty_state import EmptyState
from widgets.flow_layout import FlowLayout
from widgets.isolates import left_to_right


class FeedStart(QWidget):
    link_chosen = Signal(str)

    def __init__(self, recent: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(icon("link"), self._invitation())
        self.recent: list[QToolButton] = []
        self._holder = QWidget()
        flow = FlowLayout(self._holder, gap=MEASURES.s8)
        for link in recent:
            chip = QToolButton()
            chip.setText(left_to_right(shown(link)))
            chip.setAccessibleName(shown(link))
            chip.setProperty("link", link)
            set_kind(chip, "chip")
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
            self.recent.append(chip)
        self._head = label(self.tr("Used before"), kind="caption")
        for part in (self._head, self._holder):
            part.setVisible(bool(recent))
        layout = column(self._head, self._holder, self.empty, gap=MEASURES.s8)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def invite(self) -> None:
        self.empty.set(self._invitation())

    def say_busy(self) -> None:
        self.empty.set(self.tr("Looking at the feed"))

    def _invitation(self) -> str:
        return self.tr(
            "Paste the link of a public board above. Its pictures are listed here to choose from, "
            "and its link goes into the post."
        )

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.link_chosen.emit(chip.property("link"))
