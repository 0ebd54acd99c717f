"""A file of posts: what is wrong with it as a whole, what its columns may hold, and its rows.

Read in four steps, all pure: cells.py makes cells of bytes, guess.py says what the columns are,
times.py reads days and hours, check.py looks at each row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import Path
from typing import NamedTuple

from services.errors import BadImport
from services.publishing.post_options import PostKind


class FileProblem(Enum):
    FOLDER = "folder"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    ONLY_HEADING = "only_heading"
    TOO_BIG = "too_big"
    SPREADSHEET = "spreadsheet"
    """.xlsx and its kin: it has to be saved as CSV."""
    NO_TABLE = "no_table"
    """A picture, a program, a PDF."""


class BadFile(BadImport):
    """Nothing of the file can be read."""

    def __init__(self, problem: FileProblem, detail: str = "") -> None:
        super().__init__(detail or problem.value, row=1)
        self.problem = problem


class Column(StrEnum):
    IGNORED = ""
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"
    ZONE = "zone"
    PICTURE = "picture"
    ALT_TEXT = "alt_text"
    LINK = "link"
    KIND = "kind"


class DateOrder(Enum):
    """Of a date written in numbers alone, where the year does not stand first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Row(NamedTuple):
    """`number` counts from 1 with the heading, as a spreadsheet shows it.

    `broken`: a quotation mark in it does not close; its cells are a guess.
    """

    number: int
    cells: tuple[str, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`heading` is empty where the first row is a post already."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    heading: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=len(self.heading))


@dataclass(frozen=True, slots=True)
class Mapping:
    """`order` None: no date of the file needs it. `sure`: it is not a guess between two."""

    columns: tuple[Column, ...]
    order: DateOrder | None = None
    sure: bool = True

    def place(self, column: Column) -> int | None:
        return self.columns.index(column) if column in self.columns else None


class Trouble(Enum):
    BROKEN = "broken"
    NO_WORDS = "no_words"
    FORMULA = "formula"
    """What a spreadsheet would work out, and not what it would show; or its error."""
    TOO_LONG = "too_long"
    NO_TIME = "no_time"
    BAD_TIME = "bad_time"
    UNKNOWN_ZONE = "unknown_zone"
    PAST = "past"
    CLOSED_DAY = "closed_day"
    """The owner closed that day, or it is a holiday the shop keeps."""
    NO_SLOT = "no_slot"
    TWICE = "twice"
    """The same words stand in an earlier row of the file."""
    WAITS = "waits"
    """The same words wait in the queue."""
    WENT_OUT = "went_out"
    """The same words went out within 90 days."""
    NO_PICTURE = "no_picture"
    BAD_PICTURE = "bad_picture"
    LONG_ALT_TEXT = "long_alt_text"
    """A picture's description has more signs than X takes."""
    TOO_MANY_PICTURES = "too_many_pictures"


class Caution(Enum):
    """What the owner should see of a row that is brought in all the same."""

    SKIPPED = "skipped"
    """That night has no such time: it goes when the gap is over."""
    TWICE = "twice"
    """That night has it twice: it goes the first time."""
    NIGHT = "night"
    """It is between midnight and six in the shop's zone."""
    CLOSED_DAY = "closed_day"


class Said(NamedTuple):
    """Where the same words stand. `at`: when they go or went out; None for no time yet."""

    at: int | None
    waits: bool


class Wrong(NamedTuple):
    """`number`: by how much it is too long, or the row it repeats. `what`: the cell it is about.

    `at`: when the post goes or went out whose words these are. For a closed day `what` is its name.
    """

    trouble: Trouble
    number: int = 0
    what: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """`due_at` None: no time yet, and something is wrong. `moved`: given the next free slot.

    `file_wall` in `file_zone`: the time as the file has it, where that is not the shop's zone; an
    offset is named `UTC+09:00`. `even_closed`: brought in though the shop is closed then, for
    which `closed` is the name.
    """

    number: int
    text: str
    due_at: int | None = None
    wall: str = ""
    zone: str = ""
    moved: bool = False
    file_wall: str = ""
    file_zone: str = ""
    even_closed: bool = False
    closed: str = ""
    cautions: tuple[Caution, ...] = ()
    pictures: tuple[Path, ...] = ()
    alt_text: str = ""
    kind: PostKind = PostKind.GUESSED
    wrong: tuple[Wrong, ...] = ()
    cells: tuple[str, ...] = field(default=(), compare=False)

    @property
    def ready(self) -> bool:
        return not self.wrong
