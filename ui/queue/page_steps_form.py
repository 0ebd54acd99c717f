"""In the drawer: what is to be done on X's own page beside pressing Post there."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from ui import build
from ui.icons import icon
from ui.queue.page_steps import Copied, Step
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout


class PageSteps(QWidget):
    """Hidden while there is nothing to be done. What was copied last has a check mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._head = build.label(
            self.tr("On X's page, before you press Post:"), kind="strong", wrap=True
        )
        self._rows: list[QWidget] = []
        self._column = build.column(self._head, gap=MEASURES.s8)
        self.setLayout(self._column)
        self.buttons: list[QPushButton] = []
        self.hide()

    def set(self, steps: tuple[Step, ...]) -> None:
        if steps != self._steps:
            self._steps = steps
            self._fill()
        self.setVisible(bool(steps))

    def says(self) -> tuple[str, ...]:
        return tuple(step.sentence for step in self._steps)

    def _fill(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(step) for step in self._steps]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, step: Step) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(gap=MEASURES.s8)
        for copied in step.copies:
            flow.addWidget(self._button(copied))
        sentence = build.label(step.sentence, wrap=True)
        parts = (sentence, flow) if step.copies else (sentence,)
        row.setLayout(build.column(*parts, gap=MEASURES.s4))
        return row

    def _button(self, copied: Copied) -> QPushButton:
        made = build.button(_shown(copied.word), icon="copy", in_row=True)
        made.setAccessibleName(copied.name)
        made.setToolTip(copied.name)
        made.clicked.connect(partial(self._on_copy, made, copied.text))
        self.buttons.append(made)
        return made

    def _on_copy(self, pressed: QPushButton, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        for button in self.buttons:
            button.setIcon(icon("check" if button is pressed else "copy"))


def _shown(word: str) -> str:
    """Qt takes an ampersand for a key."""
    return word.replace("&", "&&")
