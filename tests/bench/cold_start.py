"""From starting Python to the first frame that would answer a key, beside a bare Qt window."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from tests.bench.start import child, fill

RUNS = 10


def bench() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        fill(data)
        child("bare")
        child("shoplark", str(data))
        pairs = [(child("bare"), child("shoplark", str(data))) for _ in range(RUNS)]
    ours = [program["seconds"] for _, program in pairs]
    theirs = [window["seconds"] for window, _ in pairs]
    ratios = [program["seconds"] / window["seconds"] for window, program in pairs]
    loaded = {name for _, program in pairs for name in program["loaded"]}
    assert not loaded, f"loaded before the first frame: {loaded}"
    print(
        f"first frame, {RUNS} alternating runs, median: Shoplark {statistics.median(ours):.3f} s, "
        f"bare QMainWindow {statistics.median(theirs):.3f} s, "
        f"ratio {statistics.median(ratios):.2f} (at most 2.0 wanted; "
        f"{min(ratios):.2f} to {max(ratios):.2f})"
    )
    print("not loaded by then: tweepy, keyring, PIL, requests")
