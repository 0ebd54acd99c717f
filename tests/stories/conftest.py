"""Stories run the whole program: real lanes, the real window, a practice X in the same folder.

Or an X in another process (`x`), for what no longer works when the program is dead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.paths import paths_under
from services.shop import Shop, open_shop
from tests.x_process import XInAnotherProcess
from ui.program import Program
from ui.tasks import LaneTasks


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XInAnotherProcess]:
    server = XInAnotherProcess(tmp_path / "x.sqlite")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def start(
    qtbot: QtBot, qapp: Any, themed: Any, tmp_path: Path, clock: SteppedClock
) -> Iterator[Callable[[], Program]]:
    """Starts the program on one data folder; a second call ends the first, as a restart would."""
    running: list[tuple[Program, LaneTasks, Shop]] = []

    def end() -> None:
        while running:
            program, tasks, shop = running.pop()
            program.put_away()
            tasks.stop()
            tasks.join()
            shop.close()
            program.window.deleteLater()

    def begin() -> Program:
        end()
        shop = open_shop(paths_under(tmp_path / "data"), clock)
        tasks = LaneTasks(held=True)
        program = Program(shop, tasks, themed)
        program.choose_tab()
        running.append((program, tasks, shop))
        with qtbot.waitSignal(program.ready, timeout=10_000):
            program.show()
        program.heartbeat.stop()
        qtbot.waitUntil(tasks.idle, timeout=20_000)
        return program

    yield begin
    end()
