"""Processor time of the open window while nobody touches it, for a minute."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.bench.start import ROOT, fill

SETTLE = 10
SECONDS = 60


def bench() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        fill(data)
        command = [sys.executable, "-m", "tests.bench.child", "shoplark", str(data), "--stay"]
        environment = {**os.environ, "BEGAN": str(time.monotonic())}
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, text=True
        )
        try:
            time.sleep(SETTLE)
            watched = psutil.Process(process.pid)
            before = watched.cpu_times()
            time.sleep(SECONDS)
            after = watched.cpu_times()
        finally:
            process.terminate()
            process.wait()
    used = (after.user + after.system) - (before.user + before.system)
    share = used / SECONDS
    print(f"idle for {SECONDS} s: {used:.2f} s of processor, {share:.2%} (under 0.5 % wanted)")
