"""A board of a board: from a link to X, and once more after a restart, in the real window.

This computer stands in for Pinterest and Tumblr (tests/board_site.py) and for X, each over HTTP;
the lanes, the keyring and the clock are real.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
import requests
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.accounts.account import Way
from services.media.downloads import Downloads
from services.settings import UNDO_SECONDS
from tests.board_site import PINS, TUMBLES, BoardSite, board_site
from tests.desktop.journey import MS, Asked, Running, running
from tests.services.x_api.practice.consent import Form
from tests.x_process import XInAnotherProcess
from ui.board.board_dialog import BoardDialog
from ui.board.feed_dialog import FeedDialog
from ui.compose.compose_page import ComposePage
from ui.sign_in.steps import Step
from ui.theme import Theme
from ui.tour.hand import type_text

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
BOARD = "https://www.pinterest.com/tea/mugs/"
WORDS = ("New on the shelf 🍵 ", "قفسهٔ تازه، 新しい棚 ")
D = TypeVar("D", bound=QWidget)


@pytest.fixture
def site() -> Iterator[BoardSite]:
    with board_site() as opened:
        opened.furnish()
        yield opened


@pytest.fixture
def start(
    qtbot: QtBot,
    themed: Theme,
    tmp_path: Path,
    x: XInAnotherProcess,
    site: BoardSite,
    real_keyring: None,
) -> Callable[[], AbstractContextManager[Running]]:
    web = partial(Downloads, adapter=site.adapter)
    return lambda: running(tmp_path / "data", x, themed, qtbot, web=web)


def test_from_a_link_to_x_and_again_after_a_restart(
    start: Callable[[], AbstractContextManager[Running]],
    asked: Asked,
    x: XInAnotherProcess,
    site: BoardSite,
) -> None:
    x.set_app(token_seconds=7_200)
    with start() as program:
        _sign_in(program, asked)
        _write(program, WORDS[0])
        board = _open_board(program)
        _fetch(program, board, "pinterest.de/tea/mugs/?sender=1", rows=4)
        assert board.project.board.link == BOARD
        assert _captions(board) == list(PINS[:4])
        _swap_first_two(board)
        assert _captions(board) == [PINS[1], PINS[0], *PINS[2:4]]
        first = _use(program, board)
        _post(program, x, count=1)

    with start() as program:
        assert program.shop.accounts.active().way is Way.CONNECTED
        _write(program, WORDS[1])
        board = _open_board(program)
        board.open_board(first)
        assert _captions(board) == [PINS[1], PINS[0], *PINS[2:4]]
        canvas = board.editor.stage.canvas
        canvas.setFocus()
        canvas.choose(3)
        QTest.keyClick(canvas, Qt.Key.Key_Delete)
        _fetch(program, board, "leafandkiln.tumblr.com", rows=1)
        assert _captions(board) == [PINS[1], PINS[0], PINS[2], TUMBLES[0]]
        again = _use(program, board)
        assert again == first
        _post(program, x, count=2)
        _what_x_has(program, x, first)

    assert f"i.pinimg.com/originals/00/ab/cd/{0:032x}.jpg" in site.asked
    assert any("_1280.jpg" in each for each in site.asked)


def _what_x_has(program: Running, x: XInAnotherProcess, board_id: str) -> None:
    """Both posts, with the board as it was then, its description and where it lives."""
    before, after = x.posts()
    for post, words in zip((before, after), WORDS, strict=True):
        assert post["text"].startswith(words.strip())
        assert post["text"].endswith(BOARD)
        (picture,) = post["media"]
        assert (picture["mime"], picture["width"] >= 1_200) == ("image/jpeg", True)
        assert picture["width"] / picture["height"] == pytest.approx(16 / 9, abs=0.01)
        assert picture["size"] <= 5 * 1024 * 1024
    first, second = before["media"][0], after["media"][0]
    assert first["sha256"] != second["sha256"]
    assert all(title in first["alt_text"] for title in PINS[:4])
    assert PINS[3] not in second["alt_text"]
    assert TUMBLES[0] in second["alt_text"]
    made = program.shop.boards.get(board_id).made
    assert made == second["sha256"]
    credits = [cell.credit for cell in program.shop.boards.get(board_id).cells]
    assert credits == [*["pinterest.com/tea"] * 3, "leafandkiln.tumblr.com"]


def _sign_in(program: Running, asked: Asked) -> None:
    """Through the wizard; the browser is a few lines (test_sign_in_journey.py has a real one)."""
    wizard = program.open_wizard()
    wizard.browser.open_button.click()
    program.qtbot.waitUntil(lambda: bool(asked.addresses), timeout=MS)
    with requests.Session() as browser:
        form = Form(browser.get(asked.addresses[0], timeout=20).text)
        went = browser.post(
            program.x.url + form.action,
            data={**form.fields, "decision": "allow"},
            allow_redirects=False,
            timeout=20,
        )
        browser.get(str(went.headers["location"]), timeout=20)
    program.qtbot.waitUntil(lambda: wizard.step is Step.BACK, timeout=MS)
    program.prove(wizard)
    program.shop.settings.set(UNDO_SECONDS, 0)


def _compose(program: Running) -> ComposePage:
    program.program.window.show_tab("compose")
    return program.program.rooms.compose


def _write(program: Running, words: str) -> None:
    page = _compose(program)
    page.new_draft()
    type_text(page, words)


def _shown(program: Running, kind: type[D]) -> D:
    def there() -> list[D]:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
        return [one for one in found if one.isVisible()]

    program.qtbot.waitUntil(lambda: len(there()) == 1, timeout=MS)
    return there()[0]


def _open_board(program: Running) -> BoardDialog:
    _compose(program).composer.sheet.board_button.click()
    return _shown(program, BoardDialog)


def _fetch(program: Running, board: BoardDialog, link: str, *, rows: int) -> None:
    """The link is typed, the pictures are chosen by keys, and come."""
    before = len(board.project.board.cells)
    board.arrivals.menu.feed.trigger()
    feed = _shown(program, FeedDialog)
    QTest.keyClicks(feed.link, link)
    QTest.keyClick(feed.link, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: bool(feed.grid.tiles), timeout=MS)
    QTest.keyClick(feed.grid, Qt.Key.Key_Space)
    for _ in range(rows - 1):
        QTest.keyClick(feed.grid, Qt.Key.Key_Right)
        QTest.keyClick(feed.grid, Qt.Key.Key_Space)
    assert feed.grid.order == tuple(range(rows))
    feed.add_button.click()
    cells = before + rows
    program.qtbot.waitUntil(lambda: len(board.project.board.cells) == cells, timeout=MS)
    program.settle()


def _captions(board: BoardDialog) -> list[str]:
    return [cell.caption for cell in board.project.board.cells]


def _swap_first_two(board: BoardDialog) -> None:
    canvas = board.editor.stage.canvas
    canvas.setFocus()
    canvas.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)


def _use(program: Running, board: BoardDialog) -> str:
    """Drawn, and attached to what is being written; the board's id."""
    used: list[str] = []
    board.used.connect(lambda *told: used.append(told[3]))
    board.use_button.click()
    program.qtbot.waitUntil(lambda: bool(used), timeout=MS)
    program.settle()
    return used[0]


def _post(program: Running, x: XInAnotherProcess, *, count: int) -> None:
    _compose(program).bar.post_button.click()
    program.qtbot.waitUntil(lambda: len(x.posts()) == count, timeout=MS)
    program.settle()
