"""Colours links, hashtags and mentions.

The spans are handed in for the whole text; only paragraphs whose colours differ from before are
painted again, so a key pressed in a long post costs its own paragraph.
"""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from widgets.tones import Tones

Runs = tuple[tuple[int, int], ...]
"""Starts and lengths in one paragraph, in UTF-16 units counted from the paragraph's start."""


class PostHighlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._runs: list[Runs] = []
        self._touched: set[int] = set()
        self._known = QTextCharFormat()

    def set_tones(self, tones: Tones) -> None:
        self._known.setForeground(tones.blue)
        self.rehighlight()
        self._touched.clear()

    def set_runs(self, runs: list[Runs]) -> None:
        """`runs[n]` belongs to paragraph n."""
        document = self.document()
        count = document.blockCount()
        runs = runs + [()] * (count - len(runs))
        first, last = _changed(self._runs, runs)
        self._runs = runs
        for number in sorted({*range(first, last), *self._touched}):
            block = document.findBlockByNumber(number)
            # Most paragraphs have no colours before and after: painting them again is slow.
            if block.isValid() and (runs[number] or block.layout().formats()):
                self.rehighlightBlock(block)
        self._touched.clear()

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        # Qt calls this for an edited paragraph before the new spans are known.
        self._touched.add(number)
        if number < len(self._runs):
            for start, length in self._runs[number]:
                self.setFormat(start, length, self._known)


def runs_of(first: QTextBlock, spans: tuple[tuple[int, int], ...]) -> list[Runs]:
    """Splits spans of the whole document (UTF-16, in order) into runs of each paragraph.

    Goes no further than the last span: paragraphs after it have no runs.
    """
    starts: list[int] = []
    lengths: list[int] = []
    last = spans[-1][1] if spans else 0
    block = first
    while block.isValid() and block.position() < last:
        starts.append(block.position())
        lengths.append(block.length() - 1)
        block = block.next()
    runs: list[list[tuple[int, int]]] = [[] for _ in starts]
    for start, end in spans:
        number = max(bisect_right(starts, start) - 1, 0)
        while number < len(starts) and starts[number] < end:
            begin = max(start - starts[number], 0)
            stop = min(end - starts[number], lengths[number])
            if stop > begin:
                runs[number].append((begin, stop - begin))
            number += 1
    return [tuple(each) for each in runs]


def _changed(before: list[Runs], now: list[Runs]) -> tuple[int, int]:
    """The first and one past the last paragraph of `now` that differ, ends being equal."""
    first = 0
    shorter = min(len(before), len(now))
    while first < shorter and before[first] == now[first]:
        first += 1
    tail = 0
    while tail < shorter - first and before[-1 - tail] == now[-1 - tail]:
        tail += 1
    return first, len(now) - tail
