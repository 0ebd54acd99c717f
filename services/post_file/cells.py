"""Bytes of a CSV file to cells, not a character lost: its encoding, its delimiter, its quotes.

A quotation mark that never closes would swallow the rest of the file: such a line is set aside as
broken, and reading goes on with the next one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from services.post_file.encoding import guess_encoding
from services.post_file.headers import is_heading, known_headers
from services.post_file.values import BadFile, FileProblem, Row, Table

MOST_BYTES = 64 * 1024 * 1024
DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024
_NULS = 50
"""One sign in so many may be a NUL; what has more is no text."""
_LONGEST_CELL = 2**31 - 1
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPREADSHEETS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"{\\rtf")


def read_file(path: Path) -> bytes:
    """Raises BadFile for what is no file of rows."""
    try:
        if path.is_dir():
            raise BadFile(FileProblem.FOLDER)
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(FileProblem.TOO_BIG)
        data = path.read_bytes()
    except OSError as error:
        raise BadFile(FileProblem.UNREADABLE, type(error).__name__) from error
    if data.startswith(_SPREADSHEETS):
        raise BadFile(FileProblem.SPREADSHEET)
    if data.startswith(_OTHERS):
        raise BadFile(FileProblem.NO_TABLE)
    return data


def read_table(
    data: bytes,
    *,
    encoding: str = "",
    delimiter: str = "",
    heading: bool | None = None,
) -> Table:
    """What is not given is guessed. Raises BadFile for an empty file and for a heading alone.

    Bytes that the encoding does not have become U+FFFD, so that the owner sees to choose another.
    """
    if not encoding:
        encoding = guess_encoding(data)
        if not encoding.startswith("utf-16") and data.count(0) > max(_NULS, len(data) // _NULS):
            raise BadFile(FileProblem.NO_TABLE)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    delimiter = delimiter or guess_delimiter(text[:_SAMPLE])
    rows = tuple(row for row in rows_of(text, delimiter) if any(c.strip() for c in row.cells))
    if not rows:
        raise BadFile(FileProblem.EMPTY)
    if is_heading(rows[0].cells) if heading is None else heading:
        if len(rows) == 1:
            raise BadFile(FileProblem.ONLY_HEADING)
        return Table(rows[1:], encoding, delimiter, rows[0].cells)
    return Table(rows, encoding, delimiter)


def rows_of(text: str, delimiter: str) -> tuple[Row, ...]:
    """Every row, also empty ones."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return tuple(Row(n, tuple(cells)) for n, cells in enumerate(reader, start=1))
    except csv.Error:
        return tuple(
            Row(n, cells, broken) for n, (cells, broken) in enumerate(_mended(text, delimiter), 1)
        )


def guess_delimiter(sample: str) -> str:
    """The one that finds known headings, else the one that parts most rows into as many cells."""
    best, best_score = ",", (0, 0.0, 0)
    for delimiter in DELIMITERS:
        rows = [row.cells for row in rows_of(sample, delimiter) if row.cells][:200]
        if not rows:
            continue
        width, count = Counter(map(len, rows)).most_common(1)[0]
        if width < 2:
            continue
        score = (known_headers(rows[0]), count / len(rows), width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _mended(text: str, delimiter: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Record by record; one whose quotes do not close is its first line alone."""
    at = 0
    while at < len(text):
        found = _record(text, at, delimiter)
        if found is None:
            end = _LINE_END.search(text, at)
            line = text[at : end.start() if end else len(text)]
            yield tuple(cell.strip('"') for cell in line.split(delimiter)), True
            at = end.end() if end else len(text)
        else:
            cells, at = found
            yield cells, False


def _record(text: str, at: int, delimiter: str) -> tuple[tuple[str, ...], int] | None:
    """The cells from `at` on and where the next record begins; None where a quote is broken."""
    cells: list[str] = []
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    while True:
        if text.startswith('"', at):
            end = _closing(text, at + 1)
            if end is None:
                return None
            cells.append(text[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            match = plain.match(text, at)
            cells.append(match[0] if match else "")
            at += len(cells[-1])
        if at >= len(text):
            return tuple(cells), at
        if text[at] == delimiter:
            at += 1
            continue
        line_end = _LINE_END.match(text, at)
        if line_end is None:
            return None
        return (() if cells == [""] else tuple(cells)), line_end.end()


def _closing(text: str, at: int) -> int | None:
    while (end := text.find('"', at)) >= 0:
        if not text.startswith('""', end):
            return end
        at = end + 2
    return None
