"""A log of all that our own code says, as it was said: the first fence, not the second, is tested.

The program's log begins at INFO and is redacted, so that a secret said aloud could hide in it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.logs import Log

NAME = "everything.log"


@contextmanager
def plain_log(folder: Path) -> Iterator[None]:
    """Beside the program's own log in `folder`. Libraries are as quiet as the program has them."""
    root = logging.getLogger()
    level = root.level
    log = Log(folder)
    log.open()
    everything = logging.FileHandler(folder / NAME, encoding="utf-8")
    everything.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(everything)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(everything)
        everything.close()
        log.close()
