"""The third step: every row as it would be brought in, or why it would not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.post_file.values import CheckedRow
from services.publishing.post_options import PostKind
from ui import build, when
from ui.post_file.job import Looked
from ui.post_file.words import row_words
from ui.queue.kind_look import kind_word
from ui.theme import MEASURES
from widgets.checked_rows import CheckedRows, CheckedValue
from widgets.segmented import Segmented


class ImportRows(QWidget):
    def __init__(
        self, account: Account, name: str, past: QWidget, parent: QWidget | None = None
    ) -> None:
        """`past` stands beside the choice of rows."""
        super().__init__(parent)
        self._account = account
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
        layout = build.column(build.row(self.which, None, past), card, gap=MEASURES.s8)
        layout.setStretchFactor(card, 1)
        self.setLayout(layout)

    def show_rows(self, looked: Looked) -> None:
        self._looked = looked
        counts = {
            "all": (self.tr("All {count}"), len(looked.rows)),
            "ready": (self.tr("Ready {count}"), len(looked.ready)),
            "troubled": (self.tr("Need attention {count}"), len(looked.troubled)),
        }
        for key, (said, count) in counts.items():
            self.which.button(key).setText(said.format(count=self.locale().toString(count)))
        self.which.setVisible(bool(looked.troubled))
        if not looked.troubled:
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
        places = {"ready": looked.ready, "troubled": looked.troubled}
        self._shown = places.get(self.which.choice, every)
        self.list.show_rows(len(self._shown), self._value)

    def _value(self, place: int) -> CheckedValue:
        if self._looked is None:
            return CheckedValue("", "", "")
        row = self._looked.rows[self._shown[place]]
        return CheckedValue(
            number=self.locale().toString(row.number),
            time=self._time(row),
            words=row.text or self.tr("No words"),
            wrong=row_words(row),
            note=self._note(row),
        )

    def _time(self, row: CheckedRow) -> str:
        if row.due_at is None:
            return ""
        day = when.weekday_day(self.locale(), when.date_of(row.due_at, row.zone))
        hour = when.clock_time(self.locale(), row.due_at, row.zone)
        return self.tr("{day}, {hour}").format(day=day, hour=hour)

    def _note(self, row: CheckedRow) -> str:
        parts = []
        if row.moved:
            parts.append(self.tr("Next free slot"))
        if row.zone and row.zone != self._account.zone:
            parts.append(row.zone)
        if row.kind is not PostKind.GUESSED:
            parts.append(kind_word(row.kind))
        if row.pictures:
            parts.append(self.tr("%Ln pictures", "", len(row.pictures)))
        return " · ".join(parts)
