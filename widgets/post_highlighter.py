"""Colours links, hashtags and mentions, and tints what is beyond the limit.

The spans are handed in for the whole text; only paragraphs whose colours differ from before are
painted again, so a key pressed in a long post costs its own paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from widgets.tones import Tones


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph in UTF-16 units, counted from the paragraph's start."""

    start: int
    length: int
    overflow: bool


Runs = tuple[Run, ...]


class PostHighlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._runs: list[Runs] = []
        self._touched: set[int] = set()
        self._known = QTextCharFormat()
        self._beyond = QTextCharFormat()
        self._both = QTextCharFormat()

    def set_tones(self, tones: Tones) -> None:
        self._known.setForeground(tones.blue)
        self._beyond.setBackground(tones.red_tint)
        self._beyond.setForeground(tones.red)
        self.rehighlight()
        self._touched.clear()

    def set_runs(self, runs: list[Runs]) -> None:
        """`runs[n]` belongs to paragraph n."""
        first, last = _changed(self._runs, runs)
        self._runs = runs
        stale = set(range(first, last)) | {n for n in self._touched if n < len(runs)}
        document = self.document()
        for number in stale:
            block = document.findBlockByNumber(number)
            if block.isValid():
                self.rehighlightBlock(block)
        self._touched.clear()

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        # Qt calls this for an edited paragraph before the new spans are known.
        self._touched.add(number)
        if number < len(self._runs):
            for run in self._runs[number]:
                self.setFormat(run.start, run.length, self._beyond if run.overflow else self._known)


def runs_of(
    first: QTextBlock, spans: tuple[tuple[int, int], ...], overflow_from: int | None
) -> list[Runs]:
    """Splits spans of the whole document (UTF-16) into runs of each paragraph."""
    starts: list[int] = []
    lengths: list[int] = []
    block = first
    while block.isValid():
        starts.append(block.position())
        lengths.append(block.length() - 1)
        block = block.next()
    runs: list[list[Run]] = [[] for _ in starts]
    for start, end in spans:
        _cut(runs, starts, lengths, start, end, overflow=False)
    if overflow_from is not None and starts:
        _cut(runs, starts, lengths, overflow_from, starts[-1] + lengths[-1], overflow=True)
    return [tuple(each) for each in runs]


def _cut(
    runs: list[list[Run]],
    starts: list[int],
    lengths: list[int],
    start: int,
    end: int,
    *,
    overflow: bool,
) -> None:
    number = max(bisect_right(starts, start) - 1, 0)
    while number < len(starts) and starts[number] < end:
        begin = max(start - starts[number], 0)
        stop = min(end - starts[number], lengths[number])
        if stop > begin:
            runs[number].append(Run(begin, stop - begin, overflow))
        number += 1


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
