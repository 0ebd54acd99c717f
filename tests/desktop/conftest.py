"""These tests need the desktop of in_a_box.py; a plain pytest run leaves them to it."""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("SHOPLARK_DESKTOP") else ["test_*.py"]
