"""Any run without a window: whose account it is for, its folder, and what it never loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import main
from services.clock import SystemClock
from services.options import RunOptions
from services.paths import paths_under
from services.shop import open_shop
from tests.services.headless_runs import enqueue, run

ROOT = Path(main.__file__).parent
NO_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "ui", "widgets"):
            raise ImportError(f"{name} must not be loaded")
sys.meta_path.insert(0, NoQt())
import main
code = main.main(sys.argv[1:])
assert "PySide6" not in sys.modules
sys.exit(code)
"""


def test_another_account_by_its_handle(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.practice()
    own = shop.accounts.start_own_shop(handle="Leaf", zone="UTC")
    shop.close()
    enqueue(folder, "to practice", account="@TEA")
    assert run(folder, list_queue=True) == (0, [])
    line = enqueue(folder, "to my own", account="leaf")
    code, lines = run(folder, publish_due=True)
    assert (code, lines[0]["id"], lines[0]["state"]) == (4, line["id"], "needs_you")
    assert lines[0]["reason"] == "ByHand"
    practice = RunOptions(data_dir=folder, practice=True)
    code, (line,) = run(folder, publish_due=True, run=practice)
    assert (code, line["state"]) == (0, "sent")
    assert own.id is not None


def test_a_folder_that_is_a_file_is_exit_7(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    code, lines = run(tmp_path / "file", list_queue=True)
    assert (code, lines) == (7, [])
    assert capsys.readouterr().err.startswith("StorageTrouble: not_a_folder")


def test_runs_without_a_window_never_load_qt(folder: Path) -> None:
    """In a process where PySide6, ui and widgets cannot even be found."""
    picture = next((ROOT / "resources/practice").glob("*.jpg"))
    for flags, lines in (
        (["--enqueue", "شای 🍵 お茶", "--image", f"{picture}:A cup: blue", "--part", "second"], 1),
        (["--list-queue"], 1),
        (["--publish-due", "--wait", "5"], 1),
        (["--check-inbox"], None),
        (["--version"], None),
    ):
        done = subprocess.run(
            [sys.executable, "-c", NO_QT, "--data-dir", str(folder), *flags],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        if lines is not None:
            told = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
            assert len(told) == lines


def test_a_removed_account_is_nobodys_and_sends_nothing(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.practice()
    tea = shop.accounts.start_own_shop(handle="leaf", zone="UTC")
    kiln = shop.accounts.add("kiln", "UTC")
    shop.close()
    mine = enqueue(folder, "新しい茶", account="leaf")
    enqueue(folder, "شاي جديد", account="kiln")
    shop = open_shop(paths_under(folder), SystemClock())
    shop.removal.remove(kiln.id)
    shop.close()
    assert run(folder, list_queue=True, account="kiln") == (2, [])
    code, lines = run(folder, publish_due=True, scheduled=True)
    assert (code, [line["id"] for line in lines]) == (4, [mine["id"]])
    shop = open_shop(paths_under(folder), SystemClock())
    shop.removal.remove(tea.id)
    assert shop.accounts.active().id == shop.accounts.practice().id
    shop.close()
    assert run(folder, publish_due=True, scheduled=True) == (0, [])
