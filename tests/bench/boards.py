"""Boards, thumbnails and the 5 MB, each beside what else does it; each run in its own process.

ImageMagick's `montage` is told the size to decode to, and gets memory enough by a policy of ours:
the system's own often stops it, and a peer that failed is no result. Plain Pillow is
`boards_child.plain`; it is measured bare, without Qt, fonts and our program around it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.boards_child import COLUMNS

ROUNDS = 5
CASES = ((4, 12), (12, 12), (4, 48), (12, 48))
THUMBNAILS = 200
MEGABYTE = 1_000
LEAST_LIKENESS = 0.98
_POLICY = (
    "<policymap>"
    '<policy domain="resource" name="memory" value="16GiB"/>'
    '<policy domain="resource" name="map" value="16GiB"/>'
    '<policy domain="resource" name="area" value="4GP"/>'
    '<policy domain="resource" name="disk" value="16GiB"/>'
    "</policymap>"
)


@dataclass(frozen=True, slots=True)
class Ran:
    """`held_kb`: memory before the work began. `busy`: seconds of processor, of all threads."""

    seconds: float
    peak_kb: float
    held_kb: float = 0
    busy: float = 0


def bench() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photographs = _photographs(folder)
        for count, megapixels in CASES:
            _board(folder, photographs[megapixels][:count], f"{count} of {megapixels} MP")
        _thumbnails(folder, photographs[12])
        _fitting(folder, photographs[12])


def _photographs(folder: Path) -> dict[int, list[Path]]:
    """Twelve of each size, made by two processes at once."""
    making = [
        subprocess.Popen([sys.executable, "-m", "tests.bench.photographs", folder, "12", str(size)])
        for size in (12, 48)
    ]
    assert [process.wait() for process in making] == [0, 0]
    return {size: [folder / f"{size}-{at}.jpg" for at in range(12)] for size in (12, 48)}


def _board(folder: Path, photographs: Sequence[Path], name: str) -> None:
    ours_out, plain_out = folder / "ours.jpg", folder / "plain.jpg"
    print(f"\nboard of {name}, 4,096 pixels wide")
    ours, plain, sharp = _in_turns(
        lambda: _child("ours", ours_out, photographs),
        lambda: _child("plain", plain_out, photographs),
        lambda: _child("plain-sharp", folder / "sharp.jpg", photographs),
    )
    _print("Shoplark", ours)
    _say_likeness(_likeness("ours", ours_out, photographs))
    for who, out, ran in (
        ("plain Pillow, decoded to no less than the cell", plain_out, plain),
        ("plain Pillow, decoded to twice the cell", folder / "sharp.jpg", sharp),
    ):
        _print(who, ran)
        like = _likeness("plain", out, photographs)
        _say_likeness(like)
        _beside(ours, ran, counts=like >= LEAST_LIKENESS)
    montage = _montage(folder, photographs)
    if montage:
        _print("montage", montage)
        _say("time", ours.seconds / montage.seconds, 0.3)
        _say("memory", ours.peak_kb / montage.peak_kb, 1 / 3)


def _likeness(whose: str, finished: Path, photographs: Sequence[Path]) -> float:
    command = [sys.executable, "-m", "tests.bench.board_quality", whose, finished, *photographs]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(said)


def _say_likeness(like: float) -> None:
    met = "met" if like >= LEAST_LIKENESS else "MISSED"
    print(f"    least SSIM of a cell: {like:.4f} ({met}: {LEAST_LIKENESS})", flush=True)


def _beside(ours: Ran, other: Ran, *, counts: bool) -> None:
    """Only one whose cells hold the bar does the same work: others are told, and do not count."""
    added = (ours.peak_kb - ours.held_kb) / (other.peak_kb - other.held_kb)
    for what, ratio, most in (
        ("time", ours.seconds / other.seconds, 0.7),
        ("memory", ours.peak_kb / other.peak_kb, 1.5),
        ("memory beyond what each held before", added, 1.5),
    ):
        if counts:
            _say(what, ratio, most)
        else:
            print(f"    {what}: {ratio:.2f} (not counted: its cells fall under the bar)")


def _thumbnails(folder: Path, photographs: Sequence[Path]) -> None:
    many = []
    for number in range(THUMBNAILS):
        path = folder / f"one-{number}.jpg"
        # Each is a file of its own, by a comment at its end.
        path.write_bytes(photographs[number % 12].read_bytes() + str(number).encode())
        many.append(path)
    rounds = iter(range(2 * ROUNDS))
    ours, plain = _in_turns(
        lambda: _child("thumbnails", folder / f"data-{next(rounds)}", many),
        lambda: _child("plain-thumbnails", folder / f"small-{next(rounds)}", many),
        rounds=3,
    )
    print(f"\n{THUMBNAILS} thumbnails of 320 pixels from 12 MP")
    _print("PictureStore", ours)
    _print("plain Pillow's Image.thumbnail", plain)
    _say("time", ours.seconds / plain.seconds, 1.0)


def _fitting(folder: Path, photographs: Sequence[Path]) -> None:
    ours, plain = _in_turns(
        lambda: _child("fitting", folder / "fit.jpg", photographs[:1]),
        lambda: _child("plain-fitting", folder / "plain-fit.jpg", photographs[:1]),
    )
    sizes = [(folder / name).stat().st_size / 1e6 for name in ("fit.jpg", "plain-fit.jpg")]
    print("\nthe best JPEG of a board's size under 5 MB")
    print(f"  ours is of {sizes[0]:.2f} MB, halving of whole encodings makes one of {sizes[1]:.2f}")
    _print("fitting_jpeg", ours)
    _print("halving", plain)
    _say("time", ours.seconds / plain.seconds, 0.5)


def _in_turns(*kinds: Callable[[], Ran], rounds: int = ROUNDS) -> list[Ran]:
    """Medians; a busy moment of the machine meets all."""
    runs = [[kind() for kind in kinds] for _ in range(rounds)]
    return [_middle(one) for one in zip(*runs, strict=True)]


def _middle(runs: Sequence[Ran]) -> Ran:
    return Ran(
        median(run.seconds for run in runs),
        median(run.peak_kb for run in runs),
        median(run.held_kb for run in runs),
        median(run.busy for run in runs),
    )


def _child(kind: str, out: Path, paths: Sequence[Path]) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.boards_child", kind, out, *paths],
        check=True,
        capture_output=True,
        text=True,
    )
    line = json.loads(done.stdout)
    return Ran(line["seconds"], line["peak_kb"], line["held_kb"], line["busy"])


def _montage(folder: Path, photographs: Sequence[Path]) -> Ran | None:
    """The whole command, since that is how one uses it. The median of two."""
    if shutil.which("montage") is None:
        print("  not measured beside montage: it is not installed")
        return None
    policy = folder / "magick"
    policy.mkdir(exist_ok=True)
    (policy / "policy.xml").write_text(_POLICY)
    runs = [_montage_once(folder / "montage.jpg", photographs, policy) for _ in range(2)]
    good = [run for run in runs if run is not None]
    if len(good) < len(runs):
        print("  not measured beside montage: it failed, and that is no result")
        return None
    return _middle(good)


def _montage_once(out: Path, photographs: Sequence[Path], policy: Path) -> Ran | None:
    columns = COLUMNS[len(photographs)]
    rows = len(photographs) // columns
    width, height = 4_096 // columns - 16, 2_304 // rows - 16
    out.unlink(missing_ok=True)
    command = ["montage", "-define", f"jpeg:size={2 * width}x{2 * height}", *map(str, photographs)]
    command += ["-auto-orient", "-geometry", f"{width}x{height}+8+8", "-tile", f"{columns}x{rows}"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "-quality", "90", str(out)],
        env={**os.environ, "MAGICK_CONFIGURE_PATH": str(policy)},
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or not out.exists():
        return None
    return Ran(seconds, used.ru_maxrss, busy=used.ru_utime + used.ru_stime)


def _print(who: str, ran: Ran) -> None:
    """A machine with other work to do shows in the processor's time being less than the whole."""
    memory = f"{ran.peak_kb / MEGABYTE:.0f} MB"
    if ran.held_kb:
        memory += f", of which {ran.held_kb / MEGABYTE:.0f} before it began"
    time = f"{ran.seconds * 1000:.0f} ms ({ran.busy * 1000:.0f} of processor)"
    print(f"  {who}: {time}, {memory}")


def _say(what: str, ratio: float, most: float) -> None:
    print(f"    {what}: {ratio:.2f} ({'met' if ratio <= most else 'MISSED'}: at most {most:.2f})")
