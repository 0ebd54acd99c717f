"""What stands over the week while nothing waits in it: one sentence, one action."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui import build
from ui.icons import icon
from widgets.sign import Sign


class FirstNote(QFrame):
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        sentence = build.label(
            self.tr("Nothing waits to be sent. Choose a free time to write for it."), wrap=True
        )
        self.button = build.button(self.tr("Write a post"), kind="primary")
        row = build.row(
            Sign(icon("calendar-clock")), sentence, self.button, gap=12, margins=(16, 12, 12, 12)
        )
        row.setStretchFactor(sentence, 1)
        self.setLayout(row)
        self.button.clicked.connect(self.pressed)
        self.hide()
