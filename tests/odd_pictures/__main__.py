"""`make odd-pictures`: every odd file of Pillow's own tests goes through all that a picture does.

Pillow's source package of the installed version is fetched once by pip. Each batch of files runs in
a process of its own, which a crash, a hang or hunger for memory ends, and nothing else. Exit code 1
when any file crashes, hangs, raises what is not BadImage, or takes more than 500 MB.

    python -m tests.odd_pictures [--source pillow-….tar.gz] [--folder any/folder/of/files]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tests.odd_pictures.batch import Outcome, run
from tests.odd_pictures.table import print_table

BATCH = 100


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.odd_pictures")
    parser.add_argument("--source", type=Path, help="Pillow's source package, when it is here")
    parser.add_argument("--folder", type=Path, help="files of your own instead")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.folder or _unpacked(chosen.source or _fetched(Path(scratch)), Path(scratch))
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        if not paths:
            print(f"No files in {folder}.", file=sys.stderr)
            return 1
        outcomes = _through(paths)
        bad = print_table(outcomes, folder)
    return 1 if bad else 0


def _through(paths: Sequence[Path]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for at in range(0, len(paths), BATCH):
        outcomes += run(paths[at : at + BATCH])
        print(f"\r{len(outcomes)} of {len(paths)} files", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return outcomes


def _fetched(scratch: Path) -> Path:
    wanted = f"pillow=={version('pillow')}"
    print(f"Fetching the source of {wanted} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary"]
    command += [":all:", "--dest", str(scratch), wanted]
    done = subprocess.run(command, check=False)
    found = sorted(scratch.glob("*.tar.gz"))
    if not found:
        raise SystemExit(f"pip could not fetch {wanted} (exit code {done.returncode})")
    return found[0]


def _unpacked(source: Path, scratch: Path) -> Path:
    with tarfile.open(source) as package:
        members = [one for one in package.getmembers() if "/Tests/images/" in one.name]
        package.extractall(scratch, members=members, filter="data")
    return next(scratch.glob("*/Tests/images"))


if __name__ == "__main__":
    sys.exit(main())
