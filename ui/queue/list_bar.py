"""What can be done with the posts that are chosen in the list, one quiet row at its foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui import build
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout


class SelectionBar(QFrame):
    move_asked = Signal()
    drafts_asked = Signal()
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        self.count = build.label(kind="strong")
        self.count.setMinimumHeight(MEASURES.row_button)
        self.move_button = build.button(
            self.tr("Move on a week"), kind="quiet", icon="arrow-right", in_row=True
        )
        self.drafts_button = build.button(
            self.tr("Put back to drafts"), kind="quiet", icon="pencil", in_row=True
        )
        self.delete_button = build.button(
            self.tr("Delete"), kind="quiet", icon="trash-2", in_row=True
        )
        self.close_button = build.icon_button(self.tr("Choose none"), icon="x", in_row=True)
        self.move_button.clicked.connect(self.move_asked)
        self.drafts_button.clicked.connect(self.drafts_asked)
        self.delete_button.clicked.connect(self.delete_asked)
        self.close_button.clicked.connect(self.closed)
        words = QWidget()
        flow = FlowLayout(words, gap=MEASURES.s8)
        for part in (self.count, self.move_button, self.drafts_button, self.delete_button):
            flow.addWidget(part)
        row = build.row(words, self.close_button, margins=(16, 8, 8, 8))
        row.setStretchFactor(words, 1)
        self.setLayout(row)
        self.hide()

    def set_count(self, count: int) -> None:
        self.count.setText(self.tr("%Ln posts", "", count))
        self.setVisible(count > 0)
