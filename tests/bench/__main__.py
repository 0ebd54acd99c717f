"""`make bench`: each speed or size beside its peer, measured in the same run. Prints, never asserts
a time; only what must not be loaded at the start is asserted.
"""

from __future__ import annotations

import subprocess
import sys

from tests.bench import (
    board_frames,
    boards,
    calendar,
    cold_start,
    idle,
    keystroke,
    measure,
    memory,
    publishing,
    queue_page,
    reads,
    typing_long,
)

PARTS = {
    "cold-start": cold_start.bench,
    "keystroke": keystroke.bench,
    "typing": typing_long.bench,
    "measure": measure.bench,
    "reads": reads.bench,
    "publishing": publishing.bench,
    "queue-page": queue_page.bench,
    "boards": boards.bench,
    "board-frames": board_frames.bench,
    "calendar": calendar.bench,
    "memory": memory.bench,
    "idle": idle.bench,
}


def main() -> None:
    names = sys.argv[1:] or list(PARTS)
    for name in names:
        print(f"\n== {name}", flush=True)
        if len(names) == 1:
            PARTS[name]()
        else:
            # Several of them make a window of their own, and none sees what another left behind.
            subprocess.run([sys.executable, "-m", "tests.bench", name], check=True)


main()
