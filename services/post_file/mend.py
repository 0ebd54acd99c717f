"""Writes the rows that were left out as a file of their own, with one column more: what is wrong.

UTF-8 with its mark, which every spreadsheet knows. A cell that begins like a formula stays as it
was: it is the owner's own, and goes back where it came from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from services.post_file.values import CheckedRow, Table


def to_mend(
    table: Table, rows: Sequence[CheckedRow], *, column: str, say: Callable[[CheckedRow], str]
) -> bytes:
    """`column`: the heading of the added one. `say`: what is wrong with a row, in words."""
    width = max(table.width, len(table.heading))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=table.delimiter)
    if table.heading:
        writer.writerow([*_filled(table.heading, width), column])
    for row in rows:
        writer.writerow([*_filled(row.cells, width), say(row)])
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
