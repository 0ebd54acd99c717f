"""Starts `child` and reads its one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def child(*arguments: str) -> dict[str, Any]:
    environment = {**os.environ, "BEGAN": str(time.monotonic())}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.child", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    line: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return line


def fill(data: Path) -> None:
    """Lets the program live through its tour in `data`, so that a start finds a used store."""
    main = [sys.executable, "main.py", "--practice", "--data-dir", str(data)]
    subprocess.run(
        [*main, "--tour", str(data / "tour")], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
