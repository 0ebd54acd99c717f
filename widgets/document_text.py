"""What stands in a document, as it was typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from PySide6.QtGui import QTextDocument

from widgets.utf16 import Ruler

_PARAGRAPH = "\u2029"
_LINE = "\u2028"
_ENDS = re.compile(_PARAGRAPH)

Runs = tuple[tuple[int, int], ...]
"""Starts and lengths in one paragraph, in UTF-16 units counted from the paragraph's start."""


def text_of(document: QTextDocument) -> str:
    """`toPlainText` would turn a no-break space into a common one."""
    return as_typed(document.toRawText())


def as_typed(raw: str) -> str:
    return raw.replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


class DocumentText:
    """The text of a document at one moment, and where its paragraphs begin."""

    def __init__(self, raw: str = "") -> None:
        self._raw = raw
        self.text = as_typed(raw)

    @cached_property
    def ruler(self) -> Ruler:
        return Ruler(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        """In UTF-16 units. A line's end within a paragraph begins none."""
        to_units = self.ruler.to_units
        return [0, *(to_units(end.end()) for end in _ENDS.finditer(self._raw))]

    def runs(self, spans: Iterable[tuple[int, int]]) -> list[Runs]:
        """Spans of code points, in order, as the runs of each paragraph."""
        starts, to_units = self._starts, self.ruler.to_units
        ends = [*(start - 1 for start in starts[1:]), self.ruler.units]
        found: dict[int, list[tuple[int, int]]] = {}
        for start, end in spans:
            first, last = to_units(start), to_units(end)
            number = bisect_right(starts, first) - 1
            while number < len(starts) and starts[number] < last:
                begin = max(first, starts[number])
                length = min(last, ends[number]) - begin
                if length > 0:
                    found.setdefault(number, []).append((begin - starts[number], length))
                number += 1
        runs: list[Runs] = [()] * len(starts)
        for number, here in found.items():
            runs[number] = tuple(here)
        return runs
