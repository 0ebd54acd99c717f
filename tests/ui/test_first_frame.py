"""What a start on a usual day loads and asks before its first frame: counted, not timed.

Where a number grows, what it counts may nearly always wait until it is needed or until
`Tasks.after_first_frame`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MOST_MODULES = 181
"""Of our own. Each takes a quarter of a millisecond, and what it makes comes on top."""
MOST_DATACLASSES = 15
"""Python writes and compiles six methods for each, which takes a millisecond."""
MOST_STATEMENTS = 52
MOST_WIDGETS = 115

FURNISH = """
import sys
from pathlib import Path
from services.clock import SystemClock
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.settings import CURRENT_DRAFT, START_CARD_DONE
from services.shop import open_shop

shop = open_shop(paths_under(Path(sys.argv[1])), SystemClock())
words = DraftPart("The celadon cups are back \\U0001f375 #leafandkiln")
draft = shop.drafts.begin(shop.accounts.active().id, (words,))
shop.settings.set(CURRENT_DRAFT, draft.id)
shop.settings.set(START_CARD_DONE, True)
shop.close()
"""
LOOK = """
import json, os, sqlite3, sys
from dataclasses import is_dataclass
from pathlib import Path

statements = []
connect = sqlite3.connect

def counting(*args, **words):
    made = connect(*args, **words)
    made.set_trace_callback(statements.append)
    return made

sqlite3.connect = counting

from PySide6 import QtGui, QtWidgets
from tests.bench.child import HEAVY, FirstFrame, shoplark
from ui.app import make_application

def stood(frame):
    ours = [each for name, each in sys.modules.items()
            if name.partition(".")[0] in ("services", "ui", "widgets")]
    made = {value for each in ours for value in vars(each).values()
            if isinstance(value, type) and is_dataclass(value)}
    print(json.dumps({
        "modules": len(ours),
        "heavy": [name for name in HEAVY if name in sys.modules],
        "dataclasses": len(made),
        "statements": len(statements),
        "widgets": len(QtWidgets.QApplication.allWidgets()),
        "gradients": "QGradient" in vars(QtGui),
    }), flush=True)
    os._exit(0)

FirstFrame._on_painted = stood
shoplark(make_application(), Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = str(tmp_path_factory.mktemp("start") / "data")
    python(FURNISH, folder)
    told: dict[str, Any] = json.loads(python(LOOK, folder).splitlines()[-1])
    return told


def python(code: str, folder: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code, folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_no_library_of_the_rooms_is_loaded(start: dict[str, Any]) -> None:
    assert start["heavy"] == []


@pytest.mark.parametrize(
    ("counted", "most"),
    [
        ("modules", MOST_MODULES),
        ("dataclasses", MOST_DATACLASSES),
        ("statements", MOST_STATEMENTS),
        ("widgets", MOST_WIDGETS),
    ],
)
def test_no_more_than_is_needed(start: dict[str, Any], counted: str, most: int) -> None:
    assert 0 < start[counted] <= most, f"{start[counted]} {counted} before the first frame"


def test_qt_is_not_asked_for_what_it_makes_slowly(start: dict[str, Any]) -> None:
    """`QPainter.fillRect` with a colour has PySide make each of Qt's 180 named gradients."""
    assert not start["gradients"]
