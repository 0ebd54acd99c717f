"""The lower bar of pictures from a link: how many are chosen, how far it is, two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.build import button, column, frame, label, row
from ui.theme import MEASURES
from widgets.line_progress import LineProgress


class FeedFoot(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = LineProgress()
        self.progress.hide()
        self.told = label(kind="quiet")
        self.close_button = button(self.tr("Cancel"))
        self.add_button = button(self.tr("Add to the board"), kind="primary")
        pad = MEASURES.s24
        bar = frame("bar")
        bar.setLayout(
            row(
                self.told,
                None,
                self.close_button,
                self.add_button,
                margins=(pad, MEASURES.s12, pad, MEASURES.s12),
            )
        )
        self.setLayout(column(self.progress, bar, gap=0))

    def show_choice(self, count: int, *, room: int, listed: bool, added: bool) -> None:
        """`listed`: there is something to choose from. `added`: some are on the board already."""
        self.progress.hide()
        self.add_button.setEnabled(count > 0)
        self.close_button.setText(self.tr("Close") if added else self.tr("Cancel"))
        chosen = self.tr("%Ln chosen", "", count)
        places = self.tr("room for %Ln", "", room)
        self.told.setText(f"{chosen} · {places}" if listed else "")

    def show_fetching(self, done: int, whole: int) -> None:
        """In thousandths of a picture."""
        self.progress.show()
        self.progress.set(done, whole)
        self.add_button.setEnabled(False)
        self.close_button.setText(self.tr("Stop"))
        words = self.tr("Fetching picture {place} of {count}")
        place = self.locale().toString(min(done // 1_000 + 1, whole // 1_000))
        self.told.setText(words.format(place=place, count=self.locale().toString(whole // 1_000)))
