"""A painter of words for tests: every sign is as wide as half its size, a wide one as its size."""

import unicodedata
from math import ceil

from services.media.text_painter import Painted

LINE = 1.5


def _width(text, size):
    return sum(size if unicodedata.east_asian_width(s) in "WF" else size / 2 for s in text)


class RuledPainter:
    """Breaks at spaces, a longer word anywhere. `asked` are all it was asked to measure."""

    def __init__(self):
        self.asked = []

    def measure(self, spec):
        self.asked.append(spec)
        if not spec.text:
            return 0, 0
        lines = self._lines(spec)[: spec.most_lines]
        wide = max(_width(line, spec.size) for line in lines)
        return min(ceil(wide), spec.width), ceil(LINE * spec.size) * len(lines)

    def shows_all(self, spec):
        return len(self._lines(spec)) <= spec.most_lines

    def paint(self, spec, *, scale):
        width, height = (ceil(side * scale) for side in self.measure(spec))
        colour = bytes.fromhex(spec.colour[1:7]) + b"\xff"
        return Painted(width, height, colour * (width * height))

    def _lines(self, spec):
        lines = [""]
        for word in spec.text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if _width(longer, spec.size) <= spec.width:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            for sign in word:
                if lines[-1] and _width(lines[-1] + sign, spec.size) > spec.width:
                    lines.append("")
                lines[-1] += sign
        return lines
