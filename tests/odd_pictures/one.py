"""One batch of odd pictures in a process of its own: each through all that a picture goes through.

    python -m tests.odd_pictures.one    paths come on stdin, a line of JSON for each goes out

A line says first which file is begun, so that the parent knows whom a crash or a hang belongs to.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

from services.errors import BadImage
from services.media import images, metadata
from services.media.for_x import prepare

_MB = 1_000_000
_MOST_ADDRESSES = 4_000 * _MB
"""Far above what is allowed: memory is measured, and this is but the net beneath."""
_STATUS = Path("/proc/self/status")


def main() -> None:
    _keep_the_computer()
    begun_with = _peak()
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        _say(begins=str(path))
        began = time.monotonic()
        said = _tried(path)
        took = time.monotonic() - began
        _say(said=said, seconds=took, mb=(_peak() - begun_with) / _MB)
        _forget_peak()


def _keep_the_computer() -> None:
    """A file that would take all memory there is ends this process, not others."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_ADDRESSES, _MOST_ADDRESSES))


def _tried(path: Path) -> str:
    """`used`, `refused <problem>`, or what went wrong with us."""
    try:
        data = images.read(path)
        _stripped(data)
        ready = prepare(data, path)
        whole = images.load(ready.data, path)
        assert whole.mode in ("RGB", "RGBA"), whole.mode
        assert whole.size == (ready.width, ready.height), (whole.size, ready.width, ready.height)
        del whole
        small = images.load(ready.data, path, at_least=(160, 160))
        small.thumbnail((160, 160), reducing_gap=3.0)
        again = prepare(ready.data, path)
        assert again.data == ready.data, "what was prepared is not taken as it is"
    except BadImage as error:
        return f"refused {error.problem.value}"
    except Exception as error:  # the run goes on to the next file, and the parent counts it
        return f"raised {type(error).__name__}: {error}"
    return f"used {ready.mime}"


def _stripped(data: bytes) -> None:
    """Given to every one of the four, whatever it is."""
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        try:
            metadata.strip(data, kind)
        except ValueError:
            continue


def _peak() -> int:
    """The most memory this process has had since it was last forgotten, in bytes."""
    if _STATUS.exists():
        for line in _STATUS.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1_024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1_024


def _forget_peak() -> None:
    """So that one file's memory is not the next one's, where the system can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _say(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


main()
