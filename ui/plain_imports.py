"""Puts `import` back as it was before PySide6 took its place.

PySide6 puts itself in the place of `import` to offer `from __feature__ import snake_case`: for
that it reads the source of every module loaded after it, and keeps the lines (`linecache`) for as
long as the program runs: 14 MB here, and time at each start. Shoplark asks for no such feature.
"""

from __future__ import annotations

import builtins


def restore() -> None:
    """Must come before the program's own modules are loaded. Harmless when called again."""
    import PySide6.QtCore  # noqa: F401  # it takes the place of `import` when it is loaded

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
