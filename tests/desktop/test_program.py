"""The whole program on a real desktop: it opens once, shows itself again, and ends at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.clock import SystemClock
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.shop import open_shop
from tests.desktop.panel import registered
from tests.waiting import until

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
ROOT = Path(__file__).parents[2]


def start(data: Path, *flags: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "main.py", "--data-dir", str(data), *flags]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True)


def windows() -> list[str]:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Shoplark"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.split()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = start(tmp_path / "data", "--practice")
    yield process
    if process.poll() is None:
        process.kill()
    process.wait()


def test_it_opens_and_a_second_start_shows_the_first(
    program: subprocess.Popen[str], tmp_path: Path
) -> None:
    until(lambda: bool(windows()), "no window")
    opened = windows()
    # The first listens just after its first frame.
    second = start(tmp_path / "data", "--practice")
    assert second.wait(timeout=20) == 0
    assert program.poll() is None
    assert windows() == opened


def test_closing_the_window_leaves_it_in_the_tray(program: subprocess.Popen[str]) -> None:
    until(lambda: bool(windows()), "no window")
    until(lambda: bool(registered()), "no tray icon")
    subprocess.run(["xdotool", "windowclose", windows()[0]], check=True)
    until(lambda: not windows(), "the window stays")
    assert program.poll() is None


def test_asked_to_end_it_ends_well(program: subprocess.Popen[str]) -> None:
    until(lambda: bool(windows()), "no window")
    program.send_signal(signal.SIGTERM)
    assert program.wait(timeout=5) == 0


def test_hidden_it_tells_when_it_is_time_and_a_click_brings_the_window(tmp_path: Path) -> None:
    words = "نفتح اليوم 🍵 新茶"
    shop = open_shop(paths_under(tmp_path / "data"), SystemClock())
    account = shop.accounts.start_own_shop(handle="", zone="UTC")
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart(words),))
    shop.outbox.enqueue(post.id, due_at=SystemClock().now())
    shop.close()
    told = Path(os.environ["DESKTOP_LOGS"]) / "dunst.log"
    process = start(tmp_path / "data", "--hidden")
    try:
        until(lambda: words in told.read_text(), "no notice")
        assert "It is time to post on X" in told.read_text()
        assert not windows()

        def clicked() -> bool:
            # The program knows the notice by its number just after it is shown.
            subprocess.run(["dunstctl", "action"], check=True, capture_output=True, timeout=5)
            return bool(windows())

        until(clicked, "the click brings no window")
    finally:
        process.kill()
        process.wait()
