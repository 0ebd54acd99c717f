"""npm's twitter-text, the original: what the tests and benchmarks of the counter hold ours against.

`make test` puts it into .venv/npm where there is npm. It lets our counter have its data too: with
the same emoji and endings the two must say the same of every text.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from services.text import known

ROOT = Path(__file__).parents[1]


def generator() -> ModuleType:
    """resources/generate/text_tables.py, which is no package."""
    path = ROOT / "resources" / "generate" / "text_tables.py"
    spec = importlib.util.spec_from_file_location("text_tables", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TwitterText:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(Path(__file__).with_suffix(".js"))],
            env={**os.environ, "NODE_PATH": str(generator().NPM)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, texts: Sequence[str], version: int | str = 3) -> list[dict[str, Any]]:
        """What it makes of each text; entities as kind, start and end in UTF-16 units."""
        return self._ask({"texts": texts, "version": version})

    def time(self, texts: Sequence[str], version: int | str = 3) -> list[int]:
        """Nanoseconds that each text takes, entities asked for."""
        return self._ask({"texts": texts, "version": version, "time": True})

    def _ask(self, question: dict[str, object]) -> list[Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: list[Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        self._process.communicate()


@contextmanager
def its_data() -> Iterator[None]:
    """Our counter with npm's emoji and endings in place of today's."""
    npm = generator().npm_data()
    names = [*npm["generic"], *npm["country"]]
    plain = frozenset(name for name in names if name.isascii())
    others = known.by_first_sign([name for name in names if not name.isascii()])
    emoji = frozenset(generator().npm_emoji(npm))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known, "endings", lambda: plain)
        patch.setattr(known, "other_endings", lambda: others)
        patch.setattr(known, "emoji", lambda: emoji)
        yield
