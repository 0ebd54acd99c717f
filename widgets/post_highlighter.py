"""Colours links, hashtags and mentions, and underlines words to avoid.

The spans are handed in for the whole text; only paragraphs that look different from before are
painted again, so a key pressed in a long post costs its own paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from widgets.document_text import Runs
from widgets.post_runs import PostRuns
from widgets.tones import Tones

LONG = 3_000
"""Units of a paragraph that Qt takes a while with."""
SOON_MS = 25
"""Qt lays a long paragraph out once for a key and again for its colours: not in the same frame."""


class PostHighlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        self._colours = PostRuns(document)
        self._lines = PostRuns(document)
        # Heard before Qt asks for the new paragraph's colours.
        document.contentsChange.connect(self._colours.follow)
        document.contentsChange.connect(self._lines.follow)
        super().__init__(document)
        self._known = QTextCharFormat()
        self._avoided = QTextCharFormat()
        self._both = QTextCharFormat()
        self._waiting: list[QTextCursor] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._on_soon)

    def set_tones(self, tones: Tones) -> None:
        self._known.setForeground(tones.blue)
        self._avoided.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._avoided.setUnderlineColor(tones.amber)
        self._both.merge(self._known)
        self._both.merge(self._avoided)
        self.rehighlight()

    def set_colours(self, runs: list[Runs]) -> None:
        """`runs[n]` belongs to paragraph n."""
        self._paint(self._colours.take(runs))

    def set_underlined(self, runs: list[Runs]) -> None:
        self._paint(self._lines.take(runs))

    def _paint(self, numbers: Iterable[int]) -> None:
        document = self.document()
        for number in list(numbers):
            block = document.findBlockByNumber(number)
            if block.length() > LONG:
                self._waiting.append(QTextCursor(block))
                if not self._soon.isActive():
                    self._soon.start()
            elif block.isValid():
                self.rehighlightBlock(block)

    def _on_soon(self) -> None:
        # A cursor goes along with its paragraph.
        numbers = {cursor.blockNumber() for cursor in self._waiting}
        self._waiting.clear()
        for number in sorted(numbers):
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        colours = self._colours.of(number)
        for start, length in colours:
            self.setFormat(start, length, self._known)
        for start, length in self._lines.of(number):
            self.setFormat(start, length, self._avoided)
            for first, long in colours:
                begin, end = max(start, first), min(start + length, first + long)
                if begin < end:
                    self.setFormat(begin, end - begin, self._both)
