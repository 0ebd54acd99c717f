"""The shop's own tags, and those that did well: a press writes one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.build import button, column, label, row
from ui.theme import MEASURES
from widgets.isolates import isolated

if TYPE_CHECKING:
    from services.publishing.suggestions import TagUse

MOST = 6


class TagsCard(QWidget):
    chosen = Signal(str)
    """A tag with its sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = label(
            self.tr("Two tags are enough. Your own, and those that did well, appear here."),
            kind="quiet",
            wrap=True,
        )
        self._rows: list[QFrame] = []
        self._column = column(self._hint, gap=MEASURES.s4)
        self.setLayout(self._column)

    def show_tags(self, own: tuple[str, ...], uses: tuple[TagUse, ...]) -> None:
        """`uses` the best first; those of `own` stand first, used or not."""
        for one in self._rows:
            one.setParent(None)
            one.deleteLater()
        self._rows = [self._row(tag, self._note(use, own)) for tag, use in _listed(own, uses)]
        for one in self._rows:
            self._column.addWidget(one)
        self._hint.setVisible(not self._rows)

    def _row(self, tag: str, note: str) -> QFrame:
        written = f"#{tag}"
        press = button(isolated(written), kind="link", in_row=True)
        press.setProperty("flush", True)
        press.setAccessibleName(self.tr("Write {tag}, {note}").format(tag=written, note=note))
        press.clicked.connect(partial(self.chosen.emit, written))
        frame = QFrame()
        frame.setLayout(row(press, None, label(note, kind="caption")))
        return frame

    def _note(self, use: TagUse | None, own: tuple[str, ...]) -> str:
        if use is None or (use.tag in own and use.impressions is None):
            return self.tr("our own")
        if use.impressions is None:
            posts = use.posts
            return self.tr("in %Ln posts", "", posts)
        return self.tr("seen {count}").format(count=QLocale().toString(use.impressions))


def _listed(own: tuple[str, ...], uses: tuple[TagUse, ...]) -> list[tuple[str, TagUse | None]]:
    known = {use.tag.casefold(): use for use in uses}
    first = [(tag, known.pop(tag.casefold(), None)) for tag in own]
    return [*first, *((use.tag, use) for use in known.values())][:MOST]
