"""Words to read, with some of them marked: underlined on a tint, so that colour alone tells
nothing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from widgets.isolates import breakable
from widgets.text_block import direction_of
from widgets.tones import tones_of

_LINE = 1.6
"""Of the size of the letters, as Arabic needs it (look.md)."""

Run = tuple[str, bool]
"""Words, and whether they are marked."""


class MarkedWords(QLabel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set(self, runs: Sequence[Run]) -> None:
        self._runs = tuple(runs)
        self.setAccessibleName("".join(words for words, _ in runs))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_runs"):
            self._show()

    def _show(self) -> None:
        text = "".join(self._paragraph(runs) for runs in _lines(self._runs))
        if text != self.text():
            self.setText(text)

    def _paragraph(self, runs: Sequence[Run]) -> str:
        way = direction_of("".join(words for words, _ in runs), self.layoutDirection())
        rightwards = way is Qt.LayoutDirection.LeftToRight
        side = "right" if self.isRightToLeft() or not rightwards else "left"
        line = round(self.fontInfo().pixelSize() * _LINE)
        return (
            f'<p dir="{"ltr" if rightwards else "rtl"}" align="{side}" '
            f'style="margin:0; -qt-line-height-type:fixed; line-height:{line}px; '
            f'white-space:pre-wrap">{"".join(map(self._span, runs)) or "&nbsp;"}</p>'
        )

    def _span(self, run: Run) -> str:
        words, marked = run
        shown = escape(breakable(words))
        if not marked:
            return shown
        tones = tones_of(self)
        return (
            f'<span style="text-decoration:underline; color:{tones.amber.name()}; '
            f'background-color:{tones.amber_tint.name()}">{shown}</span>'
        )


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for words, marked in runs:
        first, *others = words.split("\n")
        lines[-1].append((first, marked))
        lines += [[(other, marked)] for other in others]
    return lines
