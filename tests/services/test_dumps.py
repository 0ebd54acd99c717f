"""A crash leaves no memory behind: looked at in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from services import dumps_windows
from tests.secrets_search import search_bytes

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux's own")
LOOK = """
import resource, sys
from pathlib import Path
from services import dumps
dumps.leave_none()
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
print(soft, hard == int(sys.argv[1]), int(Path("/proc/self/coredump_filter").read_text(), 16))
"""
CRASH = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
if sys.argv[1] == "ours":
    from services import dumps
    dumps.leave_none()
secret = "a token " * 1000
os.abort()
"""
FAULT_SECRET = "Y29kZS1vZi1vbmUtc2lnbi1pbjphYzox"
FAULT = f"""
import faulthandler, os, sys
from services import dumps
dumps.leave_none()
faulthandler.enable(os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY, 0o600))
def exchange(code):
    verifier = code[::-1]
    os.abort()
exchange("".join({[*FAULT_SECRET]!r}))
"""


@linux
def test_the_limit_and_the_filter_read_back() -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    seen = subprocess.run(
        [sys.executable, "-c", LOOK, str(most)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.split() == ["0", "True", "0"]


@linux
@pytest.mark.parametrize("whose", ["ours", "anybody's"])
def test_a_crash_leaves_no_core(tmp_path: Path, whose: str) -> None:
    """The system must be one that writes a core file into the folder, or nothing is shown here."""
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8").strip()
    died = subprocess.run(
        [sys.executable, "-c", CRASH, whose],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert died.returncode == -6, died.stderr
    cores = list(tmp_path.iterdir())
    for core in cores:
        core.unlink()
    if whose == "ours":
        assert cores == []
    elif "/" not in pattern and not pattern.startswith("|"):
        # The same crash without us: what the other case would miss is written here.
        assert cores


@linux
def test_each_run_of_the_program_begins_with_it() -> None:
    look = (
        "import resource, main\n"
        "main.main(['--version'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    seen = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert seen.stdout.splitlines()[-1] == "0"


@linux
def test_a_box_without_proc_does_not_stop_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import resource

    from services import dumps_linux

    limits: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: limits.append((what, limit)))
    monkeypatch.setattr(dumps_linux, "FILTER", tmp_path / "nothing" / "here")
    dumps_linux.leave_none()
    assert [limit[0] for _, limit in limits] == [0]


def test_what_windows_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    asked: list[tuple[str, int]] = []
    kernel = SimpleNamespace(
        WerSetFlags=lambda flags: asked.append(("WerSetFlags", flags)),
        GetErrorMode=lambda: 0x8000,
        SetErrorMode=lambda mode: asked.append(("SetErrorMode", mode)),
    )
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    dumps_windows.leave_none()
    assert asked == [("WerSetFlags", 1), ("SetErrorMode", 0x8002)]


def test_the_stack_of_a_crash_names_places_and_no_values(tmp_path: Path) -> None:
    """What faulthandler leaves beside the log (ui/app.py)."""
    told = tmp_path / "faults.log"
    died = subprocess.run(
        [sys.executable, "-c", FAULT, str(told)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert died.returncode != 0
    stack = told.read_bytes()
    assert b"in exchange" in stack
    assert search_bytes([FAULT_SECRET], stack + died.stdout + died.stderr, "the stack") == ()
