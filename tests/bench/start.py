"""Starts `child` and reads its one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from services.paths import paths_under
from services.settings import TAB, TEXT_PERCENT, Settings
from services.store.database import open_database

DONT_KEEP = "PYTHONDONTWRITEBYTECODE"
ROOT = Path(__file__).parents[2]


def child(*arguments: str) -> dict[str, Any]:
    environment = compiled(os.environ) | {"BEGAN": str(time.monotonic())}
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


def compiled(environment: Mapping[str, str]) -> dict[str, str]:
    """Bytecode is kept, as in an installed program, but beside this benchmark's own files."""
    kept = {name: value for name, value in environment.items() if name != DONT_KEEP}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "shoplark-bench")}


def fill(data: Path) -> None:
    """Lets the program live through its tour in `data`, so that a start finds a used store.

    It is left as on most days: in Compose, with words of the usual size.
    """
    main = [sys.executable, "main.py", "--practice", "--data-dir", str(data)]
    subprocess.run(
        [*main, "--tour", str(data / "tour")], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    database = open_database(paths_under(data))
    settings = Settings(database)
    settings.set(TAB, TAB.default)
    settings.set(TEXT_PERCENT, TEXT_PERCENT.default)
    database.close()
