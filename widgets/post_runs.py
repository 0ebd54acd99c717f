"""Where a document's coloured and underlined words stand, kept right while it is edited.

Whoever knows hands in the runs of the whole text after each key. By then Qt has laid the paragraph
out already, and other runs than it was laid out with cost a second time: in a paragraph of 25,000
signs that is all the time a key has. So the runs go along with an edit before Qt lays it out, and
mostly they are found to be right afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument

from widgets.document_text import Runs


class PostRuns:
    """One list of runs for a document, by the number of the paragraph."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._runs: list[Runs] = [()] * document.blockCount()

    def of(self, number: int) -> Runs:
        return self._runs[number] if number < len(self._runs) else ()

    def take(self, runs: list[Runs]) -> Iterator[int]:
        """The numbers of the paragraphs that had others."""
        before, self._runs = self._runs, runs
        for number, (old, new) in enumerate(zip(before, runs, strict=False)):
            if old != new:
                yield number
        for number in range(len(before), len(runs)):
            if runs[number]:
                yield number

    def follow(self, position: int, removed: int, added: int) -> None:
        """After Qt's own `contentsChange`, and before the highlighter hears of it."""
        document = self._document
        count = document.blockCount()
        block = document.findBlock(position)
        number = block.blockNumber()
        end = document.findBlock(position + added)
        now = (end if end.isValid() else document.lastBlock()).blockNumber() - number
        before = now - (count - len(self._runs))
        if now == before == 0:
            typed = document.characterAt(position + added - 1) if added else ""
            grows = typed.isalnum() or typed == "_"
            at = position - block.position()
            if self._runs[number]:
                self._runs[number] = _moved(self._runs[number], at, removed, added, grows=grows)
            return
        self._runs[number : number + max(before, 0) + 1] = [()] * (now + 1)
        if len(self._runs) != count:
            # Qt tells of one sign too many where a whole text is replaced.
            self._runs = [()] * count


def _moved(runs: Runs, at: int, removed: int, added: int, *, grows: bool) -> Runs:
    """`grows`: what was typed can be the end of a word."""
    by = added - removed
    gone = at + removed
    found: list[tuple[int, int]] = []
    for start, length in runs:
        end = start + length
        if end < at or (end == at and not (grows and removed == 0)):
            found.append((start, length))
        elif start >= gone:
            found.append((start + by, length))
        elif start < at and gone <= end and length + by > 0:
            found.append((start, length + by))
        elif start < at:
            found.append((start, at - start))
    return tuple(found)
