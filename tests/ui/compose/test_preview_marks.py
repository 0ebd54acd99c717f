"""With which marks the preview shows links, and what that may cost a start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import UUID

from ui.compose.preview_marks import _NOT_KEPT_YET

ROOT = Path(__file__).parents[3]


def test_a_start_does_not_wait_for_modules_that_make_ids() -> None:
    look = "import sys, ui.compose.compose_page; sys.exit(bool({'uuid'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=False).returncode == 0


def test_the_id_before_the_first_save_is_nobodys() -> None:
    assert UUID(_NOT_KEPT_YET).int == 0
