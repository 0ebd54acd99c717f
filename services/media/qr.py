"""A board's link as a QR code: the owner's customers read it off a screen with a phone.

By segno. Error correction M (15 % may be lost: JPEG, glare), the quiet zone of 4 modules that the
standard asks for (ISO/IEC 18004).
"""

from __future__ import annotations

from functools import lru_cache
from string import punctuation
from urllib.parse import quote

MOST_SIGNS = 200
"""Of a link in ASCII: about version 10, whose 57 modules a phone still reads off a third of a
picture."""
QUIET = 4
_SAFE = punctuation
_SEEN_WIDE, _MODULE_SEEN, _LEAST_SEEN = 600, 3.0, 2.0
"""Pixels of a module when the board is seen 600 pixels wide: for ease, and at least."""


def fits(link: str) -> bool:
    """Whether a code of it can be read in a picture."""
    return 0 < len(_plain(link)) <= MOST_SIGNS


@lru_cache(maxsize=8)
def rows_of(link: str) -> tuple[tuple[bool, ...], ...]:
    """The modules with their quiet zone, True is dark. Raises ValueError for no or a long link."""
    if not fits(link):
        raise ValueError(f"a link of {len(link)} signs makes no code that can be read")
    import segno

    code = segno.make_qr(_plain(link), error="m", boost_error=False)
    return tuple(
        tuple(bool(module) for module in row) for row in code.matrix_iter(scale=1, border=QUIET)
    )


def side_of(modules: int, board_width: int) -> int:
    """Pixels of a code with so many modules (quiet zone too): whole pixels a module."""
    return modules * -int(-(_MODULE_SEEN * board_width) // _SEEN_WIDE)


def least_side_of(modules: int, board_width: int) -> int:
    """The same of the smallest that is still read."""
    return modules * -int(-(_LEAST_SEEN * board_width) // _SEEN_WIDE)


def _plain(link: str) -> str:
    """In ASCII: readers guess at the encoding of anything else."""
    return quote(link.encode("utf-8", "replace"), safe=_SAFE)
