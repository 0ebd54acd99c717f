"""Runs without a window, in this process: what they print and their exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from services import headless
from services.headless_options import HeadlessOptions, NewPart
from services.options import RunOptions


def run(folder: Path, **asked: Any) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    options = asked.pop("run", None) or RunOptions(data_dir=folder)
    code = headless.run(HeadlessOptions(run=options, **asked), out=out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def enqueue(folder: Path, *texts: str, **asked: Any) -> dict[str, Any]:
    parts = tuple(NewPart(text) for text in texts)
    code, (line,) = run(folder, enqueue=parts, **asked)
    assert code == 0
    return line
