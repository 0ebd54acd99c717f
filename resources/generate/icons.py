"""Copies the icons named in resources/icons/icons.txt out of an unpacked `lucide-static` package.

    python resources/generate/icons.py PATH/TO/lucide-static

Each file is written on one line with the stroke of our own look; the notice goes beside them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "icons"
STROKE = "1.75"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" '
    f'fill="none" stroke="currentColor" stroke-width="{STROKE}" stroke-linecap="round" '
    'stroke-linejoin="round">'
)


def listed() -> list[str]:
    lines = (ICONS / "icons.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def compact(svg: str) -> str:
    body = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    body = re.sub(r"^\s*<svg.*?>", "", body, flags=re.DOTALL)
    return HEAD + re.sub(r">\s+<", "><", body.strip()) + "\n"


def main() -> int:
    package = Path(sys.argv[1])
    for old in ICONS.glob("*.svg"):
        old.unlink()
    for name in listed():
        (ICONS / f"{name}.svg").write_text(
            compact((package / "icons" / f"{name}.svg").read_text("utf-8")), "utf-8"
        )
    (ICONS / "LICENSE").write_text((package / "LICENSE").read_text("utf-8"), "utf-8")
    print(f"{len(listed())} icons")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
