"""Peak memory after the whole story of the tour, beside a bare Qt window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.start import ROOT, child


def bench() -> None:
    bare = child("bare")["peak_kb"] / 1024
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "main.py", "--practice", "--data-dir", f"{folder}/data"]
        process = subprocess.Popen(
            [*command, "--tour", f"{folder}/tour"], cwd=ROOT, stdout=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, "the tour failed"
        pictures = len(list(Path(folder, "tour").glob("*.png")))
    ours = usage.ru_maxrss / 1024
    print(
        f"peak: Shoplark after its tour of {pictures} pictures {ours:.0f} MB, "
        f"bare QMainWindow {bare:.0f} MB, {ours - bare:+.0f} MB (at most +70 wanted)"
    )
