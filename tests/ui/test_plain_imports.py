"""PySide6's hook on `import` is out before the program's own modules are loaded."""

import builtins
import json
import subprocess
import sys
from pathlib import Path

from ui.plain_imports import restore

ROOT = Path(__file__).parents[2]
LOOK = """
import json, linecache
import ui.app
import services.publishing.outbox
print(json.dumps(sorted(linecache.cache)))
"""


def test_no_source_of_the_program_is_read_and_kept():
    run = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    ours = [ROOT / folder for folder in ("services", "ui", "widgets")]
    kept = [Path(name) for name in json.loads(run.stdout)]
    assert not [name for name in kept if any(name.is_relative_to(folder) for folder in ours)]


def test_restored_once_more_it_stays():
    before = builtins.__import__
    restore()
    assert builtins.__import__ is before
    assert "__feature_import__" not in repr(before)
