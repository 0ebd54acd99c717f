"""Draws the sample shop's pictures into resources/practice. For development only; never shipped.

Run `python resources/generate/practice_pictures.py [NAME…]`; the same pictures come out each time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TO = HERE.parent / "practice"


def main(names: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(HERE))
    from practice_art.gallery import PICTURES
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    for name in names or PICTURES:
        canvas = PICTURES[name]()
        path = TO / f"{name}.jpg"
        canvas.vignette()
        canvas.save(path)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
