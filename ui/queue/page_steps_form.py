"""In the drawer: by which road a thread goes, and what is to be done on X's own page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from ui import build
from ui.icons import icon
from ui.queue.page_steps import Copied, Step
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.segmented import Segmented

AT_ONCE, BY_PART = "at_once", "by_part"


class PageSteps(QWidget):
    """Hidden while there is nothing to be done. What was copied last has a check mark."""

    road_chosen = Signal(str)
    """AT_ONCE or BY_PART."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._head = build.label(
            self.tr("On X's page, before you press Post:"), kind="strong", wrap=True
        )
        self._rows: list[QWidget] = []
        self._road: Segmented | None = None
        self._road_place = build.column()
        self._column = build.column(self._road_place, self._head, gap=MEASURES.s8)
        self.setLayout(self._column)
        self.buttons: list[QPushButton] = []
        self.hide()

    def set(self, steps: tuple[Step, ...], road: str = "") -> None:
        """`road`: the one taken, where there is a choice of two; else ""."""
        if steps != self._steps:
            self._steps = steps
            self._fill()
        self._head.setVisible(bool(steps))
        if road:
            self.road.choose(road)
        if self._road is not None:
            self._road.setVisible(bool(road))
        self.setVisible(bool(steps or road))

    @property
    def road(self) -> Segmented:
        """Made for the first thread: most posts are none."""
        if self._road is None:
            self._road = Segmented(name=self.tr("How the thread is posted"), stacks=True)
            self._road.add(AT_ONCE, self.tr("All at once"))
            self._road.add(BY_PART, self.tr("Part by part"))
            self._road.chosen.connect(self.road_chosen)
            self._road_place.addWidget(self._road)
        return self._road

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
