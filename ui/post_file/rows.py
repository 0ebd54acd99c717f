"""The third step: every row as it would be brought in, or why it would not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui import build
from ui.post_file.job import Looked
from ui.post_file.row_words import RowWords
from ui.theme import MEASURES
from widgets.checked_rows import CheckedRows, CheckedValue
from widgets.flow_layout import FlowLayout
from widgets.segmented import Segmented
from widgets.type_scale import grown

_TWO_ROWS = 124


class ImportRows(QWidget):
    def __init__(
        self, name: str, choices: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        """`choices` stand beside the choice of rows, or below it where words are large."""
        super().__init__(parent)
        self._words: RowWords | None = None
        self._looked: Looked | None = None
        self._shown: tuple[int, ...] = ()
        self.which = Segmented(name=self.tr("Which rows are shown"))
        self.which.add("all", self.tr("All"))
        self.which.add("ready", self.tr("Ready"))
        self.which.add("troubled", self.tr("Need attention"))
        self.which.chosen.connect(self._show)
        self.list = CheckedRows(name)
        card = build.frame("card")
        card.setLayout(build.column(self.list, margins=(4, 8, 4, 8)))
        # Large words in a small window: two rows are always to be seen, the page scrolls.
        self.list.setMinimumHeight(round(_TWO_ROWS * grown(self.font())))
        chosen_by = QWidget()
        flow = FlowLayout(chosen_by, gap=MEASURES.s12)
        for part in (self.which, *choices):
            flow.addWidget(part)
        layout = build.column(chosen_by, card, gap=MEASURES.s8)
        layout.setStretchFactor(card, 1)
        self.setLayout(layout)

    def show_rows(self, looked: Looked, words: RowWords) -> None:
        self._looked, self._words = looked, words
        counts = {
            "all": (self.tr("All {count}"), len(looked.rows)),
            "ready": (self.tr("Ready {count}"), len(looked.ready)),
            "troubled": (self.tr("Need attention {count}"), len(looked.attention)),
        }
        for key, (said, count) in counts.items():
            self.which.button(key).setText(said.format(count=self.locale().toString(count)))
        self.which.setVisible(bool(looked.attention))
        if not looked.attention:
            self.which.choose("all")
        self._show()

    def show_which(self, which: str) -> None:
        """ "all", "ready" or "troubled"."""
        self.which.choose(which)
        self._show()

    def _show(self) -> None:
        looked = self._looked
        if looked is None:
            return
        every = tuple(range(len(looked.rows)))
        places = {"ready": looked.ready, "troubled": looked.attention}
        self._shown = places.get(self.which.choice, every)
        self.list.show_rows(len(self._shown), self._value)

    def _value(self, place: int) -> CheckedValue:
        if self._looked is None or self._words is None:
            return CheckedValue("", "", "")
        row = self._looked.rows[self._shown[place]]
        return CheckedValue(
            number=self.locale().toString(row.number),
            time=self._words.time(row),
            words=row.text or self.tr("No words"),
            wrong=self._words.wrong(row),
            caution=self._words.caution(row),
            note=self._words.note(row),
        )
